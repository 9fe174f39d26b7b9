"""What customers send about cases: the payloads of `question`, `claim` and `case_message`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.feed.formats import DecimalText, Sha256Text

# PostgreSQL keeps no NUL, and a line has no control characters.
_LINE = r"^[^\x00-\x1f\x7f]*$"
Short = Annotated[str, Field(max_length=160, pattern=_LINE)]
Long = Annotated[str, Field(max_length=4000, pattern=r"^[^\x00]*$")]
Id = Annotated[str, Field(pattern="^[1-9][0-9]{0,17}$")]


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SentFile(_Sent):
    """A file that was uploaded; `kind` is the document that was asked for, or `other`."""

    sha256: Sha256Text
    name: Annotated[str, Field(max_length=160, pattern=r"^[^\x00]*$")]
    kind: Annotated[str, Field(pattern="^[a-z_]{1,40}$")] = "other"


Files = Annotated[list[SentFile], Field(max_length=20)]


class Question(_Sent):
    """A question in free words."""

    topic: Short
    subject: Annotated[str, Field(max_length=200, pattern=_LINE)]
    message: Long
    channel: Short
    files: Files = []


class Claim(_Sent):
    """A claim; what its subtype does not ask for is null. `amount` is minor units of the
    contract's currency. `truthful` is the declaration that what it says is so."""

    subtype: Short
    description: Long
    claimant: Short
    contact_name: Short
    contact_phone: Annotated[str, Field(max_length=40, pattern=_LINE)]
    truthful: bool
    invoices: Annotated[list[Id], Field(max_length=24)] = []
    concept: Short | None = None
    amount: Annotated[int, Field(ge=1, le=10**13)] | None = None
    reading: DecimalText | None = None
    reading_date: date | None = None
    period_from: date | None = None
    period_to: date | None = None
    incident: Short | None = None
    incident_date: date | None = None
    attention: Short | None = None
    person: Short | None = None
    meter_serial: Short | None = None
    request_number: Short | None = None
    account: Short | None = None
    files: Files = []


class MessageAction(StrEnum):
    """What a customer does with a case that exists."""

    REPLY = "reply"
    REOPEN = "reopen"
    RATE = "rate"
    CANCEL = "cancel"


class SentMessage(_Sent):
    """`case_id` is the entity's; `rating` is 1 (bad) to 5."""

    case_id: Id
    action: MessageAction
    message: Long = ""
    rating: Annotated[int, Field(ge=1, le=5)] | None = None
    files: Files = []
