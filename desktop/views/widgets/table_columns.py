"""Widths of a table's columns: what fits is shown, what a person set is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView

from desktop.viewmodels.settings import Settings
from desktop.views.widgets.table_cells import ICON, PAD

if TYPE_CHECKING:
    from desktop.views.widgets.table import Table

_SAMPLE = 80  # rows measured for the natural width of a column
_NARROWEST = 64
_CHECK, _ICON_ONLY = 40, 44
_ARROW = 16


class ColumnLayout(QObject):
    """Hides the columns of the highest ranks until the rest fits, and shares out what is left.
    A column dragged by hand keeps its width, also over a restart."""

    def __init__(self, table: Table, header: QHeaderView, settings: Settings | None) -> None:
        super().__init__(table)
        self._table, self._header, self._settings = table, header, settings
        self._by_hand: dict[str, int] = self._read_widths()
        self._is_laying_out = False
        self._measured: tuple[object, list[int]] = (None, [])
        self._save = QTimer(self, singleShot=True, interval=300)
        self._save.timeout.connect(self._write)
        header.sectionResized.connect(self._resized)
        self._read_sort()

    def lay_out(self) -> None:
        """Fit the columns to the table's width."""
        table = self._table
        columns = table.rows.columns
        room = table.viewport().width()
        natural = self._natural()
        shown = self._fitting(natural, room)
        spare = room - sum(natural[n] for n in shown)
        free = [n for n in shown if columns[n].key not in self._by_hand and columns[n].stretch]
        self._is_laying_out = True
        for n in range(len(columns)):
            table.setColumnHidden(n, n not in shown)
        shares = sum(columns[n].stretch for n in free)
        for n in shown:
            width = natural[n]
            if n in free and spare > 0:
                part = spare * columns[n].stretch // shares
                spare, shares = spare - part, shares - columns[n].stretch
                width += part
            elif n in free and spare < 0 and width > _NARROWEST:
                cut = min(-spare, width - _NARROWEST)
                width, spare = width - cut, spare + cut
            self._header.resizeSection(n, width)
        self._is_laying_out = False
        table.updateGeometries()  # else a scroll bar of the widths before stays for a moment

    def show_sort(self) -> None:
        """The order changed: repaint the arrow and remember it."""
        self._header.viewport().update()
        self._save.start()

    def reset(self) -> None:
        """Forget widths and order."""
        self._by_hand.clear()
        for n in range(self._header.count()):
            self._header.moveSection(self._header.visualIndex(n), n)
        self.lay_out()
        self._save.start()

    def _fitting(self, natural: list[int], room: int) -> set[int]:
        columns = self._table.rows.columns
        shown: set[int] = set()
        used = 0
        for rank in sorted({column.rank for column in columns}):
            level = {n for n, column in enumerate(columns) if column.rank == rank}
            used += sum(natural[n] for n in level)
            if rank and used > room:
                break
            shown |= level
        return shown

    def _natural(self) -> list[int]:
        rows = self._table.rows
        state = (rows.generation, tuple(self._by_hand.items()))
        if self._measured[0] != state:
            self._measured = (state, [self._width(n) for n in range(len(rows.columns))])
        return self._measured[1]

    def _width(self, number: int) -> int:
        rows = self._table.rows
        column = rows.columns[number]
        if column.key in self._by_hand:
            return self._by_hand[column.key]
        if column.is_check:
            return _CHECK
        if column.icon_only:
            return _ICON_ONLY
        metrics = self._table.fontMetrics()
        texts = {rows.cell(row, number) for row in range(min(_SAMPLE, len(rows.rows)))}
        longest = sorted(texts, key=len, reverse=True)[:4]
        content = max((metrics.horizontalAdvance(text) for text in longest), default=0)
        icon = ICON + 12 if column.badge else 0
        title = QFontMetrics(self._header.font()).horizontalAdvance(column.title)
        return min(max(content + icon, title + _ARROW) + 2 * PAD + 2, 320)

    # --- what is remembered

    def _resized(self, section: int, _old: int, new: int) -> None:
        if self._is_laying_out or new == 0:
            return
        self._by_hand[self._table.rows.columns[section].key] = new
        self._save.start()

    def _key(self, what: str) -> str:
        return f"table/{self._table.objectName()}/{what}"

    def _read_widths(self) -> dict[str, int]:
        if self._settings is None:
            return {}
        known = {column.key for column in self._table.rows.columns}
        pairs = (
            part.partition(":") for part in self._settings.text(self._key("widths")).split(" ")
        )
        return {
            key: max(int(width), _NARROWEST // 2)
            for key, _, width in pairs
            if key in known and width.isdecimal()
        }

    def _read_sort(self) -> None:
        if self._settings is None:
            return
        key, _, order = self._settings.text(self._key("sort")).partition(":")
        for number, column in enumerate(self._table.rows.columns):
            if column.key == key and column.sort is not None:
                down = order == "desc"
                self._table.rows.sort(
                    number, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
                )

    def _write(self) -> None:
        if self._settings is None:
            return
        rows = self._table.rows
        widths = " ".join(f"{key}:{width}" for key, width in self._by_hand.items())
        self._settings.set_text(self._key("widths"), widths)
        if rows.sort_column >= 0:
            order = "desc" if rows.sort_order is Qt.SortOrder.DescendingOrder else "asc"
            key = rows.columns[rows.sort_column].key
            self._settings.set_text(self._key("sort"), f"{key}:{order}")
