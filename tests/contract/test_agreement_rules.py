"""What the app simulates is what the service computes: one table of cases, and any others."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.agreements import figures, limits
from backend.agreements.rules import AgreementRules as TheirRules
from backend.invoices import models as theirs
from desktop.domain import agreement_plan as ours
from desktop.domain.invoices import DueTerm, Invoice, InvoiceKind, PaymentStatus
from desktop.domain.money import Money

TODAY = date(2026, 11, 16)
HOLIDAYS = {date(2026, 12, 25), date(2027, 1, 1), date(2027, 1, 6), date(2027, 5, 1)}
RULES: dict[str, Any] = {
    "can_simulate": True,
    "can_request": True,
    "holder_only": True,
    "mode": "own_coupon",
    "nominal_rate": Decimal(24),
    "tax_rate": Decimal(22),
    "late_rate": Decimal("13.2"),
    "min_instalments": 2,
    "max_instalments": 48,
    "min_instalment": 20_000,
    "min_down_payment": Decimal(10),
    "min_debt": 50_000,
    "max_debt": 10_000_000,
    "max_active": 1,
    "max_broken": 1,
    "broken_months": 24,
    "consecutive_unpaid": 3,
    "total_unpaid": 6,
    "days_to_pay": 5,
    "rounding": 1,
    "consent_version": "1",
    "consent": "Acepto.",
    "paper": (),
}


def next_working_day(day: date) -> date:
    """Weekends and some holidays are free."""
    while day.weekday() > 4 or day in HOLIDAYS:
        day += timedelta(days=1)
    return day


@dataclass(frozen=True)
class Owed:
    """An invoice of both sides."""

    amount: int
    due: date | None = date(2026, 10, 1)
    status: str = "pending"
    currency: str = "UYU"

    def our(self, number: str) -> Invoice:
        """As the app has it."""
        money = Money(self.amount, self.currency)
        return Invoice(
            id=number,
            contract_id="1",
            number=number,
            kind=InvoiceKind.INVOICE,
            issue_date=TODAY,
            period_start=None,
            period_end=None,
            due_terms=(DueTerm(self.due, money),) if self.due else (),
            period_charge=money,
            previous_balance=money,
            total=money,
            paid=money,
            open=money,
            payment_status=PaymentStatus(self.status),
            lines=(),
            readings=(),
            document=None,
            replaced_by=None,
            agreement_number=None,
            claim_number=None,
        )

    def their(self, number: str) -> limits.Candidate:
        """As the service has it."""
        status = theirs.PaymentStatus(self.status)
        return limits.Candidate(number, status, self.amount, self.currency, self.due)


@dataclass(frozen=True)
class Case:
    """What is asked for, and what comes of it: a reason, or the shares' totals."""

    owed: tuple[Owed, ...]
    down: int
    count: int
    outcome: str | tuple[int, ...]
    rules: dict[str, Any] = field(default_factory=dict)


HUNDRED = (Owed(1_000_000, None),)
FREE = {"nominal_rate": Decimal(0), "min_down_payment": Decimal(0)}
CASES = {
    # 10 000 at 24 % a year in 3: 3 467,55 by hand, and 22 % of 200,00, 134,65 and 67,99.
    "french": Case(HUNDRED, 0, 3, (351_155, 349_717, 348_250), {"min_down_payment": Decimal(0)}),
    "no interest": Case(HUNDRED, 0, 3, (333_333, 333_333, 333_334), FREE),
    "whole pesos": Case(HUNDRED, 0, 3, (333_300, 333_300, 333_400), FREE | {"rounding": 100}),
    "down payment": Case(HUNDRED, 100_000, 2, (467_505, 465_544)),
    "one instalment": Case(HUNDRED, 0, 1, (1_000_000,), FREE | {"min_instalments": 1}),
    # 46 days late: 166,36 of interest and 36,60 of tax on it are divided as well.
    "late": Case((Owed(1_000_000),), 0, 2, (510_148, 510_148), FREE),
    "due today is not late": Case((Owed(1_000_000, TODAY),), 0, 2, (500_000, 500_000), FREE),
    "several": Case((Owed(600_000, None), Owed(400_000, None)), 0, 2, (500_000, 500_000), FREE),
    "nothing chosen": Case((), 0, 3, "no_invoice"),
    "in claim": Case((*HUNDRED, Owed(5, None, "in_claim")), 0, 3, "invoice_in_claim"),
    "in agreement": Case((Owed(5, None, "in_agreement"),), 0, 3, "invoice_in_agreement"),
    "in process": Case((Owed(5, None, "in_process"),), 0, 3, "invoice_not_payable"),
    "paid": Case((Owed(5, None, "paid"),), 0, 3, "invoice_not_payable"),
    "a credit": Case((Owed(-5, None),), 0, 3, "invoice_not_payable"),
    "dollars": Case((Owed(10**6, None, "pending", "USD"),), 0, 3, "invoice_not_payable"),
    "partly paid": Case((Owed(10**6, None, "partially_paid"),), 0, 2, (500_000, 500_000), FREE),
    "small debt": Case((Owed(49_999, None),), 10_000, 2, "debt_low"),
    "large debt": Case((Owed(10_000_001, None),), 2_000_000, 2, "debt_high"),
    "large without limit": Case(
        (Owed(10_000_002, None),), 0, 2, (5_000_001,) * 2, FREE | {"max_debt": None}
    ),
    "too few": Case(HUNDRED, 100_000, 1, "instalments"),
    "too many": Case(HUNDRED, 100_000, 49, "instalments"),
    "little down": Case(HUNDRED, 99_999, 3, "down_payment_low"),
    "all down": Case(HUNDRED, 1_000_000, 3, "down_payment_high"),
    "small instalments": Case((Owed(100_000, None),), 10_000, 12, "instalment_low"),
    "repays nothing": Case(
        (Owed(100, None),),
        0,
        48,
        "instalment_low",
        {
            "min_debt": 1,
            "min_instalment": 1,
            "min_down_payment": Decimal(0),
            "nominal_rate": Decimal(60),
        },
    ),
}


def our(case: Case) -> Any:
    rules = ours.AgreementRules(**(RULES | case.rules | {"mode": ours.CollectionMode.OWN_COUPON}))
    chosen = [owed.our(str(n)) for n, owed in enumerate(case.owed)]
    down = Money(case.down, "UYU")
    return ours.judge(chosen, down, case.count, TODAY, rules, next_working_day)


def their(case: Case) -> Any:
    rules = TheirRules.model_validate(RULES | case.rules | {"paper": []})
    chosen = [owed.their(str(n)) for n, owed in enumerate(case.owed)]
    unfit = limits.refusal_of_invoices(chosen, "UYU")
    return unfit or limits.judge(chosen, case.down, case.count, TODAY, rules, next_working_day)


def told(made: Any) -> Any:
    """A plan or a refusal of either side in plain values."""
    if not hasattr(made, "shares"):
        return str(made.reason), dict(made.data)
    base = made.base
    amounts = (base.debt, base.arrears, base.arrears_tax, made.down_payment, made.principal)
    rows = [
        (s.number, s.due, *map(minor, (s.capital, s.interest, s.tax, s.total))) for s in made.shares
    ]
    return [*map(minor, (*amounts, made.interest, made.tax, made.total))], rows


def minor(amount: Any) -> int:
    return amount.minor if isinstance(amount, Money) else amount


@pytest.mark.parametrize("name", CASES)
def test_both_sides_come_to_the_outcome_of_the_table(name: str) -> None:
    case = CASES[name]
    mine, yours = our(case), their(case)
    assert told(mine) == told(yours)
    if isinstance(case.outcome, str):
        assert mine.reason == case.outcome
    else:
        assert tuple(share.total.minor for share in mine.shares) == case.outcome


def test_every_obstacle_of_the_figures_is_in_the_table() -> None:
    of_contract = {"contract_ended", "not_holder", "active_agreement", "broken_agreements"}
    met = {case.outcome for case in CASES.values() if isinstance(case.outcome, str)}
    assert met | of_contract == {obstacle.value for obstacle in ours.Obstacle}


cases = st.builds(
    Case,
    st.lists(
        st.builds(
            Owed,
            st.integers(-10, 5_000_000),
            st.none() | st.dates(date(2024, 1, 1), date(2027, 1, 1)),
            st.sampled_from(["pending"] * 6 + ["partially_paid", "in_claim", "paid"]),
        ),
        max_size=4,
    ).map(tuple),
    st.integers(0, 2_000_000),
    st.integers(1, 60),
    st.just(""),
    st.fixed_dictionaries(
        {
            "nominal_rate": st.decimals(0, 120, places=2),
            "tax_rate": st.decimals(0, 30, places=1),
            "late_rate": st.decimals(0, 60, places=2),
            "rounding": st.sampled_from([1, 10, 100]),
            "min_instalment": st.integers(1, 50_000),
            "min_down_payment": st.decimals(0, 40, places=2),
        }
    ),
)


@given(cases)
@settings(max_examples=200, deadline=None)
def test_both_sides_agree_on_anything(case: Case) -> None:
    assert told(our(case)) == told(their(case))


def test_the_figures_are_typed_by_their_own_side() -> None:
    assert isinstance(their(CASES["french"]), figures.Plan)
    assert isinstance(our(CASES["french"]), ours.Plan)
