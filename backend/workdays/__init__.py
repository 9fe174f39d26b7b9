"""Working days: deadlines of the utility are counted in them, by the calendar of its profile."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy.orm import Session

SATURDAY = 5


def is_working_day(day: date, calendar: Collection[date]) -> bool:
    """Monday to Friday, unless `calendar` lists it as a holiday."""
    return day.weekday() < SATURDAY and day not in calendar


def add_working_days(day: date, count: int, calendar: Collection[date]) -> date:
    """The `count`-th working day after `day`, which itself is never counted; with a count of 0
    `day`, or the first working day after it where it is none."""
    while count > 0 or not is_working_day(day, calendar):
        day += timedelta(days=1)
        if is_working_day(day, calendar):
            count -= 1
    return day


def working_days_between(first: date, last: date, calendar: Collection[date]) -> int:
    """How many working days come after `first` and not after `last`; negative where `last` is
    the earlier one."""
    if last < first:
        return -working_days_between(last, first, calendar)
    days = (first + timedelta(days=n + 1) for n in range((last - first).days))
    return sum(is_working_day(day, calendar) for day in days)


def calendar_of(session: Session) -> frozenset[date]:
    """The utility's holidays; none where its profile has no calendar."""
    from backend.policies.rules import rules_of
    from backend.workdays.rules import Calendar

    rules = rules_of(session, Calendar)
    return frozenset() if rules is None else rules.holidays
