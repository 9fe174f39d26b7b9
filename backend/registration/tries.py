"""How often something failed within an hour, by what was tried."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from backend.base import insert_missing, table_of
from backend.registration.models import FailedTries

_HOUR = timedelta(hours=1)
_KEPT = timedelta(days=1)


def counted(session: Session, about: str, what: str, now: datetime) -> FailedTries:
    """The counter for `what` (a contract's number, an address), made if need be and locked until
    the transaction ends: tries made at once all count. `about` keeps namesakes apart."""
    digest = hashlib.sha256(f"{about}|{what}".encode()).digest()
    session.execute(delete(FailedTries).where(FailedTries.since < now - _KEPT))
    connection = session.connection()
    row = {"digest": digest, "count": 0, "since": now}
    connection.execute(insert_missing(connection, table_of(FailedTries), "digest"), row)
    query = select(FailedTries).where(FailedTries.digest == digest)
    found = session.scalars(query.with_for_update()).one()
    if now - found.since > _HOUR:
        found.count, found.since = 0, now
    return found
