"""Excel: a sheet for each table, cells of their own types, text that stays text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.domain.money import Money, minor_digits
from desktop.services.exports.tables import Cell, Column, Kind, Properties, Table, Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from openpyxl.cell import Cell as BookCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

# A cell that begins so is a formula to whoever edits it, or to a program that guesses.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_767  # characters of a cell
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_DAY = "dd/mm/yyyy"


def write(
    path: Path, tables: Sequence[Table], properties: Properties, made_at: datetime, watch: Watch
) -> None:
    """Write `tables` to `path`; `made_at` is UTC. Raises OSError, and what `watch` raises."""
    with _workbook() as book:
        book.properties.title = printable(properties.title)
        book.properties.creator = printable(properties.author)
        book.properties.subject = printable(properties.subject)
        book.properties.language = properties.language
        book.properties.created = book.properties.modified = made_at.replace(tzinfo=None)
        names: set[str] = set()
        for table in tables:
            _Sheet(book, sheet_name(table.name, names), table).fill(watch)
        book.save(str(path))


@contextmanager
def _workbook() -> Iterator[Workbook]:
    """A workbook that streams into temporary files, which go even if it is never saved."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        yield book
    finally:
        for sheet in book.worksheets:
            unsaved: Any = sheet
            if unsaved._writer is not None and not unsaved.closed:  # noqa: SLF001
                unsaved.close()
                unsaved._writer.cleanup()  # noqa: SLF001 - there is no other way to drop it


class _Sheet:
    """Writes one table. Cells are made once for each column: a style is dear to look up."""

    def __init__(self, book: Workbook, name: str, table: Table) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter

        sheet: Any = book.create_sheet(name)
        self._sheet: WriteOnlyWorksheet = sheet
        self._table = table
        self._new: Callable[[], BookCell] = partial(WriteOnlyCell, sheet)
        self._strong, self._right = Font(bold=True), Alignment(horizontal="right")
        self._kept: dict[tuple[int, str, bool], BookCell] = {}
        titles = len(table.facts) + (2 if table.facts else 1)
        if table.columns:
            sheet.freeze_panes = f"A{titles + 1}"
            last = get_column_letter(len(table.columns))
            sheet.auto_filter.ref = f"A{titles}:{last}{titles + table.count}"
        for place, column in enumerate(table.columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def fill(self, watch: Watch) -> None:
        """Write everything."""
        table = self._table
        for name, value in table.facts:
            self._append([name, value], strong=(0,))
        if table.facts:
            self._sheet.append([])
        columns = range(len(table.columns))
        self._sheet.append([self._title(n, c) for n, c in enumerate(table.columns)])
        for row in watch.over(table.rows):
            self._append(row)
        if table.total:
            self._append(table.total, strong=columns)

    def _append(self, row: Sequence[Cell], strong: Sequence[int] | range = ()) -> None:
        self._sheet.append(
            [
                None if value is None else self._cell(place, value, place in strong)
                for place, value in enumerate(row)
            ]
        )

    def _title(self, place: int, column: Column) -> BookCell:
        """A title in strong letters, over its figures where they are at the right."""
        cell = self._template(place, "text" if column.kind is Kind.TEXT else "title", True)
        cell._value, cell.data_type = printable(column.title), "s"  # type: ignore[attr-defined]  # noqa: SLF001
        return cell

    def _cell(self, place: int, value: Cell, is_strong: bool) -> BookCell:
        if isinstance(value, str):
            return self._text(place, value, is_strong)
        cell = self._template(place, self._shape(place, value), is_strong)
        cell.value = value.amount if isinstance(value, Money) else value
        return cell

    def _text(self, place: int, value: str, is_strong: bool) -> BookCell:
        text = printable(value)
        quoted = text.startswith(FORMULA)
        cell = self._template(place, "quoted" if quoted else "text", is_strong)
        # Told, not guessed: a guess makes a formula of what begins with '='.
        cell._value, cell.data_type = text, "s"  # type: ignore[attr-defined]  # noqa: SLF001
        return cell

    def _shape(self, place: int, value: Cell) -> str:
        if isinstance(value, date):
            return _DAY
        if isinstance(value, Money):
            return money_format(value.currency)
        table = self._table
        kind = table.columns[place].kind if place < len(table.columns) else Kind.NUMBER
        is_whole = isinstance(value, int) or (isinstance(value, Decimal) and value == int(value))
        return "#,##0" if kind is Kind.NUMBER and is_whole else "#,##0.###"

    def _template(self, place: int, shape: str, is_strong: bool) -> BookCell:
        key = (place, shape, is_strong)
        cell = self._kept.get(key)
        if cell is None:
            cell = self._kept[key] = self._new()
            if shape == "quoted":
                cell.quotePrefix = True  # stays text also when somebody edits it
            elif shape == "title":
                cell.alignment = self._right
            elif shape != "text":
                cell.number_format = shape
            if is_strong:
                cell.font = self._strong
        return cell


def money_format(currency: str) -> str:
    """Excel puts the country's own marks in: '1.234,50' in Uruguay."""
    digits = minor_digits(currency)
    return "#,##0" + ("." + "0" * digits if digits else "")


def printable(text: str) -> str:
    """`text` without what XML cannot hold, and as long as a cell may be."""
    return _NOT_IN_XML.sub("", text)[:_LONGEST]


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that Excel takes, other than those `taken` (folded), to which it is added."""
    base = printable(_NOT_IN_NAMES.sub(" ", wanted)).strip(" '")[:31] or "Hoja"
    name, count = base, 1
    while name.casefold() in taken:
        count += 1
        ending = f" ({count})"
        name = base[: 31 - len(ending)] + ending
    taken.add(name.casefold())
    return name
