"""From a customer's wish to the way in which the bills come."""

from __future__ import annotations

from typing import Any

from backend.contracts.models import Contract, ContractStatus
from backend.delivery.changes import confirm, history, is_known, standing, today_of
from backend.delivery.confirming import ask
from backend.delivery.models import Delivery, DeliveryChannel, DeliveryStatus
from backend.delivery.rules import DeliveryRules
from backend.feed.wire import day
from backend.policies.rules import rules_of
from backend.submissions.delivery_preference.schemas import DeliveryPreference
from backend.submissions.kinds import RejectedError, Work
from backend.users.models import User


def apply(work: Work, payload: DeliveryPreference) -> dict[str, Any]:
    """Keep the wish; a mail address that is new here has to be confirmed first. Raises
    RejectedError. The contract is locked: of two wishes at once the second one sees the first."""
    session = work.session
    contract = session.get_one(Contract, work.scope_id, with_for_update={"key_share": True})
    rules = rules_of(session, DeliveryRules)
    if rules is None:
        raise RejectedError("not_offered")
    if contract.status is ContractStatus.ENDED:
        raise RejectedError("contract_ended", status=contract.status)
    _check(payload, rules)
    rows = history(session, contract.id)
    waiting = [row for row in rows if row.status is DeliveryStatus.UNCONFIRMED]
    _check_new(payload, contract, standing(rows, today_of(session, work.now)), bool(waiting))
    for row in waiting:
        row.status, row.ends_on = DeliveryStatus.WITHDRAWN, today_of(session, work.now)
    is_mail = payload.channel is DeliveryChannel.EMAIL
    row = Delivery(
        contract_id=contract.id,
        requested_by=session.get_one(User, work.user_id).username,
        requested_at=work.now,
        channel=payload.channel,
        email=payload.email if is_mail else "",
        second_email=payload.second_email if is_mail else "",
        postal_address="" if is_mail else payload.postal_address.strip(),
        status=DeliveryStatus.UNCONFIRMED,
        consent_version=rules.consent_version if is_mail else "",
        consent_text=rules.consent_text if is_mail else "",
        origin_op_id=work.op_id,
    )
    session.add(row)
    session.flush()
    if is_mail and not is_known(rows, payload.email):
        ask(session, row, contract, rules, work.now)
    else:
        confirm(session, row, rules, work.now)
    session.flush()
    return {
        "delivery_id": str(row.id),
        "status": row.status,
        "effective_from": day(row.effective_from),
        "is_late": row.is_late,
    }


def _check(payload: DeliveryPreference, rules: DeliveryRules) -> None:
    if payload.channel is DeliveryChannel.PAPER:
        return
    if not payload.email:
        raise RejectedError("format", "email")
    if payload.second_email.casefold() == payload.email.casefold():
        raise RejectedError("same_address", "second_email")
    if payload.consent_version != rules.consent_version:
        raise RejectedError("consent_outdated", "consent_version", version=rules.consent_version)


def _check_new(
    payload: DeliveryPreference, contract: Contract, row: Delivery | None, is_waiting: bool
) -> None:
    """Refuse what is in force already; taking back a wish that waits is no such thing."""
    if row is None:
        if payload.channel is DeliveryChannel.PAPER and not is_waiting:
            raise RejectedError("already_in_force", since=day(contract.start_date))
        return
    wanted = (payload.email.casefold(), payload.second_email.casefold())
    has = (row.email.casefold(), row.second_email.casefold())
    if payload.channel is DeliveryChannel.PAPER:
        wanted = has = ("", payload.postal_address.strip())
        has = ("", row.postal_address)
    if row.channel is payload.channel and wanted == has and not is_waiting:
        raise RejectedError("already_in_force", since=day(row.effective_from))
