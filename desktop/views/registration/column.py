"""The frame of a face of the sign-in page: way back, title, and a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.form import WIDTH
from desktop.views.widgets.labels import Label, Text


class ColumnFace(QWidget):
    """Fill `column`; `head` is the row of the title. Esc goes back."""

    back = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        way_back = Button(f"{name}_back", self.tr("Volver"), Kind.QUIET, "arrow-left")
        way_back.clicked.connect(self.back)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(way_back)
        self.head.addWidget(Label(title, Text.TITLE), 1)
        middle = QWidget()
        middle.setFixedWidth(WIDTH)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, 24, 0, 24)
        self.column.setSpacing(16)
        self.column.addLayout(self.head)
        inner = QWidget()
        inner.setProperty("role", "page")
        sides = QHBoxLayout(inner)
        sides.setContentsMargins(24, 0, 24, 0)
        sides.addStretch(1)
        sides.addWidget(middle)
        sides.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName(f"{name}_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._scroll = scroll

    def show_top(self) -> None:
        """Scroll to the title."""
        self._scroll.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)
