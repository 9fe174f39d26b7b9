"""What is chosen to begin with, and when it may not be paid so."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.money import Money
from desktop.domain.paying import Owed, basket, usual_choice
from desktop.domain.payments import BankTrouble, PayItem, PayState, holder_of
from tests.support.fake_payments import a_bank, a_payment

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def owed(*overdue: bool) -> tuple[Owed, ...]:
    return tuple(
        Owed(
            PayItem("invoice", str(n), f"A-{n}", Money(100 * (n + 1), "UYU")),
            date(2026, 1 + n, 1),
            late,
        )
        for n, late in enumerate(overdue)
    )


def test_all_that_is_overdue_else_the_next_one() -> None:
    assert usual_choice(owed(True, True, False)) == {"0", "1"}
    assert usual_choice(owed(False, False)) == {"0"}
    assert usual_choice(()) == frozenset()


CHOICES = st.lists(st.booleans(), max_size=8)


@given(CHOICES, st.sets(st.integers(0, 7)))
def test_a_basket_is_the_sum_of_what_was_chosen_in_the_order_of_age(
    lates: list[bool], picked: set[int]
) -> None:
    rows = owed(*lates)
    ids = {str(n) for n in picked}
    found = basket(rows, ids, oldest_first=False)
    there = [one.item for one in rows if one.item.id in ids]
    if not there:
        assert found is None
        return
    assert found is not None
    assert found.items == tuple(there)
    assert found.amount.minor == sum(item.amount.minor for item in there)
    assert found.left_out == ""


@given(CHOICES, st.sets(st.integers(0, 7)))
def test_where_the_oldest_goes_first_only_a_beginning_may_be_paid(
    lates: list[bool], picked: set[int]
) -> None:
    rows = owed(*lates)
    found = basket(rows, {str(n) for n in picked}, oldest_first=True)
    if found is not None:
        is_beginning = [item.id for item in found.items] == [
            one.item.id for one in rows[: len(found.items)]
        ]
        assert (found.left_out == "") == is_beginning


@pytest.mark.parametrize(
    ("changes", "amount", "trouble"),
    [
        ({}, 500, None),
        ({"enabled": False}, 500, BankTrouble.CLOSED),
        ({"maintenance_until": NOW + timedelta(seconds=1)}, 500, BankTrouble.MAINTENANCE),
        ({"maintenance_until": NOW}, 500, None),
        ({"currencies": ("USD",)}, 500, BankTrouble.CURRENCY),
        ({"min_amount": 501}, 500, BankTrouble.BELOW),
        ({"max_amount": 499}, 500, BankTrouble.ABOVE),
        ({"min_amount": 500, "max_amount": 500}, 500, None),
    ],
)
def test_why_a_bank_cannot_be_chosen(
    changes: dict[str, Any], amount: int, trouble: BankTrouble | None
) -> None:
    assert a_bank(**changes).trouble(Money(amount, "UYU"), NOW) is trouble


@pytest.mark.parametrize("state", list(PayState))
def test_a_debt_is_held_while_its_payment_may_still_come(state: PayState) -> None:
    payment = a_payment(NOW, state)
    is_open = state in (PayState.CREATED, PayState.REDIRECTED, PayState.PENDING)
    assert (holder_of([payment], "invoice", "77") is payment) == is_open
    assert holder_of([payment], "invoice", "78") is None
    assert holder_of([payment], "instalment", "77") is None
