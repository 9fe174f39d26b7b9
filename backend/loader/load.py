"""From the cells of one sheet to rows of the tables, batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from zoneinfo import ZoneInfo

from backend.loader.mapping import Reading
from backend.loader.rows import Entry, Problem, RefusedError, Row
from backend.loader.sources import Sheet
from backend.loader.values import Cell, Manner, read_value
from backend.loader.writer import BATCH, Writer

# What the delimiter says about the decimal mark: programs that put commas between numbers do not
# put them inside.
_MARKS = {";": ",", ",": "."}

Refuse = Callable[[Problem], None]


class UnusableError(Exception):
    """A sheet as a whole cannot be loaded; `str(error)` says why."""


@dataclass(frozen=True, slots=True)
class Job:
    """A sheet, and how its rows become rows of tables, in the order of loading."""

    sheet: Sheet
    readings: tuple[Reading, ...]

    def check(self) -> list[str]:
        """The columns of the sheet that are not used; raises UnusableError where it lacks some
        that are needed."""
        header = [name.casefold() for name in self.sheet.header]
        doubled = sorted({name for name in header if name and header.count(name) > 1})
        if doubled:
            raise UnusableError(f"has the column {doubled[0]} twice")
        used: set[str] = set()
        for reading in self.readings:
            needed = {c.name for c in reading.table.columns if c.required}
            absent = sorted(needed - set(reading.origins))
            if absent:
                raise UnusableError(f"lacks columns of {reading.table.name}: {', '.join(absent)}")
            wanted = {c for origin in reading.origins.values() for c in origin.columns}
            missing = sorted(c for c in wanted if c.casefold() not in header)
            if missing:
                raise UnusableError(f"has no column {missing[0]}")
            used |= {c.casefold() for c in wanted}
        return [name for name in self.sheet.header if name and name.casefold() not in used]


def manner_of(sheet: Sheet, zone: ZoneInfo, stated: str | None) -> Manner:
    """How to read the sheet's text: `stated` is the operator's decimal mark."""
    mark = stated or _MARKS.get(sheet.delimiter or "")
    return Manner(zone, sheet.folder, mark, is_stated=stated is not None)


def load(
    job: Job, writer: Writer, manner: Manner, refuse: Refuse, progress: Callable[[int], None]
) -> int:
    """Load every row that can be loaded; returns how many rows the sheet has. `progress` gets the
    rows so far."""
    sheet = job.sheet
    at_once = max(1, BATCH // len(job.readings))
    lines = _lines(sheet, refuse)
    rows = 0
    while batch := list(islice(lines, at_once)):
        writer.write(
            *(
                (reading.table.name, list(_entries(sheet, reading, batch, manner, refuse)))
                for reading in job.readings
            )
        )
        rows += len(batch)
        progress(rows)
    _report_broken(sheet, refuse)
    return rows


def _lines(sheet: Sheet, refuse: Refuse) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    """Rows that are not empty, as cells by folded name of the column."""
    names = [name.casefold() for name in sheet.header]
    for line, cells in sheet.rows:
        _report_broken(sheet, refuse)
        if all(cell is None or cell == "" for cell in cells):
            continue
        if any(cell is not None and cell != "" for cell in cells[len(names) :]):
            reason = f"has {len(cells)} cells where the header has {len(names)}"
            refuse(Problem(sheet.name, line, "", reason))
            continue
        yield line, dict(zip(names, cells, strict=False))


def _report_broken(sheet: Sheet, refuse: Refuse) -> None:
    for problem in sheet.broken:
        refuse(problem)
    sheet.broken.clear()


def _entries(
    sheet: Sheet,
    reading: Reading,
    batch: list[tuple[int, Mapping[str, Cell]]],
    manner: Manner,
    refuse: Refuse,
) -> Iterator[Entry]:
    for line, cells in batch:
        row, problems = read_row(reading, cells, manner)
        for column, reason in problems:
            refuse(Problem(sheet.name, line, column, reason))
        if not problems:
            yield Entry(sheet.name, line, row)


def read_row(
    reading: Reading, cells: Mapping[str, Cell], manner: Manner
) -> tuple[Row, list[tuple[str, str]]]:
    """The typed row, and what is wrong with it as pairs of column and reason. A column is called
    as the operator's file calls it."""
    row: Row = {}
    problems: list[tuple[str, str]] = []
    for name, origin in reading.origins.items():
        column = reading.table.column(name)
        assert column is not None
        try:
            value = read_value(column, origin.take(cells), manner)
            if value is None and column.required:
                raise RefusedError("is required")
        except RefusedError as error:
            problems.append((origin.column or name, str(error)))
        else:
            row[name] = column.default if value is None and column.default is not None else value
    for column in reading.table.columns:
        if column.name in reading.table.key:
            row.setdefault(column.name, column.default)
    return row, problems
