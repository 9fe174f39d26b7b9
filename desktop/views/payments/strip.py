"""What waits for the bank, above the list: never in the way, and never sure before the bank is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.payments import Payment, PayState
from desktop.viewmodels.pay_words import waiting_text
from desktop.viewmodels.paying import PayingViewModel
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card
from desktop.views.widgets.labels import IconLabel, Label, Text


class PayStrip(Card):
    """The newest open attempt of the contract, or the one whose answer was lost; hidden where
    there is none."""

    def __init__(self, model: PayingViewModel, parent: QWidget | None = None) -> None:
        super().__init__(margin=12, parent=parent)
        self.setObjectName("pay_strip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._model = model
        self._payment: Payment | None = None
        self._icon = IconLabel("hourglass", Tone.ACCENT, 20)
        self._title = Label(style=Text.STRONG, wrap=True)
        self._title.setObjectName("pay_strip_title")
        self._text = Label(tone=Tone.MUTED, wrap=True)
        self._text.setObjectName("pay_strip_text")
        self._page = Button("pay_again", self.tr("Ir al banco"), icon_name="external-link")
        self._check = Button("pay_check", self.tr("Consultar ahora"), icon_name="refresh-cw")
        self._cancel = Button("pay_cancel", self.tr("Cancelar pago"), Kind.QUIET)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addStretch(1)
        ways.addWidget(self._cancel)
        ways.addWidget(self._check)
        ways.addWidget(self._page)
        self.body.addLayout(row)
        self.body.addLayout(ways)
        self._page.clicked.connect(self._go_on)
        self._cancel.clicked.connect(self._give_up)
        self._check.clicked.connect(model.check)
        model.state_changed.connect(self._show)
        self._show()

    def _go_on(self) -> None:
        if self._payment is not None:
            self._model.resume(self._payment.pay_id)

    def _give_up(self) -> None:
        if self._payment is not None:
            self._model.cancel(self._payment.pay_id)

    def _show(self) -> None:
        state, context = self._model.state, self._model.context
        self._payment = state.open_ones[0] if state.open_ones else None
        payment, fmt = self._payment, context.format
        self.setVisible(payment is not None or state.unsure is not None)
        self._check.setEnabled(not state.is_asking)
        if payment is not None:
            at_bank = payment.state is PayState.PENDING
            title = (
                self.tr("Verificando su pago de {0}")
                if at_bank
                else self.tr("Complete el pago de {0} en su banco")
            )
            self._title.setText(title.format(fmt.money(payment.amount)))
            labels = ", ".join(item.label for item in payment.items)
            self._text.setText(f"{waiting_text(payment, fmt, context.shell.now())} {labels}")
            self._icon.set_icon("hourglass", Tone.ACCENT if at_bank else Tone.WARNING)
            self._page.setVisible(payment.state is PayState.REDIRECTED)
            self._cancel.setVisible(not at_bank)
        elif state.unsure is not None:
            title = self.tr("Verificando si el pago de {0} se inició")
            self._title.setText(title.format(fmt.money(state.unsure)))
            self._text.setText(self.tr("Se perdió la respuesta del servidor. No vuelva a pagar."))
            self._icon.set_icon("hourglass", Tone.ACCENT)
            self._page.hide()
            self._cancel.hide()
