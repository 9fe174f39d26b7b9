"""Body of `supply_request`."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from backend.feed.formats import InstantText
from backend.supply_requests.rules import PersonType
from backend.supply_requests.words import (
    AcceptanceMethod,
    AcceptanceState,
    FailureReason,
    FeeStatus,
    RequestKind,
    RequirementState,
    Status,
)


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FeeBody(_Body):
    """What a reconnection costs, in minor units."""

    amount: int
    currency: str
    status: FeeStatus


class ScheduledBody(_Body):
    """When the crew comes, in the utility's time."""

    on: date
    starts: str
    ends: str


class VisitBody(_Body):
    """A reconnection's own part."""

    contact_name: str
    contact_phone: str
    preferred_on: date | None
    preferred_slot: str
    scheduled: ScheduledBody | None
    visits: int
    failure: FailureReason | None
    fee: FeeBody | None


class HandoverBody(_Body):
    """What one register showed."""

    register_id: str
    value: int


class ChangeBody(_Body):
    """A change of holder's own part; the document and the addresses are masked."""

    person_type: PersonType
    full_name: str
    document_type: str
    document: str
    email: str
    link: str
    assumes_debt: bool
    effective_on: date
    handover_on: date | None
    handover: list[HandoverBody]
    acceptance: AcceptanceState
    acceptance_method: AcceptanceMethod | None
    accepted_at: InstantText | None
    asked: str


class RequirementBody(_Body):
    """A document that is asked for."""

    code: str
    label: str
    mandatory: bool
    state: RequirementState
    remark: str


class StepBody(_Body):
    """One step of the request's life."""

    at: InstantText
    status: Status
    note: str


class SupplyRequestBody(_Body):
    """A supply request as it stands."""

    id: str
    contract_id: str
    number: str
    kind: RequestKind
    status: Status
    reason: str
    requested_at: InstantText
    closed_at: InstantText | None
    until: date | None
    note: str
    visit: VisitBody | None
    change: ChangeBody | None
    requirements: list[RequirementBody]
    history: list[StepBody]
    origin_op_id: str
