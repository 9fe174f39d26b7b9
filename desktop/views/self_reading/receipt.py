"""What stands in the form's place: what became of the reading, or why there is none to give."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.viewmodels.self_reading_state import Receipt
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card
from desktop.views.widgets.labels import IconLabel, Label, Text
from desktop.views.widgets.speech import announce


class ReceiptCard(Card):
    """State, value, and what can be done about it."""

    edited = Signal()
    cancelled = Signal()
    checked = Signal()
    replaced = Signal()
    pending_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("reading_receipt")
        self._badge = Badge()
        self._value = Label(style=Text.FIGURE)
        self._value.setObjectName("receipt_value")
        self._sentence = Label(style=Text.LEAD, wrap=True)
        self._sentence.setObjectName("receipt_sentence")
        self._deadline = Label(tone=Tone.WARNING, wrap=True)
        self._edit = Button("receipt_edit", self.tr("Editar"))
        self._cancel = Button("receipt_cancel", self.tr("Anular"))
        self._check = Button("receipt_check", self.tr("Comprobar ahora"))
        self._replace = Button("receipt_replace", self.tr("Reemplazar lectura"))
        self._pending = Button("receipt_pending", self.tr("Ver pendientes de envío"), Kind.QUIET)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, told in (
            (self._edit, self.edited),
            (self._cancel, self.cancelled),
            (self._check, self.checked),
            (self._replace, self.replaced),
            (self._pending, self.pending_wanted),
        ):
            button.clicked.connect(told)
            row.addWidget(button)
        row.addStretch(1)
        self.body.setSpacing(12)
        self.body.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._value)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._deadline)
        self.body.addLayout(row)

    def show_receipt(self, receipt: Receipt) -> None:
        """Show its state."""
        tone = Tone(receipt.badge.tone.value)
        self._badge.show_state(receipt.badge.text, receipt.badge.icon, tone)
        self._value.setText(receipt.value)
        if self._sentence.text() != receipt.sentence:
            self._sentence.setText(receipt.sentence)
            announce(self, receipt.sentence)
        self._deadline.setText(receipt.deadline)
        self._deadline.setVisible(bool(receipt.deadline))
        self._edit.setVisible(receipt.can_edit)
        self._cancel.setVisible(receipt.can_cancel)
        self._check.setVisible(receipt.can_check)
        self._replace.setVisible(receipt.can_replace)
        self._pending.setVisible(bool(receipt.op_id))


class ClosedCard(Card):
    """Why no reading can be given now, and when; whom to ask where that is not known."""

    reminder_wanted = Signal()
    question_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("reading_closed")
        self._text = Label(style=Text.LEAD, wrap=True)
        self._text.setObjectName("closed_text")
        self._remind = Button(
            "reading_remind", self.tr("Guardar recordatorio…"), icon_name="calendar-clock"
        )
        self._ask = Button(
            "reading_ask", self.tr("Hacer una pregunta"), icon_name="message-circle-question"
        )
        self._remind.clicked.connect(self.reminder_wanted)
        self._ask.clicked.connect(self.question_wanted)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("calendar-clock", Tone.MUTED, 40), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.body.setSpacing(12)
        self.body.addLayout(row)
        self.body.addWidget(self._remind, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(self, text: str, *, can_remind: bool) -> None:
        """Show why; a reminder is offered where there is a day to wait for, else a question."""
        self._text.setText(text)
        self._remind.setVisible(can_remind)
        self._ask.setVisible(not can_remind)
        self.setAccessibleName(text)
