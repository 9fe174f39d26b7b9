"""What takes longer than a second: how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button
from desktop.views.widgets.labels import IconLabel, Label


class ProgressStrip(QFrame):
    """A line with a sentence, a bar and 'Cancelar'; hidden while nothing runs."""

    cancelled = QtSignal()

    def __init__(self, name: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        self._text = Label()
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}_bar")
        self._bar.setTextVisible(False)
        self._button = Button(f"{name}_cancel", self.tr("Cancelar"))
        self._button.clicked.connect(self.cancelled)
        row.addWidget(IconLabel(icon_name, Tone.ACCENT, 18))
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._button)
        self.hide()

    def tell(self, text: str, done: int, total: int, *, can_cancel: bool = True) -> None:
        """Show how far it is."""
        self._text.setText(text)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)
        self._button.setEnabled(can_cancel)
        self.show()
