"""From a request to connect again to a row in the books."""

from __future__ import annotations

from datetime import date
from typing import Any

from backend.contracts.models import Contract
from backend.submissions.kinds import RejectedError, Work
from backend.submissions.reconnection.schemas import Reconnection
from backend.supply_requests import facts
from backend.supply_requests.blocks import Visit, cut_documents, cut_rule, reconnection_blocks
from backend.supply_requests.charges import charge_fee
from backend.supply_requests.deadlines import working_day
from backend.supply_requests.life import begin
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.opening import number_of, refuse, requirements, rules_for
from backend.supply_requests.rules import FeeWhen, ReconnectionRules
from backend.supply_requests.words import FeeStatus, RequestKind, Status


def apply(work: Work, payload: Reconnection) -> dict[str, Any]:
    """Judge and keep the request; raises RejectedError. The contract is locked first: of two
    requests sent at once the second one sees the first."""
    session = work.session
    contract = session.get_one(Contract, work.scope_id, with_for_update={"key_share": True})
    whole = rules_for(work)
    rules = whole.reconnection
    if rules is None:
        raise RejectedError("not_offered")
    today = facts.today(session, work.now)
    kind = RequestKind.RECONNECTION
    account = facts.account(session, contract, kind, today)
    given = {document.code: document.sha256 for document in payload.documents}
    is_declared = payload.declared and payload.adult
    visit = Visit(given, payload.fitter_number, is_declared, payload.on, payload.slot)
    refuse(reconnection_blocks(account, rules, visit, _days(work, rules, payload, today)))
    cut = cut_rule(rules, account.cut)
    fee_status, status = _beginning(rules, has_documents=bool(cut_documents(cut)))
    request = SupplyRequest(
        number=number_of(work, "RC"),
        kind=kind,
        contract_id=contract.id,
        user_id=work.user_id,
        origin_op_id=work.op_id,
        status=status,
        reason=str(account.cut),
        requested_at=work.now,
        until=working_day(session, today, rules.days_to_execute),
        fee=rules.fee,
        fee_status=fee_status,
        contact_name=payload.contact_name.strip(),
        contact_phone=payload.contact_phone.strip(),
        access_notes=payload.access_notes,
        fitter_number=payload.fitter_number.strip(),
        preferred_on=payload.on,
        preferred_slot=payload.slot,
        requirements=requirements(whole, cut_documents(cut), given),
    )
    begin(request, work.now)
    session.add(request)
    if fee_status is FeeStatus.DUE:
        charge_fee(session, request, today)
    session.flush()
    return {"number": request.number, "status": request.status, "until": str(request.until)}


def _days(
    work: Work, rules: ReconnectionRules, payload: Reconnection, today: date
) -> tuple[date, date] | None:
    """The days that are offered. What waited in a drawer was chosen in good faith: a day that has
    passed since is no reason to refuse it, the office plans another one."""
    if payload.on < today:
        return None
    first = working_day(work.session, today, rules.first_day)
    return min(first, payload.on), working_day(work.session, today, rules.last_day)


def _beginning(rules: ReconnectionRules, *, has_documents: bool) -> tuple[FeeStatus | None, Status]:
    status = Status.PENDING_DOCUMENTS if has_documents else Status.RECEIVED
    if rules.fee == 0:
        return None, status
    if rules.fee_when is FeeWhen.PREPAID:
        return FeeStatus.DUE, Status.PENDING_PAYMENT
    return FeeStatus.NEXT_BILL, status
