"""Supply requests as they stand on the wire, the utility's rules for them, and the calls that
have an answer at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote

from msgspec import Meta, Struct

from desktop.api.failures import ProblemError
from desktop.api.fields import Count, Currency, Entity, Id, Instant, Minor
from desktop.domain import supply_requests as d
from desktop.domain.money import Money

if TYPE_CHECKING:
    from desktop.api.client import Client

Time = Annotated[str, Meta(pattern=r"^[0-9]{2}:[0-9]{2}\Z")]


class Fee(Struct, frozen=True, gc=False):
    """Member `fee` of a visit."""

    amount: Minor
    currency: Currency
    status: d.FeeStatus


class Scheduled(Struct, frozen=True, gc=False):
    """Member `scheduled` of a visit."""

    on: date
    starts: Time
    ends: Time


class Visit(Struct, frozen=True, gc=False):
    """Member `visit` of a reconnection."""

    contact_name: str
    contact_phone: str
    preferred_on: date | None
    preferred_slot: str
    scheduled: Scheduled | None
    visits: Count
    failure: d.FailureReason | None
    fee: Fee | None

    def domain(self) -> d.Visit:
        """The domain object."""
        fee, at = self.fee, self.scheduled
        return d.Visit(
            contact_name=self.contact_name,
            contact_phone=self.contact_phone,
            preferred_on=self.preferred_on,
            preferred_slot=self.preferred_slot,
            scheduled=None if at is None else d.Scheduled(at.on, at.starts, at.ends),
            visits=self.visits,
            failure=self.failure,
            fee=None if fee is None else d.Fee(Money(fee.amount, fee.currency), fee.status),
        )


class Handover(Struct, frozen=True, gc=False):
    """What one register showed."""

    register_id: Id
    value: Minor


class Change(Struct, frozen=True, gc=False):
    """Member `change` of a change of holder."""

    person_type: d.PersonType
    full_name: str
    document_type: str
    document: str
    email: str
    link: str
    assumes_debt: bool
    effective_on: date
    handover_on: date | None
    handover: list[Handover]
    acceptance: d.AcceptanceState
    acceptance_method: d.AcceptanceMethod | None
    accepted_at: Instant | None
    asked: str

    def domain(self) -> d.Change:
        """The domain object."""
        return d.Change(
            person_type=self.person_type,
            full_name=self.full_name,
            document_type=self.document_type,
            document=self.document,
            email=self.email,
            link=self.link,
            assumes_debt=self.assumes_debt,
            effective_on=self.effective_on,
            handover_on=self.handover_on,
            handover=tuple((h.register_id, h.value) for h in self.handover),
            acceptance=self.acceptance,
            acceptance_method=self.acceptance_method,
            accepted_at=self.accepted_at,
            asked=self.asked,
        )


class Requirement(Struct, frozen=True, gc=False):
    """A document that is asked for."""

    code: str
    label: str
    mandatory: bool
    state: d.RequirementState
    remark: str


class Step(Struct, frozen=True, gc=False):
    """One step of a request's life."""

    at: Instant
    status: d.RequestStatus
    note: str


class SupplyRequest(Entity, frozen=True, gc=False):
    """Kind `supply_request`."""

    contract_id: Id
    number: str
    kind: d.RequestKind
    status: d.RequestStatus
    reason: str
    requested_at: Instant
    closed_at: Instant | None
    until: date | None
    note: str
    visit: Visit | None
    change: Change | None
    requirements: list[Requirement]
    history: list[Step]
    origin_op_id: str

    def keys(self) -> int:
        """How many names its JSON text has."""
        visit, change = self.visit, self.change
        found = 15 + 5 * len(self.requirements) + 3 * len(self.history)
        if visit is not None:
            found += 8 + 3 * (visit.scheduled is not None) + 3 * (visit.fee is not None)
        if change is not None:
            found += 14 + 2 * len(change.handover)
        return found

    def search(self) -> str:
        """What a person may look for it by, not yet folded."""
        return self.number

    def domain(self) -> d.SupplyRequest:
        """The domain object."""
        return d.SupplyRequest(
            id=self.id,
            contract_id=self.contract_id,
            number=self.number,
            kind=self.kind,
            status=self.status,
            reason=self.reason,
            requested_at=self.requested_at,
            closed_at=self.closed_at,
            until=self.until,
            note=self.note,
            visit=None if self.visit is None else self.visit.domain(),
            change=None if self.change is None else self.change.domain(),
            requirements=tuple(
                d.Requirement(r.code, r.label, r.mandatory, r.state, r.remark)
                for r in self.requirements
            ),
            history=tuple(d.RequestStep(s.at, s.status, s.note) for s in self.history),
            origin_op_id=self.origin_op_id,
        )


def accept(client: Client, request_id: str) -> str:
    """Agree to a change of holder as the outgoing one. The reason why it could not be done, empty
    once it is; raises `AppError`."""
    return _ask(client, request_id, "acceptance")


def cancel(client: Client, request_id: str) -> str:
    """Take a request back; answers and raises as `accept`."""
    return _ask(client, request_id, "cancellation")


def ask_slot(client: Client, request_id: str, on: date, slot: str) -> str:
    """Ask for another visit after one that failed; answers and raises as `accept`."""
    return _ask(client, request_id, "slot", {"on": on.isoformat(), "slot": slot})


def _ask(client: Client, request_id: str, what: str, payload: object = None) -> str:
    path = f"/v1/supply-requests/{quote(request_id, safe='')}/{what}"
    try:
        client.call("POST", path, payload)
    except ProblemError as error:
        if error.problem != "request-refused":
            raise
        return error.reason
    return ""


ENTITIES = {"supply_request": (SupplyRequest, d.SupplyRequest)}
