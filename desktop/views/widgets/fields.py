"""One-line fields: search with its icon, and one that carries its own problem."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.icons import icon
from desktop.views.tokens import Tone
from desktop.views.widgets.labels import repolish


class Field(QLineEdit):
    """A field with an objectName and a name for screen readers."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)

    def set_problem(self, text: str) -> None:
        """Mark as wrong, and say why to a screen reader; empty text takes the mark away."""
        self.setAccessibleDescription(text)
        is_invalid = bool(text)
        if bool(self.property("invalid")) != is_invalid:
            self.setProperty("invalid", is_invalid)
            repolish(self)


class SearchField(Field):
    """Filters as one types; Esc clears it first and is passed on when it is empty."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent)
        self.setPlaceholderText(label)
        self.setClearButtonEnabled(False)
        self.addAction(icon("search", Tone.MUTED), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icon("x", Tone.MUTED), self.tr("Borrar filtro"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._offer_clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _offer_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))
