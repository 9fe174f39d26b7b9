"""The ladder of a contributed reading: who may, when, and which value needs what."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contracts import Contract, ContractStatus, ReadingWindow
from desktop.domain.readings import Meter, Quality, Reading, ReadingReason, Register, Source
from desktop.domain.self_readings import (
    Access,
    Basis,
    Course,
    Limits,
    Need,
    Reason,
    admission,
    basis,
    check,
    judge,
)
from tests.support.books import CONTRACT, REGISTER, meter_life, reading
from tests.support.stage import summary

NOW = datetime(2026, 12, 3, 15, tzinfo=UTC)
WINDOW = ReadingWindow(NOW - timedelta(days=1), NOW + timedelta(days=2))
METER = Meter(
    "m1", CONTRACT, "G4-778812", "Itron", "ACD", "G4", date(2019, 3, 1), None, False, (REGISTER,)
)
LIMITS = Limits()


def life(*values: int, **last: object) -> tuple[Reading, ...]:
    """Monthly readings, oldest value first; `last` overrides fields of the newest."""
    rows = []
    for index, value in enumerate(values):
        back = len(values) - 1 - index
        more: dict[str, object] = {"reason": ReadingReason.INSTALLED}
        if index:
            used = (value - values[index - 1]) % 100_000
            more = {"consumption": Decimal(used), "days": 30}
        if back == 0:
            more |= last
        rows.append(reading(back, value, **more))
    return tuple(reversed(rows))


def against(rows: tuple[Reading, ...], meter: Meter = METER) -> Basis:
    return basis(meter.registers[0], meter, rows, NOW, WINDOW)


STEADY = against(life(12_000, 12_100, 12_200, 12_300))  # 100 m³ in a month


def test_an_ordinary_value_needs_nothing() -> None:
    verdict = check("12400", STEADY, NOW, NOW, WINDOW, LIMITS)
    assert (verdict.need, verdict.reason, verdict.course) == (Need.NOTHING, None, Course.NORMAL)
    assert verdict.consumption == 100


@pytest.mark.parametrize("text", ["", "1240", "123456", "12.40", "1240,", "１２４００", "12 00"])
def test_anything_but_exactly_the_black_digits_is_a_matter_of_format(text: str) -> None:
    verdict = check(text, STEADY, NOW, NOW, WINDOW, LIMITS)
    assert (verdict.need, verdict.reason) == (Need.CORRECTION, Reason.FORMAT)


def test_leading_zeros_count_as_digits() -> None:
    fresh = against(life(0, 20, 40, 60))
    assert check("00080", fresh, NOW, NOW, WINDOW, LIMITS).consumption == 20


@pytest.mark.parametrize(
    ("at", "window", "reason"),
    [
        (NOW + timedelta(minutes=1), WINDOW, Reason.TIMESTAMP_FUTURE),
        (NOW - timedelta(days=200), WINDOW, Reason.BEFORE_LAST),
        (NOW - timedelta(days=2), WINDOW, Reason.OUTSIDE_WINDOW),
        (NOW, None, Reason.NO_WINDOW),
    ],
)
def test_the_moment_comes_before_the_value(
    at: datetime, window: ReadingWindow | None, reason: Reason
) -> None:
    verdict = check("00000", STEADY, at, NOW, window, LIMITS)
    assert (verdict.need, verdict.reason) == (Need.CORRECTION, reason)


def test_the_same_value_again_asks_whether_nothing_was_used() -> None:
    verdict = judge(12_300, STEADY, NOW, LIMITS)
    assert (verdict.reason, verdict.is_confirmable) == (Reason.ZERO, True)


def test_decimals_of_the_utility_are_not_asked_of_a_person() -> None:
    last, *earlier = life(12_000, 12_100, 12_200, 12_300)
    exact = dataclasses.replace(last, value=Decimal("12300.87"))
    assert judge(12_300, against((exact, *earlier)), NOW, LIMITS).reason is Reason.ZERO


def test_past_the_end_of_the_dial_is_a_rollover_if_it_can_be() -> None:
    top = against(life(99_650, 99_750, 99_850, 99_950))
    verdict = judge(50, top, NOW, LIMITS)
    assert (verdict.need, verdict.course) == (Need.NOTHING, Course.ROLLOVER)
    assert verdict.consumption == 100
    assert judge(5_000, top, NOW, LIMITS).course is Course.UNEXPLAINED
    assert judge(12_200, STEADY, NOW, LIMITS).course is Course.UNEXPLAINED


def test_a_lower_value_after_an_estimate_gives_the_difference_back() -> None:
    estimated = life(12_000, 12_100, 12_200, 12_300, quality=Quality.ESTIMATED)
    verdict = judge(12_260, against(estimated), NOW, LIMITS)
    assert (verdict.course, verdict.consumption) == (Course.REGULARISATION, Decimal(-40))
    assert verdict.is_confirmable
    below_what_was_seen = judge(12_150, against(estimated), NOW, LIMITS)
    assert below_what_was_seen.course is Course.UNEXPLAINED


def test_a_lower_value_without_a_cause_cannot_be_confirmed_away() -> None:
    verdict = judge(12_200, STEADY, NOW, LIMITS)
    assert verdict.reason is Reason.LESS
    assert not verdict.is_confirmable
    assert verdict.need is Need.PHOTO


@pytest.mark.parametrize(
    ("value", "need"),
    [
        (12_330, Need.CONFIRMATION),
        (12_360, Need.NOTHING),
        (12_450, Need.NOTHING),
        (12_550, Need.CONFIRMATION),
        (12_800, Need.PHOTO),
    ],
)
def test_the_band_is_half_to_double_and_four_times_is_too_much(value: int, need: Need) -> None:
    assert judge(value, STEADY, NOW, LIMITS).need is need


def test_the_limits_are_the_utilitys() -> None:
    strict = dataclasses.replace(LIMITS, soft_high=Decimal("1.1"))
    assert judge(12_450, STEADY, NOW, strict).reason is Reason.PLAUSIBILITY


def test_the_season_of_last_year_goes_before_the_last_months() -> None:
    rows = meter_life(14)
    season = [r for r in rows if 330 <= (NOW - r.read_at).days <= 400]
    nearest = min(season, key=lambda r: abs((NOW - r.read_at).days - 365))
    found = basis(REGISTER, METER, rows, NOW)
    assert nearest.daily_mean is not None
    assert found.daily_usual is not None
    assert abs(found.daily_usual - nearest.daily_mean) < Decimal("0.5")


def test_estimates_are_no_measure_of_what_is_usual() -> None:
    rows = life(12_000, 12_100, 12_200, 13_200, quality=Quality.ESTIMATED)
    usual = against(rows).daily_usual
    assert usual is not None
    assert round(usual) == 3  # 100 m³ in 30 or 31 days


def test_after_a_change_of_meter_both_stretches_count() -> None:
    new = dataclasses.replace(METER, id="m2", serial="G4-901177")
    at = NOW - timedelta(days=10)
    changed: dict[str, object] = {"read_at": at, "source": Source.INSPECTION}
    rows = (
        reading(0, 0, id="new", meter_id="m2", reason=ReadingReason.INSTALLED, **changed),
        reading(
            0, 12_340, id="old", reason=ReadingReason.REMOVED, consumption=Decimal(40), **changed
        ),
        *life(12_000, 12_100, 12_200, 12_300),
    )
    verdict = judge(55, against(rows, new), NOW, LIMITS)
    assert (verdict.course, verdict.consumption) == (Course.METER_CHANGE, Decimal(95))


def test_the_first_value_of_all_has_nothing_to_stumble_over() -> None:
    verdict = judge(7, against(()), NOW, LIMITS)
    assert (verdict.need, verdict.course, verdict.consumption) == (
        Need.NOTHING,
        Course.FIRST,
        None,
    )


def test_a_reading_contributed_in_this_window_is_replaced_not_compared_with() -> None:
    own = reading(
        0, 12_390, id="own", read_at=NOW - timedelta(hours=3), source=Source.CUSTOMER_PORTAL,
        quality=Quality.CUSTOMER, consumption=Decimal(90), days=29,
    )  # fmt: skip
    again = judge(12_380, against((own, *life(12_000, 12_100, 12_200, 12_300))), NOW, LIMITS)
    assert (again.need, again.consumption) == (Need.NOTHING, Decimal(80))


def test_two_registers_are_judged_each_by_its_own_past() -> None:
    night = Register("r2", "kWh", 5, 0, Decimal(1))
    meter = dataclasses.replace(METER, registers=(REGISTER, night))
    rows = life(12_000, 12_100, 12_200, 12_300)
    other = tuple(
        dataclasses.replace(r, id=f"n{r.id}", register_id="r2", value=r.value - 12_000)
        for r in rows
    )
    found = basis(night, meter, (*rows, *other), NOW, WINDOW)
    assert judge(400, found, NOW, LIMITS).consumption == 100
    assert judge(12_400, found, NOW, LIMITS).reason is Reason.PLAUSIBILITY


@given(
    before=st.integers(0, 99_999),
    value=st.integers(0, 99_999),
    daily=st.none() | st.decimals(0, 50, places=2),
    quality=st.sampled_from(Quality),
)
def test_every_value_gets_a_verdict_that_holds_together(
    before: int, value: int, daily: Decimal | None, quality: Quality
) -> None:
    previous = reading(0, before, quality=quality)
    seen = previous if quality.is_measured else None
    one = Basis(REGISTER, previous, seen, previous.read_at, Decimal(0), daily)
    verdict = judge(value, one, NOW, LIMITS)
    assert (verdict.reason is None) == (verdict.need is Need.NOTHING)
    assert verdict.consumption is not None
    assert (verdict.consumption - (value - before)) % REGISTER.modulus == 0
    if value > before and verdict.band is None:
        assert verdict.need is Need.NOTHING
    if verdict.course is Course.ROLLOVER:
        assert value < before
        assert verdict.consumption > 0
    if quality.is_measured and value < before and verdict.need is not Need.PHOTO:
        assert verdict.course is Course.ROLLOVER


@given(st.lists(st.integers(1, 400), min_size=4, max_size=30), st.integers(0, 3000))
def test_more_consumption_is_never_taken_for_more_ordinary(used: list[int], extra: int) -> None:
    values = [1_000]
    for one in used:
        values.append(values[-1] + one)
    found = against(life(*values))
    order = list(Need)
    band = found.band(NOW, LIMITS)
    assert band is not None
    top = values[-1] + max(int(band.high), 1)
    at_top, above = (judge(value, found, NOW, LIMITS) for value in (top, top + extra))
    assert order.index(above.need) >= order.index(at_top.need)


# --- who may, and when


def contract(
    window: ReadingWindow | None = WINDOW, status: ContractStatus = ContractStatus.ACTIVE
) -> Contract:
    return dataclasses.replace(summary().contract, reading_window=window, status=status)


def test_the_window_is_open_from_its_first_to_its_last_instant() -> None:
    for now, access in (
        (WINDOW.opens_at - timedelta(seconds=1), Access.TOO_EARLY),
        (WINDOW.opens_at, Access.OPEN),
        (WINDOW.closes_at, Access.OPEN),
        (WINDOW.closes_at + timedelta(seconds=1), Access.TOO_LATE),
    ):
        assert admission(contract(), (METER,), (), now).access is access


def test_what_stands_in_the_way_is_named() -> None:
    remote = dataclasses.replace(METER, telemetered=True)
    gone = dataclasses.replace(METER, removed_on=date(2026, 11, 1))
    ended = contract(status=ContractStatus.ENDED)
    assert admission(contract(None), (METER,), (), NOW).access is Access.NO_WINDOW
    assert admission(contract(), (remote,), (), NOW).access is Access.TELEMETERED
    assert admission(contract(), (gone,), (), NOW).access is Access.NO_METER
    assert admission(ended, (METER,), (), NOW).access is Access.ENDED


def test_what_the_utility_read_in_the_window_ends_it_and_an_own_one_does_not() -> None:
    taken = reading(0, 12_400, read_at=NOW - timedelta(hours=1))
    own = dataclasses.replace(taken, source=Source.CUSTOMER_PORTAL)
    assert admission(contract(), (METER,), (taken,), NOW).access is Access.TAKEN
    mine = admission(contract(), (METER,), (own,), NOW)
    assert (mine.access, mine.contributed) == (Access.OPEN, (own,))
