"""Tables of attachments."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Instant


class Blob(Base):
    """The bytes whose digest is `sha256`, as far as one user has uploaded them: `received` of
    `size`. `media_type` is what the bytes say, known with the first part."""

    __tablename__ = "blob"
    __table_args__ = (UniqueConstraint("user_id", "sha256"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id", ondelete="CASCADE"))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    received: Mapped[int] = mapped_column(default=0)
    media_type: Mapped[str | None] = mapped_column(String(80))
    complete: Mapped[bool] = mapped_column(default=False)
    begun_at: Mapped[datetime] = mapped_column(Instant)


class BlobPart(Base):
    """One part as it arrived. Parts are kept apart: to append to a growing value would write all
    of it again with each part."""

    __tablename__ = "blob_part"

    blob_id: Mapped[int] = mapped_column(
        ForeignKey("blob.id", ondelete="CASCADE"), primary_key=True
    )
    start: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    body: Mapped[bytes] = mapped_column(LargeBinary)
