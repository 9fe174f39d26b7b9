"""The sidebar's larger buttons: an icon or a mark, a title, and a line below it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.views.fonts import Size, font
from desktop.views.icons import pixmap
from desktop.views.tokens import Tone, tokens
from desktop.views.widgets.labels import set_tooltip
from desktop.views.widgets.pressing import EnterPresses


class SidebarButton(EnterPresses, QAbstractButton):
    """Two lines; with `third` three. Collapsed, only the icon is left and the words go to the
    tooltip."""

    def __init__(self, name: str, *, framed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._framed = framed
        self._title, self._subtitle, self._third = "", "", ""
        self._icon, self._tone, self._arrow = "", Tone.MUTED, ""
        self._progress: float | None = None
        self._collapsed = False

    def show_words(
        self,
        title: str,
        subtitle: str,
        icon: str,
        tone: Tone = Tone.MUTED,
        *,
        third: str = "",
        arrow: str = "",
        name: str = "",
    ) -> None:
        """Fill in; `name` is for a screen reader where the lines read badly in a row."""
        self._title, self._subtitle, self._third = title, subtitle, third
        self._icon, self._tone, self._arrow = icon, tone, arrow
        spoken = name or ", ".join(part for part in (title, subtitle, third) if part)
        self.setAccessibleName(spoken)
        set_tooltip(self, spoken)
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def show_progress(self, share: float | None) -> None:
        """A thin bar at the foot: 0 to 1, None for no bar."""
        self._progress = share
        self.update()

    def set_collapsed(self, collapsed: bool) -> None:
        """Leave the words out."""
        self._collapsed = collapsed
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        if self._collapsed:
            return QSize(44, 44)
        return QSize(200, 72 if self._third else 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, -1)
        ground = colours.surface if self._framed else colours.sidebar
        if self.isDown():
            ground = colours.pressed
        elif self.underMouse():
            ground = colours.hover
        edge = QPen(QColor(colours.border), 1) if self._framed else QPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            edge = QPen(QColor(colours.focus), 2)
        painter.setPen(edge)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, 8, 8)
        self._paint_content(painter)
        if self._progress is not None:
            self._paint_progress(painter, self._progress)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        left = (self.width() - 18) // 2 if self._collapsed else 10
        top = 13 if self._third and not self._collapsed else (self.height() - 18) // 2
        painter.drawPixmap(left, top, pixmap(self._icon, self._tone, 18, ratio))
        if self._collapsed:
            return
        right = self.width() - 12
        if self._arrow:
            right -= 16
            arrow = pixmap(self._arrow, Tone.MUTED, 16, ratio)
            painter.drawPixmap(right, (self.height() - 16) // 2, arrow)
            right -= 4
        left = 36
        room = right - left
        lines = [(self._title, True), (self._subtitle, False), (self._third, False)]
        lines = [line for line in lines if line[0]]
        foot = 0 if self._progress is None else 4
        y = (self.height() - foot - 17 * len(lines) - 2 * (len(lines) - 1)) // 2
        for text, is_title in lines:
            size = Size.BODY if is_title else Size.CAPTION
            used = font(size, QFont.Weight.DemiBold if is_title else QFont.Weight.Normal)
            painter.setFont(used)
            painter.setPen(QColor(tokens().text if is_title else tokens().muted))
            shown = QFontMetrics(used).elidedText(text, Qt.TextElideMode.ElideRight, room)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(left, y, room, 17), int(flags), shown)
            y += 19

    def _paint_progress(self, painter: QPainter, share: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRect(12, self.height() - 4, self.width() - 24, 3)
        painter.setBrush(QColor(tokens().skeleton))
        painter.drawRoundedRect(track, 1, 1)
        painter.setBrush(QColor(tokens().accent))
        track.setWidth(max(3, round(track.width() * share)))
        painter.drawRoundedRect(track, 1, 1)
