"""Files as rows of cells, one at a time: memory does not grow with the file."""

from __future__ import annotations

import codecs
import csv
import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from backend.loader.rows import Problem
from backend.loader.values import Cell

_DELIMITERS = ";,\t"
_BLOCK = 1 << 16
_LONGEST_CELL = 1 << 20

Line = tuple[int, list[Cell]]


class SourceError(Exception):
    """A file cannot be read at all; `str(error)` says why."""


@dataclass(slots=True)
class Sheet:
    """A CSV file or one sheet of a workbook. `rows` gives the number of each line, from 1 as a
    spreadsheet counts, and its cells; `total` and `done()` are in the same unit."""

    name: str
    hint: str  # what the table may be recognised by
    folder: Path
    delimiter: str | None
    header: list[str]
    rows: Iterator[Line]
    total: int
    done: Callable[[], int]
    broken: list[Problem] = field(default_factory=list)


@contextmanager
def open_sheets(path: Path) -> Iterator[list[Sheet]]:
    """The sheets of `path`; raises SourceError."""
    if path.suffix.casefold() in (".xlsx", ".xlsm"):
        with _workbook(path) as sheets:
            yield sheets
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}") from error
    with file:
        yield [_csv(path, file)]


def _csv(path: Path, file: BinaryIO) -> Sheet:
    encoding = _encoding(file)
    size = file.seek(0, 2)
    file.seek(0)
    csv.field_size_limit(_LONGEST_CELL)
    counter = _Counter(file)
    # Bytes that are no text become U+FFFD, which the columns refuse one by one.
    buffered = io.BufferedReader(counter, _BLOCK)
    lines = io.TextIOWrapper(buffered, encoding, errors="replace", newline="")
    first = lines.readline()
    delimiter = max(_DELIMITERS, key=_outside_quotes(first).count)
    broken: list[Problem] = []
    sheet = Sheet(
        name=path.name,
        hint=path.stem,
        folder=path.parent,
        delimiter=delimiter,
        header=[],
        rows=iter(()),
        total=size,
        done=lambda: counter.count,
        broken=broken,
    )
    rows = _records(first, lines, delimiter, path.name, broken)
    _, header = next(rows, (1, []))
    sheet.header = [str(cell or "").strip() for cell in header]
    sheet.rows = rows
    return sheet


def _records(
    first: str, lines: Iterator[str], delimiter: str, name: str, broken: list[Problem]
) -> Iterator[Line]:
    def all_lines() -> Iterator[str]:
        yield first
        yield from lines

    reader = csv.reader(all_lines(), delimiter=delimiter, strict=True)
    while True:
        start = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            broken.append(Problem(name, start, "", f"the line cannot be read: {error}"))
            continue
        yield start, list(cells)


def _outside_quotes(line: str) -> str:
    return "".join(part for index, part in enumerate(line.split('"')) if index % 2 == 0)


def _encoding(file: BinaryIO) -> str:
    """utf-8 where every byte is, with or without a mark; else what Windows wrote in the west."""
    start = file.read(3)
    file.seek(0)
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := file.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig" if start == codecs.BOM_UTF8 else "utf-8"


class _Counter(io.RawIOBase):
    """A file that knows how much of it was read."""

    def __init__(self, file: BinaryIO) -> None:
        self.count = 0
        self._file = file

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer` and count."""
        block = self._file.read(len(buffer))
        buffer[: len(block)] = block
        self.count += len(block)
        return len(block)


@contextmanager
def _workbook(path: Path) -> Iterator[list[Sheet]]:
    with warnings.catch_warnings():
        # Styles and validations that openpyxl does not know are no concern of a table.
        warnings.simplefilter("ignore", UserWarning)
        try:
            book = load_workbook(path, read_only=True, data_only=True)
        except OSError as error:
            raise SourceError(f"{path}: {error.strerror or error}") from error
        except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
            raise SourceError(f"{path} is no workbook: {error}") from error
        try:
            yield [_sheet(path, sheet, len(book.worksheets)) for sheet in book.worksheets]
        finally:
            book.close()


def _sheet(path: Path, sheet: Any, of: int) -> Sheet:
    done = 0

    def rows() -> Iterator[Line]:
        nonlocal done
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            done = number
            yield number, list(cells)

    lines = rows()
    _, header = next(lines, (1, []))
    return Sheet(
        name=f"{path.name}[{sheet.title}]",
        hint=sheet.title if of > 1 else f"{sheet.title} {path.stem}",
        folder=path.parent,
        delimiter=None,
        header=[str(cell).strip() if cell is not None else "" for cell in header],
        rows=lines,
        total=sheet.max_row or 0,
        done=lambda: done,
    )
