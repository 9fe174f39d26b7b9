"""Consumption by billing period: rollover, changed meters, estimates, last year."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.readings import (
    Quality,
    Reading,
    ReadingReason,
    Register,
    billing_periods,
    consumption_between,
    estimates_in_a_row,
    excess,
)
from tests.support.books import meter_life, reading

QUALITIES = st.sampled_from(Quality)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Reading, ...]:
    """A meter's readings, newest first, with a change of meter somewhere or nowhere."""
    count = draw(st.integers(1, 30))
    changed = draw(st.integers(0, count))
    rows = [reading(count, 0, reason=ReadingReason.INSTALLED)]
    for back in range(count - 1, -1, -1):
        used = Decimal(draw(st.integers(0, 500)))
        quality = draw(QUALITIES)
        regular = reading(back, back, consumption=used, days=30, quality=quality)
        if back == changed:
            at = regular.read_at - timedelta(days=9)
            rows.append(
                reading(
                    back, 1, id="out", read_at=at, reason=ReadingReason.REMOVED,
                    consumption=Decimal(draw(st.integers(0, 90))), days=21,
                )
            )  # fmt: skip
            rows.append(reading(back, 2, id="in", read_at=at, reason=ReadingReason.INSTALLED))
        rows.append(regular)
    return tuple(reversed(rows))


@given(lives())
def test_periods_account_for_all_that_was_consumed(rows: tuple[Reading, ...]) -> None:
    periods = billing_periods(rows)
    consumed = sum((row.consumption or Decimal(0) for row in rows), Decimal(0))
    assert sum((p.consumption for p in periods), Decimal(0)) == consumed


@given(lives())
def test_periods_follow_each_other_without_gap(rows: tuple[Reading, ...]) -> None:
    periods = billing_periods(rows)
    assert all(one.end == other.start for one, other in pairwise(periods))
    assert all(p.start < p.end and p.days > 0 for p in periods)


@given(lives(), st.randoms())
def test_the_order_of_arrival_does_not_matter(rows: tuple[Reading, ...], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert billing_periods(shuffled) == billing_periods(rows)


@given(lives())
def test_last_year_is_a_period_about_a_year_before(rows: tuple[Reading, ...]) -> None:
    periods = billing_periods(rows)
    by_end = {p.end: p for p in periods}
    for period in periods:
        near = [p for end, p in by_end.items() if 330 <= (period.end - end).days <= 400]
        assert (period.last_year is None) == (not near)
        if period.last_year is not None:
            assert period.last_year in {p.consumption for p in near}


@given(st.integers(4, 8), st.data())
def test_a_rollover_counts_on_from_zero(digits: int, data: st.DataObject) -> None:
    register = Register("r", "m³", digits, 0, Decimal(1))
    before = data.draw(st.integers(0, register.modulus - 1))
    used = data.draw(st.integers(0, register.modulus - 1))
    after = (before + used) % register.modulus
    found = consumption_between(
        Decimal(before), Decimal(after), register, rolled_over=before + used >= register.modulus
    )
    assert found == used


def test_a_multiplier_turns_dial_units_into_billed_ones() -> None:
    register = Register("r", "kWh", 5, 0, Decimal("10.5"))
    assert consumption_between(Decimal(1), Decimal(3), register, rolled_over=False) == Decimal(21)


def test_a_changed_meter_adds_both_stretches_and_says_so() -> None:
    changed = [p for p in billing_periods(meter_life()) if p.meter_changed]
    assert len(changed) == 1
    rows = [r for r in meter_life() if changed[0].start < r.read_at <= changed[0].end]
    assert {r.meter_serial for r in rows} == {"G4-778812", "G4-901177"}
    assert changed[0].consumption == sum(r.consumption or 0 for r in rows)
    assert changed[0].days == 28


def test_two_registers_of_one_visit_are_one_period_and_one_estimate() -> None:
    first = reading(1, 10)
    visit = [
        reading(0, 30, id=f"r{n}", register_id=f"r{n}", consumption=Decimal(20), days=30,
                quality=Quality.ESTIMATED)
        for n in (1, 2)
    ]  # fmt: skip
    assert [p.consumption for p in billing_periods([first, *visit])] == [Decimal(40)]
    assert estimates_in_a_row([first, *visit]) == 1


@given(lives())
def test_estimates_are_counted_back_to_the_last_visit_that_saw_a_dial(
    rows: tuple[Reading, ...],
) -> None:
    seen = {Quality.REAL, Quality.CUSTOMER, Quality.QUESTIONABLE}
    regular = sorted(
        (r for r in rows if r.reason is ReadingReason.REGULAR), key=lambda r: r.read_at
    )
    count = estimates_in_a_row(rows)
    tail = regular[len(regular) - count :]
    assert not any(r.quality in seen for r in tail)
    assert count == len(regular) or regular[-count - 1].quality in seen


def test_twice_the_usual_consumption_is_an_excess_of_one() -> None:
    periods = billing_periods(meter_life(3))
    doubled = dataclasses.replace(periods[-1], consumption=Decimal(0), last_year=None)
    used = sum((p.consumption for p in periods[:-1]), Decimal(0))
    usual = used / sum(p.days for p in periods[:-1])
    doubled = dataclasses.replace(doubled, consumption=2 * usual * doubled.days)
    found = excess([*periods[:-1], doubled])
    assert found is not None
    assert abs(found - 1) < Decimal("1e-20")


@pytest.mark.parametrize("months", [0, 1])
def test_without_anything_to_compare_there_is_no_excess(months: int) -> None:
    assert excess(billing_periods(meter_life(months))) is None


def test_last_year_is_compared_with_first() -> None:
    last = billing_periods(meter_life())[-1]
    assert last.last_year is not None
    assert excess([last]) == last.consumption / last.last_year - 1
