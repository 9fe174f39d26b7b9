"""Requests that waited for somebody longer than the rules allow."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.links.issuing import withdraw
from backend.supply_requests.acceptance import PURPOSE
from backend.supply_requests.facts import today
from backend.supply_requests.life import step
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.words import Status

_WAITING = (Status.PENDING_ACCEPTANCE, Status.OBSERVED)


def expire(session: Session, now: datetime) -> list[str]:
    """End them; their numbers."""
    query = select(SupplyRequest).where(
        SupplyRequest.status.in_(_WAITING), SupplyRequest.until < today(session, now)
    )
    found = session.scalars(query.order_by(SupplyRequest.id).with_for_update()).all()
    for request in found:
        step(request, Status.EXPIRED, now)
        withdraw(session, PURPOSE, str(request.id))
    return [request.number for request in found]
