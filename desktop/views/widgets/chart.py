"""Consumption by billing period: bars, last year's line, and a cursor for mouse and keyboard.

Painted here and not by pyqtgraph: that costs 51 MiB and 0.4 s of processor time before its first
bar, as much memory as the window it stands in, against 5 MiB and 0.02 s; its view is one blank to a
screen reader; and its transformation skews hatches.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleValueChangeEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.viewmodels.readings import Bar
from desktop.views.fonts import Size, font
from desktop.views.tokens import Tokens, tokens
from desktop.views.widgets.chart_access import describe_charts
from desktop.views.widgets.chart_ink import draw_bar, draw_bubble, draw_line

_TOP, _BOTTOM, _LEFT, _RIGHT = 34, 26, 12, 8  # around the plot, pixels
_LABEL = 22  # height that a number of the axis needs
_FILL = 0.62  # share of its slot that a bar takes
_WIDEST = 56
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def ticks(highest: Decimal, wanted: int = 4) -> list[Decimal]:
    """Round values from 0 to `highest` or a little over, about `wanted` of them."""
    if highest <= 0:
        return [Decimal(0), Decimal(1)]
    rough = highest / wanted
    scale = Decimal(10) ** rough.adjusted()
    step = next(s * scale for s in _STEPS if s * scale >= rough)
    count = math.ceil(highest / step)
    return [step * n for n in range(count + 1)]


class ConsumptionChart(QWidget):
    """`cursor_moved` carries the bar under the cursor, -1 for none; `chosen` the one that was
    clicked, or on which Enter was pressed. Left and Right move it, Home
    and End go to the ends, Esc leaves."""

    cursor_moved = QtSignal(int)
    chosen = QtSignal(int)

    def __init__(
        self, name: str, label: str, number: Callable[[Decimal], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        describe_charts()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFont(font(Size.CAPTION))
        self.setMinimumHeight(150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._number = number
        self._bars: tuple[Bar, ...] = ()
        self._ticks: list[Decimal] = [Decimal(0), Decimal(1)]
        self._unit = ""
        self._cursor = -1

    def sizeHint(self) -> QSize:
        return QSize(640, 240)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is drawn."""
        return self._bars

    @property
    def current(self) -> int:
        """Number of the bar under the cursor, -1 for none."""
        return self._cursor

    @property
    def value_text(self) -> str:
        """The bar under the cursor in words; a screen reader hears this as the value."""
        return self._bars[self._cursor].text if self._cursor >= 0 else ""

    def set_bars(self, bars: Sequence[Bar], unit: str) -> None:
        """Draw `bars`, oldest first; the cursor stays on the same bar where it still exists."""
        fresh = tuple(bars)
        if fresh == self._bars and unit == self._unit:
            return
        kept = self._bars[self._cursor] if self._cursor >= 0 else None
        self._bars, self._unit = fresh, unit
        self._scale()
        self._cursor = fresh.index(kept) if kept in fresh else -1
        self.cursor_moved.emit(self._cursor)
        self.update()

    def move_cursor(self, number: int) -> None:
        """Put the cursor on a bar (-1 takes it away) and tell screen readers."""
        number = min(max(number, -1), len(self._bars) - 1)
        if number == self._cursor:
            return
        self._cursor = number
        self.cursor_moved.emit(number)
        self.update()
        if QAccessible.isActive() and number >= 0:
            text = self.value_text
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, text))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._bars) - 1
        places = {
            Qt.Key.Key_Left: self._cursor - 1 if self._cursor > 0 else max(self._cursor, 0),
            Qt.Key.Key_Right: self._cursor + 1 if self._cursor >= 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in places and self._bars:
            self.move_cursor(last if self._cursor < 0 else places[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor >= 0:
            self.chosen.emit(self._cursor)
        elif key == Qt.Key.Key_Escape and self._cursor >= 0:
            self.move_cursor(-1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.move_cursor(self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and number >= 0:
            self.chosen.emit(number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.move_cursor(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._cursor < 0 and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.move_cursor(len(self._bars) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.underMouse():
            self.move_cursor(-1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._draw_grid(painter, plot, worn)
        if self._cursor >= 0:
            slot = self._slot(plot, self._cursor)
            painter.fillRect(slot.adjusted(0, -_TOP + 2, 0, 0), QColor(worn.hover))
        for number, bar in enumerate(self._bars):
            place = self._bar_rect(plot, number)
            draw_bar(painter, place, worn, is_measured=bar.is_measured, is_own=bar.is_own)
        draw_line(painter, self._last_year(plot), worn)
        for number, bar in enumerate(self._bars):
            self._draw_words(painter, plot, number, bar, worn)
        if self._cursor >= 0:
            draw_bubble(painter, plot, self._slot(plot, self._cursor), self.value_text, worn)
        if self.hasFocus():
            painter.setPen(QPen(QColor(worn.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scale()

    # --- geometry

    def _scale(self) -> None:
        values = [bar.value for bar in self._bars]
        values += [bar.last_year for bar in self._bars if bar.last_year is not None]
        room = self.height() - _TOP - _BOTTOM
        wanted = min(max(room // _LABEL, 2), 6)
        self._ticks = ticks(max(values, default=Decimal(0)), wanted)

    def _plot(self) -> QRectF:
        metrics = QFontMetrics(self.font())
        widest = max(metrics.horizontalAdvance(self._number(tick)) for tick in self._ticks)
        left = _LEFT + widest + 8
        width, height = self.width() - left - _RIGHT, self.height() - _TOP - _BOTTOM
        return QRectF(left, _TOP, max(width, 1), max(height, 1))

    def _slot(self, plot: QRectF, number: int) -> QRectF:
        width = plot.width() / max(len(self._bars), 1)
        return QRectF(plot.left() + number * width, plot.top(), width, plot.height())

    def _height(self, plot: QRectF, value: Decimal) -> float:
        share = float(max(value, Decimal(0)) / self._ticks[-1])
        return share * plot.height()

    def _bar_rect(self, plot: QRectF, number: int) -> QRectF:
        slot = self._slot(plot, number)
        width = min(slot.width() * _FILL, _WIDEST)
        height = self._height(plot, self._bars[number].value)
        return QRectF(slot.center().x() - width / 2, plot.bottom() - height, width, height)

    def _last_year(self, plot: QRectF) -> list[QPointF | None]:
        points: list[QPointF | None] = []
        for number, bar in enumerate(self._bars):
            if bar.last_year is None:
                points.append(None)
            else:
                top = plot.bottom() - self._height(plot, bar.last_year)
                points.append(QPointF(self._slot(plot, number).center().x(), top))
        return points

    def _at(self, place: QPointF) -> int:
        plot = self._plot()
        if not self._bars or not plot.left() <= place.x() < plot.right():
            return -1
        return int((place.x() - plot.left()) / plot.width() * len(self._bars))

    # --- words

    def _draw_grid(self, painter: QPainter, plot: QRectF, worn: Tokens) -> None:
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in self._ticks:
            top = round(plot.bottom() - self._height(plot, tick)) + 0.5
            painter.setPen(QPen(QColor(worn.outline if not tick else worn.border), 1))
            painter.drawLine(QPointF(plot.left(), top), QPointF(plot.right(), top))
            painter.setPen(QColor(worn.muted))
            label = QRectF(0, top - 9, plot.left() - 8, 18)
            painter.drawText(label, int(flags), self._number(tick))
        painter.setPen(QColor(worn.muted))
        painter.drawText(QRectF(_LEFT, 0, 80, 18), int(Qt.AlignmentFlag.AlignLeft), self._unit)

    def _draw_words(
        self, painter: QPainter, plot: QRectF, number: int, bar: Bar, worn: Tokens
    ) -> None:
        slot, metrics = self._slot(plot, number), painter.fontMetrics()
        centre = int(Qt.AlignmentFlag.AlignCenter)
        top = self._bar_rect(plot, number).top()
        if bar.last_year is not None:  # above the line's marker, which would cross the words
            top = min(top, plot.bottom() - self._height(plot, bar.last_year) - 5)
        is_current = number == self._cursor
        if bar.mark and metrics.horizontalAdvance(bar.mark) <= slot.width():
            painter.setPen(QColor(worn.muted))
            painter.drawText(QRectF(slot.left(), top - 30, slot.width(), 14), centre, bar.mark)
        if metrics.horizontalAdvance(bar.value_text) <= slot.width() - 2:
            painter.setPen(QColor(worn.text))
            painter.drawText(
                QRectF(slot.left(), top - 17, slot.width(), 15), centre, bar.value_text
            )
        every = 1 + int(metrics.horizontalAdvance("nov 26") / max(slot.width() - 6, 1))
        if (len(self._bars) - 1 - number) % every == 0:
            painter.setPen(QColor(worn.text if is_current else worn.muted))
            label = QRectF(slot.center().x() - 40, plot.bottom() + 5, 80, 16)
            painter.drawText(label, centre, bar.label)
