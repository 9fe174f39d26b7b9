"""Requests to receive the bills in another way, which together are the history of a contract."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Instant, words
from backend.feed.sources import entity


class DeliveryChannel(StrEnum):
    """How the bills come."""

    EMAIL = "email"
    PAPER = "paper"


class DeliveryStatus(StrEnum):
    """How far a request has got. One that is `confirmed` is in force from `effective_from` until
    `ends_on`."""

    UNCONFIRMED = "unconfirmed"  # nobody has opened the link in the mail yet
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"  # another one came before it was confirmed or in force
    SUSPENDED = "suspended"  # the address sent too much back: the bills come on paper


class Delivery(Base):
    """One request. `first_reading` is the day of the reading whose bill is the first to come that
    way, `effective_from` the day of that bill; `is_late` tells that the paper of the bill before
    had been printed already. `consent_text` is what the customer agreed to, word by word. A
    contract without rows receives paper."""

    __tablename__ = "delivery"
    __feed__ = entity("delivery")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(
        ForeignKey("contract.id", ondelete="CASCADE"), index=True
    )
    requested_by: Mapped[str] = mapped_column(String(80))
    requested_at: Mapped[datetime] = mapped_column(Instant)
    channel: Mapped[DeliveryChannel] = mapped_column(words(DeliveryChannel))
    email: Mapped[str] = mapped_column(String(254), default="")
    second_email: Mapped[str] = mapped_column(String(254), default="")
    postal_address: Mapped[str] = mapped_column(String(200), default="")
    status: Mapped[DeliveryStatus] = mapped_column(words(DeliveryStatus))
    consent_version: Mapped[str] = mapped_column(String(40), default="")
    consent_text: Mapped[str] = mapped_column(Text, default="")
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    first_reading: Mapped[date | None]
    effective_from: Mapped[date | None]
    is_late: Mapped[bool] = mapped_column(default=False)
    ends_on: Mapped[date | None]
    bounces: Mapped[int] = mapped_column(default=0)
    suspended_on: Mapped[date | None]
    origin_op_id: Mapped[str | None] = mapped_column(String(36))
