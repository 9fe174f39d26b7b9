"""One payment in detail."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.payments import Payment
from desktop.viewmodels.pay_words import end_text, review_text, state_badge, waiting_text
from desktop.viewmodels.paying import PayingViewModel
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.labels import Label


class PaymentPanel(QWidget):
    """State, what it means, what was paid, and the buttons that make sense then."""

    receipt_wanted = QtSignal(str)  # id of the payment
    claim_wanted = QtSignal(str)

    def __init__(self, model: PayingViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("payment_panel")
        self._model = model
        self._payment: Payment | None = None
        self._badge = Badge()
        self._text = Label(wrap=True)
        self._text.setObjectName("payment_text")
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self._receipt = Button("payment_receipt", self.tr("Ver comprobante"), icon_name="file-text")
        self._resume = Button("payment_resume", self.tr("Ir al banco"), icon_name="external-link")
        self._claim = Button(
            "payment_claim", self.tr("Reclamar pago no imputado"), Kind.QUIET, "megaphone"
        )
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._badge)
        column.addWidget(self._text)
        column.addLayout(self._facts)
        column.addSpacing(4)
        for button in (self._receipt, self._resume, self._claim):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._receipt.clicked.connect(self._want_receipt)
        self._claim.clicked.connect(self._want_claim)
        self._resume.clicked.connect(self._go_on)

    def show_payment(self, payment: Payment) -> None:
        """Show it."""
        self._payment = payment
        fmt, now = self._model.context.format, self._model.context.shell.now()
        badge = state_badge(payment)
        self._badge.show_state(badge.text, badge.icon, Tone(badge.tone.value))
        if payment.state.is_open:
            text = waiting_text(payment, fmt, now)
        else:
            text = end_text(payment, fmt)[0]
        if payment.review is not None and review_text(payment.review) not in text:
            text = f"{text} {review_text(payment.review)}"
        self._text.setText(text)
        self._show_facts(payment)
        self._receipt.setVisible(bool(payment.receipts))
        self._resume.setVisible(payment.state == "redirected")
        self._claim.setVisible(self._model.is_unposted(payment) or bool(payment.receipts))

    def _show_facts(self, payment: Payment) -> None:
        fmt = self._model.context.format
        facts = [
            (self.tr("Importe"), fmt.money(payment.amount)),
            (self.tr("Banco"), payment.bank_name),
            (self.tr("Iniciado"), f"{fmt.local(payment.created_at):%d/%m/%Y %H:%M}"),
        ]
        for receipt in payment.receipts:
            facts.append((self.tr("Comprobante"), receipt.number))
            facts.append((self.tr("Referencia del banco"), receipt.bank_reference))
            facts.append((self.tr("Pagado"), f"{fmt.local(receipt.paid_at):%d/%m/%Y %H:%M}"))
            if receipt.amount != payment.amount:
                facts.append((self.tr("Recibido"), fmt.money(receipt.amount)))
        for item in payment.items:
            facts.append((item.label, fmt.money(item.amount)))
            if payment.receipts and item.credited != item.amount:
                facts.append((self.tr("Acreditado"), fmt.money(item.credited)))
        while (taken := self._facts.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value) in enumerate(facts):
            self._facts.addWidget(Label(name, tone=Tone.MUTED), row, 0, Qt.AlignmentFlag.AlignTop)
            shown = Label(value, wrap=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._facts.addWidget(shown, row, 1)

    def _want_receipt(self) -> None:
        if self._payment is not None:
            self.receipt_wanted.emit(self._payment.id)

    def _want_claim(self) -> None:
        if self._payment is not None:
            self.claim_wanted.emit(self._payment.id)

    def _go_on(self) -> None:
        if self._payment is not None:
            self._model.resume(self._payment.pay_id)
