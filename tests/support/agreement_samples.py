"""Agreements to look at: a debt of 2 440,00 in equal instalments without interest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from desktop.domain.agreement_plan import AgreementRules, CollectionMode, month_later
from desktop.domain.agreements import (
    Agreement,
    AgreementStatus,
    IncludedInvoice,
    Instalment,
    InstalmentStatus,
)
from desktop.domain.money import Money

SIGNED = date(2026, 6, 10)
CAPITAL, INTEREST, TAX = 50_000, 1_000, 220

RULES = AgreementRules(
    can_simulate=True,
    can_request=True,
    holder_only=True,
    mode=CollectionMode.OWN_COUPON,
    nominal_rate=Decimal(24),
    tax_rate=Decimal(22),
    late_rate=Decimal(0),
    min_instalments=1,
    max_instalments=60,
    min_instalment=1,
    min_down_payment=Decimal(10),
    min_debt=1,
    max_debt=None,
    max_active=1,
    max_broken=0,
    broken_months=12,
    consecutive_unpaid=3,
    total_unpaid=6,
    days_to_pay=5,
    rounding=1,
    consent_version="1",
    consent="Acepto.",
    paper=("El titular reconoce la deuda.", "El acuerdo queda vigente con el anticipo."),
)


def pesos(minor: int) -> Money:
    """Minor units of UYU."""
    return Money(minor, "UYU")


def agreement(states: str = "pp..", **fields: Any) -> Agreement:
    """One instalment for each letter of `states`: paid, overdue in the books (`o`), half paid
    (`h`), cancelled (`c`) or pending (a dot). They are due from July 2026 on, on the tenth."""
    made = Agreement(
        id="7",
        contract_id="1",
        number="AC-2026-000007-1",
        status=AgreementStatus.ACTIVE,
        exit_reason=None,
        note="",
        mode=CollectionMode.OWN_COUPON,
        requested_at=datetime(2026, 6, 9, 15, 20, tzinfo=UTC),
        accepted_on=SIGNED,
        ended_on=None,
        debt=pesos(len(states) * CAPITAL + 44_000),
        arrears=pesos(0),
        arrears_tax=pesos(0),
        down_payment=pesos(44_000),
        down_payment_id="7000",
        down_payment_due=date(2026, 6, 17),
        down_payment_paid=pesos(44_000),
        down_payment_paid_on=date(2026, 6, 12),
        nominal_rate=Decimal(24),
        tax_rate=Decimal(22),
        consecutive_unpaid=3,
        total_unpaid=4,
        consent_version="2026-02",
        signed_by="María Pérez",
        instalments=tuple(_instalment(n, state) for n, state in enumerate(states, start=1)),
        invoices=(
            IncludedInvoice("11", "A-11", pesos(122_000)),
            IncludedInvoice("12", "A-12", pesos(122_000)),
        ),
        origin_op_id=None,
    )
    return replace(made, **fields)


_STATES = {
    "p": InstalmentStatus.PAID,
    "o": InstalmentStatus.OVERDUE,
    "h": InstalmentStatus.PARTIAL,
    "c": InstalmentStatus.CANCELLED,
    ".": InstalmentStatus.PENDING,
}


def _instalment(number: int, state: str) -> Instalment:
    total = CAPITAL + INTEREST + TAX
    paid = {"p": total, "h": total // 2}.get(state, 0)
    due = month_later(SIGNED, number)
    return Instalment(
        id=str(7000 + number),
        number=number,
        due_date=due,
        capital=pesos(CAPITAL),
        interest=pesos(INTEREST),
        tax=pesos(TAX),
        paid=pesos(paid),
        paid_on=due if state == "p" else None,
        status=_STATES[state],
    )
