"""The account of a contract says what its invoices, payments and agreements say, to the cent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from backend import models as m
from backend.database import Database
from backend.loader.rows import Entry, Problem
from backend.loader.writer import Writer
from backend.migrations import downgrade, upgrade
from backend.movements.models import MovementKind
from backend.movements.post import post
from tests.backend.mirror import Mirror
from tests.support.backend_account import balance, open_invoices, pay, write_account
from tests.support.backend_books import Books

TODAY = date(2026, 3, 10)
Row = dict[str, Any]


def lines(database: Database, contract_id: int) -> list[m.Movement]:
    query = select(m.Movement).where(m.Movement.contract_id == contract_id)
    with database.reading() as session:
        return list(session.scalars(query.order_by(m.Movement.posted_on, m.Movement.id)))


# --- posting


def test_a_line_is_published_to_its_contract_alone(database: Database, books: Books) -> None:
    home, other = books.contract(), books.contract()
    with database.writing() as session:
        line = post(
            session, home.id, "payment", TODAY, "R-1", "Pago", credit=500, settles=["A-1", "A-2"]
        )
    mirror = Mirror(database, home.id).pull()
    assert mirror.is_proven()
    assert mirror.body("movement", line.id) == {
        "id": str(line.id),
        "contract_id": str(home.id),
        "order": line.id,
        "kind": "payment",
        "posted_on": "2026-03-10",
        "due_on": None,
        "reference": "R-1",
        "description": "Pago",
        "currency": "UYU",
        "debit": 0,
        "credit": 500,
        "invoice_id": None,
        "settles": ["A-1", "A-2"],
    }
    assert not any(kind == "movement" for kind, _id in Mirror(database, other.id).pull().rows)


def test_the_same_source_is_written_once(database: Database, books: Books) -> None:
    home = books.contract()
    for _again in range(2):
        with database.writing() as session:
            post(session, home.id, "interest", TODAY, "I-1", "Interés", debit=7, source="int:1")
    assert [line.debit for line in lines(database, home.id)] == [7]


@pytest.mark.parametrize(("debit", "credit"), [(0, 0), (5, 5), (-5, 0), (0, -5), (5, -5)])
def test_a_line_is_a_debit_or_a_credit(
    database: Database, books: Books, debit: int, credit: int
) -> None:
    home = books.contract()
    with pytest.raises(ValueError, match="debit or a credit"), database.writing() as session:
        post(session, home.id, "adjustment", TODAY, "", "", debit=debit, credit=credit)


def test_an_unknown_kind_is_refused(database: Database, books: Books) -> None:
    home = books.contract()
    with pytest.raises(ValueError, match="gift"), database.writing() as session:
        post(session, home.id, "gift", TODAY, "", "", debit=1)


# --- following the books


def test_a_payment_names_the_invoices_that_it_settles(database: Database, books: Books) -> None:
    home = books.contract()
    books.invoices(home, 2, document=None)
    write_account(database, home)
    receipt = pay(database, home, f"A-{home.id}-000", 122_000, TODAY)
    (line,) = [line for line in lines(database, home.id) if line.kind is MovementKind.PAYMENT]
    assert line.reference == receipt
    body = Mirror(database, home.id).pull().body("movement", line.id)
    assert body["settles"] == [f"A-{home.id}-000"]
    assert balance(database, home.id) == open_invoices(database, home.id) == 122_000


def test_an_invoice_says_of_itself_what_became_of_it(database: Database, books: Books) -> None:
    home = books.contract()
    gone, paid = books.invoices(home, 2, document=None)
    books.change(m.Invoice, gone, open=0, payment_status="cancelled", replaced_by="A-9")
    books.change(m.Invoice, paid, open=0, paid=122_000, payment_status="paid")
    write_account(database, home)
    found = [(line.kind.value, line.debit - line.credit) for line in lines(database, home.id)]
    assert sorted(found) == [
        ("adjustment", -122_000),
        ("invoice", 122_000),
        ("invoice", 122_000),
        ("payment", -122_000),
    ]
    assert balance(database, home.id) == 0


def test_an_invoice_in_an_agreement_is_left_to_the_agreement(
    database: Database, books: Books
) -> None:
    home = books.contract()
    (one,) = books.invoices(home, 1, document=None)
    write_account(database, home)
    with database.writing() as session:
        post(session, home.id, "agreement", TODAY, "AC-1", "", credit=122_000, source="a:1:moved")
    books.change(
        m.Invoice, one, agreement_number="AC-1", paid=122_000, open=0, payment_status="paid"
    )
    write_account(database, home)
    assert balance(database, home.id) == 0
    assert len(lines(database, home.id)) == 2


def test_a_line_goes_when_its_reason_does(database: Database, books: Books) -> None:
    home = books.contract()
    (one,) = books.invoices(home, 1, document=None)
    books.change(m.Invoice, one, open=0, paid=122_000, payment_status="paid")
    write_account(database, home)
    mirror = Mirror(database, home.id).pull()
    books.change(m.Invoice, one, open=122_000, paid=0, payment_status="pending")
    write_account(database, home)
    mirror.pull()
    assert mirror.is_proven()
    kinds = [row["body"]["kind"] for (kind, _id), row in mirror.rows.items() if kind == "movement"]
    assert kinds == ["invoice"]


# --- the loader


@pytest.fixture(scope="module")
def loaded(sqlite_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database that many histories are loaded into, each as a contract of its own."""
    path = tmp_path_factory.mktemp("ledger") / "backend.db"
    path.write_bytes(sqlite_file.read_bytes())
    database = Database(f"sqlite:///{path}")
    Books(database).utility()
    yield database
    database.close()


_amounts = st.integers(1, 90_000).map(lambda minor: Decimal(minor).scaleb(-2))


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[str, Row]]:
    """Files as they arrive: invoices of all kinds and states, told again with other figures, and
    payments shared out, told again too."""
    rows: list[tuple[str, Row]] = []
    for _each in range(draw(st.integers(1, 9))):
        invoice = f"A-{draw(st.integers(0, 3))}"
        if draw(st.booleans()):
            total = draw(_amounts)
            status = draw(
                st.sampled_from(
                    [None, "paid", "cancelled", "compensated", "in_claim", "in_process"]
                )
            )
            is_credit = status is None and draw(st.booleans())
            row: Row = {
                "invoice": invoice,
                "kind": "credit_note" if is_credit else "invoice",
                "issue_date": date(2026, 1, 5),
                "due_date": None if is_credit else date(2026, 1, 20),
                "total": -total if is_credit else total,
                "payment_status": status,
            }
            if draw(st.booleans()):
                row["paid"] = draw(_amounts)
            rows.append(("invoices", row))
        else:
            receipt = f"R-{draw(st.integers(0, 2))}"
            day = date(2026, 2, draw(st.integers(1, 28)))
            row = {"receipt": receipt, "invoice": invoice, "paid_on": day, "amount": draw(_amounts)}
            rows.append(("payments", row | {"channel": "card"}))
    return rows


_contracts = iter(range(50_000, 10**6))


@settings(max_examples=30, deadline=None)
@given(histories())
def test_the_ledger_is_what_is_open_whatever_was_loaded(
    loaded: Database, history: list[tuple[str, Row]]
) -> None:
    number = str(next(_contracts))
    home = Books(loaded).contract(number=number)
    refused: list[Problem] = []
    writer = Writer(loaded, refused.append)
    for table, row in history:
        writer.write((table, [_named(number, table, row)]))
    assert balance(loaded, home.id) == open_invoices(loaded, home.id)
    found = lines(loaded, home.id)
    assert all(min(line.debit, line.credit) == 0 < max(line.debit, line.credit) for line in found)
    assert Mirror(loaded, home.id).pull().is_proven()


def _named(contract: str, table: str, row: Row) -> Entry:
    own: dict[str, Any] = dict(row) | {"invoice": f"{contract}-{row['invoice']}"}
    if table == "invoices":
        own["contract"] = contract
    else:
        own["receipt"] = f"{contract}-{row['receipt']}"
    return Entry("made up", 1, own)


def test_all_at_once_or_one_by_one_is_the_same_account(loaded: Database) -> None:
    rows: list[tuple[str, Row]] = [
        (
            "invoices",
            {"invoice": f"A-{n}", "issue_date": date(2026, n, 1), "total": Decimal(100 + n)},
        )
        for n in range(1, 6)
    ]
    rows = [
        *rows,
        *(
            (
                "payments",
                {
                    "receipt": "R-1",
                    "invoice": f"A-{n}",
                    "paid_on": date(2026, 6, 1),
                    "amount": Decimal(40),
                },
            )
            for n in (1, 2)
        ),
    ]
    accounts = []
    for at_once in (True, False):
        number = str(next(_contracts))
        home = Books(loaded).contract(number=number)
        refused: list[Problem] = []
        writer = Writer(loaded, refused.append)
        entries = [(table, _named(number, table, row)) for table, row in rows]
        if at_once:
            for name in ("invoices", "payments"):
                writer.write((name, [entry for table, entry in entries if table == name]))
        else:
            for table, entry in entries:
                writer.write((table, [entry]))
        assert not refused
        accounts.append(
            [
                (line.kind, line.reference.removeprefix(number), line.debit, line.credit)
                for line in lines(loaded, home.id)
            ]
        )
    assert accounts[0] == accounts[1]
    assert accounts[0][-1][-1] == 8000


# --- older databases


def test_an_older_database_gets_the_account_of_what_it_has(
    database: Database, books: Books
) -> None:
    books.utility()
    home = books.contract()
    books.invoices(home, 3, document=None)
    write_account(database, home)
    pay(database, home, f"A-{home.id}-001", 22_000, TODAY)
    before = [(line.source, line.debit, line.credit) for line in lines(database, home.id)]
    downgrade(database, "0005")
    with database.engine_for_writing.begin() as connection:
        connection.execute(text("DELETE FROM feed WHERE kind = 'movement'"))
    upgrade(database)
    after = lines(database, home.id)
    assert [(line.source, line.debit, line.credit) for line in after] == before
    mirror = Mirror(database, home.id).pull()
    assert mirror.is_proven()
    assert mirror.body("movement", after[-1].id)["settles"] == [f"A-{home.id}-001"]
