"""What the utility has decided about questions and claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ClaimField(StrEnum):
    """What a subtype may ask for; the three last ones are documents."""

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


@dataclass(frozen=True, slots=True)
class Named:
    """Something to choose, in the utility's words."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Subtype:
    """What a claim can be about; `days` are the working days until the answer. A field that this
    app does not know is left out of `required` and `optional`, and then `is_known` is False where
    it was required: the claim has to be made elsewhere."""

    code: str
    label: str
    required: tuple[ClaimField, ...]
    optional: tuple[ClaimField, ...]
    days: int
    disputes: bool
    note: str = ""
    is_known: bool = True

    @property
    def asked(self) -> tuple[ClaimField, ...]:
        """Every field, in the order in which a person would tell it."""
        return tuple(f for f in ClaimField if f in self.required or f in self.optional)


@dataclass(frozen=True, slots=True)
class ClaimType:
    """A group of subtypes."""

    code: str
    label: str
    subtypes: tuple[Subtype, ...]


@dataclass(frozen=True, slots=True)
class CaseRules:
    """`question_days`, `reopen_days` and `reply_days` are working days; `claim_days` are days
    after the issue of an invoice. Sizes are bytes, lengths characters."""

    topics: tuple[Named, ...]
    types: tuple[ClaimType, ...]
    incidents: tuple[Named, ...]
    attentions: tuple[Named, ...]
    claimants: tuple[Named, ...]
    channels: tuple[Named, ...]
    question_days: int
    reopen_days: int
    reply_days: int
    claim_days: int
    max_files: int
    max_file_size: int
    subject_length: int
    least_length: int
    most_length: int
    declaration: str
    regulator: str
    regulator_text: str

    def subtype(self, code: str) -> tuple[ClaimType, Subtype] | None:
        """A subtype with its type, by its code."""
        pairs = ((kind, subtype) for kind in self.types for subtype in kind.subtypes)
        return next((pair for pair in pairs if pair[1].code == code), None)
