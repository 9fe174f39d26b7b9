"""Meters, the readings taken of them, and consumption by billing period.

Quantities are exact decimals with a unit. Quality and source follow ESPI QualityOfReading and
CIM ReadingQuality; how the two map is in docs/protocol.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Quality(StrEnum):
    """How far a value can be trusted."""

    REAL = "real"
    CUSTOMER = "customer"  # real, contributed by the customer
    ADJUSTED = "adjusted"
    CALCULATED = "calculated"
    ESTIMATED = "estimated"
    QUESTIONABLE = "questionable"

    def weakness(self) -> int:
        """Rank from most (0) to least trusted."""
        return _WEAKNESS[self]

    @property
    def is_measured(self) -> bool:
        """Whether somebody saw the dial."""
        return self in (Quality.REAL, Quality.CUSTOMER)


_WEAKNESS = {quality: rank for rank, quality in enumerate(Quality)}


class Source(StrEnum):
    """Who took the reading."""

    READER = "reader"
    TELEMETRY = "telemetry"
    CUSTOMER_PORTAL = "customer_portal"
    CUSTOMER_PHONE = "customer_phone"
    COUNTER = "counter"
    INSPECTION = "inspection"
    SYSTEM = "system"


class ReadingReason(StrEnum):
    """Why it was taken (epilot: regular, meter_change, first, last)."""

    REGULAR = "regular"
    INSTALLED = "installed"  # first value of a meter
    REMOVED = "removed"  # last value of a meter
    HANDOVER = "handover"  # first value of a new holder


class NoReadReason(StrEnum):
    """Why nobody could read the dial, so that the value was estimated."""

    INACCESSIBLE = "inaccessible"
    ABSENT = "absent"
    NOT_FOUND = "not_found"
    UNINHABITED = "uninhabited"
    METER_FAULT = "meter_fault"
    NO_COMMUNICATION = "no_communication"
    OTHER = "other"


class EstimationMethod(StrEnum):
    """How an estimated value came about."""

    SAME_PERIOD_LAST_YEAR = "same_period_last_year"
    DAILY_MEAN = "daily_mean"


@dataclass(frozen=True, slots=True)
class Register:
    """One dial of a meter: `integer_digits` before the mark; it rolls over after them."""

    id: str
    unit: str
    integer_digits: int
    decimal_digits: int
    multiplier: Decimal

    @property
    def modulus(self) -> int:
        """The first value that the dial cannot show."""
        return int(10**self.integer_digits)


@dataclass(frozen=True, slots=True)
class Meter:
    """A meter with its registers; `removed_on` is set once it was changed for another."""

    id: str
    contract_id: str
    serial: str
    brand: str
    model: str
    size: str
    installed_on: date
    removed_on: date | None
    telemetered: bool
    registers: tuple[Register, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of one register. `read_at` is UTC; `consumption` and `days` count from the
    previous reading of the same register and are None for its first. `origin_op_id` names the
    submission that brought it."""

    id: str
    contract_id: str
    meter_id: str
    meter_serial: str
    register_id: str
    value: Decimal
    unit: str
    read_at: datetime
    quality: Quality
    source: Source
    reason: ReadingReason
    consumption: Decimal | None
    days: int | None
    is_rollover: bool
    no_read_reason: NoReadReason | None
    method: EstimationMethod | None
    invoice_number: str | None
    origin_op_id: str | None = None

    @property
    def daily_mean(self) -> Decimal | None:
        """Consumption per day; None where either is unknown."""
        if self.consumption is None or not self.days:
            return None
        return self.consumption / self.days


def consumption_between(
    previous: Decimal, current: Decimal, register: Register, *, rolled_over: bool
) -> Decimal:
    """What went through the dial from `previous` to `current`, in the register's unit."""
    difference = current - previous
    if rolled_over:
        difference += register.modulus
    return difference * register.multiplier


@dataclass(frozen=True, slots=True)
class Period:
    """Consumption of one billing period, over every meter that served in it."""

    start: datetime
    end: datetime
    consumption: Decimal
    unit: str
    days: int
    quality: Quality
    meter_changed: bool
    rolled_over: bool
    last_year: Decimal | None

    @property
    def daily_mean(self) -> Decimal | None:
        """Consumption per day."""
        return self.consumption / self.days if self.days else None


def billing_periods(readings: Iterable[Reading]) -> tuple[Period, ...]:
    """Periods between regular readings, oldest first.

    A meter change adds the old meter's last stretch to the new meter's first one. Several
    registers read at the same instant belong to one period. `last_year` is the period whose end
    lies 330 to 400 days before, the one nearest to 365.
    """
    rows = sorted(readings, key=lambda r: (r.read_at, r.reason is ReadingReason.REGULAR))
    bare: list[Period] = []
    pending: list[Reading] = []
    start: datetime | None = None
    for index, reading in enumerate(rows):
        if start is None:
            start = reading.read_at
        pending.append(reading)
        if reading.reason is not ReadingReason.REGULAR:
            continue
        if index + 1 < len(rows) and rows[index + 1].read_at == reading.read_at:
            continue  # another register of the same visit
        counted = [r for r in pending if r.consumption is not None]
        if counted:
            bare.append(_period(start, reading, counted, pending, rows[0].read_at))
        start, pending = reading.read_at, []
    return tuple(_with_last_year(p, bare) for p in bare)


def _period(
    start: datetime,
    last: Reading,
    counted: Sequence[Reading],
    pending: Sequence[Reading],
    first: datetime,
) -> Period:
    if last.days and not any(r.reason is not ReadingReason.REGULAR for r in pending):
        days = last.days
    else:
        days = (last.read_at.date() - start.date()).days
    return Period(
        start=start,
        end=last.read_at,
        consumption=sum((r.consumption or Decimal(0) for r in counted), Decimal(0)),
        unit=last.unit,
        days=days,
        quality=max((r.quality for r in counted), key=Quality.weakness),
        meter_changed=any(
            r.reason is ReadingReason.INSTALLED and r.read_at > first for r in pending
        ),
        rolled_over=any(r.is_rollover for r in counted),
        last_year=None,
    )


def _with_last_year(period: Period, periods: Sequence[Period]) -> Period:
    def distance(other: Period) -> int:
        return abs((period.end - other.end).days - 365)

    candidates = [p for p in periods if 330 <= (period.end - p.end).days <= 400]
    if not candidates:
        return period
    nearest = min(candidates, key=distance)
    return Period(
        period.start,
        period.end,
        period.consumption,
        period.unit,
        period.days,
        period.quality,
        period.meter_changed,
        period.rolled_over,
        nearest.consumption,
    )


def estimates_in_a_row(readings: Sequence[Reading]) -> int:
    """How many of the latest regular visits, without a gap, saw no dial. Registers read at the
    same instant are one visit; a value in doubt was seen, and is being checked."""
    seen: dict[datetime, bool] = {}
    for reading in readings:
        if reading.reason is ReadingReason.REGULAR:
            in_doubt = reading.quality is Quality.QUESTIONABLE
            was_seen = reading.quality.is_measured or in_doubt
            seen[reading.read_at] = seen.get(reading.read_at, False) or was_seen
    count = 0
    for instant in sorted(seen, reverse=True):
        if seen[instant]:
            break
        count += 1
    return count


def excess(periods: Sequence[Period]) -> Decimal | None:
    """By what share (1 is 100 %) the last period's daily mean lies above the same period of the
    year before, else above the mean of the earlier ones; None where there is nothing to compare
    with."""
    if not periods or not periods[-1].days:
        return None
    last, earlier = periods[-1], periods[:-1]
    if last.last_year is not None:
        usual, now = last.last_year, last.consumption
    else:
        days = sum(p.days for p in earlier)
        usual = sum((p.consumption for p in earlier), Decimal(0)) / days if days else Decimal(0)
        now = last.consumption / last.days
    return now / usual - 1 if usual > 0 else None
