"""A state as icon, word and colour."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.views.tokens import Tone
from desktop.views.widgets.labels import IconLabel, Label, Text, repolish


class Badge(QFrame):
    """A pill with an icon and a word, never colour alone."""

    def __init__(
        self,
        text: str = "",
        icon_name: str = "info",
        tone: Tone = Tone.MUTED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "badge")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(24)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 10, 0)
        row.setSpacing(4)
        self._icon = IconLabel(icon_name, tone, 14)
        self._word = Label(style=Text.CAPTION)
        row.addWidget(self._icon)
        row.addWidget(self._word)
        self.show_state(text, icon_name, tone)

    @property
    def text(self) -> str:
        """The word shown."""
        return self._word.text()

    def show_state(self, text: str, icon_name: str, tone: Tone) -> None:
        """Show another state."""
        self._icon.set_icon(icon_name, tone)
        self._word.setText(text)
        self._word.set_tone(tone)
        self.setAccessibleName(text)
        self.setProperty("tone", tone)
        repolish(self)
