"""Readings as the feed shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from backend.clock import iso
from backend.contracts.models import Meter, Register
from backend.feed.wire import Entity, number
from backend.readings.models import Reading


def readings(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `reading`."""
    rows = connection.execute(
        select(*Reading.__table__.c, Meter.serial, Register.unit)
        .join(Meter, Meter.id == Reading.meter_id)
        .join(Register, Register.id == Reading.register_id)
        .where(Reading.id.in_(ids))
    )
    for row in rows:
        body = {
            "id": str(row.id),
            "contract_id": str(row.contract_id),
            "meter_id": str(row.meter_id),
            "meter_serial": row.serial,
            "register_id": str(row.register_id),
            "value": number(row.value),
            "unit": row.unit,
            "read_at": iso(row.read_at),
            "quality": row.quality,
            "source": row.source,
            "reason": row.reason,
            "consumption": number(row.consumption),
            "days": row.days,
            "is_rollover": row.is_rollover,
            "no_read_reason": row.no_read_reason,
            "method": row.method,
            "invoice_number": row.invoice_number,
            "origin_op_id": row.origin_op_id,
        }
        yield Entity(row.id, row.contract_id, body)
