"""Queueing mail."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from backend.mail.models import Mail

# Which address customers reach this service at is known to who delivers, not to who writes.
SERVICE = "[[service]]"

QUEUED = "mail queued"
"""Key in `Session.info` that tells `Database.writing` to wake who delivers."""


def queue(session: Session, now: datetime, *, to: str, subject: str, text: str) -> Mail:
    """Send `text` to one address once the transaction has committed; nothing is sent if it does
    not. Links are written with `backend.links.issuing.address`."""
    mail = Mail(recipient=to, subject=subject, text=text, created_at=now, due_at=now)
    session.add(mail)
    session.info[QUEUED] = True
    return mail
