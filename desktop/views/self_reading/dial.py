"""One register: its boxes, what comes of them, and what is to be said about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.viewmodels.self_reading_state import Dial
from desktop.views.tokens import Tone
from desktop.views.widgets.digits import DigitField
from desktop.views.widgets.labels import IconLabel, Label, Text
from desktop.views.widgets.speech import announce

_ICONS = {Tone.DANGER: "circle-alert", Tone.WARNING: "triangle-alert"}


class DialEntry(QWidget):
    """Emits what is typed; shows what the viewmodel says of it, beside the field."""

    typed = Signal(str, str)  # register id, digits
    submitted = Signal()

    def __init__(self, dial: Dial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register_id = dial.register_id
        self.field = DigitField(f"reading_{dial.register_id}", dial.label, dial.digits)
        self._help = dial.help
        self._title = Label(dial.title, Text.STRONG)
        self._unit = Label(dial.unit, Text.LEAD, Tone.MUTED)
        self._consumption = Label(style=Text.STRONG)
        self._consumption.setObjectName("reading_consumption")
        self._usual = Label(style=Text.CAPTION, tone=Tone.MUTED)
        self._usual.setObjectName("reading_usual")
        self._mark = IconLabel("info", size=16)
        self._message = Label(wrap=True)
        self._message.setObjectName("reading_message")
        self._title.setBuddy(self.field)
        self._lay_out()
        self.field.typed.connect(lambda text: self.typed.emit(self.register_id, text))
        self.field.refused.connect(lambda: self._say(self._help, Tone.DANGER))
        self.field.returnPressed.connect(self.submitted)
        self.show_dial(dial)

    def show_dial(self, dial: Dial) -> None:
        """Show what is known of it now."""
        self._help = dial.help
        self.field.set_digits(dial.text)
        used = self.tr("Consumo: {0}").format(dial.consumption) if dial.consumption else ""
        self._consumption.setText(used)
        self._consumption.setVisible(bool(used))
        usual = self.tr("Habitual: {0}").format(dial.usual) if dial.usual else ""
        self._usual.setText(usual)
        tone = Tone(dial.tone.value)
        self._say(dial.message or dial.help, tone if dial.message else Tone.MUTED)
        self.field.set_problem(dial.message if tone is Tone.DANGER and dial.message else "")
        self.field.setAccessibleDescription(dial.message or dial.help)

    def _say(self, text: str, tone: Tone) -> None:
        self._mark.set_icon(_ICONS.get(tone, "info"), tone)
        self._message.set_tone(tone)
        if self._message.text() != text:
            self._message.setText(text)
            if tone in _ICONS:
                announce(self.field, text)

    def _lay_out(self) -> None:
        found = QVBoxLayout()
        found.setSpacing(2)
        found.addStretch(1)
        found.addWidget(self._consumption)
        found.addWidget(self._usual)
        found.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(self._unit)
        row.addSpacing(12)
        row.addLayout(found)
        row.addStretch(1)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._message, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addLayout(said)
