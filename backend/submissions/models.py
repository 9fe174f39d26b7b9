"""What was sent, and what was answered, for ever."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Instant, words


class State(StrEnum):
    """What was decided. Nothing waits: the row and its effect are one transaction."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Submission(Base):
    """One submission. `op_id` is the sender's and never expires: an outbox may wait for weeks in
    a drawer. `body` and `answer` are bytes as they were on the wire; `sha256` is of `body`.

    The row is inserted before anything is decided, so that a second request with the same id
    waits for the first. `status` is 0 only within that transaction.
    """

    __tablename__ = "submission"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    op_id: Mapped[str] = mapped_column(String(36), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"), index=True)
    scope_id: Mapped[int] = mapped_column(Id, index=True)
    kind: Mapped[str] = mapped_column(String(40))
    schema_rev: Mapped[int]
    sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    body: Mapped[bytes] = mapped_column(LargeBinary)
    received_at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[State] = mapped_column(words(State), default=State.REJECTED)
    status: Mapped[int] = mapped_column(default=0)
    reference: Mapped[str | None] = mapped_column(String(40), unique=True)
    answer: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
