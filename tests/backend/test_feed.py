"""The change feed, read as a client reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import delete, event, func, insert, select, update

from backend import models as m
from backend.base import table_of
from backend.database import Database
from backend.feed.care import audit, bump_epoch, keep_proof, purge_tombstones
from backend.feed.read import Proof, page
from backend.feed.schemas import ChangePage
from backend.feed.tokens import ResetReason, SyncReset
from tests.backend.mirror import Mirror
from tests.support.backend import MovableClock
from tests.support.backend_books import Books


def test_everything_written_arrives_numbered_without_gaps(database: Database, books: Books) -> None:
    home = books.contract()
    readings = books.readings(home, 30)
    invoices = books.invoices(home, 20)
    mirror = Mirror(database, home.id, limit=7).pull()
    assert {key for key in mirror.rows if key[0] == "reading"} == {
        ("reading", str(id_)) for id_ in readings
    }
    assert {key for key in mirror.rows if key[0] == "invoice"} == {
        ("invoice", str(id_)) for id_ in invoices
    }
    assert mirror.numbers == list(range(1, 53))
    assert mirror.is_proven()


def test_pages_have_the_documented_form(database: Database, books: Books) -> None:
    books.utility(demo_username="demo", demo_password="demo")
    home = books.contract(
        cut_since=date(2026, 1, 1),
        cut_reason="non_payment",
        window_opens_at=datetime(2026, 3, 1, 11, tzinfo=UTC),
        window_closes_at=datetime(2026, 3, 9, 2, 59, 59, tzinfo=UTC),
    )
    books.delete(m.Reading, books.readings(home, 3)[:1])
    books.invoices(home, 2)
    books.invoices(books.contract(), 1, document=None)
    for scope in (0, 1, 2):
        with database.reading() as session:
            parsed = ChangePage.model_validate_json(page(session, scope, None, 500).content)
        assert parsed.changes


def test_a_body_says_what_was_written(database: Database, books: Books) -> None:
    home = books.contract()
    invoice = books.invoices(home, 1)[0]
    with database.writing() as session:
        session.get_one(m.Invoice, invoice).lines[0].quantity = Decimal("0.10")
    body = Mirror(database, home.id).pull().body("invoice", invoice)
    assert body["due_terms"] == [{"date": "2023-01-16", "amount": 122000}]
    assert body["lines"][0]["quantity"] == "0.10"
    assert body["readings"][0]["current_value"] == "110"
    assert body["document"]["media_type"] == "application/pdf"


def test_a_token_brings_only_what_changed_since(database: Database, books: Books) -> None:
    home = books.contract()
    readings = books.readings(home, 5)
    mirror = Mirror(database, home.id).pull()
    mirror.numbers.clear()
    books.change(m.Reading, readings[2], value=Decimal("999"))
    books.delete(m.Reading, readings[:1])
    mirror.pull()
    assert mirror.numbers == [8, 9]
    assert mirror.body("reading", readings[2])["value"] == "999"
    assert ("reading", str(readings[0])) not in mirror.rows
    assert mirror.is_proven()


@pytest.mark.parametrize(
    ("model", "column", "kind", "expected"),
    [
        (m.InvoiceLine, "description", "invoice", 1),
        (m.DueTerm, "amount", "invoice", 1),
        (m.InvoiceReading, "unit", "invoice", 1),
        (m.Document, "media_type", "invoice", 1),
        (m.Register, "unit", "meter", 1),
        (m.Register, "unit", "reading", 4),
        (m.Meter, "serial", "reading", 4),
        (m.SupplyPoint, "address", "contract", 1),
        (m.Customer, "full_name", "contract", 1),
    ],
)
def test_an_embedded_part_publishes_what_embeds_it(
    database: Database, books: Books, model: type[m.Invoice], column: str, kind: str, expected: int
) -> None:
    home = books.contract()
    books.readings(home, 4)
    books.invoices(home, 1)
    mirror = Mirror(database, home.id).pull()
    before = mirror.head
    books.change(model, 1, **{column: 7 if column == "amount" else "otra"})
    mirror.pull()
    moved = [key for key, row in mirror.rows.items() if row["seq"] > before and key[0] == kind]
    assert len(moved) == expected
    assert mirror.is_proven()


def test_equal_rows_written_again_move_nothing(database: Database, books: Books) -> None:
    home = books.contract()
    invoice = books.invoices(home, 1)[0]
    head = Mirror(database, home.id).pull().head
    books.change(m.Invoice, invoice, total=1)
    books.change(m.Invoice, invoice, total=122000)
    assert Mirror(database, home.id).pull().head == head + 2
    with database.writing() as session:
        session.touch("invoice", [invoice])
        session.touch("reading", [404])
    assert Mirror(database, home.id).pull().head == head + 2


def test_an_entity_that_changes_hands_leaves_the_first_scope(
    database: Database, books: Books
) -> None:
    first, second = books.contract(), books.contract()
    reading = books.readings(first, 1)[0]
    before, after = Mirror(database, first.id).pull(), Mirror(database, second.id).pull()
    books.change(m.Reading, reading, contract_id=second.id)
    before.pull(), after.pull()
    assert ("reading", str(reading)) not in before.rows
    assert after.body("reading", reading)["contract_id"] == str(second.id)
    assert before.is_proven() and after.is_proven()


@pytest.mark.fault(13, "D")
def test_deletions_between_the_pages_of_a_first_sync_are_not_missed(
    database: Database, books: Books
) -> None:
    home = books.contract()
    readings = books.readings(home, 20)
    books.delete(m.Reading, readings[:3])
    mirror = Mirror(database, home.id, limit=5)
    assert mirror.step()
    books.delete(m.Reading, readings[3:6])
    books.readings(home, 2, first=50)
    assert mirror.pull().is_proven()
    assert mirror.count == 2 + 20 - 6 + 2


def test_a_first_sync_is_spared_the_tombstones_before_it(database: Database, books: Books) -> None:
    home = books.contract()
    books.delete(m.Reading, books.readings(home, 9))
    mirror = Mirror(database, home.id).pull()
    assert (len(mirror.numbers), mirror.head) == (2, 20)
    assert mirror.is_proven()


def test_a_scope_that_never_held_anything_is_an_empty_proof(database: Database) -> None:
    mirror = Mirror(database, 77).pull()
    assert (mirror.head, mirror.count) == (0, 0)
    assert mirror.is_proven()


def test_a_page_ends_at_a_mebibyte(database: Database, books: Books) -> None:
    home = books.contract()
    invoices = books.invoices(home, 12, document=None)
    with database.writing() as session:
        lines = [
            {
                "invoice_id": invoice,
                "position": position,
                "kind": "fee",
                "description": "x" * 200,
                "unit": "",
                "price_currency": "",
                "amount": 0,
            }
            for invoice in invoices
            for position in range(10, 400)
        ]
        session.connection().execute(insert(table_of(m.InvoiceLine)), lines)
        session.touch("invoice", invoices)
    with database.reading() as session:
        first = page(session, home.id, None, 1000)
    assert len(first.content) < (1 << 20) + 1000
    assert Mirror(database, home.id).pull().is_proven()


@pytest.mark.fault(14, "D")
def test_purged_tombstones_send_old_readers_back_to_the_start(
    database: Database, books: Books, clock: MovableClock
) -> None:
    home = books.contract()
    readings = books.readings(home, 8)
    old, fresh = Mirror(database, home.id).pull(), Mirror(database, home.id)
    halfway = Mirror(database, home.id, limit=3)
    halfway.step()
    books.delete(m.Reading, readings[:2])
    fresh.pull()
    clock.advance(days=10)
    with database.writing() as session:
        assert purge_tombstones(session, clock.now()) == 2
    for reader in (old, halfway):
        with pytest.raises(SyncReset) as reset:
            reader.pull()
        assert reset.value.reason is ResetReason.TOMBSTONES_PURGED
    assert fresh.pull().is_proven()
    assert Mirror(database, home.id).pull().is_proven()


def test_a_reader_begun_after_the_purged_deletions_may_go_on(
    database: Database, books: Books, clock: MovableClock
) -> None:
    home = books.contract()
    books.delete(m.Reading, books.readings(home, 8)[:2])
    reader = Mirror(database, home.id, limit=3)
    reader.step()
    clock.advance(days=10)
    with database.writing() as session:
        purge_tombstones(session, clock.now())
    assert reader.pull().is_proven()


@pytest.mark.fault(15, "D")
def test_a_new_epoch_sends_every_reader_back(database: Database, books: Books) -> None:
    home = books.contract()
    reader = Mirror(database, home.id).pull()
    with database.writing() as session:
        assert bump_epoch(session) == 2
    with pytest.raises(SyncReset) as reset:
        reader.pull()
    assert reset.value.reason is ResetReason.EPOCH


@pytest.mark.fault(16, "D")
def test_a_database_put_back_without_a_new_epoch_is_noticed(
    database: Database, books: Books
) -> None:
    home = books.contract()
    reader = Mirror(database, home.id).pull()
    with database.writing() as session:
        session.execute(update(m.Scope).values(seq=1))
    with pytest.raises(SyncReset) as reset:
        reader.pull()
    assert reset.value.reason is ResetReason.EPOCH


def test_a_new_form_of_the_bodies_sends_every_reader_back(database: Database, books: Books) -> None:
    home = books.contract()
    reader = Mirror(database, home.id).pull()
    with database.writing() as session:
        session.get_one(m.FeedMeta, 1).schema_rev += 1
    with pytest.raises(SyncReset) as reset:
        reader.pull()
    assert reset.value.reason is ResetReason.SCHEMA


def test_a_token_of_another_scope_is_refused(database: Database, books: Books) -> None:
    home, other = books.contract(), books.contract()
    reader = Mirror(database, other.id)
    reader.token = Mirror(database, home.id).pull().token
    with pytest.raises(SyncReset) as reset:
        reader.pull()
    assert reset.value.reason is ResetReason.DAMAGED_TOKEN


def test_the_audit_publishes_what_went_past_the_app(database: Database, books: Books) -> None:
    home = books.contract()
    readings = books.readings(home, 3)
    reader = Mirror(database, home.id).pull()
    table = table_of(m.Reading)
    with database.writing() as session:
        connection = session.connection()
        connection.execute(update(table).where(table.c.id == readings[0]).values(days=5))
        connection.execute(delete(table).where(table.c.id == readings[1]))
    with database.writing() as session:
        assert audit(session) == 2
    with database.writing() as session:
        assert audit(session) == 0
    assert reader.pull().is_proven()
    assert reader.body("reading", readings[0])["days"] == 5


def test_a_bulk_statement_that_would_miss_the_feed_is_refused(database: Database) -> None:
    with pytest.raises(RuntimeError, match="would miss the feed"), database.writing() as session:
        session.execute(update(m.Reading).values(days=1))


def test_a_kept_proof_is_used_until_the_scope_moves(database: Database, books: Books) -> None:
    home = books.contract()
    with database.reading() as session:
        fresh = page(session, home.id, None, 500).fresh_proof
    assert fresh is not None
    assert keep_proof(database, home.id, fresh)
    with database.reading() as session:
        assert page(session, home.id, None, 500).fresh_proof is None
    assert Mirror(database, home.id).pull().is_proven()
    books.readings(home, 1)
    assert not keep_proof(database, home.id, fresh)
    assert Mirror(database, home.id).pull().is_proven()


def test_keeping_a_proof_never_waits_for_a_writer(database: Database, books: Books) -> None:
    home = books.contract()
    with database.writing() as session:
        session.get_one(m.Contract, home.id).tariff = "R"
        session.flush()
        session.execute(select(m.Scope).with_for_update()).all()
        assert not keep_proof(database, home.id, Proof(2, 2, "sha256:"))


def test_publishing_thousands_takes_few_statements(database: Database, books: Books) -> None:
    homes = [books.contract() for _ in range(20)]
    statements: list[str] = []

    def count(*arguments: object) -> None:
        statement = str(arguments[2])
        # SQLite's unit of work inserts row by row to learn the ids; the feed must not.
        if not statement.startswith("INSERT INTO reading"):
            statements.append(statement)

    event.listen(database.engine, "before_cursor_execute", count)
    with database.writing() as session:
        session.add_all(
            m.Reading(
                contract_id=home.id,
                meter_id=home.meter_id,
                register_id=home.register_id,
                value=Decimal(day),
                read_at=datetime(2020, 1, 1, tzinfo=UTC).replace(year=2000 + day),
            )
            for home in homes
            for day in range(1, 101)
        )
    event.remove(database.engine, "before_cursor_execute", count)
    with database.reading() as reader:
        assert reader.scalar(select(func.count()).select_from(m.Reading)) == 2000
    assert len(statements) < 40
    assert all(Mirror(database, home.id).pull().head == 102 for home in homes)
