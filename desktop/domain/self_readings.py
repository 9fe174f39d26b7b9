"""Readings that a person contributes: who may, when, and whether a value can be right.

The ladder is the utility's own (format, date and window, zero, lower than the previous one, band),
so that what would be refused at the server is told while it is typed. The server decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum

from desktop.domain.contracts import Contract, ContractStatus, ReadingWindow
from desktop.domain.readings import (
    Meter,
    Quality,
    Reading,
    ReadingReason,
    Register,
    Source,
    billing_periods,
)


class Reason(StrEnum):
    """Why a reading is odd or refused. The words are those of the wire."""

    FORMAT = "format"
    TIMESTAMP_FUTURE = "timestamp_future"
    OUTSIDE_WINDOW = "outside_window"
    BEFORE_LAST = "before_last_reading"
    ZERO = "zero_consumption"
    LESS = "less_than_previous"
    PLAUSIBILITY = "plausibility"
    DUPLICATE = "duplicate_reading"
    METER_DECOMMISSIONED = "meter_decommissioned"
    TELEMETERED = "telemetered"
    CONTRACT_ENDED = "contract_ended"
    NO_WINDOW = "no_window"


class Need(StrEnum):
    """What it takes to send a value, from least to most."""

    NOTHING = "nothing"
    CONFIRMATION = "confirmation"  # the person says so once, explicitly
    PHOTO = "photo"  # a confirmation is not enough: the utility will want to see the dial
    CORRECTION = "correction"  # it cannot be sent like this


class Course(StrEnum):
    """How the value follows the previous one."""

    FIRST = "first"  # nothing to compare with
    NORMAL = "normal"
    ROLLOVER = "rollover"  # the dial went past its highest number
    METER_CHANGE = "meter_change"  # the old meter's last stretch counts too
    REGULARISATION = "regularisation"  # the previous value was estimated too high
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a value turns odd, as shares of the usual consumption; `rollover_from` is the share of
    the dial from which going past its end is believed."""

    soft_low: Decimal = Decimal("0.5")
    soft_high: Decimal = Decimal(2)
    hard_high: Decimal = Decimal(4)
    rollover_from: Decimal = Decimal("0.9")


@dataclass(frozen=True, slots=True)
class Band:
    """The usual consumption of a stretch of days in the register's unit, and where it ends:
    under `low` or over `high` is odd, over `hard` very much so."""

    usual: Decimal
    low: Decimal
    high: Decimal
    hard: Decimal


@dataclass(frozen=True, slots=True)
class Basis:
    """What a new value of one register is compared with. `carried` is what an old meter counted
    since `since`, when the last period ended; `previous` is None where there is no reading."""

    register: Register
    previous: Reading | None
    measured: Reading | None  # the newest that somebody saw, where `previous` is an estimate
    since: datetime | None
    carried: Decimal
    daily_usual: Decimal | None

    def band(self, at: datetime, limits: Limits) -> Band | None:
        """What is usual for the days from `since` to `at`; None where nothing is known."""
        if not self.daily_usual or self.since is None:
            return None
        usual = self.daily_usual * max((at - self.since).days, 1)
        return Band(
            usual,
            (usual * limits.soft_low).to_integral_value(ROUND_FLOOR),
            (usual * limits.soft_high).to_integral_value(ROUND_CEILING),
            (usual * limits.hard_high).to_integral_value(ROUND_CEILING),
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a value is. `reason` is the first rung it stumbled on, None for an ordinary value.
    `consumption` is None where it cannot be told; `band` None where nothing is usual yet."""

    need: Need
    reason: Reason | None = None
    course: Course = Course.NORMAL
    consumption: Decimal | None = None
    band: Band | None = None

    @property
    def is_confirmable(self) -> bool:
        """Whether an explicit confirmation is all it takes."""
        return self.need is Need.CONFIRMATION


class Access(StrEnum):
    """Whether a reading can be contributed now, and if not, why."""

    OPEN = "open"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    TAKEN = "taken"  # the utility read the meter in this window
    NO_WINDOW = "no_window"
    TELEMETERED = "telemetered"
    CUT = "cut"
    ENDED = "ended"
    NO_METER = "no_meter"


@dataclass(frozen=True, slots=True)
class Admission:
    """`window` is the one that is open, or comes, or was. `taken` is the utility's reading in it,
    `contributed` what this person gave in it already, register by register."""

    access: Access
    window: ReadingWindow | None = None
    meter: Meter | None = None
    taken: Reading | None = None
    contributed: tuple[Reading, ...] = ()

    @property
    def is_billed(self) -> bool:
        """Whether what was contributed stands in an invoice, so that it cannot be replaced."""
        return any(reading.invoice_number is not None for reading in self.contributed)

    def is_duplicate(self, values: Mapping[str, str]) -> bool:
        """Whether `values` (digits by register) are what was contributed already."""
        if not self.contributed or not all(text.isdigit() for text in values.values()):
            return False
        newest = {r.register_id: r for r in sorted(self.contributed, key=lambda r: r.read_at)}
        return {key: int(text) for key, text in values.items()} == {
            key: int(reading.value) for key, reading in newest.items()
        }


def current_meter(meters: Sequence[Meter]) -> Meter | None:
    """The meter that hangs on the wall: not removed, installed last."""
    hanging = [meter for meter in meters if meter.removed_on is None]
    return max(hanging, key=lambda meter: meter.installed_on, default=None)


def admission(
    contract: Contract, meters: Sequence[Meter], readings: Sequence[Reading], now: datetime
) -> Admission:
    """Whether a reading may be contributed at `now` (server time, UTC)."""
    meter, window = current_meter(meters), contract.reading_window
    if contract.status is ContractStatus.ENDED:
        return Admission(Access.ENDED, window, meter)
    if contract.status is ContractStatus.CUT:
        return Admission(Access.CUT, window, meter)
    if meter is None:
        return Admission(Access.NO_METER, window)
    if meter.telemetered:
        return Admission(Access.TELEMETERED, window, meter)
    if window is None:
        return Admission(Access.NO_WINDOW, None, meter)
    if now < window.opens_at:
        return Admission(Access.TOO_EARLY, window, meter)
    inside = [
        reading
        for reading in readings
        if window.opens_at <= reading.read_at <= window.closes_at
        and reading.reason is ReadingReason.REGULAR
    ]
    own = tuple(r for r in inside if r.source is Source.CUSTOMER_PORTAL)
    others = (r for r in inside if r.source is not Source.CUSTOMER_PORTAL)
    taken = next((r for r in others if r.quality.is_measured), None)
    if taken is not None:
        return Admission(Access.TAKEN, window, meter, taken, own)
    if now > window.closes_at:
        return Admission(Access.TOO_LATE, window, meter, None, own)
    return Admission(Access.OPEN, window, meter, None, own)


def is_read_in(window: ReadingWindow | None, readings: Sequence[Reading]) -> bool:
    """Whether a measured reading was taken in `window`, by the person or by the utility."""
    return window is not None and any(
        window.opens_at <= reading.read_at <= window.closes_at
        and reading.reason is ReadingReason.REGULAR
        and (reading.quality.is_measured or reading.source is Source.CUSTOMER_PORTAL)
        for reading in readings
    )


def basis(
    register: Register,
    meter: Meter,
    readings: Sequence[Reading],
    at: datetime,
    window: ReadingWindow | None = None,
) -> Basis:
    """What a value of `register` read at `at` is compared with. What the person contributed in
    the same window is left out: a new value takes its place."""
    earlier = [r for r in readings if not _is_replaced(r, window)]
    shown = earlier
    if len(meter.registers) > 1:
        shown = [r for r in earlier if r.register_id == register.id]
    here = [r for r in shown if r.meter_id == meter.id and r.register_id == register.id]
    previous = max(here, key=lambda r: r.read_at, default=None)
    measured = max(
        (r for r in here if r.quality.is_measured), key=lambda r: r.read_at, default=None
    )
    regular = [r.read_at for r in shown if r.reason is ReadingReason.REGULAR]
    since = max(regular, default=previous.read_at if previous is not None else None)
    carried = sum(
        (
            r.consumption
            for r in shown
            if r.consumption is not None and since is not None and r.read_at > since
        ),
        Decimal(0),
    )
    return Basis(register, previous, measured, since, carried, _daily_usual(shown, at))


def check_format(text: str, register: Register) -> bool:
    """Whether `text` is exactly the digits before the mark, leading zeros included."""
    return text.isascii() and text.isdigit() and len(text) == register.integer_digits


def check_date(read_at: datetime, last: datetime | None, now: datetime) -> Reason | None:
    """What is wrong with the moment of reading, server time deciding; None if nothing is."""
    if read_at > now:
        return Reason.TIMESTAMP_FUTURE
    if last is not None and read_at <= last:
        return Reason.BEFORE_LAST
    return None


def check(
    text: str,
    against: Basis,
    read_at: datetime,
    now: datetime,
    window: ReadingWindow | None,
    limits: Limits,
) -> Verdict:
    """The ladder: format, date and window, zero, lower than the previous one, band."""
    if not check_format(text, against.register):
        return Verdict(Need.CORRECTION, Reason.FORMAT)
    if window is None:
        return Verdict(Need.CORRECTION, Reason.NO_WINDOW)
    last = against.previous.read_at if against.previous is not None else None
    wrong = check_date(read_at, last, now)
    if wrong is None and not window.is_open(read_at):
        wrong = Reason.OUTSIDE_WINDOW
    if wrong is not None:
        return Verdict(Need.CORRECTION, wrong)
    return judge(int(text), against, read_at, limits)


def judge(value: int, against: Basis, read_at: datetime, limits: Limits) -> Verdict:
    """The rungs about the value itself: zero, lower than the previous one, band."""
    band = against.band(read_at, limits)
    if against.previous is None:
        return Verdict(Need.NOTHING, None, Course.FIRST, None, band)
    before = int(against.previous.value)  # a person reads the digits before the mark only
    factor = against.register.multiplier
    course = Course.METER_CHANGE if against.carried else Course.NORMAL
    if value < before:
        return _lower(value, before, against, band, limits)
    consumption = (value - before) * factor + against.carried
    if consumption == 0:
        return Verdict(Need.CONFIRMATION, Reason.ZERO, course, consumption, band)
    return _banded(consumption, course, band)


def _lower(value: int, before: int, against: Basis, band: Band | None, limits: Limits) -> Verdict:
    """Classified, never guessed: past the end of the dial, an estimate too high, or neither."""
    register = against.register
    wrapped = (register.modulus - before + value) * register.multiplier + against.carried
    near_top = before >= register.modulus * limits.rollover_from
    top = register.modulus * (1 - limits.rollover_from) * register.multiplier
    highest = band.high if band is not None else top
    if near_top and wrapped <= highest:
        return _banded(wrapped, Course.ROLLOVER, band)
    consumption = (value - before) * register.multiplier + against.carried
    # Not below what somebody saw: then the previous value was an estimate, and too high.
    floor = int(against.measured.value) if against.measured is not None else 0
    if value >= floor:
        course = Course.REGULARISATION
        return Verdict(Need.CONFIRMATION, Reason.LESS, course, consumption, band)
    return Verdict(Need.PHOTO, Reason.LESS, Course.UNEXPLAINED, consumption, band)


def _banded(consumption: Decimal, course: Course, band: Band | None) -> Verdict:
    if band is None or band.low <= consumption <= band.high:
        return Verdict(Need.NOTHING, None, course, consumption, band)
    need = Need.PHOTO if consumption > band.hard else Need.CONFIRMATION
    return Verdict(need, Reason.PLAUSIBILITY, course, consumption, band)


def _is_replaced(reading: Reading, window: ReadingWindow | None) -> bool:
    return (
        window is not None
        and reading.source is Source.CUSTOMER_PORTAL
        and window.opens_at <= reading.read_at <= window.closes_at
    )


def _daily_usual(readings: Sequence[Reading], at: datetime) -> Decimal | None:
    """Daily mean of the same season last year, else of the last three measured periods."""
    periods = [p for p in billing_periods(readings) if p.days > 0]
    season = [p for p in periods if 330 <= (at - p.end).days <= 400]
    if season:
        nearest = min(season, key=lambda p: abs((at - p.end).days - 365))
        return nearest.consumption / nearest.days
    measured = [p for p in periods if p.quality in (Quality.REAL, Quality.CUSTOMER)][-3:]
    days = sum(p.days for p in measured)
    return sum((p.consumption for p in measured), Decimal(0)) / days if days else None
