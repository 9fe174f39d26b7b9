"""Money adds up exactly and never mixes currencies."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.money import Money, total

MINORS = st.integers(-(10**15), 10**15)


@given(st.lists(MINORS))
def test_a_sum_is_exact_whatever_the_order(minors: list[int]) -> None:
    amounts = [Money(minor, "UYU") for minor in minors]
    assert total(amounts, "UYU") == total(reversed(amounts), "UYU") == Money(sum(minors), "UYU")


@given(MINORS, MINORS)
def test_subtracting_takes_back_what_was_added(one: int, other: int) -> None:
    a, b = Money(one, "UYU"), Money(other, "UYU")
    assert a + b - b == a
    assert -a + a == Money(0, "UYU")
    assert (a < b) == (one < other)
    assert (a <= b) == (one <= other)


@given(MINORS, st.sampled_from([("UYU", 2), ("CLP", 0), ("KWD", 3)]))
def test_major_units_are_exact(minor: int, currency: tuple[str, int]) -> None:
    code, digits = currency
    assert Money(minor, code).amount * 10**digits == Decimal(minor)


def test_two_currencies_do_not_add_up() -> None:
    with pytest.raises(ValueError, match="UYU"):
        Money(1, "UYU") + Money(1, "USD")
    with pytest.raises(ValueError, match="USD"):
        total([Money(1, "USD")], "UYU")


def test_nothing_is_nothing() -> None:
    assert not Money(0, "UYU")
    assert Money(-1, "UYU")
