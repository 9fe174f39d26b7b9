"""Notices of the utility."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Instant, words
from backend.feed.sources import entity


class NoticeKind(StrEnum):
    """What a notice is about."""

    OUTAGE = "outage"  # a planned or present interruption
    SERVICE = "service"  # works, visits, ways to pay
    NEWS = "news"


class Notice(Base):
    """One notice; without a contract it is for everybody. It is shown until `ends_at`, always
    where there is none; a withdrawn one has no row. `starts_at` is when what it tells begins.
    `page` is the key of the app's page that it leads to, or empty."""

    __tablename__ = "notice"
    __feed__ = entity("notice")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int | None] = mapped_column(
        ForeignKey("contract.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[NoticeKind] = mapped_column(words(NoticeKind))
    title: Mapped[str] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(Text)
    page: Mapped[str] = mapped_column(String(40), default="")
    published_at: Mapped[datetime] = mapped_column(Instant)
    starts_at: Mapped[datetime | None] = mapped_column(Instant)
    ends_at: Mapped[datetime | None] = mapped_column(Instant)
