"""What is written to a file: typed columns, rows as they come, and the totals below them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from desktop.domain.money import Money

R = TypeVar("R")

Cell = str | int | Decimal | date | Money | None


class Kind(Enum):
    """How a column's cells are written; a cell of it may always be None or a text."""

    TEXT = "text"
    DATE = "date"
    MONEY = "money"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is in letters."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 16


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. `rows` are asked for once; `count` is how many there are. `facts` stand above
    the titles as name and value, `total` below the rows."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]
    count: int
    total: Sequence[Cell] = ()
    facts: tuple[tuple[str, Cell], ...] = ()


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a file: what it is, and who made it."""

    title: str
    author: str
    subject: str = ""
    language: str = "es-UY"


class StoppedError(Exception):
    """The person stopped the work; nothing of it is left."""


def _never() -> bool:
    return False


@dataclass(slots=True)
class Watch:
    """Hears how far the work is (`report(done, total)`), and says whether to stop it."""

    report: Callable[[int, int], None] = lambda _done, _total: None
    cancelled: Callable[[], bool] = _never
    total: int = 0
    done: int = field(default=0, init=False)
    _every: int = 100

    def begin(self, total: int) -> None:
        """There are `total` rows to come. Raises `StoppedError` where it is stopped already."""
        self.total, self.done = total, 0
        self.tell(0)

    def tell(self, done: int) -> None:
        """`done` rows are written. Raises `StoppedError` where the person wants no more."""
        self.done = done
        if self.cancelled():
            raise StoppedError
        self.report(min(done, self.total), self.total)

    def over(self, rows: Iterable[R]) -> Iterator[R]:
        """`rows`, counted."""
        for row in rows:
            self.done += 1
            if self.done % self._every == 0:
                self.tell(self.done)
            yield row
