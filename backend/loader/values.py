"""One cell of a file to one typed value. Nothing is guessed: what can be read in two ways is
refused with both."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from backend.loader.rows import RefusedError, Value
from backend.loader.tables import Column, Kind

Cell = str | int | float | bool | date | datetime | None
"""What a file gives: text from CSV, also numbers and dates from XLSX."""

LARGEST_DOCUMENT = 20 * 1024 * 1024

_PLAIN = re.compile(r"[+-]?\d+")
_DATE_TIME = re.compile(r"(?P<date>\S+)[ T](?P<time>\d{1,2}:\d{2}(:\d{2})?)(?P<rest>.*)")
_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_YES = ("1", "yes", "true", "si", "sí", "x")
_NO = ("0", "no", "false")


@dataclass(frozen=True, slots=True)
class Manner:
    """How to read the text of one file. `decimal` is the decimal mark, None where it is not known;
    `is_stated` tells one that the operator gave from one that the file's delimiter suggests."""

    zone: ZoneInfo
    folder: Path
    decimal: str | None = None
    is_stated: bool = False


def read_value(column: Column, cell: Cell, manner: Manner) -> Value:
    """The value of `cell`; None for an empty one. Raises RefusedError."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    try:
        return _READERS[column.kind](column, cell, manner)
    except RefusedError as error:
        raise RefusedError(str(error), error.column or column.name) from error


def as_text(cell: Cell) -> str:
    """A cell as an operator sees it. 1204518 typed as a number in a spreadsheet is no 1204518.0."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _text(column: Column, cell: Cell, _manner: Manner) -> str:
    text = as_text(cell)
    if any(ord(c) < 32 or ord(c) == 127 for c in text):
        raise RefusedError("has control characters")
    if "\ufffd" in text:
        raise RefusedError("has bytes that are no text")
    if len(text) > column.longest:
        raise RefusedError(f"is longer than {column.longest} characters")
    return text


def _word(column: Column, cell: Cell, _manner: Manner) -> str:
    word = as_text(cell).casefold()
    if word not in column.words:
        raise RefusedError(f"{as_text(cell)!r} is none of {', '.join(column.words)}")
    return word


def _integer(_column: Column, cell: Cell, _manner: Manner) -> int:
    text = as_text(cell)
    if not _PLAIN.fullmatch(text):
        raise RefusedError(f"{text!r} is no whole number")
    return int(text)


def _decimal(_column: Column, cell: Cell, manner: Manner) -> Decimal:
    if isinstance(cell, bool | date):
        raise RefusedError(f"{cell} is no number")
    if isinstance(cell, int | float):
        # The shortest text that gives the same float is what the spreadsheet shows.
        found = Decimal(as_text(cell))
        if not found.is_finite():
            raise RefusedError(f"{cell} is no number")
        return found
    return parse_decimal(cell or "", manner.decimal, is_stated=manner.is_stated)


def parse_decimal(text: str, mark: str | None, *, is_stated: bool) -> Decimal:
    """`text` as a number with the decimal mark `mark`; the other mark may group thousands."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", text).replace("−", "-")
    if _PLAIN.fullmatch(bare):
        return Decimal(bare)
    readings = {m: value for m in ",." if (value := _with_mark(bare, m)) is not None}
    if not readings:
        raise RefusedError(f"{text!r} is no number")
    if mark is None:
        if len(readings) == 1:
            return readings.popitem()[1]
        raise _ambiguous(text, readings)
    if mark not in readings:
        raise RefusedError(f"{text!r} is no number with the decimal mark '{mark}'")
    if not is_stated and len(readings) == 2 and mark not in bare:
        # Only thousands by the suggested mark, but a fraction by the other.
        raise _ambiguous(text, readings)
    return readings[mark]


def _with_mark(bare: str, mark: str) -> Decimal | None:
    group = "." if mark == "," else ","
    whole, _, fraction = bare.partition(mark)
    if not re.fullmatch(rf"[+-]?(\d+|[1-9]\d{{0,2}}(\{group}\d{{3}})+)", whole):
        return None
    if mark in bare and not re.fullmatch(r"\d+", fraction):
        return None
    return (
        Decimal(f"{whole.replace(group, '')}.{fraction or 0}")
        if fraction
        else Decimal(whole.replace(group, ""))
    )


def _ambiguous(text: str, readings: dict[str, Decimal]) -> RefusedError:
    both = " or ".join(format(value, "f") for value in readings.values())
    return RefusedError(f"{text!r} may be {both}: say --decimal , or --decimal .")


def _date(_column: Column, cell: Cell, _manner: Manner) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    return _parse_date(as_text(cell))


def _parse_date(text: str) -> date:
    parts = _DAY_FIRST.fullmatch(text)
    try:
        if parts:
            return date(int(parts[4]), int(parts[3]), int(parts[1]))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise RefusedError(f"there is no day {text}") from error
    raise RefusedError(f"{text!r} is no date: write YYYY-MM-DD or DD/MM/YYYY")


def _instant(_column: Column, cell: Cell, manner: Manner) -> datetime:
    if isinstance(cell, datetime):
        return cell if cell.tzinfo else cell.replace(tzinfo=manner.zone)
    if isinstance(cell, date):
        return datetime.combine(cell, time(12), manner.zone)
    text = as_text(cell)
    parts = _DATE_TIME.fullmatch(text)
    if parts is None:
        return datetime.combine(_parse_date(text), time(12), manner.zone)
    day = _parse_date(parts["date"])
    hour, _, rest = parts["time"].partition(":")
    try:
        at = datetime.fromisoformat(f"{day}T{hour:0>2}:{rest}{parts['rest'].strip()}")
    except ValueError as error:
        raise RefusedError(f"{text!r} is no date and time") from error
    return at if at.tzinfo else at.replace(tzinfo=manner.zone)


def _boolean(_column: Column, cell: Cell, _manner: Manner) -> bool:
    word = as_text(cell).casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise RefusedError(f"{as_text(cell)!r} is neither yes nor no")


def _file(_column: Column, cell: Cell, manner: Manner) -> bytes:
    path = (manner.folder / as_text(cell)).resolve()
    if not path.is_relative_to(manner.folder.resolve()):
        raise RefusedError("lies outside the folder of the loaded file")
    try:
        if path.stat().st_size > LARGEST_DOCUMENT:
            raise RefusedError(f"is larger than {LARGEST_DOCUMENT // 1024 // 1024} MB")
        body = path.read_bytes()
    except OSError as error:
        raise RefusedError(f"{as_text(cell)}: {error.strerror}") from error
    if not body.startswith(b"%PDF-"):
        raise RefusedError(f"{as_text(cell)} is no PDF")
    return body


_READERS: dict[Kind, Callable[[Column, Cell, Manner], Value]] = {
    Kind.TEXT: _text,
    Kind.WORD: _word,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.MONEY: _decimal,
    Kind.DATE: _date,
    Kind.INSTANT: _instant,
    Kind.BOOLEAN: _boolean,
    Kind.FILE: _file,
}
