"""Giving out links and taking them back."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from backend.links.models import OneTimeLink
from backend.mail.outbound import SERVICE

# Old links say "used or expired" for a while; then nobody asks any more.
_KEPT = timedelta(days=90)


def digest_of(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


def issue(session: Session, now: datetime, purpose: str, subject: str, valid: timedelta) -> str:
    """The token of a new link, good for one use until `valid` has passed."""
    session.execute(delete(OneTimeLink).where(OneTimeLink.expires_at < now - _KEPT))
    token = secrets.token_urlsafe(32)
    link = OneTimeLink(
        digest=digest_of(token),
        purpose=purpose,
        subject=subject,
        created_at=now,
        expires_at=now + valid,
    )
    session.add(link)
    return token


def address(token: str) -> str:
    """The link as it is written into mail; its host is filled in on delivery."""
    return f"{SERVICE}/c/{token}"


def withdraw(session: Session, purpose: str, subject: str) -> None:
    """Make every link of this purpose about this subject useless."""
    session.execute(
        delete(OneTimeLink).where(OneTimeLink.purpose == purpose, OneTimeLink.subject == subject)
    )
