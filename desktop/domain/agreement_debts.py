"""What of an agreement is to be paid now."""

from __future__ import annotations

from datetime import date

from desktop.domain.agreements import Agreement, AgreementStatus
from desktop.domain.paying import Owed
from desktop.domain.payments import PayItem

INSTALMENT = "instalment"


def to_pay(agreement: Agreement, today: date, down_payment: str) -> tuple[Owed, ...]:
    """The down payment, called `down_payment`, while it is awaited; otherwise every instalment
    that is overdue, or the next one where none is."""
    number = agreement.number
    if agreement.status is AgreementStatus.AWAITING_DOWN_PAYMENT:
        left = agreement.down_payment - agreement.down_payment_paid
        if agreement.down_payment_id is None or not left:
            return ()
        item = PayItem(INSTALMENT, agreement.down_payment_id, f"{number} · {down_payment}", left)
        due = agreement.down_payment_due
        return (Owed(item, due, due is not None and due < today),)
    coming = agreement.next_instalment
    if coming is None:
        return ()
    count = len(agreement.instalments)
    return tuple(
        Owed(
            PayItem(INSTALMENT, one.id, f"{number} · {one.number}/{count}", one.open),
            one.due_date,
            one.due_date < today,
        )
        for one in agreement.overdue(today) or (coming,)
    )
