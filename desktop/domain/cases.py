"""Questions and claims, with their thread and their deadline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.invoices import DocumentRef
from desktop.domain.money import Money
from desktop.domain.workdays import Calendar


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
        return self in _OPEN


_OPEN = frozenset(
    {
        CaseStatus.ENTERED,
        CaseStatus.IN_ANALYSIS,
        CaseStatus.AWAITING_CUSTOMER,
        CaseStatus.IN_INSPECTION,
        CaseStatus.REOPENED,
        CaseStatus.ESCALATED,
    }
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


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a message; `kind` is the document that was asked for, or `other`."""

    name: str
    kind: str
    document: DocumentRef


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the thread. `at` is UTC."""

    id: str
    at: datetime
    author: Author
    kind: MessageKind
    body: str
    attachments: tuple[Attachment, ...] = ()
    origin_op_id: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimedInvoice:
    """An invoice that a case is about; `held` cannot be demanded while it is open."""

    id: str
    number: str
    held: Money


@dataclass(frozen=True, slots=True)
class Detail:
    """What the subtype asked for: the field's name and its value as text."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Case:
    """A question or a claim as it stands.

    `type` and `about` are the utility's words (a question has its topic in `about` and a
    `subject`). `days` are the working days of the deadline `due_on`; while the clock is paused
    `days_left` of them are left and the customer has until `reply_by`. It can be reopened until
    `reopen_by`. Instants are UTC.
    """

    id: str
    contract_id: str
    number: str
    kind: CaseKind
    code: str
    type: str
    about: str
    subject: str
    status: CaseStatus
    outcome: CaseOutcome | None
    channel: str
    claimant: str
    contact_name: str
    contact_phone: str
    details: tuple[Detail, ...]
    amount_claimed: Money | None
    amount_held: Money
    opened_at: datetime
    days: int
    due_on: date
    clock: CaseClock
    days_left: int | None
    reply_by: date | None
    answered_at: datetime | None
    reopen_by: date | None
    closed_at: datetime | None
    reopened: bool
    satisfaction: int | None
    invoices: tuple[ClaimedInvoice, ...]
    messages: tuple[Message, ...]
    origin_op_id: str | None

    def left(self, today: date, calendar: Calendar) -> int | None:
        """Working days until the deadline, negative after it; None once no answer is owed."""
        if self.clock is CaseClock.STOPPED:
            return None
        if self.clock is CaseClock.PAUSED:
            return self.days_left
        return calendar.between(today, self.due_on)

    def can_reply(self) -> bool:
        """Whether a message would be taken."""
        return self.status.is_open

    def can_reopen(self, today: date) -> bool:
        """Whether the customer may ask for it to be looked at again."""
        is_answered = self.status is CaseStatus.RESOLVED and not self.reopened
        return is_answered and self.reopen_by is not None and today <= self.reopen_by

    def can_rate(self) -> bool:
        """Whether the answer may still be rated."""
        return self.answered_at is not None and self.satisfaction is None

    @property
    def may_go_to_regulator(self) -> bool:
        """Whether the customer has what the regulator asks for: the utility's number, and its
        answer or its silence."""
        is_claim = self.kind is CaseKind.CLAIM
        return is_claim and self.status not in (CaseStatus.CANCELLED, CaseStatus.DUPLICATE)


def is_case_number(text: str) -> bool:
    """Whether `text` is a case's number, `2026-00-000117-8`, with the right check digit
    (ISO 7064 mod 11,10)."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{6}-\d", text) or not text.isascii():
        return False
    check = 5
    for digit in text.replace("-", "")[:-1]:
        check = ((((check or 10) * 2) % 11) + int(digit)) % 10
    return (((check or 10) * 2) % 11 + int(text[-1])) % 10 == 1
