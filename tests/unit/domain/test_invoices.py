"""What is owed on a day, and why an invoice differs from the one before."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.explanation import Cause, explain, previous_of
from desktop.domain.invoices import (
    DueTerm,
    Invoice,
    InvoiceKind,
    LineKind,
    PaymentStatus,
    State,
    debt,
)
from desktop.domain.money import Money, total
from desktop.domain.readings import Quality
from tests.support.books import TODAY, household, invoice, line, month, uyu

AMOUNTS = st.integers(-(10**9), 10**9)
RATES = st.decimals("0.0001", "999", places=4)
NOT_OWED = (State.PAID, State.CANCELLED, State.COMPENSATED)


@st.composite
def invoices(draw: st.DrawFn) -> Invoice:
    """An invoice with any state, amount and lines, even such as no utility should send."""
    due = TODAY + timedelta(days=draw(st.integers(-40, 40)))
    usage = [
        line(
            LineKind.USAGE,
            draw(AMOUNTS),
            "Consumo",
            quantity=draw(st.one_of(st.none(), st.decimals(0, 999, places=3))),
            unit="m³",
            unit_price=draw(st.one_of(st.none(), RATES)),
            price_currency=draw(st.sampled_from(["UYU", "USD"])),
            fx_rate=draw(st.one_of(st.none(), RATES)),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    others = [line(kind, draw(AMOUNTS), "x") for kind in draw(st.lists(st.sampled_from(LineKind)))]
    return invoice(
        draw(st.integers(0, 30)),
        status=draw(st.sampled_from(PaymentStatus)),
        open_minor=draw(AMOUNTS),
        period_charge=uyu(draw(AMOUNTS)),
        due_terms=(DueTerm(due, uyu(1)),),
        lines=(*usage, *(o for o in others if o.kind is not LineKind.USAGE)),
    )


@given(st.lists(invoices(), max_size=8))
def test_every_open_amount_is_counted_once_or_not_owed(rows: list[Invoice]) -> None:
    found = debt(rows, TODAY, "UYU")
    counted = [row.open for row in rows if row.state(TODAY) not in NOT_OWED]
    assert found.payable + found.apart - found.credit == total(counted, "UYU")


@given(invoices(), invoices())
def test_an_explanation_adds_up_to_the_change(new: Invoice, old: Invoice) -> None:
    differences = explain(new, old)
    change = new.period_charge - old.period_charge
    assert total((d.amount for d in differences), "UYU") == change
    assert all(d.amount for d in differences), "a cause that changed nothing explains nothing"
    sizes = [abs(d.amount.minor) for d in differences]
    assert sizes == sorted(sizes, reverse=True)


@given(invoices())
def test_an_invoice_differs_in_nothing_from_itself(row: Invoice) -> None:
    assert explain(row, row) == ()


def test_a_change_is_split_into_use_and_exchange_rate() -> None:
    causes = {d.cause: d for d in explain(invoice(0, consumption=130), invoice(1, consumption=120))}
    used = causes[Cause.CONSUMPTION]
    assert (used.before, used.after, used.unit) == (Decimal(120), Decimal(130), "m³")
    assert causes[Cause.FX_RATE].after == Decimal("40.25")
    assert causes[Cause.FX_RATE].amount.minor == round(130 * Decimal("0.62") * 5)
    assert Cause.UNIT_PRICE not in causes
    assert Cause.FIXED_CHARGE not in causes


def test_a_price_in_another_currency_is_no_change_of_the_exchange_rate() -> None:
    dear = invoice(1)
    pesos = dataclasses.replace(
        dear,
        lines=(
            dear.lines[0],
            dataclasses.replace(
                dear.lines[1], price_currency="UYU", unit_price=Decimal("24.9"), fx_rate=None
            ),
            dear.lines[2],
        ),
    )
    assert Cause.FX_RATE not in {d.cause for d in explain(invoice(0), pesos)}


def test_two_currencies_cannot_be_compared() -> None:
    dollars = dataclasses.replace(invoice(1), period_charge=Money(1, "USD"))
    with pytest.raises(ValueError, match="mix"):
        explain(invoice(0), dollars)


@pytest.mark.parametrize(
    ("days", "state"), [(-1, State.PENDING), (0, State.PENDING), (1, State.OVERDUE)]
)
def test_the_last_day_to_pay_is_not_late(days: int, state: State) -> None:
    row = invoice(0, status=PaymentStatus.PENDING, due_terms=(DueTerm(TODAY, uyu(1)),))
    assert row.state(TODAY + timedelta(days=days)) is state


def test_a_second_due_date_keeps_an_invoice_from_being_late() -> None:
    terms = (DueTerm(TODAY, uyu(100)), DueTerm(TODAY + timedelta(days=10), uyu(110)))
    row = invoice(0, status=PaymentStatus.PENDING, due_terms=terms)
    tomorrow = TODAY + timedelta(days=1)
    assert row.state(tomorrow) is State.PENDING
    assert row.next_due(tomorrow) == terms[1].date
    assert debt([row], tomorrow, "UYU").next_due == terms[1].date


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (PaymentStatus.CANCELLED, State.CANCELLED),
        (PaymentStatus.COMPENSATED, State.COMPENSATED),
        (PaymentStatus.PENDING, State.CREDIT),
        (PaymentStatus.PAID, State.CREDIT),
    ],
)
def test_a_credit_is_one_unless_it_was_settled_for_good(
    status: PaymentStatus, state: State
) -> None:
    assert invoice(0, status=status, open_minor=-500).state(TODAY) is state


def test_what_is_in_claim_or_agreement_is_apart() -> None:
    found = debt(household(), TODAY, "UYU")
    apart = [row.open for row in household() if row.claim_number or row.agreement_number]
    assert found.apart == total(apart, "UYU")
    assert found.credit.minor > 0
    assert found.next_due == date(2026, 11, 24)


def test_the_invoice_before_is_of_the_same_kind_and_was_not_cancelled() -> None:
    rows = household()
    newest = rows[0]
    assert previous_of(newest, rows) is rows[1]
    note = next(row for row in rows if row.kind is InvoiceKind.CREDIT_NOTE)
    assert previous_of(note, rows) is None
    kept = next(row for row in rows if row.period_end == month(5) and row.kind is rows[0].kind)
    before = previous_of(kept, rows)
    assert before is not None
    assert before.period_end == month(7), "the sixth was cancelled"


def test_an_invoice_is_as_sure_as_its_weakest_reading() -> None:
    real = invoice(0)
    both = dataclasses.replace(
        real,
        readings=(
            real.readings[0],
            dataclasses.replace(real.readings[0], quality=Quality.ESTIMATED),
        ),
    )
    assert both.quality is Quality.ESTIMATED
    assert both.consumption == 2 * Decimal(128)
    assert dataclasses.replace(real, readings=()).quality is None
