"""A bank to choose."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.viewmodels.paying_state import BankChoice
from desktop.views.tokens import Tone
from desktop.views.widgets.labels import ElidedLabel, IconLabel, Label, Text
from desktop.views.widgets.pressing import EnterPresses


class BankTile(EnterPresses, QPushButton):
    """Name and limits, or why it cannot be chosen. Its objectName is `bank_<code>`."""

    def __init__(self, choice: BankChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"bank_{choice.bank.code}")
        self.setProperty("kind", "tile")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._mark = IconLabel("building-2", Tone.ACCENT, 20)
        self._name = ElidedLabel(choice.bank.name, Text.STRONG)
        self._note = Label(style=Text.CAPTION, tone=Tone.MUTED, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._note)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        self.setFixedHeight(66)
        self.show_choice(choice, is_chosen=False)

    def show_choice(self, choice: BankChoice, *, is_chosen: bool) -> None:
        """Show it as it is now."""
        can = choice.trouble is None
        self._name.setText(choice.bank.name)
        self._note.setText(choice.note)
        self._note.set_tone(Tone.MUTED if can else Tone.WARNING)
        icon = "check" if is_chosen else "building-2" if can else "ban"
        self._mark.set_icon(icon, Tone.ACCENT if can else Tone.MUTED)
        self.setEnabled(can)
        self.setChecked(is_chosen)
        self.setAccessibleName(f"{choice.bank.name}. {choice.note}")
