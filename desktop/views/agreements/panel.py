"""One agreement in detail: where it stands, its figures, its instalments, its invoices."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.agreements import Agreement, AgreementStatus
from desktop.domain.money import Money
from desktop.viewmodels.agreement_columns import AgreementRow
from desktop.viewmodels.agreement_words import remarks
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.table import Tone as WordTone
from desktop.views.agreements.schedule import schedule_grid
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, IconButton, Kind
from desktop.views.widgets.card import rule
from desktop.views.widgets.labels import IconLabel, Label, Text

_WIDEST = 620  # pixels; figures far from their names are hard to follow
_ICONS = {
    WordTone.BAD: "circle-alert",
    WordTone.ATTENTION: "clock",
    WordTone.INFO: "info",
    WordTone.NEUTRAL: "info",
}


class AgreementPanel(QWidget):
    """Shows a row of the list; the buttons tell the page what is wanted. `invoice_wanted` carries
    the id of an invoice, empty for all of them."""

    pay_wanted = QtSignal()
    paper_wanted = QtSignal()
    print_wanted = QtSignal()
    fulfilment_wanted = QtSignal()
    invoice_wanted = QtSignal(str)
    pending_wanted = QtSignal()

    def __init__(self, fmt: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreement_detail")
        self._format = fmt
        self._shown: tuple[AgreementRow, str] | None = None
        self._can_pay = False
        self._scroll = QScrollArea()
        self._scroll.setObjectName("agreement_detail_scroll")
        self._scroll.setAccessibleName(self.tr("Detalle del acuerdo"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pay = Button("agreement_pay", self.tr("Pagar cuota"), Kind.PRIMARY, "wallet")
        self._paper = Button("agreement_paper", self.tr("Ver acuerdo"), icon_name="file-text")
        self._fulfilment = Button(
            "agreement_fulfilment", self.tr("Constancia de cumplimiento"), icon_name="badge-check"
        )
        self._print = IconButton("agreement_print", "printer", self.tr("Imprimir"), Tone.TEXT)
        self._pending = Button("agreement_pending", self.tr("Ver pendientes de envío"), Kind.QUIET)
        self._invoices_again = Button(
            "agreement_invoices", self.tr("Ver facturas impagas"), icon_name="receipt-text"
        )
        self._pay.clicked.connect(self.pay_wanted)
        self._paper.clicked.connect(self.paper_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._fulfilment.clicked.connect(self.fulfilment_wanted)
        self._pending.clicked.connect(self.pending_wanted)
        self._invoices_again.clicked.connect(lambda: self.invoice_wanted.emit(""))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._paper, 1)
        row.addWidget(self._pending)
        row.addWidget(self._print)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(16, 10, 16, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self._pay)
        buttons.addWidget(self._invoices_again)
        buttons.addLayout(row)
        buttons.addWidget(self._fulfilment)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._scroll, 1)
        column.addWidget(rule())
        column.addLayout(buttons)

    def offer_payment(self, can_pay: bool) -> None:
        """Whether the utility takes payments here."""
        self._can_pay = can_pay
        self._show_pay()

    def _show_pay(self) -> None:
        found = self._shown[0].agreement if self._shown is not None else None
        awaits = found is not None and found.status is AgreementStatus.AWAITING_DOWN_PAYMENT
        has_next = found is not None and found.next_instalment is not None
        self._pay.set_text(self.tr("Pagar anticipo") if awaits else self.tr("Pagar cuota"))
        self._pay.setVisible(self._can_pay and (awaits or has_next))

    def show_row(self, row: AgreementRow, today: date, sentence: str) -> None:
        """Fill in; the place of the scroll bar is kept for the same agreement."""
        if (row, sentence) == self._shown:
            return
        same = self._shown is not None and self._shown[0].id == row.id
        place = self._scroll.verticalScrollBar().value() if same else 0
        self._shown = (row, sentence)
        found = row.agreement
        is_kept = found is not None and found.status is AgreementStatus.FULFILLED
        self._paper.setVisible(found is not None)
        self._print.setVisible(found is not None)
        self._fulfilment.setVisible(is_kept)
        is_broken = found is not None and found.status is AgreementStatus.BROKEN
        self._invoices_again.setVisible(is_broken)
        self._pending.setVisible(found is None)
        self._show_pay()
        content = self._of_request(row, sentence) if found is None else self._of(found, row, today)
        self._scroll.setWidget(content)
        self._scroll.verticalScrollBar().setValue(place)

    def _body(self, row: AgreementRow, about: str) -> tuple[QWidget, QVBoxLayout]:
        content = QWidget()
        content.setProperty("role", "page")
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Badge(row.badge.text, row.badge.icon, Tone(row.badge.tone.value)))
        head.addWidget(Label(about, tone=Tone.MUTED))
        head.addStretch(1)
        column.addLayout(head)
        return content, column

    def _of_request(self, row: AgreementRow, sentence: str) -> QWidget:
        content, column = self._body(row, self.tr("Solicitud"))
        text = Label(sentence, wrap=True)
        text.setObjectName("agreement_sentence")
        column.addWidget(text)
        facts = [
            (self.tr("Deuda incluida"), row.debt),
            (self.tr("Anticipo"), row.down_payment),
            (self.tr("Primera cuota"), row.share),
        ]
        shown = [(name, self._money(amount), Text.BODY) for name, amount in facts]
        shown.append((self.tr("Cuotas"), str(row.count), Text.BODY))
        column.addLayout(_pairs(shown))
        column.addStretch(1)
        return content

    def _of(self, found: Agreement, row: AgreementRow, today: date) -> QWidget:
        asked = self._format.day(self._format.local(found.requested_at).date())
        content, column = self._body(row, self.tr("Solicitado el {0}").format(asked))
        for text, tone in remarks(found, today, self._format):
            column.addLayout(_remark(text, tone))
        column.addLayout(_pairs(self._facts(found)))
        column.addWidget(_heading(self.tr("Cuotas")))
        column.addLayout(schedule_grid(found, today, self._format))
        column.addWidget(_heading(self.tr("Facturas incluidas")))
        column.addLayout(self._invoices(found))
        column.addStretch(1)
        return content

    def _facts(self, found: Agreement) -> list[tuple[str, str, Text]]:
        fmt = self._format
        facts: list[tuple[str, str, Text]] = []
        coming = found.next_instalment
        if coming is not None:
            facts.append((self.tr("Próxima cuota"), fmt.money(coming.open), Text.HEADING))
            facts.append((self.tr("Vencimiento"), fmt.day(coming.due_date), Text.BODY))
        if found.status.is_under_way:
            facts.append((self.tr("Saldo"), fmt.money(found.open), Text.STRONG))
        facts.append((self.tr("Deuda incluida"), fmt.money(found.debt), Text.BODY))
        if found.arrears:
            late = fmt.money(found.arrears + found.arrears_tax)
            facts.append((self.tr("Recargo por mora, con IVA"), late, Text.BODY))
        facts.append((self.tr("Anticipo"), self._down_payment(found), Text.BODY))
        facts.append((self.tr("Se financia"), fmt.money(found.principal), Text.BODY))
        facts.append((self.tr("Intereses"), fmt.money(found.interest), Text.BODY))
        facts.append((self.tr("IVA s/intereses"), fmt.money(found.tax), Text.BODY))
        facts.append((self.tr("Total del acuerdo"), fmt.money(found.total), Text.STRONG))
        rate = fmt.decimal(found.nominal_rate)
        facts.append((self.tr("TNA"), f"{rate}\u00a0%", Text.BODY))
        return facts

    def _down_payment(self, found: Agreement) -> str:
        fmt = self._format
        amount = fmt.money(found.down_payment)
        if found.down_payment_paid_on is not None:
            paid = fmt.day(found.down_payment_paid_on)
            return self.tr("{0}, pagado el {1}").format(amount, paid)
        return amount

    def _invoices(self, found: Agreement) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(found.invoices):
            name = f"agreement_invoice_{one.id}"
            link = Button(name, one.number, Kind.QUIET, "receipt-text")
            link.setAccessibleDescription(self.tr("Abre la factura en Mis Facturas"))
            link.clicked.connect(lambda _on=False, key=one.id: self.invoice_wanted.emit(key))
            amount = Label(self._format.money(one.amount))
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(amount, row, 1)
        return grid

    def _money(self, amount: Money | None) -> str:
        return self._format.money(amount) if amount is not None else "–"


def _heading(text: str) -> Label:
    label = Label(text, Text.STRONG)
    label.setContentsMargins(0, 12, 0, 0)
    return label


def _remark(text: str, tone: WordTone) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    icon = IconLabel(_ICONS.get(tone, "info"), Tone(tone.value), 16)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
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
