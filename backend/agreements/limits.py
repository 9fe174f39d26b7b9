"""Who may have which agreement. The first rung that does not hold is the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.agreements.figures import Base, Owed, Plan, WorkingDay, base_of, min_down_payment, plan
from backend.agreements.rules import AgreementRules
from backend.invoices.models import PaymentStatus

_OWED = (PaymentStatus.PENDING, PaymentStatus.PARTIALLY_PAID)
_WHY_NOT = {
    PaymentStatus.IN_CLAIM: "invoice_in_claim",
    PaymentStatus.IN_AGREEMENT: "invoice_in_agreement",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An invoice that somebody wants in an agreement. `due` is its last date to pay."""

    number: str
    status: PaymentStatus
    open: int
    currency: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the contract has had: agreements under way, those broken lately, and whether the
    contract has ended. `is_holder` is of the person who asks."""

    active: int = 0
    broken: int = 0
    is_ended: bool = False
    is_holder: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """A stable reason, the field it is about, and the figures of its sentence."""

    reason: str
    field: str | None
    data: dict[str, Any]


def refusal_of_contract(standing: Standing, rules: AgreementRules) -> Refusal | None:
    """What stands in the way of any agreement."""
    if standing.is_ended:
        return Refusal("contract_ended", None, {})
    if rules.holder_only and not standing.is_holder:
        return Refusal("not_holder", None, {})
    if standing.active >= rules.max_active:
        return Refusal("active_agreement", None, {"max": rules.max_active})
    if standing.broken > rules.max_broken:
        return Refusal("broken_agreements", None, {"count": standing.broken})
    return None


def refusal_of_invoices(chosen: Sequence[Candidate], currency: str) -> Refusal | None:
    """What stands in the way of these invoices."""
    if not chosen:
        return Refusal("no_invoice", "invoices", {})
    for one in chosen:
        if one.status not in _OWED or one.open <= 0 or one.currency != currency:
            reason = _WHY_NOT.get(one.status, "invoice_not_payable")
            return Refusal(reason, "invoices", {"number": one.number})
    return None


def judge(
    chosen: Sequence[Candidate],
    down_payment: int,
    count: int,
    today: date,
    rules: AgreementRules,
    working_day: WorkingDay,
) -> Plan | Refusal:
    """The plan, or why there is none. The invoices are taken to be fit."""
    base = base_of([Owed(one.open, one.due) for one in chosen], today, rules)
    wrong = _refusal_of_terms(base, down_payment, count, rules)
    if wrong is not None:
        return wrong
    made = plan(base, down_payment, count, today, rules, working_day)
    if made is None or min(share.total for share in made.shares) < rules.min_instalment:
        return Refusal("instalment_low", "instalments", {"min": rules.min_instalment})
    return made


def _refusal_of_terms(
    base: Base, down_payment: int, count: int, rules: AgreementRules
) -> Refusal | None:
    if base.total < rules.min_debt:
        return Refusal("debt_low", "invoices", {"min": rules.min_debt})
    if rules.max_debt is not None and base.total > rules.max_debt:
        return Refusal("debt_high", "invoices", {"max": rules.max_debt})
    if not rules.min_instalments <= count <= rules.max_instalments:
        bounds = {"min": rules.min_instalments, "max": rules.max_instalments}
        return Refusal("instalments", "instalments", bounds)
    least = min_down_payment(base, rules)
    if down_payment < least:
        percent = f"{rules.min_down_payment.normalize():f}"
        return Refusal("down_payment_low", "down_payment", {"min": least, "percent": percent})
    if down_payment >= base.total:
        return Refusal("down_payment_high", "down_payment", {"max": base.total - 1})
    return None
