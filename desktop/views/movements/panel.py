"""One line of the account in detail, with the way to its invoice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.viewmodels.format import Formatter
from desktop.viewmodels.movement_words import kind_text
from desktop.viewmodels.movements import Detail
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button
from desktop.views.widgets.labels import Label, Text

_WIDEST = 620  # pixels; figures far from their names are hard to follow
_BUTTONS = 4  # invoices that a payment settles and that can be opened from here


class MovementPanel(QScrollArea):
    """Shows a `Detail`; `invoice_wanted` carries the id of an invoice."""

    invoice_wanted = QtSignal(str)

    def __init__(self, fmt: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("movement_detail")
        self.setAccessibleName(self.tr("Detalle del movimiento"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._format = fmt
        self._shown: Detail | None = None

    def show_detail(self, detail: Detail) -> None:
        """Fill in."""
        if detail == self._shown:
            return
        self._shown = detail
        content = QWidget()
        content.setProperty("role", "page")
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(8)
        badge = detail.row.badge
        head = QHBoxLayout()
        head.addWidget(Badge(badge.text, badge.icon, Tone(badge.tone.value)))
        head.addStretch(1)
        column.addLayout(head)
        column.addLayout(self._facts(detail))
        column.addSpacing(8)
        for place, (invoice_id, number) in enumerate(detail.invoices[:_BUTTONS]):
            text = self.tr("Ver factura {0}").format(number)
            button = Button(f"movement_invoice_{place}", text, icon_name="receipt-text")
            button.clicked.connect(lambda _on=False, at=invoice_id: self.invoice_wanted.emit(at))
            column.addWidget(button)
        column.addStretch(1)
        self.setWidget(content)

    def _facts(self, detail: Detail) -> QGridLayout:
        fmt, line = self._format, detail.row.line
        row = line.movement
        facts = [(self.tr("Concepto"), row.description, Text.BODY)]
        if row.debit:
            facts.append((self.tr("Debe"), fmt.money(row.debit), Text.HEADING))
        else:
            facts.append((self.tr("Haber"), fmt.money(row.credit), Text.HEADING))
        facts.append((self.tr("Fecha"), fmt.day(row.posted_on), Text.BODY))
        if row.due_on:
            facts.append((self.tr("Vencimiento"), fmt.day(row.due_on), Text.BODY))
        facts.append((self.tr("Tipo"), kind_text(row.kind), Text.BODY))
        facts.append((self.tr("Comprobante"), row.reference, Text.BODY))
        if line.open and row.debit:
            facts.append((self.tr("Falta pagar"), fmt.money(line.open), Text.STRONG))
        elif line.open:
            facts.append((self.tr("Queda a su favor"), fmt.money(line.open), Text.STRONG))
        if row.settles:
            facts.append((self.tr("Imputado a"), ", ".join(row.settles), Text.BODY))
        facts.append((self.tr("Saldo de la cuenta"), fmt.money(line.balance), Text.STRONG))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (name, value, style) in enumerate(facts):
            label = Label(name, tone=Tone.MUTED)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            shown = Label(value, style, wrap=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(shown, place, 1)
        return grid
