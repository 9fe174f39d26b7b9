"""From a request to an agreement that waits for the utility."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from backend.agreements import repository
from backend.agreements.calendar import today_of, working_day
from backend.agreements.figures import Plan
from backend.agreements.limits import Refusal, judge, refusal_of_contract, refusal_of_invoices
from backend.agreements.models import Agreement, IncludedInvoice, Instalment
from backend.agreements.rules import AgreementRules
from backend.catalogue.models import Utility
from backend.clock import iso
from backend.contracts.models import Contract
from backend.invoices.models import Invoice
from backend.payments.opening import held
from backend.policies.rules import rules_of
from backend.submissions.agreement_request.schemas import AgreementRequest
from backend.submissions.kinds import RejectedError, Work
from backend.submissions.models import Submission
from backend.submissions.references import reference
from backend.users.models import User

LETTER = "AC"


def apply(work: Work, payload: AgreementRequest) -> dict[str, Any]:
    """Judge and keep a request; raises RejectedError. The contract is locked first: of two
    requests sent at once the second one sees the first."""
    session = work.session
    contract = repository.hold(session, work.scope_id)
    rules = rules_of(session, AgreementRules)
    if rules is None or not rules.can_request:
        raise RejectedError("not_offered")
    today = today_of(session, work.now)
    if payload.simulated_on != today:
        raise RejectedError("simulation_expired", valid_until=_end_of(work, payload))
    if payload.consent_version != rules.consent_version:
        raise RejectedError("consent_outdated", "consent_version", version=rules.consent_version)
    standing = repository.standing(session, contract, work.user_id, today, rules)
    _stop_at(refusal_of_contract(standing, rules), contract)
    invoices = repository.invoices(session, contract.id, payload.invoices)
    if invoices is None:
        raise RejectedError("format", "invoices")
    chosen = [repository.candidate(invoice) for invoice in invoices]
    _stop_at(refusal_of_invoices(chosen, contract.currency), contract)
    for invoice in invoices:
        if held(session, [("invoice", invoice.id)]) is not None:
            raise RejectedError("invoice_not_payable", "invoices", number=invoice.number)
    count = len(payload.instalments)
    made = judge(chosen, payload.down_payment, count, today, rules, working_day(session))
    if isinstance(made, Refusal):
        raise _refused(made, contract)
    if _shown(payload) != _computed(made):
        raise RejectedError("figures_differ", None, total=made.total)
    agreement = _keep(work, contract, invoices, made, rules)
    session.flush()
    return {
        "agreement": {
            "id": str(agreement.id),
            "number": agreement.number,
            "status": agreement.status,
        }
    }


def _stop_at(refusal: Refusal | None, contract: Contract) -> None:
    if refusal is not None:
        raise _refused(refusal, contract)


def _refused(refusal: Refusal, contract: Contract) -> RejectedError:
    data = refusal.data | {"currency": contract.currency}
    return RejectedError(refusal.reason, refusal.field, **data)


def _end_of(work: Work, payload: AgreementRequest) -> str:
    zone = ZoneInfo(work.session.get_one(Utility, 1).zone)
    midnight = datetime.combine(payload.simulated_on + timedelta(days=1), time(), zone)
    return iso(midnight - timedelta(seconds=1))


def _shown(payload: AgreementRequest) -> tuple[Any, ...]:
    rows = [(one.due_date, one.capital, one.interest, one.tax) for one in payload.instalments]
    return (payload.arrears, payload.arrears_tax, payload.total, rows)


def _computed(made: Plan) -> tuple[Any, ...]:
    rows = [(share.due, share.capital, share.interest, share.tax) for share in made.shares]
    return (made.base.arrears, made.base.arrears_tax, made.total, rows)


def _keep(
    work: Work, contract: Contract, invoices: Sequence[Invoice], made: Plan, rules: AgreementRules
) -> Agreement:
    session = work.session
    request = session.scalars(select(Submission).where(Submission.op_id == work.op_id)).one()
    agreement = Agreement(
        contract_id=contract.id,
        # The number on the receipt, so that people have one number for it and not two.
        number=reference(LETTER, work.now.year, request.id),
        mode=rules.mode,
        currency=contract.currency,
        requested_at=work.now,
        debt=made.base.debt,
        arrears=made.base.arrears,
        arrears_tax=made.base.arrears_tax,
        down_payment=made.down_payment,
        nominal_rate=rules.nominal_rate,
        tax_rate=rules.tax_rate,
        consecutive_unpaid=rules.consecutive_unpaid,
        total_unpaid=rules.total_unpaid,
        consent_version=rules.consent_version,
        signed_by=session.get_one(User, work.user_id).full_name,
        origin_op_id=work.op_id,
        instalments=[
            Instalment(
                number=share.number,
                due_date=share.due,
                capital=share.capital,
                interest=share.interest,
                tax=share.tax,
            )
            for share in made.shares
        ],
        included=[
            IncludedInvoice(invoice_id=invoice.id, position=position, amount=invoice.open)
            for position, invoice in enumerate(invoices, start=1)
        ],
    )
    session.add(agreement)
    return agreement
