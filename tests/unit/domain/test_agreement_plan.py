"""What a simulated agreement promises, for any debt, rate and number of instalments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.domain.agreement_plan import (
    AgreementRules,
    Base,
    Plan,
    min_down_payment,
    month_later,
    plan,
)
from tests.support.agreement_samples import RULES, pesos

TODAY = date(2026, 11, 16)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def base(debt: int, arrears: int = 0, tax: int = 0) -> Base:
    return Base(pesos(debt), pesos(arrears), pesos(tax))


def weekday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


@st.composite
def plans(draw: st.DrawFn) -> tuple[AgreementRules, Plan]:
    rules = replace(
        RULES,
        nominal_rate=draw(st.decimals(0, 200, places=2)),
        tax_rate=draw(st.decimals(0, 30, places=2)),
        rounding=draw(st.sampled_from([1, 1, 10, 100])),
    )
    owed = base(draw(st.integers(1, 10**9)), draw(st.integers(0, 10**6)), draw(st.integers(0, 99)))
    down = draw(st.integers(0, owed.total.minor - 1))
    made = plan(owed, pesos(down), draw(st.integers(1, 60)), draw(DAYS), rules, weekday)
    assume(made is not None)
    assert made is not None
    return rules, made


@st.composite
def dates_of_plans(draw: st.DrawFn) -> tuple[date, int]:
    return draw(DAYS), draw(st.integers(0, 120))


@given(plans())
@settings(max_examples=150, deadline=None)
def test_capital_adds_up_to_the_principal_and_totals_to_the_cost(
    found: tuple[AgreementRules, Plan],
) -> None:
    _, made = found
    shares = made.shares
    assert sum(share.capital.minor for share in shares) == made.principal.minor
    assert made.principal + made.down_payment == made.base.total
    assert made.total == made.base.total + made.interest + made.tax
    assert made.cost == made.base.arrears + made.base.arrears_tax + made.interest + made.tax
    assert made.total.minor == made.down_payment.minor + sum(s.total.minor for s in shares)


@given(plans())
@settings(max_examples=150, deadline=None)
def test_every_instalment_repays_something_and_only_the_last_differs(
    found: tuple[AgreementRules, Plan],
) -> None:
    rules, made = found
    assert [share.number for share in made.shares] == list(range(1, len(made.shares) + 1))
    assert all(share.capital.minor >= 1 and share.interest.minor >= 0 for share in made.shares)
    equal = [(share.capital + share.interest).minor for share in made.shares]
    assert len(set(equal[:-1])) <= 1
    assert all(amount % rules.rounding == 0 for amount in equal[:-1])
    # Each of the others was rounded by half a unit at most, and half a cent of interest; what was
    # not repaid bears interest until the end.
    growth = (1 + rules.nominal_rate / 1200) ** len(equal)
    assert abs(equal[-1] - equal[0]) <= (rules.rounding + 1) * len(equal) * growth


@given(plans())
@settings(max_examples=100, deadline=None)
def test_each_is_due_a_month_later_on_a_working_day(found: tuple[AgreementRules, Plan]) -> None:
    _, made = found
    dues = [share.due for share in made.shares]
    assert dues == sorted(set(dues))
    for number, due in enumerate(dues, start=1):
        assert due.weekday() < 5
        assert timedelta(0) <= due - month_later(made.day, number) <= timedelta(days=2)


@given(dates_of_plans())
def test_a_month_later_is_the_same_day_or_the_last_of_its_month(found: tuple[date, int]) -> None:
    day, months = found
    later = month_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (
        later.day < day.day and (later + timedelta(days=1)).month != later.month
    )


@given(st.integers(10_000, 10**9), st.integers(2, 48))
def test_an_ordinary_debt_can_always_be_divided(debt: int, count: int) -> None:
    assert plan(base(debt), pesos(0), count, TODAY, RULES, weekday) is not None


def test_a_debt_of_cents_cannot_be_divided_at_will() -> None:
    assert plan(base(18), pesos(0), 12, TODAY, RULES, weekday) is None


def test_more_instalments_cost_more_and_are_smaller() -> None:
    costs = [plan(base(1_000_000), pesos(0), n, TODAY, RULES, weekday) for n in (3, 6, 12, 24)]
    known = [made for made in costs if made is not None]
    assert len(known) == 4
    assert sorted(known, key=lambda made: made.cost.minor) == known
    assert sorted(known, key=lambda made: -made.shares[0].total.minor) == known


@pytest.mark.parametrize(("percent", "least"), [("10", 3_334), ("0", 0), ("33.3333", 11_111)])
def test_the_least_down_payment_is_rounded_up(percent: str, least: int) -> None:
    rules = replace(RULES, min_down_payment=Decimal(percent))
    assert min_down_payment(base(33_000, 300, 32), rules) == pesos(least)


def test_the_effective_rate_counts_the_interest_of_each_month() -> None:
    assert RULES.effective_rate == Decimal("26.82")
    assert replace(RULES, nominal_rate=Decimal(0)).effective_rate == 0
