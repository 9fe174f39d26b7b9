"""Body of `case`. Amounts are minor units."""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict

from backend.cases.models import (
    Author,
    CaseClock,
    CaseKind,
    CaseOutcome,
    CaseStatus,
    MessageKind,
)
from backend.feed.formats import InstantText
from backend.invoices.schemas import DocumentBody


class DetailBody(BaseModel):
    """What the subtype asked for, as text."""

    model_config = ConfigDict(extra="forbid")

    field: str
    value: str


class CaseInvoiceBody(BaseModel):
    """An invoice that it is about."""

    model_config = ConfigDict(extra="forbid")

    id: str
    number: str
    held: int


class AttachmentBody(BaseModel):
    """A file of a message."""

    model_config = ConfigDict(extra="forbid")

    name: str
    kind: str
    document: DocumentBody


class MessageBody(BaseModel):
    """One message of the thread."""

    model_config = ConfigDict(extra="forbid")

    id: str
    at: InstantText
    author: Author
    kind: MessageKind
    body: str
    attachments: list[AttachmentBody]
    origin_op_id: str | None


class CaseBody(BaseModel):
    """A question or a claim as it stands."""

    model_config = ConfigDict(extra="forbid")

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
    details: list[DetailBody]
    currency: str
    amount_claimed: int | None
    amount_held: int
    opened_at: InstantText
    days: int
    due_on: datetime.date
    clock: CaseClock
    days_left: int | None
    reply_by: datetime.date | None
    answered_at: InstantText | None
    reopen_by: datetime.date | None
    closed_at: InstantText | None
    reopened: bool
    satisfaction: int | None
    invoices: list[CaseInvoiceBody]
    messages: list[MessageBody]
    origin_op_id: str | None
