"""Mail that waits, and what became of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Instant, words


class MailState(StrEnum):
    """`failed`: the address was refused, or nobody took it for days."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


class Mail(Base):
    """A message in plain text. `due_at` is when it is tried next; `failure` names what went wrong
    the last time. The text is forgotten once it is delivered, unless the settings keep it: it may
    hold links that open an account."""

    __tablename__ = "mail"
    __table_args__ = (Index("mail_due", "state", "due_at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    recipient: Mapped[str] = mapped_column(String(254), index=True)
    subject: Mapped[str] = mapped_column(String(160))
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[MailState] = mapped_column(words(MailState), default=MailState.QUEUED)
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    failure: Mapped[str] = mapped_column(String(80), default="")
