"""A line under a field that unfolds an explanation."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.form import FieldRow
from desktop.views.widgets.labels import Label


class Fold(QWidget):
    """`words` on a button; below it, once pressed, the explanation."""

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._is_placed = False
        self.button = Button(name, words, Kind.QUIET, "chevron-right")
        self.button.setCheckable(True)
        self._text = Label(tone=Tone.MUTED, wrap=True)
        self._text.setObjectName(f"{name}_text")
        self._text.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._text)
        self.button.toggled.connect(self._text.setVisible)

    def tell(self, text: str) -> None:
        """The explanation; without one there is no line."""
        self._text.setText(text)
        self.setVisible(self._is_placed and bool(text))

    def stand_below(self, row: FieldRow) -> None:
        """Under the row's control, and next to it for the Tab key."""
        row.add_below(self)
        self._is_placed = True
        self.setVisible(bool(self._text.text()))
        QWidget.setTabOrder(row.control.target, self.button)
