"""From which bill on a change counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class FirstBill:
    """`reading` is the day of the reading that it charges, None where none is planned; `issued`
    its own day. `is_late` tells that the bill before is printed, but not issued yet."""

    reading: date | None
    issued: date
    is_late: bool


def first_bill(
    today: date,
    last_reading: date | None,
    next_reading: date | None,
    *,
    cycle_days: int,
    print_days: int,
    issue_days: int,
) -> FirstBill:
    """The first bill that a change of `today` still reaches."""
    is_late = False
    for reading in _readings(last_reading, next_reading, timedelta(days=cycle_days)):
        if today <= reading + timedelta(days=print_days):
            return FirstBill(reading, reading + timedelta(days=issue_days), is_late)
        is_late = today < reading + timedelta(days=issue_days)
    return FirstBill(None, today, is_late)


def _readings(last: date | None, following: date | None, cycle: timedelta) -> Iterator[date]:
    """The last reading, the next one, and those that would come after it."""
    if last is not None:
        yield last
    while following is not None and following < date.max - cycle:
        yield following
        following += cycle
