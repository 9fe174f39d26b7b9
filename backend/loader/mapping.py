"""Where the columns of a table come from, for files that have other names and shapes.

A mapping is a TOML file of `[[table]]` entries, each saying how every row of some files becomes a
row of one table. Several entries may read the same file, also for the same table.
"""

from __future__ import annotations

import fnmatch
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backend.loader.profile import ProfileError, UtilityProfile, profile_of
from backend.loader.tables import BY_NAME, TABLES, Table
from backend.loader.values import Cell, as_text

_FIELD = re.compile(r"\{([^{}]+)\}")
_KEYS = {"column", "value", "text", "split", "part", "words"}


class MappingError(Exception):
    """A mapping cannot be used; `str(error)` says why."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: a column of the file, a constant, or text with {columns} in it.
    `split` cuts the text and takes the `part` counted from 1; `words` translates it."""

    column: str = ""
    value: Cell = None
    text: str = ""
    split: str = ""
    part: int = 1
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the file that it needs."""
        return (self.column,) if self.column else tuple(_FIELD.findall(self.text))

    def take(self, cells: Mapping[str, Cell]) -> Cell:
        """The cell for one row; `cells` by folded name of the file's column."""
        cell = self.value
        if self.column:
            cell = cells.get(self.column.casefold())
        elif self.text:
            cell = _FIELD.sub(lambda m: as_text(cells.get(m[1].casefold())), self.text)
        if self.split and cell is not None:
            parts = as_text(cell).split(self.split)
            cell = parts[self.part - 1].strip() if len(parts) >= self.part else None
        return self.words.get(as_text(cell), cell) if self.words else cell


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows of a sheet become rows of `table`; `origins` by column of the table."""

    table: Table
    origins: Mapping[str, Origin]


@dataclass(frozen=True, slots=True)
class Entry:
    """A `[[table]]` of a mapping: `file` is a pattern for the names of files or sheets."""

    file: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class MappingFile:
    """A mapping, with the profile it may carry."""

    entries: tuple[Entry, ...] = ()
    profile: UtilityProfile | None = None

    def readings(self, sheet_name: str, hint: str) -> tuple[Reading, ...]:
        """What is to be read from a sheet, in the order of loading."""
        found = [
            e.reading
            for e in self.entries
            if fnmatch.fnmatch(sheet_name, e.file) or fnmatch.fnmatch(hint, e.file)
        ]
        return tuple(sorted(found, key=lambda reading: TABLES.index(reading.table)))


def read_mapping(path: Path) -> MappingFile:
    """The mapping in `path`; raises MappingError."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise MappingError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MappingError(f"{path}: {error}") from error
    try:
        profile = profile_of(data["utility"]) if "utility" in data else None
    except ProfileError as error:
        raise MappingError(f"{path}: {error}") from error
    entries = data.get("table", [])
    if not isinstance(entries, list) or not entries:
        raise MappingError(f"{path} has no [[table]] entries")
    return MappingFile(tuple(_entry(path, entry) for entry in entries), profile)


def _entry(path: Path, data: Mapping[str, Any]) -> Entry:
    table = BY_NAME.get(data.get("name", ""))
    if table is None:
        raise MappingError(f"{path}: {data.get('name')!r} is none of {', '.join(BY_NAME)}")
    columns = data.get("columns")
    if not isinstance(columns, dict):
        raise MappingError(f"{path}: {table.name} has no columns")
    origins = {name: _origin(path, table, name, value) for name, value in columns.items()}
    return Entry(data.get("file", "*"), Reading(table, origins))


def _origin(path: Path, table: Table, name: str, data: Any) -> Origin:
    where = f"{path}: {table.name}.{name}"
    if table.column(name) is None:
        raise MappingError(f"{where}: {table.name} has no such column")
    if isinstance(data, str):
        return Origin(column=data)
    if not isinstance(data, dict) or not set(data) <= _KEYS:
        raise MappingError(f"{where}: write a column's name or some of {sorted(_KEYS)}")
    if len({"column", "value", "text"} & set(data)) != 1:
        raise MappingError(f"{where}: give one of column, value, text")
    if not isinstance(data.get("part", 1), int) or data.get("part", 1) < 1:
        raise MappingError(f"{where}: part is 1 or more")
    return Origin(**data)


def from_options(options: Sequence[str]) -> dict[str, dict[str, Origin]]:
    """`table.column=COLUMN` and `table.column==CONSTANT` by table; raises MappingError."""
    found: dict[str, dict[str, Origin]] = {}
    for option in options:
        target, equals, source = option.partition("=")
        table_name, _, column = target.strip().partition(".")
        table = BY_NAME.get(table_name)
        if not equals or table is None or table.column(column) is None:
            raise MappingError(f"--map {option}: write TABLE.COLUMN=NAME, as customers.name=NOMBRE")
        constant = source.startswith("=")
        origin = Origin(value=source[1:]) if constant else Origin(column=source.strip())
        found.setdefault(table_name, {})[column] = origin
    return found


def plain(table: Table, header: Sequence[str], extra: Mapping[str, Origin]) -> Reading:
    """A file whose columns have the table's own names, but for those in `extra`."""
    present = {name.casefold() for name in header}
    origins = {c.name: Origin(column=c.name) for c in table.columns if c.name in present}
    return Reading(table, {**origins, **extra})


def table_of_name(hint: str) -> Table | None:
    """The table that the name of a file or sheet tells; None where it tells none or several."""
    words = set(re.split(r"[^a-z]+", hint.casefold()))
    found = [table for table in TABLES if table.name in words]
    return found[0] if len(found) == 1 else None
