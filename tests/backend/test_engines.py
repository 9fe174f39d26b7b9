"""SQLite and PostgreSQL publish the same bytes."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from backend import models as m
from backend.database import Database
from backend.feed.read import page
from tests.support.backend import MovableClock
from tests.support.backend_books import Books


def _written(url: str) -> list[bytes]:
    """The pages after a few months of work, tokens left out: their secret is each server's own."""
    database = Database(url, MovableClock())
    books = Books(database)
    books.utility()
    home = books.contract()
    readings = books.readings(home, 6)
    books.invoices(home, 3)
    books.change(m.Reading, readings[1], value=Decimal("0.10"))
    books.change(m.Reading, readings[2], read_at=datetime(2026, 1, 1, tzinfo=UTC))
    books.change(m.Customer, 1, full_name="Ñandú & \u201cHijos\u201d")
    books.delete(m.Reading, readings[3:4])
    pages = []
    with database.reading() as session:
        for scope in (0, home.id):
            content = page(session, scope, None, 1000).content
            before, after = content.split(b'"next":"')
            pages.append(before + after.split(b'"', 1)[1])
    database.close()
    return pages


def test_both_engines_give_the_same_bytes(
    sqlite_file: Path, postgres_url: str, tmp_path: Path
) -> None:
    copy = tmp_path / "same.db"
    shutil.copyfile(sqlite_file, copy)
    assert _written(f"sqlite:///{copy}") == _written(postgres_url)
