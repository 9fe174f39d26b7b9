"""What a row is on its way from a file to the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

Value = str | int | bool | Decimal | date | datetime | bytes | None
"""One cell, typed. Money stays a Decimal in major units until its currency is known."""

Row = dict[str, Value]
"""Values by column name. A column that is not there is left as it is when the row exists."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A typed row and where it came from: `line` counts from 1, as a spreadsheet shows it."""

    file: str
    line: int
    row: Row


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row was refused. `column` is empty where the row as a whole is at fault."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return (
            f"{where}: {self.column}: {self.reason}" if self.column else f"{where}: {self.reason}"
        )


class RefusedError(Exception):
    """A value or a row cannot be used; `str(error)` says why, in words for the operator."""

    def __init__(self, reason: str, column: str = "") -> None:
        super().__init__(reason)
        self.column = column
