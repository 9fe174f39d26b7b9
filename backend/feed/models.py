"""Tables of the change feed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Instant


class FeedMeta(Base):
    """One row. `epoch` grows when the database was restored; `secret` keys the token digests."""

    __tablename__ = "feed_meta"
    __table_args__ = (CheckConstraint("only_row = 1", name="one_row"),)

    only_row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1)
    epoch: Mapped[int]
    schema_rev: Mapped[int]
    secret: Mapped[bytes] = mapped_column(LargeBinary)


class Scope(Base):
    """The counter of a scope: its id is the contract's, or 0 for the catalogue. The digest is a
    cache of the last page's proof, good while `digest_seq` equals `seq`."""

    __tablename__ = "scope"

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(Id, default=0)
    tomb_floor: Mapped[int] = mapped_column(Id, default=0)
    digest_seq: Mapped[int | None] = mapped_column(Id)
    digest_count: Mapped[int | None]
    digest: Mapped[str | None] = mapped_column(String(80))


class FeedEntry(Base):
    """The latest number that touched an entity in a scope.

    The key begins with the entity, not with the scope: publishing looks entities up, to find the
    scope that one has left. Readers go by (scope, seq).

    `body` holds the JSON bytes as they were built at publication. So a page is one range scan of
    one table, its bytes are the same on both engines, and a number always carries the body that
    its hash was taken of, even while later writers are at work.
    """

    __tablename__ = "feed"
    __table_args__ = (Index("feed_seq", "scope_id", "seq", unique=True),)

    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    entity_id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    scope_id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(Id)
    deleted: Mapped[bool] = mapped_column(default=False)
    body_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    changed_at: Mapped[datetime] = mapped_column(Instant)
