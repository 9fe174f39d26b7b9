"""Eight writers at once, some of whom give up, and a reader who never stops reading."""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select, text

from backend import models as m
from backend.database import Database
from backend.feed.publish import lock
from tests.backend.mirror import Mirror
from tests.support.backend_books import Books, ContractIds

WRITERS = 8
TRANSACTIONS = 20
SCOPES = 3


class _GivenUpError(Exception):
    """A writer changes its mind."""


def _write(database: Database, homes: list[ContractIds], writer: int) -> int:
    """Insert, change and delete; returns how many transactions were committed."""
    chance = random.Random(writer)
    committed = 0
    for turn in range(TRANSACTIONS):
        # Touched in any order: the feed has to sort its own locks.
        chosen = chance.sample(homes, k=chance.randint(1, SCOPES))
        try:
            with database.writing() as session:
                for home in chosen:
                    at = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(
                        days=writer * 1000 + turn, seconds=home.id
                    )
                    reading = m.Reading(
                        contract_id=home.id,
                        meter_id=home.meter_id,
                        register_id=home.register_id,
                        value=Decimal(turn),
                        read_at=at,
                    )
                    session.add(reading)
                    session.flush()
                    if turn % 4 == 3:
                        session.delete(reading)
                # A row that every writer wants, so that transactions really wait for each other.
                line = session.get_one(m.InvoiceLine, writer % 4 + 1)
                line.amount = writer * 1000 + turn
                session.flush()
                if chance.random() < 0.2:
                    raise _GivenUpError
        except _GivenUpError:
            continue
        committed += 1
    return committed


def _read_until(
    database: Database, homes: list[ContractIds], done: threading.Event
) -> list[Mirror]:
    mirrors = [Mirror(database, home.id, limit=7) for home in homes]
    while not done.is_set():
        for mirror in mirrors:
            mirror.pull()
            assert mirror.is_proven()
    return [mirror.pull() for mirror in mirrors]


@pytest.mark.fault(17, "D")
def test_nothing_is_lost_and_no_number_is_skipped(database: Database, books: Books) -> None:
    homes = [books.contract() for _ in range(SCOPES)]
    books.invoices(homes[0], 2, document=None)
    done = threading.Event()
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reader = pool.submit(_read_until, database, homes, done)
        try:
            writers = [pool.submit(_write, database, homes, n) for n in range(WRITERS)]
            committed = sum(writer.result(120) for writer in writers)
        finally:
            done.set()
        mirrors = reader.result(120)
    assert WRITERS <= committed < WRITERS * TRANSACTIONS
    for home, mirror in zip(homes, mirrors, strict=True):
        with database.reading() as session:
            kept = set(
                session.scalars(select(m.Reading.id).where(m.Reading.contract_id == home.id))
            )
            taken = session.scalars(select(m.FeedEntry.seq).where(m.FeedEntry.scope_id == home.id))
            numbers = sorted(taken)
        seen = {int(id_) for kind, id_ in mirror.rows if kind == "reading"}
        assert seen == kept, "a change was lost"
        assert mirror.is_proven()
        assert numbers[-1] == mirror.head
        assert len(numbers) == len(set(numbers))
        # Whatever number was never shown to this reader belonged to a later change of the same
        # entity: the feed keeps one row per entity. None above the head, none given twice.
        assert len(mirror.numbers) == len(set(mirror.numbers))
        assert mirror.numbers == sorted(mirror.numbers)


@pytest.mark.fault(17, "D")
def test_numbers_have_no_gaps_when_every_entity_is_touched_once(
    database: Database, books: Books
) -> None:
    home = books.contract()

    def insert(writer: int) -> None:
        chance = random.Random(writer)
        for turn in range(20):
            try:
                with database.writing() as session:
                    session.add(
                        m.Reading(
                            contract_id=home.id,
                            meter_id=home.meter_id,
                            register_id=home.register_id,
                            value=Decimal(turn),
                            read_at=datetime(2000, 1, 1, tzinfo=UTC)
                            + timedelta(days=writer * 100 + turn),
                        )
                    )
                    session.flush()
                    if chance.random() < 0.25:
                        raise _GivenUpError
            except _GivenUpError:
                continue

    with ThreadPoolExecutor(WRITERS) as pool:
        for result in [pool.submit(insert, writer) for writer in range(WRITERS)]:
            result.result(120)
    mirror = Mirror(database, home.id).pull()
    assert mirror.numbers == list(range(1, mirror.head + 1))
    assert mirror.head > 80
    assert mirror.is_proven()


@pytest.mark.fault(17, "D")
def test_two_parts_of_one_invoice_changed_at_once_both_arrive(
    database: Database, books: Books
) -> None:
    home = books.contract()
    invoice = books.invoices(home, 1)[0]
    with ThreadPoolExecutor(1) as pool:
        with database.writing() as session:
            session.get_one(m.InvoiceLine, 1).amount = 11
            session.flush()
            lock(session.connection(), [home.id])
            other = pool.submit(books.change, m.InvoiceLine, 2, amount=22)
            _wait_until_it_waits(database)
        other.result(120)
    mirror = Mirror(database, home.id).pull()
    assert [line["amount"] for line in mirror.body("invoice", invoice)["lines"]] == [11, 22]
    assert mirror.is_proven()


def _wait_until_it_waits(database: Database) -> None:
    """Until the other writer stands before the lock. SQLite lets nobody begin in the meantime."""
    if database.is_sqlite:
        return
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    until = time.monotonic() + 30
    found = 0
    while not found:
        assert time.monotonic() < until, "the other writer never came to the lock"
        with database.engine.connect() as connection:
            found = connection.scalar(waiting) or 0
