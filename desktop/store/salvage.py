"""What can still be read of a damaged file."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from desktop.domain.errors import Code, StoreError
from desktop.store.database import Database

log = logging.getLogger(__name__)

Row = Mapping[str, Any]
Rows = dict[str, Row]

SIDE_FILES = ("-wal", "-shm")


def readable(path: Path, key: bytes, table: Table) -> Rows:
    """Every row of `table` that the file still gives, from the front and from the back, by its
    first column. Columns that another version has are left out."""
    found: Rows = {}
    if not path.is_file():
        return found
    database = Database(path, key, durable=True)
    try:
        database.open(lambda _connection: None)
        for order in ("ASC", "DESC"):
            try:
                for row in _rows(database, table, order):
                    found.setdefault(next(iter(row.values())), row)
            except StoreError as error:
                log.info("%s cannot be read to its end: %s", path.name, error.code)
    except StoreError as error:
        if error.code is not Code.STORE_CORRUPT:
            raise
        log.info("%s cannot be opened", path.name)
    finally:
        database.close()
    return found


def _rows(database: Database, table: Table, order: str) -> Iterator[Row]:
    with database.read() as connection:
        # An older file lacks columns, one that was hardly begun the whole table.
        there = {row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})")}
        names = ", ".join(column.name for column in table.columns if column.name in there)
        if not names:
            return
        query = f"SELECT {names} FROM {table.name} ORDER BY rowid {order}"  # noqa: S608 - our names
        for row in connection.exec_driver_sql(query).mappings():
            yield dict(row)


def remove_database(path: Path) -> None:
    """Delete an unfinished file and what SQLite keeps beside it."""
    try:
        for suffix in ("", *SIDE_FILES):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(Code.STORE_BUSY, detail=type(error).__name__) from error
