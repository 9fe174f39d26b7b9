"""Cases: their numbers, their deadlines, and what may still be done with them."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cases import CaseClock, CaseStatus, is_case_number
from desktop.domain.workdays import Calendar
from tests.support.case_scene import TODAY, a_case

DAYS = st.dates(date(2024, 1, 1), date(2028, 1, 1))


@pytest.mark.parametrize("text", ["", "2026-00-000001", "2026000000011", "٢026-00-000001-1"])
def test_what_has_another_form_is_no_number(text: str) -> None:
    assert not is_case_number(text)


@given(DAYS, st.integers(0, 120), st.frozensets(DAYS, max_size=20))
def test_days_left_count_down_to_nothing_on_the_deadline(
    today: date, ahead: int, holidays: frozenset[date]
) -> None:
    calendar = Calendar(holidays)
    due = today + timedelta(days=ahead)
    case = dataclasses.replace(a_case(), due_on=due)
    left = case.left(today, calendar)
    assert left == sum(calendar.is_working(today + timedelta(n + 1)) for n in range(ahead))
    assert case.left(due, calendar) == 0
    assert case.left(due + timedelta(days=10), calendar) <= 0  # type: ignore[operator]


def test_a_clock_that_stands_shows_what_was_left() -> None:
    paused = a_case(clock=CaseClock.PAUSED, days_left=8)
    assert paused.left(TODAY + timedelta(days=90), Calendar()) == 8
    assert a_case(clock=CaseClock.STOPPED).left(TODAY, Calendar()) is None


def test_it_is_reopened_once_and_in_time() -> None:
    answered = a_case(
        status=CaseStatus.RESOLVED, clock=CaseClock.STOPPED, reopen_by=TODAY, answered_at=None
    )
    assert answered.can_reopen(TODAY)
    assert not answered.can_reopen(TODAY + timedelta(days=1))
    assert not dataclasses.replace(answered, reopened=True).can_reopen(TODAY)
    assert not a_case().can_reopen(TODAY)


def test_only_what_is_open_takes_messages() -> None:
    taking = {status for status in CaseStatus if a_case(status=status).can_reply()}
    assert taking == {
        CaseStatus.ENTERED,
        CaseStatus.IN_ANALYSIS,
        CaseStatus.AWAITING_CUSTOMER,
        CaseStatus.IN_INSPECTION,
        CaseStatus.REOPENED,
        CaseStatus.ESCALATED,
    }
