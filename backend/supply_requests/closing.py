"""The last step of each kind, with everything that follows from it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from backend.contracts.models import Contract, Customer, SupplyPoint
from backend.mail.outbound import queue
from backend.policies.rules import rules_of
from backend.supply_requests.books import change_holder, reconnect
from backend.supply_requests.charges import charge_fee, take_over_debt
from backend.supply_requests.facts import today
from backend.supply_requests.letters import Letters
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.rules import SupplyRequestRules
from backend.supply_requests.words import FeeStatus


def finish_visit(session: Session, request: SupplyRequest, now: datetime) -> None:
    """Supply is back."""
    reconnect(session, request)
    request.visits += 1
    if request.fee_status is FeeStatus.NEXT_BILL:
        charge_fee(session, request, today(session, now))
        request.fee_status = FeeStatus.CHARGED


def finish_change(session: Session, request: SupplyRequest, number: str, now: datetime) -> Contract:
    """The new holder's contract begins; both are told by mail."""
    holder = request.holder
    assert holder is not None, "a change of holder has a holder"
    since = request.effective_on or today(session, now)
    new = change_holder(session, request, holder, since, number)
    old = session.get_one(Contract, request.contract_id)
    rules = rules_of(session, SupplyRequestRules)
    if holder.assumes_debt and rules is not None and rules.holder_change is not None:
        day = today(session, now)
        due = day + timedelta(days=rules.holder_change.days_to_pay_debt)
        take_over_debt(session, request, old, new, day, due)
    place = session.get_one(SupplyPoint, new.supply_point_id)
    letters = Letters(session)
    subject, text = letters.tells_effective(new.number, since, place.address)
    queue(session, now, to=holder.email, subject=subject, text=text)
    outgoing = session.get_one(Customer, old.customer_id)
    if outgoing.email:
        subject, text = letters.tells_ended(old, since)
        queue(session, now, to=outgoing.email, subject=subject, text=text)
    return new
