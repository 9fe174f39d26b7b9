"""From a customer's reading to a reading in the books."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from backend.catalogue.models import Utility
from backend.clock import iso
from backend.contracts.models import Contract, Meter
from backend.feed.wire import number
from backend.readings.models import Quality, Reading, ReadingReason, ReplacedReading, Source
from backend.submissions.kinds import RejectedError, Work
from backend.submissions.self_reading.ladder import (
    Claim,
    Limits,
    Line,
    Verdict,
    check_date,
    check_duplicate,
    check_supply,
    check_values,
    judge,
    taken_by_utility,
)
from backend.submissions.self_reading.schemas import SelfReading

# At one instant a meter is first mounted, then read, then taken away.
_ORDER = {
    ReadingReason.INSTALLED: 0,
    ReadingReason.HANDOVER: 0,
    ReadingReason.REGULAR: 1,
    ReadingReason.REMOVED: 2,
}


def apply(work: Work, payload: SelfReading) -> dict[str, Any]:
    """Judge and keep a reading; raises RejectedError. The contract is locked first: of two
    readings sent at once the second one sees the first."""
    session, at = work.session, payload.instant
    contract = session.get_one(Contract, work.scope_id, with_for_update={"key_share": True})
    utility = session.get_one(Utility, 1)
    meter = _meter(session, contract, payload.meter_id)
    check_supply(contract, meter)
    given = {value.register_id: value.value for value in payload.values}
    if len(given) != len(payload.values):
        raise RejectedError("format", "values")
    values = check_values(meter, given)
    history = _history(session, contract.id)
    cycle = [r for r in history if _is_in_window(r, contract)]
    lines = _lines(meter, history, cycle, at)
    limits = _limits(utility)
    check_date(contract, lines, taken_by_utility(cycle), at, work.now, limits.grace)
    claim = Claim(at, frozenset(payload.confirmed), payload.photo is not None)
    verdicts = [judge(line, values[line.register.id], claim, limits) for line in lines]
    check_duplicate(lines, values, at)
    zone = ZoneInfo(utility.zone)
    kept = [
        _keep(work, meter, line, values[line.register.id], verdict, at, zone)
        for line, verdict in zip(lines, verdicts, strict=True)
    ]
    session.flush()
    review = {reason: None for verdict in verdicts for reason in verdict.review}
    return {"readings": [_told(reading) for reading in kept], "review": list(review)}


def _meter(session: Session, contract: Contract, meter_id: str) -> Meter:
    query = (
        select(Meter).where(Meter.contract_id == contract.id).options(selectinload(Meter.registers))
    )
    for meter in session.scalars(query):
        if str(meter.id) == meter_id:
            return meter
    raise RejectedError("format", "meter_id")


def _history(session: Session, contract_id: int) -> list[Reading]:
    rows = session.scalars(select(Reading).where(Reading.contract_id == contract_id))
    return sorted(rows, key=lambda r: (r.read_at, _ORDER[r.reason]))


def _is_in_window(reading: Reading, contract: Contract) -> bool:
    opens, closes = contract.window_opens_at, contract.window_closes_at
    return opens is not None and closes is not None and opens <= reading.read_at <= closes


def _lines(
    meter: Meter, history: Sequence[Reading], cycle: Sequence[Reading], at: datetime
) -> list[Line]:
    own = [r for r in cycle if r.source is Source.CUSTOMER_PORTAL]
    past = [r for r in history if r not in own]
    several = len(meter.registers) > 1
    return [
        Line(
            register,
            # A meter with one dial goes on where the meter before it ended.
            [r for r in past if not several or r.register_id == register.id],
            next((r for r in reversed(own) if r.register_id == register.id), None),
            at,
        )
        for register in meter.registers
    ]


def _limits(utility: Utility) -> Limits:
    return Limits(
        soft_low=utility.reading_soft_low,
        soft_high=utility.reading_soft_high,
        hard_high=utility.reading_hard_high,
        grace=timedelta(hours=utility.reading_grace_hours),
    )


def _keep(
    work: Work,
    meter: Meter,
    line: Line,
    value: int,
    verdict: Verdict,
    at: datetime,
    zone: ZoneInfo,
) -> Reading:
    reading = line.own
    if reading is None:
        reading = Reading(
            contract_id=work.scope_id,
            meter_id=meter.id,
            register_id=line.register.id,
            source=Source.CUSTOMER_PORTAL,
            reason=ReadingReason.REGULAR,
        )
        work.session.add(reading)
    else:
        work.session.add(
            ReplacedReading(
                reading_id=reading.id,
                value=reading.value,
                read_at=reading.read_at,
                quality=reading.quality,
                origin_op_id=reading.origin_op_id,
                replaced_at=work.now,
            )
        )
    reading.value = Decimal(value)
    reading.read_at = at
    reading.quality = Quality.QUESTIONABLE if verdict.review else Quality.CUSTOMER
    reading.consumption = verdict.consumption
    reading.days = None
    if line.previous is not None and verdict.consumption is not None:
        reading.days = (_day(at, zone) - _day(line.previous.read_at, zone)).days
    reading.is_rollover = verdict.is_rollover
    reading.origin_op_id = work.op_id
    return reading


def _day(instant: datetime, zone: ZoneInfo) -> date:
    return instant.astimezone(zone).date()


def _told(reading: Reading) -> dict[str, Any]:
    return {
        "id": str(reading.id),
        "register_id": str(reading.register_id),
        "value": number(reading.value),
        "read_at": iso(reading.read_at),
        "quality": reading.quality,
        "consumption": number(reading.consumption),
        "days": reading.days,
        "is_rollover": reading.is_rollover,
    }
