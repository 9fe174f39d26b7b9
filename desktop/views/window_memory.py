"""Where the window was, kept across runs, and pulled back where its screen is gone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from desktop.viewmodels.settings import Settings

DEFAULT = QSize(1180, 760)
SMALLEST = QSize(640, 480)
_GRIP = 48  # pixels of the title that must stay within reach


def restore(window: QMainWindow, settings: Settings) -> None:
    """Put `window` where it was, within the screens there are now."""
    window.setMinimumSize(SMALLEST)
    place = _parse(settings.text("window/place"))
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if place is None or not screens:
        window.resize(DEFAULT)
        return
    window.setGeometry(pulled_back(place, screens))


def remember(window: QMainWindow, settings: Settings) -> None:
    """Keep place and whether it was maximised."""
    place = window.normalGeometry() if window.isMaximized() else window.geometry()
    text = f"{place.x()} {place.y()} {place.width()} {place.height()}"
    settings.set_text("window/place", text)
    settings.set_flag("window/maximised", window.isMaximized())


def pulled_back(place: QRect, screens: list[QRect]) -> QRect:
    """`place` as it is where a grip of it lies on a screen, else on the first screen; never
    larger than its screen."""
    grip = QRect(place.x(), place.y(), place.width(), _GRIP)
    home = next((s for s in screens if s.intersected(grip).width() >= _GRIP), None)
    screen = home or screens[0]
    size = QSize(min(place.width(), screen.width()), min(place.height(), screen.height()))
    size = size.expandedTo(SMALLEST)
    if home is not None and screen.contains(place.topLeft()):
        return QRect(place.topLeft(), size)
    left = max(screen.left(), min(place.x(), screen.right() - size.width() + 1))
    top = max(screen.top(), min(place.y(), screen.bottom() - size.height() + 1))
    return QRect(QPoint(left, top), size)


def _parse(text: str) -> QRect | None:
    try:
        left, top, width, height = (int(word) for word in text.split())
    except ValueError:
        return None
    return QRect(left, top, width, height) if width > 0 and height > 0 else None
