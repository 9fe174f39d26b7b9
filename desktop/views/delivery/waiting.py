"""A wish that waits on this computer, in the form's place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.viewmodels.delivery_state import OnItsWay
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card
from desktop.views.widgets.labels import Label, Text
from desktop.views.widgets.speech import announce


class WaitingCard(Card):
    """State, what was asked for, and what can still be done about it."""

    edited = Signal()
    cancelled = Signal()
    pending_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("delivery_waiting")
        self._badge = Badge()
        self._what = Label(style=Text.HEADING, wrap=True)
        self._sentence = Label(wrap=True)
        self._sentence.setObjectName("delivery_waiting_sentence")
        self._edit = Button("delivery_edit", self.tr("Editar"))
        self._cancel = Button("delivery_cancel", self.tr("Anular"))
        self._pending = Button("delivery_pending", self.tr("Ver pendientes de envío"), Kind.QUIET)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, told in (
            (self._edit, self.edited),
            (self._cancel, self.cancelled),
            (self._pending, self.pending_wanted),
        ):
            button.clicked.connect(told)
            row.addWidget(button)
        row.addStretch(1)
        self.body.setSpacing(12)
        self.body.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._what)
        self.body.addWidget(self._sentence)
        self.body.addLayout(row)

    def show_item(self, item: OnItsWay) -> None:
        """Show its state."""
        self._badge.show_state(item.badge.text, item.badge.icon, Tone(item.badge.tone.value))
        self._what.setText(item.what)
        if self._sentence.text() != item.sentence:
            self._sentence.setText(item.sentence)
            announce(self, item.sentence)
        self._edit.setVisible(item.can_edit)
        self._cancel.setVisible(item.can_cancel)
