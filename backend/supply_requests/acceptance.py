"""The outgoing holder's agreement: asked for by mail, given by a link, in the app or on paper."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from backend.contracts.models import Contract, Customer
from backend.links.issuing import address, issue, withdraw
from backend.mail.outbound import queue
from backend.supply_requests.facts import today, zone
from backend.supply_requests.letters import Letters
from backend.supply_requests.life import WrongStepError, step
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.words import AcceptanceMethod, AcceptanceState, Status

PURPOSE = "accept-holder-change"


class TooLateError(Exception):
    """The days in which the holder could agree are over."""


def ask(session: Session, request: SupplyRequest, now: datetime) -> None:
    """Send the outgoing holder a link, where the books know an address."""
    contract = session.get_one(Contract, request.contract_id)
    holder = session.get_one(Customer, contract.customer_id)
    if not holder.email or request.until is None or request.holder is None:
        return
    ends = datetime.combine(request.until, time.max, zone(session))
    token = issue(session, now, PURPOSE, str(request.id), max(ends - now, timedelta(hours=1)))
    letters = Letters(session)
    subject, text = letters.asks_to_accept(
        contract, request.holder.full_name, address(token), request.until
    )
    queue(session, now, to=holder.email, subject=subject, text=text)


def accept(
    session: Session, request: SupplyRequest, method: AcceptanceMethod, now: datetime
) -> None:
    """The outgoing holder agrees. Raises TooLateError, or WrongStepError where nobody is asked."""
    if request.acceptance is not AcceptanceState.WAITING:
        raise WrongStepError(request, Status.VERIFYING)
    if request.until is not None and today(session, now) > request.until:
        raise TooLateError
    request.acceptance = AcceptanceState.ACCEPTED
    request.acceptance_method = method
    request.accepted_at = now
    step(request, Status.VERIFYING, now)
    withdraw(session, PURPOSE, str(request.id))
