"""CSV that the country's Excel opens as it is: UTF-8 with a mark, its separator and decimals."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from desktop.domain.money import Money
from desktop.services.exports.spreadsheet import FORMULA, printable
from desktop.services.exports.tables import Cell, Table, Watch


def write(path: Path, tables: Sequence[Table], decimal_mark: str, watch: Watch) -> None:
    """Write `tables` below one another to `path`. Raises OSError, and what `watch` raises."""
    separator = ";" if decimal_mark == "," else ","
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")

        def put(row: Sequence[Cell]) -> None:
            writer.writerow([text_of(value, decimal_mark) for value in row])

        for place, table in enumerate(tables):
            if place:
                writer.writerow([])
            for fact in table.facts:
                put(fact)
            if table.facts:
                writer.writerow([])
            put([column.title for column in table.columns])
            for row in watch.over(table.rows):
                put(row)
            if table.total:
                put(table.total)


def text_of(value: Cell, decimal_mark: str) -> str:
    """'1234,50', '22/11/2026'. Text that a program would take for a formula begins with an
    apostrophe, and text that begins with one gets another."""
    if value is None:
        return ""
    if isinstance(value, Money):
        return f"{value.amount:f}".replace(".", decimal_mark)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", decimal_mark)
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    if isinstance(value, int):
        return str(value)
    text = printable(value)
    return f"'{text}" if text.startswith((*FORMULA, "'")) else text
