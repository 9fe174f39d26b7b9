"""What a utility has decided about supply requests, and the days that it offers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.contracts import CutReason
from desktop.domain.supply_requests import PersonType
from desktop.domain.workdays import Calendar

CERTIFICATE = "fitter_certificate"


class FeeWhen(StrEnum):
    """When the fee is charged."""

    NEXT_BILL = "next_bill"
    PREPAID = "prepaid"


class DebtPolicy(StrEnum):
    """What the outgoing holder's debt means for a change of holder."""

    BLOCKED = "blocked"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Named:
    """Something to choose from; the code is what is sent."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Slot:
    """When a crew may come, in the utility's time."""

    code: str
    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class CutRule:
    """How one reason of a cut is undone; `text` tells what to do where it is not taken online."""

    reason: CutReason
    online: bool = True
    certificate: bool = False
    documents: tuple[str, ...] = ()
    text: str = ""

    @property
    def wanted(self) -> tuple[str, ...]:
        """Codes of the documents that are asked for."""
        return (*((CERTIFICATE,) if self.certificate else ()), *self.documents)


@dataclass(frozen=True, slots=True)
class ReconnectionRules:
    """`fee` in minor units; `days_to_execute`, `first_day` and `last_day` are working days."""

    fee: int
    fee_when: FeeWhen
    days_to_execute: int
    first_day: int
    last_day: int
    days_to_remedy: int
    slots: tuple[Slot, ...]
    cuts: tuple[CutRule, ...]
    declaration: str
    warning: str

    def of_cut(self, reason: CutReason) -> CutRule:
        """How this cut is undone; one that nothing is said about is not taken online."""
        known = next((cut for cut in self.cuts if cut.reason is reason), None)
        return known or CutRule(reason, online=False)

    def days(self, today: date, calendar: Calendar) -> tuple[date, ...]:
        """The working days on which a visit can be asked for, from `today` on."""
        found: list[date] = []
        day, count = today, 0
        if self.first_day == 0 and calendar.is_working(today):
            found.append(today)
        while count < self.last_day:
            day += timedelta(days=1)
            if calendar.is_working(day):
                count += 1
                if count >= self.first_day:
                    found.append(day)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ChangeReason:
    """Why the holder changes: what proves it, and whether the outgoing one is asked."""

    code: str
    label: str
    documents: tuple[str, ...]
    acceptance: bool


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of identity document, who has it, and how its number is checked."""

    code: str
    label: str
    person_type: PersonType
    check: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed to."""

    version: str
    text: str


@dataclass(frozen=True, slots=True)
class HolderChangeRules:
    """Days to accept and to remedy are working days, `max_days_ahead` the calendar's."""

    reasons: tuple[ChangeReason, ...]
    links: tuple[Named, ...]
    document_types: tuple[DocumentType, ...]
    person_documents: tuple[str, ...]
    company_documents: tuple[str, ...]
    debt: DebtPolicy
    needs_reading: bool
    days_to_accept: int
    days_to_remedy: int
    max_days_ahead: int
    terms: Terms

    def reason(self, code: str) -> ChangeReason | None:
        """The reason of this code."""
        return next((reason for reason in self.reasons if reason.code == code), None)

    def types_of(self, person_type: PersonType) -> tuple[DocumentType, ...]:
        """The identity documents that such a person may have."""
        return tuple(d for d in self.document_types if d.person_type is person_type)

    def wanted(self, reason_code: str, person_type: PersonType) -> tuple[str, ...]:
        """Codes of the documents that are asked for, each once."""
        is_company = person_type is PersonType.COMPANY
        common = self.company_documents if is_company else self.person_documents
        reason = self.reason(reason_code)
        return tuple(dict.fromkeys((*common, *(reason.documents if reason else ()))))


@dataclass(frozen=True, slots=True)
class SupplyRules:
    """Either procedure may be missing: then it is not offered."""

    documents: tuple[Named, ...]
    reconnection: ReconnectionRules | None
    holder_change: HolderChangeRules | None

    def label(self, document: str) -> str:
        """A document's name for people."""
        return next((d.label for d in self.documents if d.code == document), document)
