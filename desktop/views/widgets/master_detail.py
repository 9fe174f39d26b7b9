"""A list with a panel beside it; where the window is narrow, the panel takes the list's place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.viewmodels.settings import Settings
from desktop.views.tokens import SPACE_M
from desktop.views.widgets.buttons import Button, IconButton, Kind
from desktop.views.widgets.card import Card
from desktop.views.widgets.labels import ElidedLabel, Text

NARROW = 1000  # own width under which list and panel do not stand side by side, pixels
PANEL = 392  # first width of the panel, pixels


class MasterDetail(QWidget):
    """`closed` tells that a person closed the panel (cross, back button or Esc)."""

    closed = QtSignal()
    alone_changed = QtSignal(bool)  # the panel took the list's place, or gave it back

    def __init__(
        self,
        name: str,
        master: QWidget,
        detail: QWidget,
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._settings = settings
        self._master = master
        self._panel = Card(margin=0)
        self._panel.setObjectName(f"{name}_panel")
        self._title = ElidedLabel(style=Text.HEADING)
        self._back = Button(f"{name}_back", self.tr("Volver a la lista"), Kind.QUIET, "arrow-left")
        self._close = IconButton(f"{name}_close", "x", self.tr("Cerrar detalle"))
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 8, 0)
        top.setSpacing(12)
        top.addWidget(self._back)
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        self._panel.body.setSpacing(0)
        self._panel.body.addLayout(top)
        self._panel.body.addWidget(detail, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setObjectName(f"{name}_split")
        self._split.setHandleWidth(SPACE_M)
        self._split.setStyleSheet("QSplitter::handle { background: transparent; }")
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(master)
        self._split.addWidget(self._panel)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.splitterMoved.connect(self._remember)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)
        self._panel.setMinimumWidth(320)
        self._panel.hide()
        self._is_open = False
        self._was_alone = False
        self._close.clicked.connect(self.closed)
        self._back.clicked.connect(self.closed)

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self._is_open

    @property
    def is_narrow(self) -> bool:
        """Whether the panel takes the list's place."""
        return self.width() < NARROW

    def open(self, title: str) -> None:
        """Show the panel."""
        self._title.setText(title)
        was_open, self._is_open = self._is_open, True
        self._arrange()
        if not was_open and not self.is_narrow:
            wanted = self._width()
            self._split.setSizes([max(self.width() - wanted, 1), wanted])
        if not was_open and self.is_narrow:
            self._back.setFocus()

    def close_panel(self) -> None:
        """Hide the panel; the list gets the room and, if the panel had it, the focus."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._panel.isAncestorOf(focus)
        self._is_open = False
        self._arrange()
        if had_focus:
            self._master.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_open:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        alone = self._is_open and self.is_narrow
        self._master.setVisible(not alone)
        self._panel.setVisible(self._is_open)
        self._back.setVisible(alone)
        self._close.setVisible(not alone)
        if alone != self._was_alone:
            self._was_alone = alone
            self.alone_changed.emit(alone)

    def _key(self) -> str:
        return f"panel/{self.objectName()}"

    def _width(self) -> int:
        kept = self._settings.text(self._key()) if self._settings is not None else ""
        wanted = int(kept) if kept.isdecimal() else PANEL
        return min(max(wanted, 320), self.width() // 2)

    def _remember(self, _position: int, _index: int) -> None:
        if self._settings is not None and self._is_open and not self.is_narrow:
            self._settings.set_text(self._key(), str(self._panel.width()))
