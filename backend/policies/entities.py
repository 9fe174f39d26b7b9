"""The utility's rules as the feed shows them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from backend.feed.wire import CATALOGUE, Entity
from backend.policies.models import Policy


def policies(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `policy`; the area is the id that readers know."""
    for row in connection.execute(select(*Policy.__table__.c).where(Policy.id.in_(ids))):
        yield Entity(row.id, CATALOGUE, {"id": row.area, "rules": json.loads(row.rules)})
