"""One way to write a file that a person asked for: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from desktop.services.documents import files
from desktop.services.exports.tables import Properties, StoppedError, Table, Watch


class Format(StrEnum):
    """What kind of file; the value is its suffix."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"


def write_tables(
    path: Path,
    tables: Sequence[Table],
    properties: Properties,
    made_at: datetime,
    decimal_mark: str,
    watch: Watch,
) -> bool:
    """Write `tables` over `path`, as its suffix says: Excel, or CSV otherwise. False where the
    person stopped it; nothing of it is left then, and what was there stays. Raises `StoreError`
    with DISK_FULL or FILE_NOT_WRITTEN."""

    def fill(part: Path) -> None:
        watch.begin(sum(table.count for table in tables))
        if path.suffix.lower() == f".{Format.XLSX}":
            from desktop.services.exports import spreadsheet

            spreadsheet.write(part, tables, properties, made_at, watch)
        else:
            from desktop.services.exports import delimited

            delimited.write(part, tables, decimal_mark, watch)
        watch.tell(watch.total)

    return write_whole(path, fill)


def write_whole(path: Path, fill: Callable[[Path], None]) -> bool:
    """Have `fill` write a file and put it in the place of `path`. As `write_tables`."""
    try:
        with files.replacing(path) as part:
            fill(part)
    except StoppedError:
        return False
    return True
