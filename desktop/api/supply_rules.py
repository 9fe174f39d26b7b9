"""The utility's rules for supply requests as they stand on the wire."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from desktop.api.fields import Minor
from desktop.domain import supply_rules as d
from desktop.domain.contracts import CutReason
from desktop.domain.supply_requests import PersonType

Days = Annotated[int, Meta(ge=0, le=365)]
Code = Annotated[str, Meta(min_length=1, max_length=40)]


class Named(Struct, frozen=True):
    """Something to choose from."""

    code: Code
    label: str

    def domain(self) -> d.Named:
        """The domain object."""
        return d.Named(self.code, self.label)


class Slot(Struct, frozen=True):
    """When a crew may come."""

    code: Code
    starts: str
    ends: str


class CutRule(Struct, frozen=True):
    """How one reason of a cut is undone."""

    reason: CutReason
    online: bool
    certificate: bool
    documents: list[Code]
    text: str


class ReconnectionRules(Struct, frozen=True):
    """Member `reconnection`."""

    fee: Minor
    fee_when: d.FeeWhen
    days_to_execute: Days
    first_day: Days
    last_day: Days
    days_to_remedy: Days
    slots: list[Slot]
    cuts: list[CutRule]
    declaration: str
    warning: str

    def domain(self) -> d.ReconnectionRules:
        """The domain object."""
        return d.ReconnectionRules(
            fee=self.fee,
            fee_when=self.fee_when,
            days_to_execute=self.days_to_execute,
            first_day=self.first_day,
            last_day=self.last_day,
            days_to_remedy=self.days_to_remedy,
            slots=tuple(d.Slot(s.code, s.starts, s.ends) for s in self.slots),
            cuts=tuple(
                d.CutRule(c.reason, c.online, c.certificate, tuple(c.documents), c.text)
                for c in self.cuts
            ),
            declaration=self.declaration,
            warning=self.warning,
        )


class ChangeReason(Struct, frozen=True):
    """Why the holder changes."""

    code: Code
    label: str
    documents: list[Code]
    acceptance: bool


class DocumentType(Struct, frozen=True):
    """A kind of identity document."""

    code: Code
    label: str
    person_type: PersonType
    check: str


class Terms(Struct, frozen=True):
    """What is agreed to."""

    version: str
    text: str


class HolderChangeRules(Struct, frozen=True):
    """Member `holder_change`."""

    reasons: list[ChangeReason]
    links: list[Named]
    document_types: list[DocumentType]
    person_documents: list[Code]
    company_documents: list[Code]
    debt: d.DebtPolicy
    needs_reading: bool
    days_to_accept: Days
    days_to_remedy: Days
    max_days_ahead: Days
    terms: Terms

    def domain(self) -> d.HolderChangeRules:
        """The domain object."""
        return d.HolderChangeRules(
            reasons=tuple(
                d.ChangeReason(r.code, r.label, tuple(r.documents), r.acceptance)
                for r in self.reasons
            ),
            links=tuple(link.domain() for link in self.links),
            document_types=tuple(
                d.DocumentType(t.code, t.label, t.person_type, t.check) for t in self.document_types
            ),
            person_documents=tuple(self.person_documents),
            company_documents=tuple(self.company_documents),
            debt=self.debt,
            needs_reading=self.needs_reading,
            days_to_accept=self.days_to_accept,
            days_to_remedy=self.days_to_remedy,
            max_days_ahead=self.max_days_ahead,
            terms=d.Terms(self.terms.version, self.terms.text),
        )


class SupplyRules(Struct, frozen=True):
    """Rules of area `supply_requests`."""

    documents: list[Named]
    reconnection: ReconnectionRules | None
    holder_change: HolderChangeRules | None

    def domain(self) -> d.SupplyRules:
        """The domain object."""
        again, change = self.reconnection, self.holder_change
        return d.SupplyRules(
            documents=tuple(document.domain() for document in self.documents),
            reconnection=None if again is None else again.domain(),
            holder_change=None if change is None else change.domain(),
        )


POLICIES = {"supply_requests": (SupplyRules, d.SupplyRules)}
