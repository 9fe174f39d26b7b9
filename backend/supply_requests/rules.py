"""What the utility has decided about supply requests."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from backend.contracts.models import CutReason
from backend.policies.rules import Rules
from backend.registration.rules import Check

Code = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{0,39}$")]
Words = Annotated[str, Field(min_length=1, max_length=200)]
Hour = Annotated[str, Field(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Days = Annotated[int, Field(ge=0, le=365)]


class FeeWhen(StrEnum):
    """When the fee is charged."""

    NEXT_BILL = "next_bill"
    PREPAID = "prepaid"


class DebtPolicy(StrEnum):
    """What the outgoing holder's debt means for a change of holder."""

    BLOCKED = "blocked"
    ASSUMED = "assumed"  # the new holder may take it over


class PersonType(StrEnum):
    """Who the new holder is in law."""

    PERSON = "person"
    COMPANY = "company"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Option(_Part):
    """One thing to choose from; the code is what is sent."""

    code: Code
    label: Words


class Slot(_Part):
    """When a crew may come, in the utility's time."""

    code: Code
    starts: Hour
    ends: Hour


class CutRule(_Part):
    """How one reason of a cut is undone. `documents` are asked for beside the fitter's
    certificate; `text` tells what to do where it is not taken online."""

    reason: CutReason
    online: bool = True
    certificate: bool = False
    documents: tuple[Code, ...] = ()
    text: str = ""


class ReconnectionRules(_Part):
    """`fee` in minor units of the utility's currency. `days_to_execute`, `first_day` and
    `last_day` count working days from the request."""

    fee: Annotated[int, Field(ge=0)]
    fee_when: FeeWhen
    days_to_execute: Days
    first_day: Days
    last_day: Days
    days_to_remedy: Days
    slots: Annotated[tuple[Slot, ...], Field(min_length=1)]
    cuts: tuple[CutRule, ...]
    declaration: str
    warning: str


class ChangeReason(Option):
    """Why the holder changes: documents that prove it, and whether the outgoing one is asked."""

    documents: tuple[Code, ...] = ()
    acceptance: bool = True


class DocumentType(Option):
    """A kind of identity document, and who has it. `check` is how its number is checked."""

    person_type: PersonType
    check: Check


class Terms(_Part):
    """What is agreed to, word by word."""

    version: Words
    text: Annotated[str, Field(min_length=1, max_length=4000)]


class HolderChangeRules(_Part):
    """Days are working days, but for `max_days_ahead` and `days_to_pay_debt`
    (of a debt that was taken over), which are the calendar's."""

    reasons: Annotated[tuple[ChangeReason, ...], Field(min_length=1)]
    links: Annotated[tuple[Option, ...], Field(min_length=1)]
    document_types: Annotated[tuple[DocumentType, ...], Field(min_length=1)]
    person_documents: tuple[Code, ...] = ()
    company_documents: tuple[Code, ...] = ()
    debt: DebtPolicy
    needs_reading: bool
    days_to_accept: Days
    days_to_remedy: Days
    max_days_ahead: Days
    days_to_pay_debt: Days = 14
    terms: Terms


class SupplyRequestRules(Rules):
    """Either procedure may be missing: then it is not offered."""

    area: ClassVar[str] = "supply_requests"

    documents: tuple[Option, ...]
    reconnection: ReconnectionRules | None = None
    holder_change: HolderChangeRules | None = None

    @model_validator(mode="after")
    def _documents_are_named(self) -> Self:
        known = {document.code for document in self.documents}
        used: set[str] = set()
        if self.reconnection is not None:
            used.update(*(cut.documents for cut in self.reconnection.cuts))
            used.update({CERTIFICATE} if any(c.certificate for c in self.reconnection.cuts) else ())
        if self.holder_change is not None:
            change = self.holder_change
            used.update(change.person_documents, change.company_documents)
            used.update(*(reason.documents for reason in change.reasons))
        if used - known:
            raise ValueError(f"documents without a label: {', '.join(sorted(used - known))}")
        return self

    def label(self, document: str) -> str:
        """A document's name for people."""
        return next((d.label for d in self.documents if d.code == document), document)


CERTIFICATE = "fitter_certificate"
RULES = SupplyRequestRules
