"""Attempts to pay, the money that banks say arrived, and what the office has to decide."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.banks.models import Bank
from backend.base import Base
from backend.columns import Id, Instant, Minor, words
from backend.feed.sources import entity, part


class IntentState(StrEnum):
    """Where an attempt stands. `paid` follows from any other, for money is never dropped."""

    CREATED = "created"
    REDIRECTED = "redirected"
    PENDING = "pending"
    PAID = "paid"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


OPEN = (IntentState.CREATED, IntentState.REDIRECTED, IntentState.PENDING)


class Review(StrEnum):
    """Why the office has to look: money that came `late`, `twice`, `short`, `over`, for what
    is no longer owed (`not_owed`), in another `currency` or for an `unknown_order`, or an order
    that the bank never answers (`unanswered`)."""

    LATE = "late"
    TWICE = "twice"
    SHORT = "short"
    OVER = "over"
    NOT_OWED = "not_owed"
    CURRENCY = "currency"
    UNKNOWN_ORDER = "unknown_order"
    UNANSWERED = "unanswered"


class Decision(StrEnum):
    """What the office made of it."""

    OPEN = "open"
    CREDITED = "credited"
    REFUNDED = "refunded"
    CLOSED = "closed"


class PaymentIntent(Base):
    """One press of "Ir al banco". `pay_id` was made by the app, `body_sha256` is of what it asked
    for; `bank_order` is the bank's id, `bank_url` its page; `reason` says why it failed."""

    __tablename__ = "payment_intent"
    __table_args__ = (UniqueConstraint("bank_id", "bank_order"),)
    __feed__ = entity("payment")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    pay_id: Mapped[str] = mapped_column(String(36), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"), index=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    body_sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    currency: Mapped[str] = mapped_column(String(3))
    amount: Mapped[int] = mapped_column(Minor)
    state: Mapped[IntentState] = mapped_column(words(IntentState), index=True)
    reason: Mapped[str] = mapped_column(String(40), default="")
    created_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    bank_order: Mapped[str | None] = mapped_column(String(80))
    bank_url: Mapped[str] = mapped_column(String(500), default="")

    bank: Mapped[Bank] = relationship()
    items: Mapped[list[PaymentItem]] = relationship(
        order_by="PaymentItem.position", cascade="all, delete-orphan"
    )


class PaymentItem(Base):
    """A debt that an attempt is to pay. While it `is_open`, nobody else may pay that debt; of
    `amount`, `credited` has been."""

    __tablename__ = "payment_item"
    __table_args__ = (
        Index(
            "one_open_intent",
            "target",
            "target_id",
            unique=True,
            sqlite_where=text("is_open"),
            postgresql_where=text("is_open"),
        ),
    )
    __feed__ = part("payment", by="intent_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    intent_id: Mapped[int] = mapped_column(
        ForeignKey("payment_intent.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    target: Mapped[str] = mapped_column(String(16))
    target_id: Mapped[int] = mapped_column(Id)
    label: Mapped[str] = mapped_column(String(80))
    amount: Mapped[int] = mapped_column(Minor)
    credited: Mapped[int] = mapped_column(Minor, default=0)
    is_open: Mapped[bool] = mapped_column(default=True)


class BankTransaction(Base):
    """Money that a bank says arrived. `payment_id` is what it became in the books; an order that
    nobody knows becomes none until the office says whose it is."""

    __tablename__ = "bank_transaction"
    __table_args__ = (UniqueConstraint("bank_id", "transaction_id"),)
    __feed__ = part("payment", by="intent_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    transaction_id: Mapped[str] = mapped_column(String(80))
    bank_order: Mapped[str] = mapped_column(String(80))
    intent_id: Mapped[int | None] = mapped_column(ForeignKey("payment_intent.id"), index=True)
    payment_id: Mapped[int | None] = mapped_column(ForeignKey("payment.id"), index=True)
    currency: Mapped[str] = mapped_column(String(3))
    amount: Mapped[int] = mapped_column(Minor)
    at: Mapped[datetime] = mapped_column(Instant)
    arrived_at: Mapped[datetime] = mapped_column(Instant)
    source: Mapped[str] = mapped_column(String(16))


class PaymentReview(Base):
    """A task of the office. `amount` is the money that has no debt to go to."""

    __tablename__ = "payment_review"
    __feed__ = part("payment", by="intent_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    intent_id: Mapped[int | None] = mapped_column(ForeignKey("payment_intent.id"), index=True)
    transaction_id: Mapped[int | None] = mapped_column(ForeignKey("bank_transaction.id"))
    reason: Mapped[Review] = mapped_column(words(Review))
    amount: Mapped[int] = mapped_column(Minor, default=0)
    decision: Mapped[Decision] = mapped_column(words(Decision), default=Decision.OPEN, index=True)
    opened_at: Mapped[datetime] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    note: Mapped[str] = mapped_column(String(200), default="")
