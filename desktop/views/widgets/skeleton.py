"""Grey bars where rows will be, and the turning circle for what takes longer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.views.icons import pixmap
from desktop.views.tokens import Tone, tokens

_WIDTHS = (0.62, 0.8, 0.5, 0.7)  # share of a column that a bar fills, so that it looks like text


class SkeletonRows(QWidget):
    """`rows` rows of `columns` bars, as high as the rows that will take their place."""

    def __init__(
        self, rows: int = 6, columns: int = 4, height: int = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows, self._columns, self._height = rows, columns, height
        self.setAccessibleName(self.tr("Cargando"))

    def sizeHint(self) -> QSize:
        return QSize(400, self._rows * self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().skeleton))
        width = (self.width() - 32) / self._columns
        for row in range(self._rows):
            top = row * self._height + (self._height - 12) / 2
            for column in range(self._columns):
                share = _WIDTHS[(row + column) % len(_WIDTHS)]
                bar = QRectF(16 + column * width, top, width * share, 12)
                painter.drawRoundedRect(bar, 4, 4)
        painter.end()


class Spinner(QWidget):
    """Turns while it is visible."""

    def __init__(
        self, size: int = 16, tone: Tone = Tone.MUTED, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.setAccessibleName(self.tr("En curso"))
        self._tone = tone
        self._angle = 0
        self._timer = QTimer(self, interval=80)
        self._timer.timeout.connect(self._turn)

    def showEvent(self, _event: QShowEvent) -> None:
        self._timer.start()

    def hideEvent(self, _event: QHideEvent) -> None:
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        half = self.width() / 2
        painter.translate(half, half)
        painter.rotate(self._angle)
        picture = pixmap("loader-circle", self._tone, self.width(), self.devicePixelRatioF())
        painter.drawPixmap(round(-half), round(-half), picture)
        painter.end()

    def _turn(self) -> None:
        self._angle = (self._angle + 30) % 360
        self.update()
