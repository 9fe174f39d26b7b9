"""The shipped icons in the theme's colours, sharp at every scale.

An icon asks for its colour each time it is painted, so a change of theme needs no new icons.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.resources import resource
from desktop.views.tokens import Tone, tokens


def icon(name: str, tone: Tone = Tone.TEXT, on: Tone | None = None) -> QIcon:
    """Icon `name` of resources/icons; `on` is its tone while checked or selected."""
    return QIcon(_Engine(name, tone, on or tone))


def pixmap(name: str, tone: Tone, size: int, ratio: float = 1.0) -> QPixmap:
    """Icon `name`, `size` logical pixels square, for a screen of `ratio` pixels each."""
    return _render(name, tokens().of(tone), size, ratio)


@lru_cache(maxsize=1)
def _sources() -> dict[str, bytes]:
    return {}


def _source(name: str) -> bytes:
    known = _sources()
    if name not in known:
        known[name] = resource("icons", f"{name}.svg").read_bytes()
    return known[name]


@lru_cache(maxsize=512)
def _render(name: str, colour: str, size: int, ratio: float, width: int = 0) -> QPixmap:
    drawing = _source(name).replace(b"currentColor", colour.encode())
    renderer = QSvgRenderer(QByteArray(drawing))
    edge = max(1, round(size * ratio))
    picture = QPixmap(max(edge, round(width * ratio)), edge)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


class _Engine(QIconEngine):
    """Draws one icon in the colour its tone has at the moment."""

    def __init__(self, name: str, tone: Tone, on: Tone) -> None:
        super().__init__()
        self._name, self._tone, self._on = name, tone, on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        edge = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        picture = _render(self._name, self._colour(mode, state), edge, ratio)
        left = rect.x() + (rect.width() - edge) // 2
        top = rect.y() + (rect.height() - edge) // 2
        painter.drawPixmap(left, top, picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # A size wider than high leaves its rest empty at the right: room before a button's words.
        edge = min(size.width(), size.height())
        return _render(self._name, self._colour(mode, state), edge, scale, size.width())

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone, self._on)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return tokens().disabled
        is_on = state is QIcon.State.On or mode is QIcon.Mode.Selected
        return tokens().of(self._on if is_on else self._tone)
