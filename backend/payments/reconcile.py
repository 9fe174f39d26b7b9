"""The bank's daily file held against the books. What only the bank knows is taken over; what only
we know, or know otherwise, is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.banks.adapter import Money
from backend.banks.models import Bank
from backend.payments.learning import Taken, take
from backend.payments.models import BankTransaction


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Counts of transactions; `differing` and `missing` are the bank's numbers of those whose
    amount is another here, and of those of the same days that the file does not have."""

    lines: int
    known: int
    credited: int
    review: int
    amount: int
    differing: tuple[str, ...]
    missing: tuple[str, ...]


def reconcile(session: Session, now: datetime, bank: Bank, file: Sequence[Money]) -> Reconciliation:
    """Take a daily file over. Doing it twice changes nothing the second time."""
    counts = dict.fromkeys(Taken, 0)
    for money in file:
        counts[take(session, now, bank, money, "file")] += 1
    ours = _ours(session, bank, file)
    theirs = {money.transaction: money for money in file}
    return Reconciliation(
        lines=len(file),
        known=counts[Taken.KNOWN],
        credited=counts[Taken.CREDITED],
        review=counts[Taken.REVIEW],
        amount=sum(money.amount for money in file),
        differing=tuple(
            name
            for name, money in theirs.items()
            if (ours[name].amount, ours[name].currency) != (money.amount, money.currency)
        ),
        missing=tuple(sorted(ours.keys() - theirs.keys())),
    )


def _ours(session: Session, bank: Bank, file: Sequence[Money]) -> dict[str, BankTransaction]:
    """Our transactions from the first to the last instant of the file."""
    if not file:
        return {}
    times = [money.at for money in file]
    query = select(BankTransaction).where(
        BankTransaction.bank_id == bank.id,
        BankTransaction.at >= min(times),
        BankTransaction.at <= max(times),
    )
    ours = {row.transaction_id: row for row in session.scalars(query)}
    for money in file:  # known under another time
        if money.transaction not in ours:
            row = session.scalars(
                select(BankTransaction).where(
                    BankTransaction.bank_id == bank.id,
                    BankTransaction.transaction_id == money.transaction,
                )
            ).one()
            ours[money.transaction] = row
    return ours
