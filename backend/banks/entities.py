"""Banks as the feed shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from backend.banks.models import Bank
from backend.clock import iso
from backend.feed.wire import CATALOGUE, Entity


def banks(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `bank`; one that the rules no longer name is not offered at all."""
    query = select(*Bank.__table__.c).where(Bank.id.in_(ids), Bank.is_offered)
    for row in connection.execute(query):
        until = row.maintenance_until
        body = {
            "id": str(row.id),
            "code": row.code,
            "name": row.name,
            "currencies": row.currencies.split(),
            "min_amount": row.min_amount,
            "max_amount": row.max_amount,
            "hosts": row.hosts.split(),
            "sort": row.sort,
            "enabled": row.is_enabled,
            "maintenance_until": None if until is None else iso(until),
        }
        yield Entity(row.id, CATALOGUE, body)
