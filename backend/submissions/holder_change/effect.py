"""From a request for another holder to a row in the books."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.contracts.models import Contract, Customer
from backend.registration.documents import compact, is_valid, same_document
from backend.submissions.holder_change.schemas import HolderChange
from backend.submissions.kinds import RejectedError, Work
from backend.supply_requests import facts
from backend.supply_requests.acceptance import ask
from backend.supply_requests.blocks import (
    Change,
    change_documents,
    change_reason,
    holder_change_blocks,
)
from backend.supply_requests.books import last_readings, registers_of, serving
from backend.supply_requests.deadlines import working_day
from backend.supply_requests.life import begin
from backend.supply_requests.models import HandoverValue, NewHolder, SupplyRequest
from backend.supply_requests.opening import number_of, refuse, requirements, rules_for
from backend.supply_requests.rules import HolderChangeRules
from backend.supply_requests.words import AcceptanceState, RequestKind, Status


def apply(work: Work, payload: HolderChange) -> dict[str, Any]:
    """Judge and keep the request; raises RejectedError. The contract is locked first: of two
    requests sent at once the second one sees the first."""
    session = work.session
    contract = session.get_one(Contract, work.scope_id, with_for_update={"key_share": True})
    whole = rules_for(work)
    rules = whole.holder_change
    if rules is None:
        raise RejectedError("not_offered")
    today = facts.today(session, work.now)
    kind = RequestKind.HOLDER_CHANGE
    account = facts.account(session, contract, kind, today)
    dial = _dials(work, contract, payload)
    given = {document.code: document.sha256 for document in payload.documents}
    change = _change(work, contract, rules, payload, dial)
    # A day that was right when it was chosen and passed in a drawer is set by the office.
    effective_on = max(payload.effective_on, today)
    refuse(holder_change_blocks(account, rules, today, change))
    reason = change_reason(rules, payload.reason)
    assert reason is not None  # the blocks know
    needs_word = reason.acceptance
    days = rules.days_to_accept if needs_word else 0
    request = SupplyRequest(
        number=number_of(work, "CT"),
        kind=kind,
        contract_id=contract.id,
        user_id=work.user_id,
        origin_op_id=work.op_id,
        status=Status.PENDING_ACCEPTANCE if needs_word else Status.VERIFYING,
        reason=reason.code,
        requested_at=work.now,
        until=working_day(session, today, days) if needs_word else None,
        effective_on=effective_on,
        acceptance=AcceptanceState.WAITING if needs_word else AcceptanceState.NOT_NEEDED,
        holder=_holder(payload),
        handover=[HandoverValue(register_id=r, value=v) for r, v in sorted(dial.values.items())],
        requirements=requirements(
            whole, change_documents(rules, reason, payload.person_type), given
        ),
    )
    begin(request, work.now)
    session.add(request)
    session.flush()
    if needs_word:
        ask(session, request, work.now)
    told = str(request.until) if request.until is not None else None
    return {"number": request.number, "status": request.status, "until": told}


@dataclass(frozen=True, slots=True)
class _Dials:
    """The values of the hand-over by register, and what was known before."""

    values: dict[int, int]
    last_on: date | None
    is_below: bool


def _dials(work: Work, contract: Contract, payload: HolderChange) -> _Dials:
    if payload.handover is None:
        return _Dials({}, contract.start_date, is_below=False)
    session = work.session
    given = {value.register_id: value.value for value in payload.handover.values}
    registers = registers_of(session, serving(session, contract.id))
    if len(given) != len(payload.handover.values) or set(given) != {str(r.id) for r in registers}:
        raise RejectedError("format", "handover")
    if any(len(given[str(r.id)]) > r.integer_digits for r in registers):
        raise RejectedError("format", "handover")
    values = {register.id: int(given[str(register.id)]) for register in registers}
    last = last_readings(session, values)
    zone = facts.zone(session)
    return _Dials(
        values,
        max(
            (r.read_at.astimezone(zone).date() for r in last.values()),
            default=contract.start_date,
        ),
        is_below=any(values[r.register_id] < int(r.value) for r in last.values()),
    )


def _change(
    work: Work, contract: Contract, rules: HolderChangeRules, payload: HolderChange, dial: _Dials
) -> Change:
    kind = next((d for d in rules.document_types if d.code == payload.document_type), None)
    number = payload.document_number
    present = work.session.get_one(Customer, contract.customer_id)
    is_same = (
        kind is not None
        and present.document_type == kind.code
        and same_document(kind.check, number, present.document_number or "")
    )
    today = facts.today(work.session, work.now)
    return Change(
        reason=payload.reason,
        person_type=payload.person_type,
        document_type=payload.document_type,
        is_valid_document=kind is not None and is_valid(kind.check, number),
        is_same_holder=is_same,
        link=payload.link,
        documents=[document.code for document in payload.documents],
        effective_on=max(payload.effective_on, today),
        terms_version=payload.terms_version,
        assumes_debt=payload.assumes_debt,
        has_representative=bool(payload.representative_name.strip()),
        has_reading=bool(dial.values),
        read_on=payload.handover.on if payload.handover is not None else None,
        last_read_on=dial.last_on,
        is_below=dial.is_below,
        has_photo=payload.handover is not None and payload.handover.photo is not None,
    )


def _holder(payload: HolderChange) -> NewHolder:
    handover = payload.handover
    return NewHolder(
        person_type=payload.person_type,
        document_type=payload.document_type,
        document_number=compact(payload.document_number),
        full_name=payload.full_name.strip(),
        born_on=payload.born_on,
        email=payload.email.lower(),
        phone=payload.phone.strip(),
        other_phone=payload.other_phone.strip(),
        postal_address=payload.postal_address.strip(),
        representative_name=payload.representative_name.strip(),
        representative_document=compact(payload.representative_document),
        link=payload.link,
        assumes_debt=payload.assumes_debt,
        terms_version=payload.terms_version,
        handover_on=handover.on if handover is not None else None,
        handover_photo=handover.photo if handover is not None else None,
    )
