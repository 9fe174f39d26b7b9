"""What the utility's people do with supply requests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import BaseModel
from sqlalchemy import select

from backend.contracts.models import Contract, ContractStatus
from backend.mail.outbound import queue
from backend.office.acts import Act, Desk, OfficeRefusedError
from backend.policies.rules import rules_of
from backend.supply_requests.acceptance import TooLateError, accept
from backend.supply_requests.charges import receive_fee
from backend.supply_requests.closing import finish_change, finish_visit
from backend.supply_requests.deadlines import working_day
from backend.supply_requests.facts import today
from backend.supply_requests.letters import Letters, written
from backend.supply_requests.life import WrongStepError, find, step, undecided
from backend.supply_requests.models import Requirement, SupplyRequest
from backend.supply_requests.office_forms import (
    DocumentForm,
    EffectiveForm,
    FailForm,
    NothingForm,
    NumberForm,
    ObserveForm,
    ReasonForm,
    ScheduleForm,
)
from backend.supply_requests.overdue import expire
from backend.supply_requests.rules import SupplyRequestRules
from backend.supply_requests.words import (
    AcceptanceMethod,
    FeeStatus,
    RequestKind,
    RequirementState,
    Status,
)
from backend.users.models import User


def _request(desk: Desk, number: str, kind: RequestKind | None = None) -> SupplyRequest:
    found = find(desk.session, number)
    if found is None or (kind is not None and found.kind is not kind):
        raise OfficeRefusedError("unknown-request", number)
    return found


def _stands(desk: Desk, request: SupplyRequest, status: ContractStatus) -> None:
    """Much may have happened to the contract since somebody asked."""
    contract = desk.session.get_one(Contract, request.contract_id)
    if contract.status is not status:
        raise OfficeRefusedError("contract-status", f"{contract.number} is {contract.status}")


def _told(request: SupplyRequest) -> dict[str, Any]:
    return {"number": request.number, "status": str(request.status)}


def _go(
    desk: Desk, request: SupplyRequest, then: Status, note: str = "", until: date | None = None
) -> dict[str, Any]:
    try:
        step(request, then, desk.now, note=note, until=until)
    except WrongStepError as error:
        raise OfficeRefusedError("wrong-step", str(error)) from error
    return _told(request)


def _rules(desk: Desk) -> SupplyRequestRules:
    rules = rules_of(desk.session, SupplyRequestRules)
    if rules is None:
        raise OfficeRefusedError("not-offered")
    return rules


def _requirement(request: SupplyRequest, code: str) -> Requirement:
    for requirement in request.requirements:
        if requirement.code == code:
            return requirement
    raise OfficeRefusedError("unknown-document", code)


# ---- documents ------------------------------------------------------------------------------


def accept_document(desk: Desk, form: DocumentForm) -> dict[str, Any]:
    """A document is in order. With the last one a reconnection can be planned."""
    request = _request(desk, form.number)
    requirement = _requirement(request, form.document)
    if requirement.state is RequirementState.MISSING:
        raise OfficeRefusedError("document-missing", form.document)
    requirement.state, requirement.remark = RequirementState.ACCEPTED, ""
    if request.status is Status.PENDING_DOCUMENTS and not undecided(request):
        return _go(desk, request, Status.RECEIVED, until=request.until)
    return _told(request)


def observe_document(desk: Desk, form: ObserveForm) -> dict[str, Any]:
    """A document has to be sent again (TIT-06)."""
    request = _request(desk, form.number)
    requirement = _requirement(request, form.document)
    requirement.state, requirement.remark = RequirementState.OBSERVED, form.remark
    rules = _rules(desk)
    part = rules.reconnection if request.kind is RequestKind.RECONNECTION else rules.holder_change
    if part is None:
        raise OfficeRefusedError("not-offered")
    until = working_day(desk.session, today(desk.session, desk.now), part.days_to_remedy)
    note = f"{requirement.label}: {form.remark}"
    if request.status is Status.OBSERVED:
        request.note = f"{request.note}\n{note}"
        request.until = until
    else:
        _go(desk, request, Status.OBSERVED, note, until)
    user = desk.session.get_one(User, request.user_id)
    if user.email:
        subject, text = Letters(desk.session).tells_observed(request.number, request.note, until)
        queue(desk.session, desk.now, to=user.email, subject=subject, text=text)
    return _told(request)


# ---- reconnection ---------------------------------------------------------------------------


def receive_supply_fee(desk: Desk, form: NumberForm) -> dict[str, Any]:
    """The fee that is paid beforehand was paid."""
    request = _request(desk, form.number, RequestKind.RECONNECTION)
    if request.fee_status is not FeeStatus.DUE:
        raise OfficeRefusedError("no-fee-due", form.number)
    receive_fee(desk.session, request, today(desk.session, desk.now))
    then = Status.PENDING_DOCUMENTS if undecided(request) else Status.RECEIVED
    return _go(desk, request, then, until=request.until)


def schedule(desk: Desk, form: ScheduleForm) -> dict[str, Any]:
    """Plan the crew's visit, or another one after one that failed (RCX-05)."""
    request = _request(desk, form.number, RequestKind.RECONNECTION)
    rules = _rules(desk).reconnection
    slots = {slot.code: slot for slot in rules.slots} if rules is not None else {}
    slot = slots.get(form.slot)
    if slot is None:
        raise OfficeRefusedError("unknown-slot", f"{form.slot}: one of {', '.join(slots)}")
    if form.on < today(desk.session, desk.now):
        raise OfficeRefusedError("day-passed", str(form.on))
    request.scheduled_on = form.on
    request.scheduled_from, request.scheduled_to = slot.starts, slot.ends
    request.failure = None
    note = f"{written(form.on)}, {slot.starts} a {slot.ends}"
    return _go(desk, request, Status.SCHEDULED, note, form.on)


def start(desk: Desk, form: NumberForm) -> dict[str, Any]:
    """The crew is there."""
    return _go(desk, _request(desk, form.number, RequestKind.RECONNECTION), Status.IN_PROGRESS)


def execute(desk: Desk, form: NumberForm) -> dict[str, Any]:
    """Supply is back: the contract becomes active and the fee is charged."""
    request = _request(desk, form.number, RequestKind.RECONNECTION)
    _stands(desk, request, ContractStatus.CUT)
    told = _go(desk, request, Status.EXECUTED)
    finish_visit(desk.session, request, desk.now)
    return told


def fail(desk: Desk, form: FailForm) -> dict[str, Any]:
    """The visit came to nothing (RCX-06)."""
    request = _request(desk, form.number, RequestKind.RECONNECTION)
    told = _go(desk, request, Status.FAILED)
    request.failure, request.visits = form.reason, request.visits + 1
    return told


def close(desk: Desk, form: ReasonForm) -> dict[str, Any]:
    """Nobody asks for another visit."""
    request = _request(desk, form.number, RequestKind.RECONNECTION)
    return _go(desk, request, Status.CLOSED, form.text)


# ---- change of holder -----------------------------------------------------------------------


def accept_holder_change(desk: Desk, form: NumberForm) -> dict[str, Any]:
    """The outgoing holder signed at the counter."""
    request = _request(desk, form.number, RequestKind.HOLDER_CHANGE)
    try:
        accept(desk.session, request, AcceptanceMethod.OFFICE, desk.now)
    except WrongStepError as error:
        raise OfficeRefusedError("wrong-step", str(error)) from error
    except TooLateError as error:
        raise OfficeRefusedError("too-late", form.number) from error
    return _told(request)


def approve(desk: Desk, form: NumberForm) -> dict[str, Any]:
    """Every document is in order; the change waits for its day."""
    request = _request(desk, form.number, RequestKind.HOLDER_CHANGE)
    if undecided(request):
        raise OfficeRefusedError("documents-undecided", ", ".join(undecided(request)))
    return _go(desk, request, Status.APPROVED, until=request.effective_on)


def make_effective(desk: Desk, form: EffectiveForm) -> dict[str, Any]:
    """End the contract and begin the new holder's."""
    request = _request(desk, form.number, RequestKind.HOLDER_CHANGE)
    day = today(desk.session, desk.now)
    if request.effective_on is not None and day < request.effective_on:
        raise OfficeRefusedError("too-early", str(request.effective_on))
    _stands(desk, request, ContractStatus.ACTIVE)
    taken = select(Contract.id).where(Contract.number == form.contract)
    if form.contract and desk.session.scalar(taken) is not None:
        raise OfficeRefusedError("number-taken", form.contract)
    told = _go(desk, request, Status.EFFECTIVE)
    contract = finish_change(desk.session, request, form.contract, desk.now)
    return told | {"contract": contract.number}


# ---- both -----------------------------------------------------------------------------------


def reject(desk: Desk, form: ReasonForm) -> dict[str, Any]:
    """The utility says no, with its reason."""
    return _go(desk, _request(desk, form.number), Status.REJECTED, form.text)


def expire_requests(desk: Desk, _form: NothingForm) -> dict[str, Any]:
    """End what waited for somebody longer than the rules allow."""
    return {"expired": expire(desk.session, desk.now)}


def _act(name: str, form: type[BaseModel], run: Callable[[Desk, Any], Any], about: str) -> Act:
    return Act(name, form, run, about)


ACTS = (
    _act("accept-supply-document", DocumentForm, accept_document, "a document is in order"),
    _act("observe-supply-document", ObserveForm, observe_document, "ask for a document again"),
    _act(
        "receive-supply-fee", NumberForm, receive_supply_fee, "the fee of a reconnection was paid"
    ),
    _act("schedule-reconnection", ScheduleForm, schedule, "plan the visit of a reconnection"),
    _act("start-reconnection", NumberForm, start, "the crew is there"),
    _act("execute-reconnection", NumberForm, execute, "supply is back"),
    _act("fail-reconnection", FailForm, fail, "the visit came to nothing"),
    _act("close-reconnection", ReasonForm, close, "close one whose visit failed"),
    _act("accept-holder-change", NumberForm, accept_holder_change, "the outgoing holder signed"),
    _act("approve-holder-change", NumberForm, approve, "documents are in order"),
    _act("make-holder-change-effective", EffectiveForm, make_effective, "begin the new contract"),
    _act("reject-supply-request", ReasonForm, reject, "refuse a supply request"),
    _act("expire-supply-requests", NothingForm, expire_requests, "end what waited too long"),
)
