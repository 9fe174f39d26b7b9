"""Whether a customer's reading can be right. The rungs are in the order of the protocol, and a
value below the one before is classified, never guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from backend.clock import iso
from backend.columns import plain
from backend.contracts.models import Contract, ContractStatus, Meter, Register
from backend.readings.models import Reading, ReadingReason, Source
from backend.submissions.kinds import RejectedError
from backend.submissions.self_reading.usual import MEASURED, daily_mean

ROLLOVER_FROM = Decimal("0.9")

# A computer that was offline for days tells the time a little early; a refusal would be for good.
CLOCK_SKEW = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Limits:
    """Shares of the usual consumption, and how late a reading may arrive."""

    soft_low: Decimal
    soft_high: Decimal
    hard_high: Decimal
    grace: timedelta


@dataclass(frozen=True, slots=True)
class Claim:
    """What the customer adds to the figures: confirmations, and whether there is a photo."""

    read_at: datetime
    confirmed: frozenset[str]
    has_photo: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a value follows the one before. `consumption` in units, None where it cannot be told;
    `review` are the rungs that only the customer's word passed."""

    consumption: Decimal | None
    is_rollover: bool = False
    review: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """The usual consumption and its limits, in whole units; above `high` to `hard` is odd."""

    low: Decimal
    high: Decimal
    hard: Decimal


class Line:
    """One register's past up to the present cycle. `own` is what the customer gave in the cycle
    already, which a new value replaces; `carried` what an old meter counted since the last
    regular visit at `since`."""

    def __init__(
        self, register: Register, past: Sequence[Reading], own: Reading | None, at: datetime
    ) -> None:
        here = [r for r in past if r.register_id == register.id]
        regular = [r for r in past if r.reason is ReadingReason.REGULAR]
        self.register = register
        self.own = own
        self.previous = here[-1] if here else None
        seen = [r for r in here if r.quality in MEASURED]
        self.floor = int(seen[-1].value) if seen else 0
        last = regular[-1] if regular else self.previous
        self.since = last.read_at if last else None
        self.carried = sum(
            (r.consumption or Decimal(0) for r in past if self.since and r.read_at > self.since),
            Decimal(0),
        )
        self._daily = daily_mean(past, at)

    def band(self, at: datetime, limits: Limits) -> Band | None:
        """What is usual until `at`; None where nothing is."""
        if not self._daily or self._daily < 0 or self.since is None:
            return None
        usual = self._daily * max((at - self.since).days, 1)
        return Band(
            (usual * limits.soft_low).to_integral_value(ROUND_FLOOR),
            (usual * limits.soft_high).to_integral_value(ROUND_CEILING),
            (usual * limits.hard_high).to_integral_value(ROUND_CEILING),
        )


def check_supply(contract: Contract, meter: Meter) -> None:
    """Whether anybody's own reading is wanted here."""
    if contract.status in (ContractStatus.ENDED, ContractStatus.CUT):
        raise RejectedError("contract_ended", status=contract.status)
    if meter.removed_on is not None:
        raise RejectedError("meter_decommissioned", "meter_id", removed_on=str(meter.removed_on))
    if meter.telemetered:
        raise RejectedError("telemetered", "meter_id")


def check_values(meter: Meter, values: Mapping[str, str]) -> dict[int, int]:
    """The value of every register: digits only, no more than the dial has."""
    found: dict[int, int] = {}
    for register in meter.registers:
        text = values.get(str(register.id), "")
        digits = register.integer_digits
        if not (text.isascii() and text.isdigit() and len(text) <= digits):
            raise RejectedError("format", "values", register_id=str(register.id), digits=digits)
        found[register.id] = int(text)
    if len(values) != len(found):
        raise RejectedError("format", "values", registers=len(found))
    return found


def check_date(
    contract: Contract,
    lines: Sequence[Line],
    taken: Reading | None,
    at: datetime,
    now: datetime,
    grace: timedelta,
) -> None:
    """The instant of reading, and that of arrival; `taken` is the utility's own reading in the
    window."""
    opens, closes = contract.window_opens_at, contract.window_closes_at
    if opens is None or closes is None:
        raise RejectedError("no_window")
    if at > now + CLOCK_SKEW:
        raise RejectedError("timestamp_future", "read_at", now=iso(now))
    for line in lines:
        if line.previous is not None and at <= line.previous.read_at:
            raise RejectedError("before_last_reading", "read_at", **_shown(line.previous))
    if not opens <= at <= closes or now > closes + grace:
        raise RejectedError("outside_window", "read_at", opens_at=iso(opens), closes_at=iso(closes))
    if taken is not None:
        raise RejectedError("duplicate_reading", **_shown(taken))


def judge(line: Line, value: int, claim: Claim, limits: Limits) -> Verdict:
    """Zero, lower than the one before, band."""
    if line.previous is None:
        return Verdict(None)
    before = int(line.previous.value)  # a customer reads the digits before the mark only
    register = line.register
    band = line.band(claim.read_at, limits)
    if value < before:
        return _lower(line, value, before, band, claim)
    used = (value - before) * register.multiplier
    if used + line.carried == 0:
        _insist("zero_consumption", claim, register_id=str(register.id))
        return Verdict(used, review=("zero_consumption",))
    return Verdict(used, review=_banded(line, used, band, claim))


def check_duplicate(lines: Sequence[Line], values: Mapping[int, int], at: datetime) -> None:
    """A reading of this cycle is replaced by a later one that says something else, unless it was
    billed already."""
    own = [(line.own, values[line.register.id]) for line in lines if line.own is not None]
    is_same = len(own) == len(lines) and all(r.value == value for r, value in own)
    for reading, _value in own:
        if is_same or reading.invoice_number is not None or at < reading.read_at:
            raise RejectedError("duplicate_reading", **_shown(reading))


def taken_by_utility(cycle: Sequence[Reading]) -> Reading | None:
    """A regular reading of these that somebody else than the customer took."""
    return next(
        (
            r
            for r in cycle
            if r.reason is ReadingReason.REGULAR
            and r.source is not Source.CUSTOMER_PORTAL
            and r.quality in MEASURED
        ),
        None,
    )


def _lower(line: Line, value: int, before: int, band: Band | None, claim: Claim) -> Verdict:
    register = line.register
    modulus = 10**register.integer_digits
    wrapped = (modulus - before + value) * register.multiplier
    most = band.high if band else modulus * (1 - ROLLOVER_FROM) * register.multiplier
    if before >= modulus * ROLLOVER_FROM and wrapped + line.carried <= most:
        review = _banded(line, wrapped, band, claim)
        return Verdict(wrapped, is_rollover=True, review=review)
    assert line.previous is not None
    if line.previous.quality not in MEASURED and value >= line.floor:
        # The estimate was too high: what it charged too much is given back, after a look.
        return Verdict((value - before) * register.multiplier, review=("less_than_previous",))
    _insist("less_than_previous", claim, needs_photo=True, **_shown(line.previous))
    return Verdict(None, review=("less_than_previous",))


def _banded(line: Line, used: Decimal, band: Band | None, claim: Claim) -> tuple[str, ...]:
    total = used + line.carried
    if band is None or band.low <= total <= band.high:
        return ()
    figures = {"low": plain(band.low), "high": plain(band.high), "hard": plain(band.hard)}
    _insist(
        "plausibility",
        claim,
        needs_photo=total > band.hard,
        register_id=str(line.register.id),
        consumption=plain(total),
        unit=line.register.unit,
        **figures,
    )
    return ("plausibility",)


def _insist(reason: str, claim: Claim, *, needs_photo: bool = False, **data: Any) -> None:
    """Refuse unless the customer was asked and insists, with a photo where the word alone is not
    enough."""
    if reason not in claim.confirmed:
        raise RejectedError(reason, "values", **data, needs_photo=needs_photo)
    if needs_photo and not claim.has_photo:
        raise RejectedError(reason, "photo", **data, needs_photo=True)


def _shown(reading: Reading) -> dict[str, str]:
    return {
        "register_id": str(reading.register_id),
        "value": plain(reading.value),
        "read_at": iso(reading.read_at),
    }
