"""Notices as the feed shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from backend.clock import iso
from backend.feed.wire import CATALOGUE, Entity
from backend.notices.models import Notice


def notices(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `notice`."""
    for row in connection.execute(select(*Notice.__table__.c).where(Notice.id.in_(ids))):
        body = {
            "id": str(row.id),
            "contract_id": None if row.contract_id is None else str(row.contract_id),
            "kind": row.kind,
            "title": row.title,
            "text": row.text,
            "page": row.page,
            "published_at": iso(row.published_at),
            "starts_at": None if row.starts_at is None else iso(row.starts_at),
            "ends_at": None if row.ends_at is None else iso(row.ends_at),
        }
        yield Entity(row.id, CATALOGUE if row.contract_id is None else row.contract_id, body)
