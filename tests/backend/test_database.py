"""Transactions and column types behave alike on both engines."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError

from backend import models as m
from backend.database import Database
from backend.migrations import upgrade
from tests.support.backend_books import Books


def test_decimals_and_instants_come_back_exactly(database: Database, books: Books) -> None:
    home = books.contract()
    montevideo = timezone(timedelta(hours=-3))
    at = datetime(2026, 2, 28, 23, 59, 59, 123456, tzinfo=montevideo)
    values = ["0.10", "-12.3400", "123456789012345678901234.567890", "0", "1E+3"]
    for number, value in enumerate(values):
        reading = books.readings(home, 1, first=number)[0]
        books.change(m.Reading, reading, value=Decimal(value), read_at=at + timedelta(days=number))
        with database.reading() as session:
            kept = session.get_one(m.Reading, reading)
        assert kept.value == Decimal(value)
        assert "E" not in str(kept.value)
        assert kept.read_at == at + timedelta(days=number)
        assert kept.read_at.tzinfo is UTC


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("value", Decimal("NaN")),
        ("value", 1.5),
        ("read_at", datetime(2026, 1, 1)),  # noqa: DTZ001 - what is refused here
        ("quality", "guessed"),
    ],
)
def test_what_has_no_exact_meaning_is_not_stored(
    database: Database, books: Books, column: str, value: object
) -> None:
    reading = books.readings(books.contract(), 1)[0]
    with pytest.raises(StatementError):
        books.change(m.Reading, reading, **{column: value})


def test_natural_keys_are_unique_and_references_hold(database: Database, books: Books) -> None:
    home = books.contract(number="7")
    books.invoices(home, 1)
    with pytest.raises(IntegrityError):
        books.contract(number="7")
    with pytest.raises(IntegrityError):
        books.readings(home, 1), books.readings(home, 1)
    with pytest.raises(IntegrityError):
        books.change(m.Invoice, 1, contract_id=99)


def test_a_block_that_raises_leaves_nothing(database: Database, books: Books) -> None:
    home = books.contract()
    with pytest.raises(KeyError), database.writing() as session:
        session.get_one(m.Contract, home.id).tariff = "otra"
        session.flush()
        raise KeyError
    with database.reading() as session:
        assert session.get_one(m.Contract, home.id).tariff == ""
        assert session.get_one(m.Scope, home.id).seq == 2


def test_an_undone_savepoint_publishes_nothing_of_it(database: Database, books: Books) -> None:
    home = books.contract()
    with database.writing() as session:
        with pytest.raises(KeyError), session.begin_nested():
            session.get_one(m.Contract, home.id).tariff = "otra"
            session.flush()
            raise KeyError
        session.get_one(m.Meter, home.meter_id).brand = "Elster"
    with database.reading() as session:
        assert session.get_one(m.Contract, home.id).tariff == ""
        entries = {row.kind: row.seq for row in session.scalars(select(m.FeedEntry))}
    assert entries == {"contract": 1, "meter": 3}


def test_a_kept_savepoint_is_published_with_the_whole(database: Database, books: Books) -> None:
    home = books.contract()
    with database.writing() as session:
        with session.begin_nested():
            session.get_one(m.Contract, home.id).tariff = "otra"
        with database.reading() as reader:
            assert reader.get_one(m.Scope, home.id).seq == 2
        session.get_one(m.Contract, home.id).category = "R"
    with database.reading() as session_after:
        assert session_after.get_one(m.Scope, home.id).seq == 3


def test_read_and_write_in_one_transaction_never_loses_an_update(
    database: Database, books: Books
) -> None:
    user = books.user("ana")

    def raise_by_one(_: int) -> None:
        with database.writing() as session:
            kept = session.get_one(m.User, user, with_for_update=True)
            kept.full_name = str(int(kept.full_name) + 1)

    books.change(m.User, user, full_name="0")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(raise_by_one, range(100)))
    with database.reading() as session:
        assert session.get_one(m.User, user).full_name == "100"


def test_a_reader_sees_one_moment(database: Database, books: Books) -> None:
    home = books.contract()
    with database.reading() as session:
        before = session.scalar(select(m.Scope.seq).where(m.Scope.id == home.id))
        books.readings(home, 3)
        assert session.scalar(select(m.Scope.seq).where(m.Scope.id == home.id)) == before


def test_a_write_inside_a_write_is_refused_instead_of_waiting_for_itself(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new.db'}")
    with (
        pytest.raises(RuntimeError, match="wait for itself"),
        database.writing(),
        database.writing(),
    ):
        pass
    with database.writing() as session:
        assert session.scalar(text("SELECT 1")) == 1
    database.close()


def test_a_sqlite_file_is_its_owners_alone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new.db'}")
    upgrade(database)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob("new.db*")}
    database.close()
    assert set(modes) >= {"new.db", "new.db-wal"}
    assert set(modes.values()) == {0o600}


def test_sqlite_is_set_to_lose_nothing(database: Database) -> None:
    if not database.is_sqlite:
        return
    with database.engine.connect() as connection:
        values = {
            pragma: connection.execute(text(f"PRAGMA {pragma}")).scalar()
            for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }
