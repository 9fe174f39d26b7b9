"""Queries about the catalogue."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.feed.models import FeedEntry
from backend.feed.wire import CATALOGUE


def utility_body(session: Session) -> bytes | None:
    """The profile as the feed publishes it, to the byte; None before one was loaded."""
    return session.scalar(
        select(FeedEntry.body).where(
            FeedEntry.kind == "utility", FeedEntry.scope_id == CATALOGUE, ~FeedEntry.deleted
        )
    )
