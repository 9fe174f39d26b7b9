"""Tables on paper: drawn straight onto the page, as a paragraph in each cell takes ten times as
long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.services.printing.fonts import REGULAR, clean, cut, lines, width

if TYPE_CHECKING:
    from desktop.services.printing.sheet import Sheet

_SIZE, _TITLE = 8.0, 7.5
_LINE, _GAP = 10.5, 4.0  # height of a line, space between rows
_PAD = 6.0  # between two columns


@dataclass(frozen=True, slots=True)
class Column:
    """`share` of the table's width. Amounts are `is_figure`: they stand at the right edge. Text
    that does not fit is cut, or goes on in the next line where `wraps`."""

    title: str
    share: float
    is_figure: bool = False
    wraps: bool = False


class Table:
    """Writes rows onto a sheet, page after page."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column]) -> None:
        self._sheet, self._columns = sheet, columns
        self._rooms: list[float] = []
        self._edges: list[float] = []  # left of text, right of figures
        whole = sum(column.share for column in columns)
        x = sheet.left
        for column in columns:
            wide = (sheet.right - sheet.left) * column.share / whole
            self._rooms.append(wide - (2 if column.is_figure else 1) * _PAD)
            self._edges.append(x + wide - (0 if column is columns[-1] else 2 * _PAD))
            if not column.is_figure:
                self._edges[-1] = x
            x += wide
        self._known: dict[tuple[int, str], tuple[str, float]] = {}

    def write(
        self,
        rows: Iterable[Sequence[str]],
        total: Sequence[str],
        told: Callable[[int], None],
    ) -> None:
        """All rows and the total."""
        sheet = self._sheet
        sheet.keep(3 * (_LINE + _GAP))
        self._write_titles()
        text = sheet.text_object()
        text.setFont(REGULAR, _SIZE)
        count = 0
        for count, row in enumerate(rows, 1):
            cells = self._broken(row)
            tall = _LINE * max(len(cell) for cell in cells) + _GAP
            if sheet.y + tall > sheet.bottom:
                sheet.canvas.drawText(text)
                told(count - 1)
                sheet.turn()
                self._write_titles()
                text = sheet.text_object()
                text.setFont(REGULAR, _SIZE)
            self._write_row(text, cells)
            sheet.y += tall
        sheet.canvas.drawText(text)
        told(count)
        if total:
            self._write_total(total)
        sheet.y += 6

    def _write_titles(self) -> None:
        sheet = self._sheet
        y = sheet.y + _TITLE
        for column, edge, room in zip(self._columns, self._edges, self._rooms, strict=True):
            title = cut(column.title, room, _TITLE, strong=True)
            align = "right" if column.is_figure else "left"
            sheet.write(edge, y, title, _TITLE, strong=True, align=align)
        sheet.y += _LINE + 3
        sheet.rule(sheet.y - 1)
        sheet.y += 3

    def _broken(self, row: Sequence[str]) -> list[list[tuple[str, float]]]:
        """Lines of each cell, with what is left of their room at the left."""
        cells = []
        for index, (column, value) in enumerate(zip(self._columns, row, strict=True)):
            if column.wraps:
                room = self._rooms[index]
                cells.append([(line, 0.0) for line in lines(value, room, _SIZE)])
            else:
                cells.append([self._fitted(index, value)])
        return cells

    def _fitted(self, index: int, value: str) -> tuple[str, float]:
        found = self._known.get((index, value))
        if found is None:
            column, room = self._columns[index], self._rooms[index]
            shown = cut(value, room, _SIZE)
            found = (shown, width(shown, _SIZE) if column.is_figure else 0.0)
            if len(self._known) < 4096:  # most words come again, most amounts do not
                self._known[index, value] = found
        return found

    def _write_row(self, text: object, cells: list[list[tuple[str, float]]]) -> None:
        sheet = self._sheet
        for edge, cell in zip(self._edges, cells, strict=True):
            for place, (line, wide) in enumerate(cell):
                if line:
                    y = sheet.height - sheet.y - _SIZE - _LINE * place
                    text.setTextOrigin(edge - wide, y)  # type: ignore[attr-defined]
                    text.textOut(line)  # type: ignore[attr-defined]

    def _write_total(self, total: Sequence[str]) -> None:
        sheet = self._sheet
        sheet.keep(_LINE + _GAP + 4)
        sheet.rule(sheet.y)
        sheet.y += 4
        for column, edge, value in zip(self._columns, self._edges, total, strict=True):
            align = "right" if column.is_figure else "left"
            sheet.write(edge, sheet.y + _SIZE, clean(value), _SIZE, strong=True, align=align)
        sheet.y += _LINE + _GAP
