"""One transaction of the loader: rows are looked up together and written together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from backend.base import Base, table_of
from backend.documents.models import Document
from backend.feed.hook import PublishingSession
from backend.loader.rows import Entry, Problem, RefusedError, Row

# SQLite takes 32 766 parameters, PostgreSQL 65 535; short lists keep the plans simple.
CHUNK = 500

# ISO 4217 minor-unit digits that differ from two.
_DIGITS = {"CLP": 0, "PYG": 0, "JPY": 0, "KRW": 0, "VND": 0, "BHD": 3, "KWD": 3, "TND": 3}

Known = RowMapping
Values = dict[str, Any]


@dataclass(slots=True)
class Counts:
    """What became of the rows of one table."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.created + other.created,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
            self.refused + other.refused,
        )


@dataclass(frozen=True, slots=True)
class Setting:
    """What the utility's own row says about its files."""

    zone: ZoneInfo
    currency: str


class Batch:
    """An open transaction. `refuse` receives each row that cannot be written."""

    def __init__(
        self, session: PublishingSession, setting: Setting, refuse: Callable[[Problem], None]
    ) -> None:
        self.setting = setting
        self.counts = Counts()
        self._session = session
        self._refuse = refuse

    @property
    def connection(self) -> Connection:
        """The connection that the transaction runs on."""
        return self._session.connection()

    def touch(self, kind: str, ids: Iterable[int]) -> None:
        """Have these entities published at the end."""
        self._session.touch(kind, ids)

    def refuse(self, entry: Entry, error: RefusedError) -> None:
        """Report a row that is not written."""
        self.counts.refused += 1
        self._refuse(Problem(entry.file, entry.line, error.column, str(error)))

    def accepted(
        self, entries: Sequence[Entry], judge: Callable[[Row], Values]
    ) -> Iterator[tuple[Entry, Values]]:
        """Each row with what `judge` makes of it; those it refuses are reported."""
        for entry in entries:
            try:
                values = judge(entry.row)
            except RefusedError as error:
                self.refuse(entry, error)
            else:
                yield entry, values

    def find(
        self,
        model: type[Base],
        key: str | tuple[str, ...],
        values: Iterable[Any],
        *where: ColumnElement[bool],
    ) -> dict[Any, Known]:
        """Rows whose first column of `key` is one of `values`, by `key`."""
        table = table_of(model)
        names = (key,) if isinstance(key, str) else key
        found: dict[Any, Known] = {}
        for chunk in chunks(sorted(set(values))):
            query = select(table).where(table.c[names[0]].in_(chunk), *where)
            for row in self.connection.execute(query).mappings():
                found[row[key] if isinstance(key, str) else tuple(row[n] for n in names)] = row
        return found

    def insert(self, model: type[Base], rows: Sequence[Values]) -> None:
        """Write new rows; columns that are not given take the model's defaults."""
        table = table_of(model)
        if rows:
            self.connection.execute(insert(table), [_complete(table, row) for row in rows])

    def update(self, model: type[Base], rows: Sequence[tuple[int, Values]]) -> None:
        """Write changed rows by id; all must give the same columns."""
        table = table_of(model)
        if not rows:
            return
        names = list(rows[0][1])
        statement = (
            update(table)
            .where(table.c.id == bindparam("at_id"))
            .values({name: bindparam(f"to_{name}") for name in names})
        )
        self.connection.execute(
            statement,
            [{"at_id": at} | {f"to_{n}": values[n] for n in names} for at, values in rows],
        )

    def delete(self, model: type[Base], ids: Sequence[int]) -> None:
        """Remove rows by id."""
        table = table_of(model)
        for chunk in chunks(ids):
            self.connection.execute(delete(table).where(table.c.id.in_(chunk)))

    def digests(self, contracts: Iterable[int]) -> dict[tuple[int, str], int]:
        """Ids of the documents of these contracts by contract and sha256, without their bytes."""
        document = table_of(Document).c
        found: dict[tuple[int, str], int] = {}
        for chunk in chunks(sorted(set(contracts))):
            query = select(document.contract_id, document.sha256, document.id)
            for owner, digest, at in self.connection.execute(
                query.where(document.contract_id.in_(chunk))
            ):
                found[owner, digest] = at
        return found

    def upsert(
        self,
        model: type[Base],
        wanted: Mapping[Any, Values],
        known: Mapping[Any, Known],
        *,
        counted: bool = True,
    ) -> set[int]:
        """Insert what is not `known`, update what differs; returns the ids of updated rows."""
        table = table_of(model)
        new = [values for key, values in wanted.items() if key not in known]
        changed: list[tuple[int, Values]] = []
        names = sorted({name for values in wanted.values() for name in values})
        for key, values in wanted.items():
            row = known.get(key)
            if row is None:
                continue
            filled = {name: _filled(table, name, value) for name, value in values.items()}
            if any(row[name] != value for name, value in filled.items()):
                changed.append((row["id"], {name: row[name] for name in names} | filled))
        self.insert(model, new)
        self.update(model, changed)
        if counted:
            self.counts.created += len(new)
            self.counts.updated += len(changed)
            self.counts.unchanged += len(wanted) - len(new) - len(changed)
        return {at for at, _ in changed}


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """`values` in parts that fit one statement."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def given(row: Row, names: Mapping[str, str]) -> Values:
    """The columns that the file has, by the name they have in the model."""
    return {names[name]: value for name, value in row.items() if name in names}


def text(row: Row, name: str) -> str:
    """A column as text, empty where it is missing."""
    value = row.get(name)
    return value if isinstance(value, str) else ""


def minor(amount: Decimal, currency: str, column: str) -> int:
    """`amount` in minor units; refused where it has more decimals than the currency."""
    scaled = amount.scaleb(_DIGITS.get(currency, 2))
    if scaled != scaled.to_integral_value():
        raise RefusedError(f"{amount} has more decimals than {currency} has", column)
    return int(scaled)


def _complete(table: Table, values: Values) -> Values:
    return {
        column.name: _filled(table, column.name, values.get(column.name))
        for column in table.columns
        if column.name != "id" or "id" in values
    }


def _filled(table: Table, name: str, value: Any) -> Any:
    """`value`, or the default of a column that may not be empty."""
    column = table.c[name]
    if value is None and not column.nullable and column.default is not None:
        return getattr(column.default, "arg", None)
    return value
