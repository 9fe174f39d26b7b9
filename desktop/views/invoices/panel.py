"""One invoice in detail: what it charges, on which readings, and what changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.invoices import Invoice, State
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.invoice_columns import document_badge, period_text
from desktop.viewmodels.invoice_words import kind_text, state_badge
from desktop.viewmodels.invoices import Detail
from desktop.viewmodels.quality_words import quality_badge
from desktop.views.invoices.lines import lines_grid
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, IconButton, Kind
from desktop.views.widgets.card import rule
from desktop.views.widgets.labels import IconLabel, Label, Text

_WIDEST = 620  # pixels; figures far from their names are hard to follow


class InvoicePanel(QWidget):
    """Shows a `Detail`; the buttons tell the page what is wanted."""

    view_wanted = QtSignal()
    save_wanted = QtSignal()
    print_wanted = QtSignal()
    claim_wanted = QtSignal(str)  # the number of its claim, or what begins one

    def __init__(self, fmt: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("invoice_detail")
        self._format = fmt
        self._shown: Detail | None = None
        self._scroll = QScrollArea()
        self._scroll.setObjectName("invoice_detail_scroll")
        self._scroll.setAccessibleName(self.tr("Detalle de la factura"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view = Button("invoice_view", self.tr("Ver factura"), Kind.PRIMARY, "file-text")
        self._save = IconButton("invoice_save", "save", self.tr("Guardar PDF"), Tone.TEXT)
        self._print = IconButton("invoice_print", "printer", self.tr("Imprimir"), Tone.TEXT)
        self._claim = IconButton("invoice_claim", "scale", self.tr("Reclamar"), Tone.TEXT)
        self._document = Label(style=Text.CAPTION, tone=Tone.MUTED, wrap=True)
        self._view.clicked.connect(self.view_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._claim.clicked.connect(self._ask_claim)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 10, 16, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self._view, 1)
        buttons.addWidget(self._save)
        buttons.addWidget(self._print)
        buttons.addWidget(self._claim)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 12)
        foot.addWidget(self._document)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._scroll, 1)
        column.addWidget(rule())
        column.addLayout(buttons)
        column.addLayout(foot)

    def show_detail(self, detail: Detail) -> None:
        """Fill in; the place of the scroll bar is kept for the same invoice."""
        if detail == self._shown:
            return
        same = self._shown is not None and self._shown.row.invoice.id == detail.row.invoice.id
        place = self._scroll.verticalScrollBar().value() if same else 0
        self._shown = detail
        has_document = detail.row.invoice.document is not None
        has_claim = detail.row.state is State.IN_CLAIM
        self._claim.set_face(
            "scale", self.tr("Ver la reclamación") if has_claim else self.tr("Reclamar")
        )
        for button in (self._view, self._save, self._print):
            button.setEnabled(has_document)
        self._document.setText(document_badge(detail.row).text)
        self._scroll.setWidget(self._content(detail))
        self._scroll.verticalScrollBar().setValue(place)

    def _ask_claim(self) -> None:
        if self._shown is None:
            return
        invoice, state = self._shown.row.invoice, self._shown.row.state
        known = invoice.claim_number if state is State.IN_CLAIM else None
        self.claim_wanted.emit(known or f"claim::{invoice.id}")

    def _content(self, detail: Detail) -> QWidget:
        invoice = detail.row.invoice
        content = QWidget()
        content.setProperty("role", "page")
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(8)
        badge = state_badge(detail.row.state)
        head = QHBoxLayout()
        head.addWidget(Badge(badge.text, badge.icon, Tone(badge.tone.value)))
        head.addWidget(Label(kind_text(invoice.kind), tone=Tone.MUTED))
        head.addStretch(1)
        column.addLayout(head)
        for text in self._remarks(invoice):
            column.addLayout(_remark(text))
        column.addLayout(self._facts(invoice))
        if detail.headline:
            column.addWidget(_heading(self.tr("Qué cambió")))
            column.addWidget(Label(detail.headline, wrap=True))
            for change in detail.changes:
                column.addLayout(
                    self._change(change.text, self._format.signed_money(change.amount))
                )
        if invoice.lines:
            column.addWidget(_heading(self.tr("Conceptos")))
            column.addLayout(lines_grid(invoice, self._format))
        if invoice.readings:
            column.addWidget(_heading(self.tr("Lecturas")))
            for grid in self._readings(invoice):
                column.addLayout(grid)
        column.addStretch(1)
        return content

    def _remarks(self, invoice: Invoice) -> list[str]:
        texts: list[str] = []
        if invoice.replaced_by:
            texts.append(self.tr("Factura reemplazada por {0}.").format(invoice.replaced_by))
        if invoice.agreement_number:
            text = self.tr(
                "Esta factura integra el acuerdo N° {0}; pague la cuota correspondiente."
            )
            texts.append(text.format(invoice.agreement_number))
        if invoice.claim_number:
            text = self.tr("En reclamo N° {0}. No se suma a la deuda mientras se resuelve.")
            texts.append(text.format(invoice.claim_number))
        if invoice.open.minor < 0:
            text = self.tr("Tiene {0} de saldo a favor, que se descuenta de lo que deba.")
            texts.append(text.format(self._format.money(-invoice.open)))
        return texts

    def _facts(self, invoice: Invoice) -> QGridLayout:
        fmt = self._format
        facts = [
            (self.tr("Saldo"), fmt.money(invoice.open), Text.HEADING),
            (self.tr("Importe"), fmt.money(invoice.total), Text.BODY),
            (self.tr("Pagado"), fmt.money(invoice.paid), Text.BODY),
        ]
        if invoice.previous_balance:
            facts.insert(
                2, (self.tr("Saldo anterior"), fmt.money(invoice.previous_balance), Text.BODY)
            )
        for term in invoice.due_terms:
            amount = fmt.money(term.amount)
            text = fmt.day(term.date)
            if len(invoice.due_terms) > 1:
                text = f"{text} · {amount}"
            facts.append((self.tr("Vencimiento"), text, Text.BODY))
        facts.append((self.tr("Emisión"), fmt.day(invoice.issue_date), Text.BODY))
        if invoice.period_end is not None:
            days = self.tr("%n días", "", invoice.days or 0)
            facts.append((self.tr("Período"), f"{period_text(invoice, fmt)} · {days}", Text.BODY))
        return _pairs(facts)

    def _change(self, text: str, amount: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(text, wrap=True), 1)
        value = Label(amount)
        row.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _readings(self, invoice: Invoice) -> list[QGridLayout]:
        fmt = self._format
        grids = []
        for reading in invoice.readings:
            facts = [
                (self.tr("Medidor"), reading.meter_serial, Text.BODY),
                (
                    self.tr("Anterior"),
                    f"{fmt.decimal(reading.previous_value)} · {fmt.day(reading.previous_date)}",
                    Text.BODY,
                ),
                (
                    self.tr("Actual"),
                    f"{fmt.decimal(reading.current_value)} · {fmt.day(reading.current_date)}",
                    Text.BODY,
                ),
                (
                    self.tr("Consumo"),
                    fmt.quantity(reading.consumption, reading.unit),
                    Text.STRONG,
                ),
            ]
            grid = _pairs(facts)
            badge = quality_badge(reading.quality)
            mark = Badge(badge.text, badge.icon, Tone(badge.tone.value))
            grid.addWidget(Label(self.tr("Tipo"), tone=Tone.MUTED), len(facts), 0)
            grid.addWidget(mark, len(facts), 1, Qt.AlignmentFlag.AlignRight)
            grids.append(grid)
        return grids


def _heading(text: str) -> Label:
    label = Label(text, Text.STRONG)
    label.setContentsMargins(0, 12, 0, 0)
    return label


def _remark(text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconLabel("info", Tone.ACCENT, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(text, wrap=True), 1)
    return row


def _pairs(facts: list[tuple[str, str, Text]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (name, value, style) in enumerate(facts):
        grid.addWidget(Label(name, tone=Tone.MUTED), row, 0, Qt.AlignmentFlag.AlignTop)
        shown = Label(value, style, wrap=True)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(shown, row, 1)
    return grid
