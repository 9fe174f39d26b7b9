"""What the bank says becomes what the books say. Money is never dropped and never taken twice:
each transaction of a bank is written once, and whatever has no debt to go to is a task of the
office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.banks.adapter import Money, Outcome, Status
from backend.banks.models import Bank
from backend.base import insert_missing, table_of
from backend.catalogue.models import Utility
from backend.feed.publish import lock
from backend.invoices.models import Payment
from backend.movements.post import post
from backend.payments.models import (
    OPEN,
    BankTransaction,
    IntentState,
    PaymentIntent,
    PaymentReview,
    Review,
)
from backend.payments.money import shares
from backend.payments.targets import targets
from backend.submissions.references import reference

CHANNEL = "web_bank"


class Taken(StrEnum):
    """What became of money: it was known, it found its debts, or the office has to look."""

    KNOWN = "known"
    CREDITED = "credited"
    REVIEW = "review"


def learn(
    session: Session, now: datetime, intent: PaymentIntent, status: Status, give_up: timedelta
) -> None:
    """Take the bank's word for an attempt. What was said before, or is older, changes nothing."""
    hold(session, intent)
    for money in status.money:
        take(session, now, intent.bank, money, "bank")
    if intent.state not in OPEN:
        return
    if status.outcome is Outcome.PROCESSING:
        intent.state = IntentState.PENDING
    elif status.outcome is Outcome.REFUSED:
        close(intent, now, IntentState.FAILED, status.reason or "refused")
    elif status.outcome is Outcome.CANCELLED:
        is_late = now >= intent.expires_at
        close(intent, now, IntentState.EXPIRED if is_late else IntentState.CANCELLED)
    if intent.state in OPEN and now - intent.created_at >= give_up:
        give_to_office(session, now, intent)


def give_to_office(session: Session, now: datetime, intent: PaymentIntent) -> None:
    """The bank does not say what became of an attempt: somebody has to ask it."""
    query = select(PaymentReview.id).where(
        PaymentReview.intent_id == intent.id, PaymentReview.reason == Review.UNANSWERED
    )
    if session.scalar(query) is None:
        session.add(PaymentReview(intent_id=intent.id, reason=Review.UNANSWERED, opened_at=now))
        session.flush()


def close(intent: PaymentIntent, now: datetime, state: IntentState, reason: str = "") -> None:
    """End an attempt without money: its debts may be paid otherwise."""
    intent.state, intent.reason, intent.closed_at = state, reason[:40], now
    for item in intent.items:
        item.is_open = False


def hold(session: Session, intent: PaymentIntent) -> None:
    """Wait for whoever is at work on the contract, and see the attempt as it is then."""
    lock(session.connection(), [intent.contract_id])
    session.refresh(intent)


def take(session: Session, now: datetime, bank: Bank, money: Money, source: str) -> Taken:
    """Write down money that a bank says arrived, once, and credit it."""
    intent = session.scalar(
        select(PaymentIntent).where(
            PaymentIntent.bank_id == bank.id, PaymentIntent.bank_order == money.order
        )
    )
    if intent is not None:
        hold(session, intent)
    row = _written(session, now, bank, money, source, intent)
    if row is None:
        return Taken.KNOWN
    if intent is None:
        reason: Review | None = Review.UNKNOWN_ORDER
        left = money.amount
    else:
        reason, left = _credit(session, now, intent, row)
    if reason is None:
        return Taken.CREDITED
    session.add(
        PaymentReview(
            intent_id=intent.id if intent else None,
            transaction_id=row.id,
            reason=reason,
            amount=left,
            opened_at=now,
        )
    )
    session.flush()
    return Taken.REVIEW


def book(
    session: Session,
    row: BankTransaction,
    contract_id: int,
    bank: Bank,
    settles: Sequence[str] = (),
) -> Payment:
    """Make a transaction money of a contract: a receipt, and a line in its account, for the debts
    with these references."""
    utility = session.get(Utility, 1)
    zone = ZoneInfo(utility.zone if utility else "UTC")
    payment = Payment(
        contract_id=contract_id,
        reference=reference("P", row.at.astimezone(zone).year, row.id),
        paid_on=row.at.astimezone(zone).date(),
        currency=row.currency,
        amount=row.amount,
        channel=CHANNEL,
    )
    session.add(payment)
    session.flush()
    row.payment_id = payment.id
    post(
        session,
        contract_id,
        "payment",
        payment.paid_on,
        payment.reference,
        f"Pago por {bank.name}",
        credit=payment.amount,
        source=f"payment:{payment.id}",
        settles=settles,
    )
    return payment


def _written(
    session: Session,
    now: datetime,
    bank: Bank,
    money: Money,
    source: str,
    intent: PaymentIntent | None,
) -> BankTransaction | None:
    table = table_of(BankTransaction)
    values = {
        "bank_id": bank.id,
        "transaction_id": money.transaction,
        "bank_order": money.order,
        "intent_id": intent.id if intent else None,
        "currency": money.currency,
        "amount": money.amount,
        "at": money.at,
        "arrived_at": now,
        "source": source,
    }
    connection = session.connection()
    statement = insert_missing(connection, table, "bank_id", "transaction_id").values(values)
    new_id = connection.execute(statement.returning(table.c.id)).scalar()
    return None if new_id is None else session.get_one(BankTransaction, new_id)


def _credit(
    session: Session, now: datetime, intent: PaymentIntent, row: BankTransaction
) -> tuple[Review | None, int]:
    """Credit what the attempt was for; why the office has to look, and how much is left over."""
    was_paid = intent.state is IntentState.PAID
    was_open = intent.state in OPEN
    if (
        row.currency != intent.currency
    ):  # an account has one currency: the office converts or returns
        close(intent, now, IntentState.PAID)
        return Review.CURRENCY, row.amount
    labels = [item.label for item in intent.items]
    payment = book(session, row, intent.contract_id, intent.bank, labels)
    left = row.amount
    wanted = shares(left, [item.amount - item.credited for item in intent.items])
    for item, part in zip(intent.items, wanted, strict=True):
        if part:
            got = targets()[item.target].settle(session, item.target_id, part, payment)
            item.credited += got
            left -= got
    if not was_paid:
        close(intent, now, IntentState.PAID)
    session.flush()
    if was_paid:
        return Review.TWICE, left
    if row.amount != intent.amount:
        return (Review.SHORT if row.amount < intent.amount else Review.OVER), left
    if not was_open:
        return Review.LATE, left
    return (Review.NOT_OWED if left else None), left
