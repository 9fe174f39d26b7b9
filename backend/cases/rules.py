"""What the utility has decided about questions and claims."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from backend.policies.rules import Rules

Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
Words = Annotated[str, Field(min_length=1, max_length=300)]
Days = Annotated[int, Field(ge=1, le=365)]


class ClaimField(StrEnum):
    """What a subtype may ask for beyond the description; the three last ones are documents."""

    INVOICES = "invoices"
    CONCEPT = "concept"
    AMOUNT = "amount"
    READING = "reading"
    READING_DATE = "reading_date"
    PERIOD_FROM = "period_from"
    PERIOD_TO = "period_to"
    INCIDENT = "incident"
    INCIDENT_DATE = "incident_date"
    ATTENTION = "attention"
    PERSON = "person"
    METER_SERIAL = "meter_serial"
    REQUEST_NUMBER = "request_number"
    ACCOUNT = "account"
    RECEIPT = "receipt"
    PHOTO = "photo"
    REPAIR_INVOICE = "repair_invoice"


DOCUMENTS = frozenset({ClaimField.RECEIPT, ClaimField.PHOTO, ClaimField.REPAIR_INVOICE})


class Named(BaseModel):
    """Something to choose, in the utility's words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Code
    label: Words


class Subtype(Named):
    """What a claim can be about. It asks for `required` and lets `optional` be told; `days` are
    the working days until the answer. One that `disputes` takes its invoices out of what can be
    demanded while it is open. `note` is told before it is sent."""

    required: tuple[ClaimField, ...] = ()
    optional: tuple[ClaimField, ...] = ()
    days: Days
    disputes: bool = False
    note: Annotated[str, Field(max_length=500)] = ""


class ClaimType(Named):
    """A group of subtypes."""

    subtypes: Annotated[tuple[Subtype, ...], Field(min_length=1)]


class CaseRules(Rules):
    """`question_days` and `reopen_days` (after the answer, once) and `reply_days` (of the customer
    whom something was asked) are working days; an invoice can be claimed until `claim_days` days
    after it was issued. `office` is the number of the office in the numbers of cases. Sizes are
    bytes, lengths characters."""

    area: ClassVar[str] = "cases"

    office: Annotated[str, Field(pattern="^[0-9]{2}$")]
    topics: Annotated[tuple[Named, ...], Field(min_length=1)]
    types: Annotated[tuple[ClaimType, ...], Field(min_length=1)]
    incidents: tuple[Named, ...] = ()
    attentions: tuple[Named, ...] = ()
    claimants: Annotated[tuple[Named, ...], Field(min_length=1)]
    channels: Annotated[tuple[Named, ...], Field(min_length=1)]
    question_days: Days
    reopen_days: Days
    reply_days: Days
    claim_days: Annotated[int, Field(ge=1, le=3650)]
    max_files: Annotated[int, Field(ge=1, le=20)]
    max_file_size: Annotated[int, Field(ge=1024, le=10 * 1024 * 1024)]
    subject_length: Annotated[int, Field(ge=20, le=200)]
    least_length: Annotated[int, Field(ge=1, le=200)]
    most_length: Annotated[int, Field(ge=200, le=4000)]
    declaration: Words
    regulator: Words
    regulator_text: Annotated[str, Field(max_length=1000)]

    @model_validator(mode="after")
    def _codes_are_unique(self) -> Self:
        subtypes = [subtype.code for kind in self.types for subtype in kind.subtypes]
        if len(set(subtypes)) != len(subtypes):
            raise ValueError("a subtype's code stands twice")
        return self

    def subtype(self, code: str) -> tuple[ClaimType, Subtype] | None:
        """A subtype with its type, by its code."""
        pairs = ((kind, subtype) for kind in self.types for subtype in kind.subtypes)
        return next((pair for pair in pairs if pair[1].code == code), None)


RULES = CaseRules
