"""What is paid and open of an invoice, and the state that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from backend.base import table_of
from backend.invoices.models import Invoice, PaymentAllocation, PaymentStatus
from backend.loader.rows import Row
from backend.loader.write.batch import Batch, Known, Values, chunks, minor

# States that the amounts decide; the others are decisions of the utility and stay.
_BY_AMOUNTS = (PaymentStatus.PENDING, PaymentStatus.PARTIALLY_PAID, PaymentStatus.PAID)
_NOTHING_OPEN = (PaymentStatus.CANCELLED, PaymentStatus.COMPENSATED)


def settled(batch: Batch, invoices: Iterable[int]) -> dict[int, int]:
    """Sum of the payments by invoice id; an invoice without payments is not in it."""
    share = table_of(PaymentAllocation)
    found: dict[int, int] = {}
    for chunk in chunks(sorted(set(invoices))):
        query = (
            select(share.c.invoice_id, func.sum(share.c.amount))
            .where(share.c.invoice_id.in_(chunk))
            .group_by(share.c.invoice_id)
        )
        found.update((at, int(amount)) for at, amount in batch.connection.execute(query))
    return found


def balance_of(row: Row, values: Values, before: Known | None, by_payments: int | None) -> Values:
    """`paid`, `open` and `payment_status` of an invoice that is being loaded."""
    said = row.get("payment_status") or (before["payment_status"] if before else None)
    total = values["total"]
    if by_payments is not None:
        paid = by_payments
    elif isinstance(amount := row.get("paid"), Decimal):
        paid = minor(amount, values["currency"], "paid")
    elif said == PaymentStatus.PAID:
        paid = total
    else:
        paid = before["paid"] if before else 0
    return balance(total, paid, said)


def balance(total: int, paid: int, said: Any) -> Values:
    """`said` stands where it is a decision; otherwise the amounts tell the state."""
    if said in _NOTHING_OPEN:
        return {"paid": paid, "open": 0, "payment_status": PaymentStatus(said)}
    left = total - paid
    if said is not None and said not in _BY_AMOUNTS:
        return {"paid": paid, "open": left, "payment_status": PaymentStatus(said)}
    if left == 0:
        status = PaymentStatus.PAID
    else:
        status = PaymentStatus.PARTIALLY_PAID if paid else PaymentStatus.PENDING
    return {"paid": paid, "open": left, "payment_status": status}


def rebalance(batch: Batch, invoices: Iterable[int]) -> None:
    """Work out paid, open and state of these invoices again after payments moved."""
    rows = batch.find(Invoice, "id", invoices)
    sums = settled(batch, rows)
    wanted = {
        at: balance(row["total"], sums.get(at, 0), row["payment_status"])
        for at, row in rows.items()
    }
    batch.touch("invoice", batch.upsert(Invoice, wanted, rows, counted=False))
