"""`/v1/supply-requests`: what has an answer at once and is therefore never queued."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.answers import StrictRoute
from backend.context import ContextDep
from backend.links.issuing import withdraw
from backend.policies.rules import rules_of
from backend.problems import Problem, documented
from backend.supply_requests.acceptance import PURPOSE, TooLateError, accept
from backend.supply_requests.deadlines import working_day
from backend.supply_requests.facts import today
from backend.supply_requests.life import WrongStepError, step
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.rules import SupplyRequestRules
from backend.supply_requests.words import AcceptanceMethod, RequestKind, Status
from backend.users.models import ContractLink, LinkRole
from backend.users.rights import CallerDep

router = APIRouter(route_class=StrictRoute, tags=["supply requests"])

RequestId = Annotated[str, Path(pattern="^[1-9][0-9]{0,17}$")]


class Standing(BaseModel):
    """Where a request stands now."""

    model_config = ConfigDict(extra="forbid")

    number: str
    status: Status


class SlotForm(BaseModel):
    """When somebody may come."""

    model_config = ConfigDict(extra="forbid")

    on: date
    slot: Annotated[str, Field(max_length=40)]


_PROBLEMS = documented("session-expired", "not-found", "forbidden", "request-refused")


@router.post("/v1/supply-requests/{request_id}/acceptance", responses=_PROBLEMS)
def accept_change(request_id: RequestId, context: ContextDep, caller: CallerDep) -> Standing:
    """The outgoing holder, signed in, agrees to the change."""
    now = context.clock.now()
    with context.database.writing() as session:
        request = _request(session, request_id, caller.id, holder=True)
        try:
            accept(session, request, AcceptanceMethod.APP, now)
        except WrongStepError as error:
            raise Problem("request-refused", reason="wrong_step") from error
        except TooLateError as error:
            raise Problem("request-refused", reason="too_late") from error
        return Standing(number=request.number, status=request.status)


@router.post("/v1/supply-requests/{request_id}/cancellation", responses=_PROBLEMS)
def cancel_request(request_id: RequestId, context: ContextDep, caller: CallerDep) -> Standing:
    """Take a request back, as long as nobody is on the way."""
    now = context.clock.now()
    with context.database.writing() as session:
        request = _request(session, request_id, caller.id)
        _go(request, Status.CANCELLED, now)
        withdraw(session, PURPOSE, str(request.id))
        return Standing(number=request.number, status=request.status)


@router.post("/v1/supply-requests/{request_id}/slot", responses=_PROBLEMS)
def ask_for_slot(
    form: SlotForm, request_id: RequestId, context: ContextDep, caller: CallerDep
) -> Standing:
    """Ask for another visit after one that failed."""
    now = context.clock.now()
    with context.database.writing() as session:
        request = _request(session, request_id, caller.id)
        whole = rules_of(session, SupplyRequestRules)
        rules = whole.reconnection if whole is not None else None
        if rules is None or request.kind is not RequestKind.RECONNECTION:
            raise Problem("request-refused", reason="not_offered")
        day = today(session, now)
        last = working_day(session, day, rules.last_day)
        if form.slot not in {slot.code for slot in rules.slots} or not day <= form.on <= last:
            raise Problem("request-refused", reason="day_not_offered")
        request.preferred_on, request.preferred_slot = form.on, form.slot
        until = working_day(session, day, rules.days_to_execute)
        _go(request, Status.RECEIVED, now, until)
        request.scheduled_on = request.scheduled_from = request.scheduled_to = None
        return Standing(number=request.number, status=request.status)


def _go(request: SupplyRequest, then: Status, now: datetime, until: date | None = None) -> None:
    try:
        step(request, then, now, until=until)
    except WrongStepError as error:
        raise Problem("request-refused", reason="wrong_step") from error


def _request(
    session: Session, request_id: str, user_id: int, *, holder: bool = False
) -> SupplyRequest:
    """The request, held, if the user may act for its contract; `not-found` otherwise, as for one
    that does not exist. With `holder`, `forbidden` for everybody but the holder."""
    query = (
        select(SupplyRequest, ContractLink.role)
        .join(ContractLink, ContractLink.contract_id == SupplyRequest.contract_id)
        .where(
            SupplyRequest.id == int(request_id),
            ContractLink.user_id == user_id,
            ContractLink.role != LinkRole.VIEWER,
        )
        .with_for_update(of=SupplyRequest)
    )
    row = session.execute(query).first()
    if row is None:
        raise Problem("not-found")
    if holder and row[1] is not LinkRole.HOLDER:
        raise Problem("forbidden")
    found: SupplyRequest = row[0]
    return found
