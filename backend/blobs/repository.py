"""Queries about attachments."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.blobs.models import Blob


def missing(session: Session, user_id: int, digests: Sequence[str]) -> str | None:
    """The first of `digests` that the user has not uploaded whole."""
    if not digests:
        return None
    query = select(Blob.sha256).where(
        Blob.user_id == user_id, Blob.sha256.in_(digests), Blob.complete
    )
    whole = set(session.scalars(query))
    return next((digest for digest in digests if digest not in whole), None)
