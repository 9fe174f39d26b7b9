"""Queueing mail."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from backend.mail.models import Mail, MailState

# Which address customers reach this service at is known to who delivers, not to who writes.
SERVICE = "[[service]]"

# Who was written to is nobody's business after that.
_KEPT = timedelta(days=90)

QUEUED = "mail queued"
"""Key in `Session.info` that tells `Database.writing` to wake who delivers."""


def queue(session: Session, now: datetime, *, to: str, subject: str, text: str) -> Mail:
    """Send `text` to one address once the transaction has committed; nothing is sent if it does
    not. Links are written with `backend.links.issuing.address`."""
    over = (Mail.state != MailState.QUEUED) & (Mail.created_at < now - _KEPT)
    session.execute(delete(Mail).where(over))
    mail = Mail(recipient=to, subject=subject, text=text, created_at=now, due_at=now)
    session.add(mail)
    session.info[QUEUED] = True
    return mail
