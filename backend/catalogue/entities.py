"""The utility's profile as the feed shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from backend.catalogue.models import Utility
from backend.feed.wire import CATALOGUE, Entity, number


def utilities(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `utility`."""
    for row in connection.execute(select(*Utility.__table__.c).where(Utility.id.in_(ids))):
        account = None
        if row.demo_username is not None and row.demo_password is not None:
            account = {"username": row.demo_username, "password": row.demo_password}
        body = {
            "id": row.code,
            "name": row.name,
            "legal_name": row.legal_name,
            "country": row.country,
            "zone": row.zone,
            "locale": row.locale,
            "currency": row.currency,
            "accent": row.accent,
            "emergency_phone": row.emergency_phone,
            "customer_phone": row.customer_phone,
            "regulator": row.regulator,
            "is_demo": row.is_demo,
            "demo_account": account,
            "estimates_in_a_row": row.estimates_in_a_row,
            "self_reading": {
                "soft_low": number(row.reading_soft_low),
                "soft_high": number(row.reading_soft_high),
                "hard_high": number(row.reading_hard_high),
            },
        }
        yield Entity(row.id, CATALOGUE, body)
