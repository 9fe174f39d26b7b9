"""Queries about attachments."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from backend.base import insert_missing, table_of
from backend.blobs.models import Blob, BlobPart


def missing(session: Session, user_id: int, digests: Sequence[str]) -> str | None:
    """The first of `digests` that the user has not uploaded whole."""
    if not digests:
        return None
    query = select(Blob.sha256).where(
        Blob.user_id == user_id, Blob.sha256.in_(digests), Blob.complete
    )
    whole = set(session.scalars(query))
    return next((digest for digest in digests if digest not in whole), None)


def begun(session: Session, user_id: int, sha256: str, size: int, now: datetime) -> Blob:
    """The user's attachment, made if need be and locked until the transaction ends."""
    connection, table = session.connection(), table_of(Blob)
    statement = insert_missing(connection, table, "user_id", "sha256")
    row = {"user_id": user_id, "sha256": sha256, "size": size, "received": 0, "complete": False}
    connection.execute(statement, row | {"begun_at": now})
    return session.scalars(_own(user_id, sha256).with_for_update()).one()


def known(session: Session, user_id: int, sha256: str) -> Blob | None:
    """The user's attachment, as far as it has come."""
    return session.scalar(_own(user_id, sha256))


def stored_for(session: Session, user_id: int) -> int:
    """How many bytes the user's attachments have or will have."""
    return session.scalar(select(func.sum(Blob.size)).where(Blob.user_id == user_id)) or 0


def digest_and_beginning(session: Session, blob_id: int, length: int) -> tuple[str, bytes]:
    """sha256 of all that is there, and its first bytes."""
    digest, beginning = hashlib.sha256(), b""
    query = select(BlobPart.body).where(BlobPart.blob_id == blob_id).order_by(BlobPart.start)
    for body in session.scalars(query):
        digest.update(body)
        beginning += body[: length - len(beginning)]
    return digest.hexdigest(), beginning


def forget_parts(session: Session, blob_id: int) -> None:
    """Remove what has arrived."""
    session.execute(delete(BlobPart).where(BlobPart.blob_id == blob_id))


def forget_abandoned(session: Session, before: datetime) -> int:
    """Remove what was begun before that and never completed; how many uploads that were. An
    upload that goes on afterwards begins anew."""
    # Locked first: one that is completed at this moment is not among them any more.
    query = select(Blob).where(Blob.complete.is_(False), Blob.begun_at < before)
    abandoned = session.scalars(query.with_for_update()).all()
    for blob in abandoned:
        forget_parts(session, blob.id)
        session.delete(blob)
    return len(abandoned)


def _own(user_id: int, sha256: str) -> Select[Blob]:
    return select(Blob).where(Blob.user_id == user_id, Blob.sha256 == sha256)
