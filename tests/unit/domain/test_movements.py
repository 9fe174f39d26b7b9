"""Accounts: the balance line by line, what is settled by what, and how old a debt is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.money import Money
from desktop.domain.movements import (
    Movement,
    MovementKind,
    account,
    ageing,
    is_too_long,
    months_before,
    statement,
)

TODAY = date(2026, 11, 16)
STEPS = (30, 60, 90)
_CHARGES = (
    MovementKind.INVOICE,
    MovementKind.DEBIT_NOTE,
    MovementKind.AGREEMENT_INSTALMENT,
    MovementKind.AGREEMENT,
    MovementKind.ADJUSTMENT,
)
_CREDITS = (
    MovementKind.PAYMENT,
    MovementKind.CREDIT_NOTE,
    MovementKind.AGREEMENT,
    MovementKind.COMPENSATION,
)


def line(
    order: int,
    kind: MovementKind = MovementKind.INVOICE,
    *,
    debit: int = 0,
    credit: int = 0,
    on: date = TODAY,
    due: date | None = None,
    reference: str = "",
    settles: tuple[str, ...] = (),
    currency: str = "UYU",
) -> Movement:
    return Movement(
        id=str(order),
        contract_id="1",
        order=order,
        kind=kind,
        posted_on=on,
        due_on=due,
        reference=reference or f"R-{order}",
        description="",
        debit=Money(debit, currency),
        credit=Money(credit, currency),
        invoice_id=None,
        settles=settles,
    )


@st.composite
def ledgers(draw: st.DrawFn) -> list[Movement]:
    """Accounts as they may come: any order, credits that name debits that are there or not."""
    rows = []
    for order in draw(st.permutations(range(draw(st.integers(0, 12))))):
        on = TODAY - timedelta(days=draw(st.integers(0, 400)))
        amount = draw(st.integers(1, 10_000))
        if draw(st.booleans()):
            due = on + timedelta(days=draw(st.integers(0, 40)))
            kind = draw(st.sampled_from(_CHARGES))
            rows.append(
                line(order, kind, debit=amount, on=on, due=draw(st.sampled_from([due, None])))
            )
        else:
            named = draw(st.lists(st.integers(0, 12).map(lambda n: f"R-{n}"), max_size=3))
            kind = draw(st.sampled_from(_CREDITS))
            rows.append(line(order, kind, credit=amount, on=on, settles=tuple(named)))
    return rows


@given(ledgers())
def test_each_balance_is_the_one_before_and_the_line(rows: list[Movement]) -> None:
    lines = account(rows, "UYU")
    assert sorted(one.movement.id for one in lines) == sorted(row.id for row in rows)
    before = 0
    for one in lines:
        before += one.movement.amount.minor
        assert one.balance.minor == before
    days = [one.movement.posted_on for one in lines]
    assert days == sorted(days)


@given(ledgers(), st.randoms(use_true_random=False))
def test_an_account_does_not_depend_on_the_order_of_arrival(rows: list[Movement], chance) -> None:  # type: ignore[no-untyped-def]
    mixed = list(rows)
    chance.shuffle(mixed)
    assert account(mixed, "UYU") == account(rows, "UYU")


@given(ledgers())
def test_what_is_open_and_its_ages_add_up_to_the_debt(rows: list[Movement]) -> None:
    lines = account(rows, "UYU")
    owed = sum(row.amount.minor for row in rows)
    found = ageing(lines, TODAY, STEPS, "UYU")
    assert found.balance.minor == owed
    assert found.to_be_due.minor + found.late.minor - found.credit.minor == owed
    for one in lines:
        whole = one.movement.debit.minor + one.movement.credit.minor
        assert 0 <= one.open.minor <= whole


@given(ledgers(), st.integers(0, 400), st.integers(0, 400))
def test_a_statement_reconciles_for_any_period(rows: list[Movement], one: int, two: int) -> None:
    first, last = sorted((TODAY - timedelta(days=one), TODAY - timedelta(days=two)))
    lines = account(rows, "UYU")
    part = statement(lines, first, last, "UYU")
    assert part.opening + part.debits - part.credits == part.closing
    if part.lines:
        assert part.lines[-1].balance == part.closing
    earlier = statement(lines, date.min, first - timedelta(days=1), "UYU")
    assert earlier.closing == part.opening


def test_a_payment_settles_the_invoice_that_it_names_and_not_an_older_one() -> None:
    old = line(1, debit=100, on=date(2026, 1, 5), due=date(2026, 1, 20), reference="A-1")
    new = line(2, debit=70, on=date(2026, 2, 5), due=date(2026, 2, 20), reference="A-2")
    paid = line(3, MovementKind.PAYMENT, credit=70, on=date(2026, 2, 18), settles=("A-2",))
    first, second, third = account([old, new, paid], "UYU")
    assert (first.open.minor, second.open.minor, third.open.minor) == (100, 0, 0)
    assert first.is_overdue(TODAY)
    assert not second.is_overdue(TODAY)


def test_money_without_a_debt_to_go_to_stays_a_credit_beside_an_open_invoice() -> None:
    owed = line(1, debit=100, reference="A-1")
    paid = line(2, MovementKind.PAYMENT, credit=30)
    note = line(3, MovementKind.CREDIT_NOTE, credit=20)
    found = ageing(account([owed, paid, note], "UYU"), TODAY, STEPS, "UYU")
    assert (found.to_be_due.minor, found.credit.minor, found.balance.minor) == (100, 50, 50)


def test_an_agreement_takes_the_debt_away_and_brings_its_instalments() -> None:
    rows = [
        line(1, debit=100, on=date(2026, 1, 5), reference="A-1"),
        line(2, MovementKind.AGREEMENT, credit=100, on=date(2026, 6, 1), reference="AC-1"),
        line(3, MovementKind.AGREEMENT_INSTALMENT, debit=55, on=date(2026, 7, 1)),
        line(4, MovementKind.PAYMENT, credit=55, on=date(2026, 7, 2)),
        line(5, MovementKind.AGREEMENT_INSTALMENT, debit=55, on=date(2026, 8, 1)),
    ]
    lines = account(rows, "UYU")
    assert [one.open.minor for one in lines] == [0, 0, 0, 0, 55]
    assert lines[-1].balance.minor == 55


@pytest.mark.parametrize(
    ("late", "place"),
    [(1, 0), (30, 0), (31, 1), (60, 1), (61, 2), (90, 2), (91, 3), (4000, 3)],
)
def test_the_steps_of_age(late: int, place: int) -> None:
    due = TODAY - timedelta(days=late)
    lines = account([line(1, debit=5, on=due, due=due)], "UYU")
    found = ageing(lines, TODAY, STEPS, "UYU")
    assert [money.minor for money in found.overdue] == [5 if n == place else 0 for n in range(4)]


def test_due_today_is_not_late() -> None:
    lines = account([line(1, debit=5, due=TODAY)], "UYU")
    found = ageing(lines, TODAY, STEPS, "UYU")
    assert (found.to_be_due.minor, found.late.minor) == (5, 0)


def test_lines_of_another_currency_are_of_another_account() -> None:
    rows = [line(1, debit=5), line(2, debit=7, currency="USD")]
    assert [one.movement.id for one in account(rows, "UYU")] == ["1"]


@pytest.mark.parametrize(
    ("day", "months", "first"),
    [
        (date(2026, 11, 22), 12, date(2025, 11, 23)),
        (date(2026, 3, 31), 1, date(2026, 3, 1)),
        (date(2026, 1, 15), 1, date(2025, 12, 16)),
        (date(2026, 12, 31), 60, date(2022, 1, 1)),
        (date(2024, 2, 29), 12, date(2023, 3, 1)),
    ],
)
def test_a_period_of_so_many_months(day: date, months: int, first: date) -> None:
    assert months_before(day, months) == first
    assert not is_too_long(first, day, months)
    assert is_too_long(first - timedelta(days=1), day, months)
