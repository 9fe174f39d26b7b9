"""Ways of receiving the bills as the feed shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from backend.clock import iso
from backend.delivery.models import Delivery
from backend.feed.wire import Entity, day


def deliveries(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `delivery`."""
    for row in connection.execute(select(*Delivery.__table__.c).where(Delivery.id.in_(ids))):
        consent = None
        if row.consent_version:
            consent = {"version": row.consent_version, "text": row.consent_text}
        body = {
            "id": str(row.id),
            "contract_id": str(row.contract_id),
            "channel": row.channel,
            "email": row.email,
            "second_email": row.second_email,
            "postal_address": row.postal_address,
            "status": row.status,
            "requested_by": row.requested_by,
            "requested_at": iso(row.requested_at),
            "consent": consent,
            "confirmed_at": None if row.confirmed_at is None else iso(row.confirmed_at),
            "first_reading": day(row.first_reading),
            "effective_from": day(row.effective_from),
            "is_late": row.is_late,
            "ends_on": day(row.ends_on),
            "bounces": row.bounces,
            "suspended_on": day(row.suspended_on),
            "origin_op_id": row.origin_op_id,
        }
        yield Entity(row.id, row.contract_id, body)
