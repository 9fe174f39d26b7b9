"""A panel over the window for a moment: it takes the focus, and gives it back when it goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget


class Overlay(QFrame):
    """A child of the window, not a window of its own: every platform puts it where it belongs.
    Esc, a click elsewhere and the loss of the focus close it."""

    closed = Signal()

    def __init__(self, name: str, content: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setProperty("role", "raised")
        self._content = content
        self._before: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(content)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        self.setGraphicsEffect(shadow)
        self.hide()

    def open_at(self, place: QRect, focus: QWidget) -> None:
        """Show at `place` (the window's coordinates), as much of it as there is room for."""
        self._before = QApplication.focusWidget()
        room = self.window().rect().adjusted(8, 8, -8, -8)
        size = QSize(min(place.width(), room.width()), min(place.height(), room.height()))
        left = max(room.left(), min(place.x(), room.right() - size.width()))
        top = max(room.top(), min(place.y(), room.bottom() - size.height()))
        self.setGeometry(QRect(QPoint(left, top), size))
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def dismiss(self, *, give_back: bool = True) -> None:
        """Hide, and give the focus back unless something else took it."""
        if self.isHidden():
            return
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        before, self._before = self._before, None
        self.hide()
        if give_back and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press outside, or the focus going elsewhere in the window, closes."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget):
                self.dismiss()
        elif event.type() == QEvent.Type.FocusIn and self._is_elsewhere(watched):
            self.dismiss(give_back=False)
        return False

    def _is_elsewhere(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget) or watched is self:
            return False
        return not self.isAncestorOf(watched)
