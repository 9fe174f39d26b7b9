"""Money for agreements that people bring to the counter, in the books like any other."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.agreements.models import Agreement
from backend.invoices.models import Payment

CHANNEL = "counter"


def take_payment(session: Session, agreement: Agreement, number: int, on: date, minor: int) -> None:
    """Write down a payment for the down payment (number 0) or an instalment."""
    prefix = f"{agreement.number}/{number}"
    count = session.scalar(
        select(func.count(Payment.id)).where(Payment.reference.startswith(f"{prefix}."))
    )
    reference = f"{prefix}.{(count or 0) + 1}"
    session.add(
        Payment(
            contract_id=agreement.contract_id,
            reference=reference,
            paid_on=on,
            currency=agreement.currency,
            amount=minor,
            channel=CHANNEL,
        )
    )
