"""Cases with their thread. Amounts are minor units."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.base import Base
from backend.columns import Id, Instant, Minor, words
from backend.contracts.models import Contract
from backend.documents.models import Document
from backend.feed.sources import entity, part
from backend.invoices.models import Invoice


class CaseKind(StrEnum):
    """A question in free words, or a claim with its legal deadline."""

    QUESTION = "question"
    CLAIM = "claim"


class CaseStatus(StrEnum):
    """How far a case has come."""

    ENTERED = "entered"
    IN_ANALYSIS = "in_analysis"
    AWAITING_CUSTOMER = "awaiting_customer"
    IN_INSPECTION = "in_inspection"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    DUPLICATE = "duplicate"
    ESCALATED = "escalated"

    @property
    def is_open(self) -> bool:
        """Whether the utility owes an answer, or waits for one of the customer's."""
        return self in OPEN


OPEN = (
    CaseStatus.ENTERED,
    CaseStatus.IN_ANALYSIS,
    CaseStatus.AWAITING_CUSTOMER,
    CaseStatus.IN_INSPECTION,
    CaseStatus.REOPENED,
    CaseStatus.ESCALATED,
)


class CaseOutcome(StrEnum):
    """What was decided."""

    ANSWERED = "answered"
    UPHELD = "upheld"
    DISMISSED = "dismissed"
    NOT_ACTIONABLE = "not_actionable"


class CaseClock(StrEnum):
    """Whether the days of the deadline are counted."""

    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


class Author(StrEnum):
    """Who wrote a message."""

    CUSTOMER = "customer"
    UTILITY = "utility"
    SYSTEM = "system"


class MessageKind(StrEnum):
    """What a message is in the life of its case."""

    OPENING = "opening"
    MESSAGE = "message"
    INFORMATION_REQUEST = "information_request"
    STATUS = "status"
    ANSWER = "answer"
    REOPENING = "reopening"
    NOTE = "note"


class Case(Base):
    """`details` is JSON of what its subtype asked for. `due_on` is the deadline, counted in
    working days; while the clock is paused `days_left` says what is left of it, and the customer
    has until `reply_by`. `amount_held` cannot be demanded while it is open. `type`, `subtype` and
    `topic` are words of the utility's as they were when it was opened."""

    __tablename__ = "customer_case"  # CASE is a word of SQL
    __feed__ = entity("case")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[CaseKind] = mapped_column(words(CaseKind))
    code: Mapped[str] = mapped_column(String(40))
    type: Mapped[str] = mapped_column(String(300), default="")
    about: Mapped[str] = mapped_column(String(300))
    subject: Mapped[str] = mapped_column(String(200), default="")
    status: Mapped[CaseStatus] = mapped_column(words(CaseStatus), default=CaseStatus.ENTERED)
    outcome: Mapped[CaseOutcome | None] = mapped_column(words(CaseOutcome))
    channel: Mapped[str] = mapped_column(String(300), default="")
    claimant: Mapped[str] = mapped_column(String(300), default="")
    contact_name: Mapped[str] = mapped_column(String(160), default="")
    contact_phone: Mapped[str] = mapped_column(String(40), default="")
    details: Mapped[str] = mapped_column(Text, default="{}")
    currency: Mapped[str] = mapped_column(String(3))
    amount_claimed: Mapped[int | None] = mapped_column(Minor)
    amount_held: Mapped[int] = mapped_column(Minor, default=0)
    opened_at: Mapped[datetime] = mapped_column(Instant)
    days: Mapped[int]
    due_on: Mapped[date]
    clock: Mapped[CaseClock] = mapped_column(words(CaseClock), default=CaseClock.RUNNING)
    days_left: Mapped[int | None]
    reply_by: Mapped[date | None]
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    reopen_by: Mapped[date | None]
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    reopened: Mapped[bool] = mapped_column(default=False)
    satisfaction: Mapped[int | None]
    assigned_to: Mapped[str] = mapped_column(String(80), default="")
    origin_op_id: Mapped[str | None] = mapped_column(String(36))

    contract: Mapped[Contract] = relationship()
    messages: Mapped[list[CaseMessage]] = relationship(
        order_by="CaseMessage.id", cascade="all, delete-orphan"
    )
    invoices: Mapped[list[CaseInvoice]] = relationship(
        order_by="CaseInvoice.id", cascade="all, delete-orphan"
    )


class CaseInvoice(Base):
    """An invoice that a case is about; `held` is what of it cannot be demanded meanwhile."""

    __tablename__ = "case_invoice"
    __table_args__ = (UniqueConstraint("case_id", "invoice_id"),)
    __feed__ = part("case", by="case_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("customer_case.id", ondelete="CASCADE"))
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id"), index=True)
    held: Mapped[int] = mapped_column(Minor, default=0)

    invoice: Mapped[Invoice] = relationship()


class CaseMessage(Base):
    """One message of the thread. An internal one is for the office only: no customer sees it."""

    __tablename__ = "case_message"
    __feed__ = part("case", by="case_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    case_id: Mapped[int] = mapped_column(
        ForeignKey("customer_case.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime] = mapped_column(Instant)
    author: Mapped[Author] = mapped_column(words(Author))
    kind: Mapped[MessageKind] = mapped_column(words(MessageKind), default=MessageKind.MESSAGE)
    body: Mapped[str] = mapped_column(Text, default="")
    is_internal: Mapped[bool] = mapped_column(default=False)
    clerk: Mapped[str] = mapped_column(String(80), default="")
    origin_op_id: Mapped[str | None] = mapped_column(String(36))

    attachments: Mapped[list[CaseAttachment]] = relationship(
        order_by="CaseAttachment.id", cascade="all, delete-orphan"
    )


class CaseAttachment(Base):
    """A file of a message. `kind` is a document that the subtype asked for, or `other`."""

    __tablename__ = "case_attachment"
    __feed__ = part("case", by="case_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    case_id: Mapped[int] = mapped_column(
        ForeignKey("customer_case.id", ondelete="CASCADE"), index=True
    )
    message_id: Mapped[int] = mapped_column(
        ForeignKey("case_message.id", ondelete="CASCADE"), index=True
    )
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    name: Mapped[str] = mapped_column(String(160))
    kind: Mapped[str] = mapped_column(String(40))

    document: Mapped[Document] = relationship()
