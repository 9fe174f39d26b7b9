"""What the utility's people do about payments."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from backend.banks.adapter import StatementError
from backend.banks.models import Bank
from backend.banks.registry import parser_of
from backend.clock import iso
from backend.invoices.models import Payment
from backend.movements.post import post
from backend.office.acts import Act, Desk, OfficeRefusedError
from backend.office.lookup import contract_by_number
from backend.payments.learning import book, close, hold
from backend.payments.models import (
    OPEN,
    BankTransaction,
    Decision,
    IntentState,
    PaymentIntent,
    PaymentReview,
    Review,
)
from backend.payments.opening import held
from backend.payments.reconcile import reconcile
from backend.payments.targets import due_key, targets

# PostgreSQL has no room for NUL in a text.
PRINTABLE = r"^[^\x00]*$"


class ReviewsForm(BaseModel):
    """Nothing has to be said."""

    model_config = ConfigDict(extra="forbid")


class SettleForm(BaseModel):
    """One review and what is to be done: `credit` pays what the contract owes, the oldest first,
    and leaves the rest in its favour; `refund` gives the money back; `close` needs no money."""

    model_config = ConfigDict(extra="forbid")

    review: int = Field(ge=1, description="number of the review")
    how: Literal["credit", "refund", "close"] = Field(description="credit, refund or close")
    contract: str | None = Field(
        None, max_length=40, pattern=PRINTABLE, description="whose the money is"
    )
    note: str = Field(
        "", max_length=200, pattern=PRINTABLE, description="why, or the refund's own number"
    )


class ReconcileForm(BaseModel):
    """A bank's daily file as text."""

    model_config = ConfigDict(extra="forbid")

    bank: str = Field(pattern="^[a-z0-9_]{1,24}$", description="the bank's code")
    statement: str = Field(max_length=60_000, description="the daily file")


def list_reviews(desk: Desk, _form: ReviewsForm) -> dict[str, Any]:
    """What waits for a decision, the oldest first."""
    query = (
        select(PaymentReview)
        .where(PaymentReview.decision == Decision.OPEN)
        .order_by(PaymentReview.id)
        .limit(200)
    )
    waiting = [
        {
            "review": row.id,
            "reason": row.reason,
            "amount": row.amount,
            "opened_at": iso(row.opened_at),
            "payment": _pay_id(desk, row),
        }
        for row in desk.session.scalars(query)
    ]
    return {"reviews": waiting}


def settle_review(desk: Desk, form: SettleForm) -> dict[str, Any]:
    """Decide about money that found no debt, or about an order that the bank never answered."""
    review = desk.session.get(PaymentReview, form.review, with_for_update=True)
    if review is None or review.decision is not Decision.OPEN:
        raise OfficeRefusedError("no-such-review", str(form.review))
    intent = desk.session.get(PaymentIntent, review.intent_id) if review.intent_id else None
    if intent is not None:
        hold(desk.session, intent)
    left = review.amount
    if form.how == "close":
        _close(desk, review, intent)
    else:
        row = _money_of(desk, review)
        if form.how == "credit":
            left = _credit(desk, _booked(desk, row, form), left)
        else:
            _refund(desk, row, left, form.note)
            left = 0
    decisions = {"credit": Decision.CREDITED, "refund": Decision.REFUNDED}
    review.decision = decisions.get(form.how, Decision.CLOSED)
    review.closed_at, review.note = desk.now, form.note
    return {"review": review.id, "decision": review.decision, "left": left}


def reconcile_bank(desk: Desk, form: ReconcileForm) -> dict[str, Any]:
    """Hold a daily file against the books."""
    bank = desk.session.scalar(select(Bank).where(Bank.code == form.bank))
    if bank is None:
        raise OfficeRefusedError("unknown-bank", form.bank)
    try:
        file = list(parser_of(bank.adapter)(form.statement.encode()))
    except StatementError as error:
        raise OfficeRefusedError("unreadable-statement", str(error)) from error
    return asdict(reconcile(desk.session, desk.now, bank, file))


def _pay_id(desk: Desk, review: PaymentReview) -> str | None:
    intent = desk.session.get(PaymentIntent, review.intent_id) if review.intent_id else None
    return None if intent is None else intent.pay_id


def _close(desk: Desk, review: PaymentReview, intent: PaymentIntent | None) -> None:
    if review.amount:
        raise OfficeRefusedError("money-left", "credit it or refund it")
    if review.reason is Review.UNANSWERED and intent is not None and intent.state in OPEN:
        close(intent, desk.now, IntentState.EXPIRED, "unanswered")


def _money_of(desk: Desk, review: PaymentReview) -> BankTransaction:
    at = review.transaction_id
    row = desk.session.get(BankTransaction, at) if at is not None else None
    if row is None or not review.amount:
        raise OfficeRefusedError("no-money", "there is nothing to credit or to refund")
    return row


def _booked(desk: Desk, row: BankTransaction, form: SettleForm) -> Payment:
    """The money as part of an account; what belongs to nobody yet becomes that of the contract
    that the form names."""
    if row.payment_id is not None:
        return desk.session.get_one(Payment, row.payment_id)
    if form.contract is None:
        raise OfficeRefusedError("contract-missing", "say whose the money is")
    contract = contract_by_number(desk, form.contract)
    if contract.currency != row.currency:
        raise OfficeRefusedError("other-currency", "refund it, or credit what it was changed into")
    return book(desk.session, row, contract.id, desk.session.get_one(Bank, row.bank_id))


def _credit(desk: Desk, payment: Payment, left: int) -> int:
    """Pay what the contract owes, but for what somebody is paying just now; what is left over."""
    owed = [
        (name, due)
        for name, target in targets().items()
        for due in target.dues(desk.session, payment.contract_id)
        if due.currency == payment.currency
    ]
    for name, due in sorted(owed, key=lambda pair: due_key(pair[1])):
        if left and held(desk.session, [(name, due.id)]) is None:
            left -= targets()[name].settle(desk.session, due.id, min(left, due.open), payment)
    return left


def _refund(desk: Desk, row: BankTransaction, amount: int, note: str) -> None:
    """Money that no account holds leaves none."""
    if row.payment_id is None:
        return
    payment = desk.session.get_one(Payment, row.payment_id)
    post(
        desk.session,
        payment.contract_id,
        "refund",
        desk.now.date(),
        note[:40] or payment.reference,
        f"Devolución del pago {payment.reference}",
        debit=amount,
        source=f"refund:{row.id}",
    )


ACTS = (
    Act("list-payment-reviews", ReviewsForm, list_reviews, "what money waits for a decision"),
    Act("settle-payment-review", SettleForm, settle_review, "credit, refund or close a review"),
    Act("reconcile-bank", ReconcileForm, reconcile_bank, "hold a bank's daily file to the books"),
)
