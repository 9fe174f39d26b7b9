"""How the chart's marks are drawn, and the legend that names them.

Real and estimated differ in filling and edge, not in colour alone, so that a grey print tells
them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.tokens import Tokens, Tone, tokens
from desktop.views.widgets.labels import Label, Text

_RADIUS, _PITCH, _DOT = 3.0, 6.0, 3.5


class Mark(Enum):
    """What a swatch of the legend shows."""

    MEASURED = "measured"
    OWN = "own"
    HATCHED = "hatched"
    LAST_YEAR = "last_year"


def draw_bar(
    painter: QPainter, place: QRectF, worn: Tokens, *, is_measured: bool, is_own: bool
) -> None:
    """Solid where somebody saw the dial, hatched where not; a dot for one's own reading."""
    if place.height() < 1:
        return
    shape = _rounded_top(place)
    accent = QColor(worn.accent_fill)
    painter.save()
    if is_measured:
        painter.fillPath(shape, accent)
    else:
        painter.fillPath(shape, QColor(worn.accent_tint))
        painter.setClipPath(shape)
        painter.setPen(QPen(accent, 1.4))
        painter.drawLines(_hatch(place))
        painter.setClipping(False)
        painter.setPen(QPen(accent, 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
    painter.restore()
    if is_own and place.height() > 4 * _DOT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.on_accent))
        painter.drawEllipse(QPointF(place.center().x(), place.top() + 3 * _DOT), _DOT, _DOT)


def draw_line(painter: QPainter, points: Sequence[QPointF | None], worn: Tokens) -> None:
    """Last year: a line with round markers, broken where a value is missing. A halo in the
    ground's colour keeps it readable over the bars."""
    lines = [QLineF(a, b) for a, b in pairwise(points) if a is not None and b is not None]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((worn.surface, 4.5), (worn.text, 1.6)):
        painter.setPen(QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap))
        painter.drawLines(lines)
    painter.setPen(QPen(QColor(worn.text), 1.6))
    painter.setBrush(QColor(worn.surface))
    for point in points:
        if point is not None:
            painter.drawEllipse(point, _DOT, _DOT)


def draw_bubble(painter: QPainter, plot: QRectF, slot: QRectF, text: str, worn: Tokens) -> None:
    """What stands under the cursor, a line for each part, beside its bar."""
    lines = text.split(" · ")
    metrics = painter.fontMetrics()
    width = max(metrics.horizontalAdvance(line) for line in lines) + 20
    height = len(lines) * (metrics.height() + 2) + 10
    is_left = slot.center().x() > plot.center().x()
    left = slot.left() - width - 6 if is_left else slot.right() + 6
    bubble = QRectF(left, plot.top() - 20, width, height)
    painter.setPen(QPen(QColor(worn.outline), 1))
    painter.setBrush(QColor(worn.raised))
    painter.drawRoundedRect(bubble, 6, 6)
    painter.setPen(QColor(worn.text))
    for number, line in enumerate(lines):
        top = bubble.top() + 5 + number * (metrics.height() + 2)
        place = QRectF(bubble.left() + 10, top, width - 20, metrics.height() + 2)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), line)


def _rounded_top(place: QRectF) -> QPainterPath:
    radius = min(_RADIUS, place.height())
    path = QPainterPath()
    path.moveTo(place.bottomLeft())
    path.lineTo(place.left(), place.top() + radius)
    path.quadTo(place.topLeft(), QPointF(place.left() + radius, place.top()))
    path.lineTo(place.right() - radius, place.top())
    path.quadTo(place.topRight(), QPointF(place.right(), place.top() + radius))
    path.lineTo(place.bottomRight())
    path.closeSubpath()
    return path


def _hatch(place: QRectF) -> list[QLineF]:
    # drawn as lines: a pattern brush is a bitmap, coarse on dense screens and skewed by scaling
    reach = place.height()
    count = int((place.width() + reach) / _PITCH) + 1
    return [
        QLineF(
            place.left() - reach + n * _PITCH,
            place.bottom(),
            place.left() + n * _PITCH,
            place.top(),
        )
        for n in range(count)
    ]


class _Swatch(QWidget):
    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(QSize(22, 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._mark is Mark.LAST_YEAR:
            middle = self.height() / 2
            draw_line(painter, [QPointF(1, middle), QPointF(11, middle), QPointF(21, middle)], worn)
        else:
            draw_bar(
                painter,
                QRectF(3, 1, 15, 15),
                worn,
                is_measured=self._mark is not Mark.HATCHED,
                is_own=self._mark is Mark.OWN,
            )
        painter.end()


class Legend(QWidget):
    """The marks in words."""

    def __init__(self, entries: Sequence[tuple[Mark, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._words: dict[Mark, Label] = {}
        for mark, words in entries:
            self._words[mark] = Label(words, Text.CAPTION, Tone.MUTED)
            row.addWidget(_Swatch(mark))
            row.addWidget(self._words[mark])
            row.addSpacing(8)
        row.addStretch(1)

    def set_words(self, mark: Mark, words: str) -> None:
        """Say what a mark means for what is drawn now."""
        self._words[mark].setText(words)
