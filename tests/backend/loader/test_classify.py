"""How a reading follows the one before it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.loader.classify import Dial, Passage, Shown, Verdict, check_value, classify
from backend.loader.rows import RefusedError

FIVE = Dial(5, 0, Decimal(1))


def shown(value: int, day: int, **more: object) -> Shown:
    return Shown(Decimal(value), date(2026, 1, day), **({"measured": True} | more))  # type: ignore[arg-type]


def test_the_first_value_of_a_dial_has_no_consumption() -> None:
    assert classify(None, shown(120, 1), FIVE) == Verdict(Passage.FIRST, None, None)


def test_consumption_is_in_units_of_the_register() -> None:
    tens = Dial(5, 0, Decimal(10))
    assert classify(shown(120, 1), shown(133, 31), tens) == Verdict(
        Passage.NORMAL, Decimal(130), 30
    )


def test_a_dial_that_passes_its_end_rolls_over() -> None:
    verdict = classify(shown(99_987, 1), shown(31, 31), FIVE)
    assert verdict == Verdict(Passage.ROLLOVER, Decimal(44), 30)


def test_a_wrap_that_would_be_far_beyond_the_usual_is_no_rollover() -> None:
    usual = shown(99_700, 1, usual=Decimal(2))
    assert classify(usual, shown(20, 31), FIVE).passage is Passage.ROLLOVER
    with pytest.raises(RefusedError, match="below the reading before"):
        classify(usual, shown(2_000, 31), FIVE)


def test_a_value_below_a_dial_in_its_middle_is_refused() -> None:
    with pytest.raises(RefusedError, match="below the reading before") as refused:
        classify(shown(4_133, 1), shown(4_120, 31), FIVE)
    assert refused.value.column == "value"
    with pytest.raises(RefusedError, match="below the reading before"):
        classify(shown(89_999, 1), shown(5, 31), FIVE)
    assert classify(shown(90_000, 1), shown(5, 31), FIVE).passage is Passage.ROLLOVER


def test_the_operator_may_say_that_it_rolled_over() -> None:
    verdict = classify(shown(80_000, 1), shown(5, 31), FIVE, said_rollover=True)
    assert verdict.consumption == 20_005
    with pytest.raises(RefusedError, match="no rollover"):
        classify(shown(5, 1), shown(80, 31), FIVE, said_rollover=True)
    with pytest.raises(RefusedError):
        classify(shown(99_987, 1), shown(31, 31), FIVE, said_rollover=False)


def test_a_meter_mounted_anew_starts_anew() -> None:
    assert classify(shown(4_133, 1), shown(2, 9, mounted=True), FIVE).consumption is None


def test_a_true_reading_below_an_estimate_corrects_it() -> None:
    verdict = classify(shown(4_133, 1, measured=False), shown(4_120, 31), FIVE)
    assert verdict == Verdict(Passage.CORRECTION, Decimal(-13), 30)
    with pytest.raises(RefusedError):
        classify(shown(4_133, 1, measured=False), shown(4_120, 31, measured=False), FIVE)


@pytest.mark.parametrize("value", ["-1", "100000", "12.5"])
def test_a_dial_shows_only_what_it_can(value: str) -> None:
    with pytest.raises(RefusedError):
        check_value(Decimal(value), FIVE)


@given(st.integers(0, 99_999), st.integers(0, 99_999))
def test_what_is_accepted_leads_from_one_value_to_the_other(before: int, now: int) -> None:
    try:
        verdict = classify(shown(before, 1), shown(now, 31), FIVE)
    except RefusedError:
        assert now < before
        return
    assert verdict.consumption is not None
    assert 0 <= verdict.consumption < FIVE.modulus
    assert (before + verdict.consumption) % FIVE.modulus == now
