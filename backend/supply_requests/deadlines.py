"""Days counted as the utility works."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from backend.workdays import add_working_days, calendar_of


def working_day(session: Session, day: date, count: int) -> date:
    """The `count`-th working day after `day`."""
    return add_working_days(day, count, calendar_of(session))
