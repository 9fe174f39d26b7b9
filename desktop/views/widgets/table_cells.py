"""How the cells of a table are painted: text, amounts, states, checks, focus."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop.viewmodels.table import Align, Badge, Column
from desktop.views.icons import pixmap
from desktop.views.tokens import Tokens, Tone, tokens

if TYPE_CHECKING:
    from desktop.views.widgets.table import Table

PAD = 10  # left and right of a cell's text, pixels
ICON = 14
CHECK = 16
_MEASURED = 4096  # texts whose width is remembered
_LOUD = (Tone.DANGER, Tone.WARNING)  # only what wants attention gets a background

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Inks:
    worn: Tokens
    text: QColor
    border: QColor
    hover: QColor
    selection: QColor
    block: QColor
    on_block: QColor
    focus: QPen
    tones: dict[str, QColor]
    tints: dict[str, QColor]


def _inks(worn: Tokens) -> _Inks:
    tones = ("muted", "success", "warning", "danger", "accent")
    return _Inks(
        worn,
        QColor(worn.text),
        QColor(worn.border),
        QColor(worn.hover),
        QColor(worn.selection),
        QColor(worn.accent_fill),
        QColor(worn.on_accent),
        QPen(QColor(worn.focus), 2),
        {tone: QColor(worn.of(tone)) for tone in tones},
        {tone: QColor(worn.tint(tone)) for tone in tones},
    )


def paint_check(
    painter: QPainter, rect: QRect, state: Qt.CheckState, worn: Tokens, *, enabled: bool = True
) -> None:
    """A check box in the middle of `rect`."""
    box = QRectF(0, 0, CHECK, CHECK)
    box.moveCenter(QRectF(rect).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is Qt.CheckState.Unchecked:
        painter.setPen(QPen(QColor(worn.outline if enabled else worn.border), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.accent_fill))
        painter.drawRoundedRect(box, 4, 4)
        name = "check" if state is Qt.CheckState.Checked else "minus"
        ratio = painter.device().devicePixelRatioF()
        mark = pixmap(name, Tone.ON_ACCENT, CHECK - 4, ratio)
        painter.drawPixmap(box.topLeft().toPoint() + QPoint(2, 2), mark)
    painter.restore()


class CellDelegate(QStyledItemDelegate):
    """Paints straight from the row model: one call per cell instead of one per role."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table
        self._inks = _inks(tokens())
        self._advances: dict[str, int] = {}

    def _advance(self, metrics: QFontMetrics, text: str) -> int:
        # a fifth of the time of a frame was spent measuring the same texts again
        known = self._advances.get(text)
        if known is None:
            if len(self._advances) > _MEASURED:
                self._advances.clear()
            known = self._advances[text] = metrics.horizontalAdvance(text)
        return known

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        worn = tokens()
        if worn is not self._inks.worn:
            self._inks = _inks(worn)
        table, model = self._table, self._table.rows
        number = index.column()
        column: Column[Any] = model.columns[number]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        in_block = is_selected and table.has_block
        ink = self._ground(painter, rect, index.row(), in_block=in_block)
        row = model.rows[index.row()]
        if column.is_check:
            can = model.can_check(row)
            checked = Qt.CheckState.Checked if model.is_checked(row) else Qt.CheckState.Unchecked
            paint_check(painter, rect, checked, worn, enabled=can)
        elif column.badge is not None and (badge := column.badge(row)) is not None:
            self._badge(painter, rect, badge, column, ink if in_block else None)
        else:
            text = model.cell(index.row(), number)
            if text:
                self._text(painter, rect.adjusted(PAD, 0, -PAD, 0), text, column.align, ink)
        if table.has_keyboard and index == table.currentIndex():
            painter.setPen(self._inks.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return False
        text = self._tip(option.rect, index)
        if text:
            # escaped: a tooltip guesses rich text as a label does
            QToolTip.showText(event.globalPos(), f"<qt>{html.escape(text)}</qt>", view)
        else:
            QToolTip.hideText()
        return True

    def _tip(self, rect: QRect, index: Index) -> str:
        """The column's own tooltip, or the text where it does not fit."""
        model = self._table.rows
        column = model.columns[index.column()]
        if column.tooltip is not None:
            return column.tooltip(model.rows[index.row()])
        text = model.cell(index.row(), index.column())
        room = rect.width() - 2 * PAD - (ICON + 6 if column.badge else 0)
        return text if self._table.fontMetrics().horizontalAdvance(text) > room else ""

    def _ground(self, painter: QPainter, rect: QRect, row: int, *, in_block: bool) -> QColor:
        inks, ink = self._inks, self._inks.text
        if in_block:
            painter.fillRect(rect, inks.block)
            ink = inks.on_block
        elif row == self._table.marked_row:
            painter.fillRect(rect, inks.selection)
        elif row == self._table.hovered_row:
            painter.fillRect(rect, inks.hover)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, inks.border)
        return ink

    def _text(self, painter: QPainter, rect: QRect, text: str, align: Align, ink: QColor) -> None:
        metrics = painter.fontMetrics()
        if self._advance(metrics, text) > rect.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(ink)
        painter.drawText(rect, int(align.value), text)

    def _badge(
        self,
        painter: QPainter,
        rect: QRect,
        badge: Badge,
        column: Column[Any],
        ink: QColor | None,
    ) -> None:
        tone = Tone.ON_ACCENT if ink is not None else Tone(badge.tone.value)
        mark = pixmap(badge.icon, tone, ICON, painter.device().devicePixelRatioF())
        middle = rect.center().y() - ICON // 2 + 1
        if column.icon_only:
            painter.drawPixmap(rect.center().x() - ICON // 2 + 1, middle, mark)
            return
        left = rect.x() + PAD
        room = rect.width() - 2 * PAD - ICON - 6
        word = badge.text
        width = self._advance(painter.fontMetrics(), word)
        if width > room:
            word = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, room)
            width = room
        if tone in _LOUD:
            pill = QRectF(left - 6, rect.center().y() - 10.5, ICON + width + 20, 22)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._inks.tints[tone])
            painter.drawRoundedRect(pill, 11, 11)
            painter.restore()
        painter.drawPixmap(left, middle, mark)
        painter.setPen(ink or self._inks.tones[tone])
        place = QRect(left + ICON + 6, rect.y(), width + 2, rect.height())
        painter.drawText(place, int(Align.START.value), word)
