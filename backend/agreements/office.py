"""What the utility's people do with agreements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from backend.agreements import life, repository
from backend.agreements.calendar import today_of, working_days_after
from backend.agreements.models import Agreement, AgreementStatus, ExitReason
from backend.agreements.payable import instalment_of
from backend.agreements.postings import counter_payment
from backend.agreements.rules import AgreementRules
from backend.office.acts import Act, Desk, OfficeRefusedError
from backend.policies.rules import rules_of

Number = Annotated[str, Field(max_length=40, description="the agreement's number")]
Note = Annotated[str, Field(max_length=1000, description="what the customer is told")]


class AcceptForm(BaseModel):
    """Accept a request."""

    number: Number


class RejectForm(BaseModel):
    """Reject a request, with the reason in words."""

    number: Number
    note: Annotated[str, Field(min_length=1, max_length=1000, description="why, in words")]


class CancelForm(BaseModel):
    """End an agreement that nobody broke."""

    number: Number
    reason: ExitReason = Field(ExitReason.CUSTOMER_REQUEST, description="why")
    note: Note = ""


class DownPaymentForm(BaseModel):
    """A down payment that arrived; today unless `paid_on` says when."""

    number: Number
    paid_on: date | None = Field(None, description="when it arrived (YYYY-MM-DD)")


class InstalmentForm(BaseModel):
    """An instalment that arrived, whole unless `amount` says how much of it."""

    number: Number
    instalment: Annotated[int, Field(ge=1, le=120, description="which one")]
    amount: Annotated[int | None, Field(ge=1, le=10**15, description="minor units")] = None
    paid_on: date | None = Field(None, description="when it arrived (YYYY-MM-DD)")


class RunForm(BaseModel):
    """What a new day brings; today unless `on` says which day."""

    on: date | None = Field(None, description="as if it were this day (YYYY-MM-DD)")


def _step(desk: Desk, number: str, step: Callable[[Agreement, date], None]) -> dict[str, Any]:
    agreement = repository.by_number(desk.session, number)
    if agreement is None:
        raise OfficeRefusedError("no-agreement", number)
    try:
        step(agreement, today_of(desk.session, desk.now))
    except life.NotPossibleError as error:
        raise OfficeRefusedError(error.reason, error.detail) from error
    return {"number": agreement.number, "status": agreement.status.value}


def accept(desk: Desk, form: AcceptForm) -> dict[str, Any]:
    """Accept; the down payment is due by the rules of today."""
    rules = rules_of(desk.session, AgreementRules)
    if rules is None:
        raise OfficeRefusedError("not-offered")
    days = rules.days_to_pay

    def step(agreement: Agreement, today: date) -> None:
        due = working_days_after(desk.session, today, days)
        life.accept(desk.session, agreement, today, due)

    return _step(desk, form.number, step)


def reject(desk: Desk, form: RejectForm) -> dict[str, Any]:
    """Reject what was requested."""

    def step(agreement: Agreement, today: date) -> None:
        if agreement.status is not AgreementStatus.REQUESTED:
            raise life.NotPossibleError("state", agreement.status)
        life.cancel(desk.session, agreement, today, ExitReason.REJECTED, form.note)

    return _step(desk, form.number, step)


def cancel(desk: Desk, form: CancelForm) -> dict[str, Any]:
    """Cancel at any point under way."""
    if form.reason in (ExitReason.COMPLETED, ExitReason.NON_PAYMENT):
        raise OfficeRefusedError("reason", form.reason)

    def step(agreement: Agreement, today: date) -> None:
        life.cancel(desk.session, agreement, today, form.reason, form.note)

    return _step(desk, form.number, step)


def register_down_payment(desk: Desk, form: DownPaymentForm) -> dict[str, Any]:
    """Money at the counter for the down payment."""

    def step(agreement: Agreement, today: date) -> None:
        on = form.paid_on or today
        minor = life.down_payment_open(agreement)
        life.pay_down(desk.session, agreement, on, minor)
        counter_payment(desk.session, agreement, 0, on, minor)

    return _step(desk, form.number, step)


def register_instalment(desk: Desk, form: InstalmentForm) -> dict[str, Any]:
    """Money at the counter for an instalment."""

    def step(agreement: Agreement, today: date) -> None:
        one = instalment_of(agreement, form.instalment)
        if one is None:
            raise life.NotPossibleError("no-instalment", str(form.instalment))
        on = form.paid_on or today
        minor = one.open if form.amount is None else form.amount
        life.pay(desk.session, agreement, one, on, minor)
        counter_payment(desk.session, agreement, one.number, on, minor)

    return _step(desk, form.number, step)


def run_day(desk: Desk, form: RunForm) -> dict[str, Any]:
    """Mark what is overdue, break what is broken, cancel what was never paid."""
    return night(desk.session, form.on or today_of(desk.session, desk.now))


def night(session: Session, on: date) -> dict[str, Any]:
    """What the day `on` brings to every agreement under way: how many changed, and the numbers
    of those that ended."""
    changed = [
        agreement
        for agreement in repository.under_way(session)
        if life.grow_old(session, agreement, on)
    ]
    broken = [one.number for one in changed if one.status is AgreementStatus.BROKEN]
    ended = [one.number for one in changed if one.status is AgreementStatus.CANCELLED]
    return {"changed": len(changed), "broken": broken, "cancelled": ended}


ACTS = (
    Act("accept-agreement", AcceptForm, accept, "accept a request for a payment agreement"),
    Act("reject-agreement", RejectForm, reject, "reject a request for a payment agreement"),
    Act("cancel-agreement", CancelForm, cancel, "end an agreement that nobody broke"),
    Act(
        "register-down-payment",
        DownPaymentForm,
        register_down_payment,
        "take an agreement's down payment at the counter",
    ),
    Act(
        "register-instalment",
        InstalmentForm,
        register_instalment,
        "take an instalment at the counter",
    ),
    Act("run-agreements", RunForm, run_day, "mark overdue instalments and break agreements"),
)
