"""Days of the utility: today in its zone, and those on which people work."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from backend.agreements.figures import WorkingDay
from backend.catalogue.models import Utility
from backend.workdays import add_working_days, calendar_of


def today_of(session: Session, now: datetime) -> date:
    """The date of `now` where the utility is."""
    return now.astimezone(ZoneInfo(session.get_one(Utility, 1).zone)).date()


def working_day(session: Session) -> WorkingDay:
    """Moves a day on which nobody works to the next one on which they do."""
    holidays = calendar_of(session)
    return lambda day: add_working_days(day, 0, holidays)


def working_days_after(session: Session, day: date, count: int) -> date:
    """`count` working days later."""
    return add_working_days(day, count, calendar_of(session))
