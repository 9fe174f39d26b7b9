"""The header row: titles, the arrow of the sort, and the check over all rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView

from desktop.viewmodels.table import Align
from desktop.views.fonts import Size, font
from desktop.views.icons import pixmap
from desktop.views.tokens import Tone, tokens
from desktop.views.widgets.table_cells import PAD, paint_check

if TYPE_CHECKING:
    from desktop.views.widgets.table import Table

HEIGHT = 36
ARROW = 14


class TableHeader(QHeaderView):
    """Paints itself, so that the arrow stands beside the title in every style."""

    def __init__(self, table: Table) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setObjectName(f"{table.objectName()}_header")
        self.setFont(font(Size.CAPTION))
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEIGHT)
        self.setMinimumSectionSize(36)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        worn, rows = tokens(), self._table.rows
        painter.fillRect(rect, QColor(worn.surface))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(worn.outline))
        column = rows.columns[section]
        if column.is_check:
            paint_check(painter, rect, rows.check_state(), worn, enabled=bool(rows.rows))
            return
        is_sorted = section == rows.sort_column
        if column.icon_only:
            if is_sorted:
                self._arrow(painter, rect.center().x() - ARROW // 2, rect)
            return
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        metrics = painter.fontMetrics()
        room = inner.width() - (ARROW + 2 if is_sorted else 0)
        title = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(title)
        at_end = column.align is Align.END
        left = inner.right() - width + 1 if at_end else inner.x()
        painter.setPen(QColor(worn.text if is_sorted else worn.muted))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(left, rect.y(), width + 2, rect.height()), flags, title)
        if is_sorted:
            self._arrow(painter, left - ARROW - 2 if at_end else left + width + 2, rect)

    def _arrow(self, painter: QPainter, left: int, rect: QRect) -> None:
        up = self._table.rows.sort_order is Qt.SortOrder.AscendingOrder
        name = "chevron-up" if up else "chevron-down"
        mark = pixmap(name, Tone.TEXT, ARROW, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(left, rect.center().y() - ARROW // 2 + 1), mark)
