"""What is usual for a dial, from what it showed before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from backend.readings.models import Quality, Reading, ReadingReason

MEASURED = (Quality.REAL, Quality.CUSTOMER)
_LAST_YEAR = range(330, 401)  # days


@dataclass(frozen=True, slots=True)
class Period:
    """What went through between two regular visits, over every meter that served in it."""

    end: datetime
    consumption: Decimal
    days: int
    measured: bool


def periods(readings: Sequence[Reading]) -> Iterator[Period]:
    """The periods of one dial, oldest first. `readings` are in order of time."""
    start: datetime | None = None
    pending: list[Reading] = []
    for reading in readings:
        start = start or reading.read_at
        pending.append(reading)
        if reading.reason is not ReadingReason.REGULAR:
            continue
        counted = [r for r in pending if r.consumption is not None]
        if counted:
            alone = all(r.reason is ReadingReason.REGULAR for r in pending)
            between = (reading.read_at.date() - start.date()).days
            yield Period(
                end=reading.read_at,
                consumption=sum((r.consumption or Decimal(0) for r in counted), Decimal(0)),
                days=reading.days if alone and reading.days else between,
                measured=all(r.quality in MEASURED for r in counted),
            )
        start, pending = reading.read_at, []


def daily_mean(readings: Sequence[Reading], at: datetime) -> Decimal | None:
    """Consumption a day in the same season of the year before, else in the last three periods
    that were measured; None where nothing is known."""
    known = [period for period in periods(readings) if period.days > 0]
    season = [period for period in known if (at - period.end).days in _LAST_YEAR]
    if season:
        nearest = min(season, key=lambda period: abs((at - period.end).days - 365))
        return nearest.consumption / nearest.days
    measured = [period for period in known if period.measured][-3:]
    days = sum(period.days for period in measured)
    return sum((p.consumption for p in measured), Decimal(0)) / days if days else None
