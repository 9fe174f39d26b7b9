"""Deadlines counted in working days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.database import Database
from backend.policies.rules import read_rules, set_rules
from backend.workdays import (
    add_working_days,
    calendar_of,
    is_working_day,
    working_days_between,
)

DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@st.composite
def calendars(draw: st.DrawFn) -> tuple[date, frozenset[date]]:
    day = draw(DAYS)
    offsets = draw(st.frozensets(st.integers(-60, 60), max_size=30))
    return day, frozenset(day + timedelta(days=n) for n in offsets)


@given(calendars(), st.integers(0, 60))
def test_a_deadline_is_a_working_day_with_as_many_before_it_as_were_given(
    found: tuple[date, frozenset[date]], count: int
) -> None:
    day, calendar = found
    deadline = add_working_days(day, count, calendar)
    assert is_working_day(deadline, calendar)
    if count:
        assert working_days_between(day, deadline, calendar) == count
    assert working_days_between(deadline, day, calendar) == -working_days_between(
        day, deadline, calendar
    )


@given(calendars(), st.integers(0, 30), st.integers(0, 30))
def test_days_given_in_two_goes_come_to_the_same(
    found: tuple[date, frozenset[date]], first: int, second: int
) -> None:
    day, calendar = found
    start = add_working_days(day, 0, calendar)
    at_once = add_working_days(start, first + second, calendar)
    assert add_working_days(add_working_days(start, first, calendar), second, calendar) == at_once


def test_a_weekend_and_a_holiday_are_not_counted() -> None:
    friday, tuesday = date(2026, 10, 9), date(2026, 10, 13)
    columbus = frozenset({date(2026, 10, 12)})
    assert add_working_days(friday, 1, columbus) == tuesday
    assert working_days_between(friday, tuesday, columbus) == 1


def test_the_calendar_is_the_utilitys(database: Database) -> None:
    with database.writing() as session:
        assert calendar_of(session) == frozenset()
        set_rules(session, read_rules({"calendar": {"holidays": [date(2026, 12, 25)]}}))
    with database.reading() as session:
        assert calendar_of(session) == {date(2026, 12, 25)}
