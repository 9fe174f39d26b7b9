"""Requests about the supply itself: to connect it again, and to change its holder.

States and reasons follow domain notes 2.11; failed visits are those of the Spanish table T75.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.money import Money


class RequestKind(StrEnum):
    """What is asked for."""

    RECONNECTION = "reconnection"
    HOLDER_CHANGE = "holder_change"


class RequestStatus(StrEnum):
    """How far it has got."""

    RECEIVED = "received"
    PENDING_PAYMENT = "pending_payment"
    PENDING_DOCUMENTS = "pending_documents"
    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    EXECUTED = "executed"
    FAILED = "failed"
    PENDING_ACCEPTANCE = "pending_acceptance"
    VERIFYING = "verifying"
    OBSERVED = "observed"
    APPROVED = "approved"
    EFFECTIVE = "effective"
    REJECTED = "rejected"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    CLOSED = "closed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self in _OVER

    @property
    def can_be_cancelled(self) -> bool:
        """Whether the person can take it back: nobody is on the way yet."""
        return not self.is_over and self is not RequestStatus.IN_PROGRESS


_OVER = frozenset(
    {
        RequestStatus.EXECUTED,
        RequestStatus.EFFECTIVE,
        RequestStatus.REJECTED,
        RequestStatus.EXPIRED,
        RequestStatus.CANCELLED,
        RequestStatus.CLOSED,
    }
)


class RequirementState(StrEnum):
    """How a document that is asked for stands."""

    MISSING = "missing"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    OBSERVED = "observed"


class FeeStatus(StrEnum):
    """What became of a reconnection's fee."""

    DUE = "due"
    PAID = "paid"
    NEXT_BILL = "next_bill"
    CHARGED = "charged"


class AcceptanceState(StrEnum):
    """Whether the outgoing holder agrees."""

    NOT_NEEDED = "not_needed"
    WAITING = "waiting"
    ACCEPTED = "accepted"


class AcceptanceMethod(StrEnum):
    """How the outgoing holder agreed."""

    LINK = "link"
    APP = "app"
    OFFICE = "office"


class FailureReason(StrEnum):
    """Why a visit came to nothing."""

    ABSENT = "absent"
    INACCESSIBLE = "inaccessible"
    NOT_FOUND = "not_found"
    UNINHABITED = "uninhabited"
    UNFIT_INSTALLATION = "unfit_installation"
    OTHER = "other"


class PersonType(StrEnum):
    """Who the new holder is in law."""

    PERSON = "person"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A document that is asked for; `remark` says why it was sent back."""

    code: str
    label: str
    mandatory: bool
    state: RequirementState
    remark: str


@dataclass(frozen=True, slots=True)
class RequestStep:
    """One step of a request's life; `at` is UTC."""

    at: datetime
    status: RequestStatus
    note: str


@dataclass(frozen=True, slots=True)
class Scheduled:
    """When the crew comes: a day and two times of the utility's zone, as '08:00'."""

    on: date
    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class Fee:
    """What a reconnection costs, and how that stands."""

    amount: Money
    status: FeeStatus


@dataclass(frozen=True, slots=True)
class Visit:
    """A reconnection's own part; `visits` counts those that were made."""

    contact_name: str
    contact_phone: str
    preferred_on: date | None
    preferred_slot: str
    scheduled: Scheduled | None
    visits: int
    failure: FailureReason | None
    fee: Fee | None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of holder's own part. `document`, `email` and `asked` (whom the service wrote to)
    are masked; `handover` are values by register id."""

    person_type: PersonType
    full_name: str
    document_type: str
    document: str
    email: str
    link: str
    assumes_debt: bool
    effective_on: date
    handover_on: date | None
    handover: tuple[tuple[str, int], ...]
    acceptance: AcceptanceState
    acceptance_method: AcceptanceMethod | None
    accepted_at: datetime | None
    asked: str


@dataclass(frozen=True, slots=True)
class SupplyRequest:
    """One request as the service has it. `reason` is the cut's or the change's, `until` the last
    day of what is waited for, `note` the office's words."""

    id: str
    contract_id: str
    number: str
    kind: RequestKind
    status: RequestStatus
    reason: str
    requested_at: datetime
    closed_at: datetime | None
    until: date | None
    note: str
    visit: Visit | None
    change: Change | None
    requirements: tuple[Requirement, ...]
    history: tuple[RequestStep, ...]
    origin_op_id: str


def under_way(requests: tuple[SupplyRequest, ...], kind: RequestKind) -> SupplyRequest | None:
    """The request of this kind that is not over, if there is one."""
    return next((r for r in requests if r.kind is kind and not r.status.is_over), None)
