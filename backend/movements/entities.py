"""Lines of accounts as the feed shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from backend.feed.wire import Entity, day
from backend.invoices.models import Invoice, PaymentAllocation
from backend.movements.models import Movement

_allocation = PaymentAllocation.__table__.c


def movements(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `movement`; a payment names the invoices that it was shared out among."""
    rows = connection.execute(select(*Movement.__table__.c).where(Movement.id.in_(ids))).all()
    shares = _shares(connection, (_id(row.source, "payment") for row in rows))
    for row in rows:
        invoice_id = _id(row.source, "invoice")
        settles = row.settles.split("\n") if row.settles else []
        body = {
            "id": str(row.id),
            "contract_id": str(row.contract_id),
            "order": row.id,
            "kind": row.kind,
            "posted_on": day(row.posted_on),
            "due_on": day(row.due_on),
            "reference": row.reference,
            "description": row.description,
            "currency": row.currency,
            "debit": row.debit,
            "credit": row.credit,
            "invoice_id": None if invoice_id is None else str(invoice_id),
            "settles": settles or shares.get(_id(row.source, "payment"), []),
        }
        yield Entity(row.id, row.contract_id, body)


def _id(source: str | None, table: str) -> int | None:
    """The id in `payment:7` or `payment:7:back`, where that is the table."""
    parts = (source or "").split(":")
    return int(parts[1]) if parts[0] == table and len(parts) > 1 and parts[1].isdecimal() else None


def _shares(connection: Connection, payments: Iterable[int | None]) -> dict[int | None, list[str]]:
    wanted = sorted({payment for payment in payments if payment is not None})
    if not wanted:
        return {}
    query = (
        select(_allocation.payment_id, Invoice.__table__.c.number)
        .join(Invoice.__table__, Invoice.__table__.c.id == _allocation.invoice_id)
        .where(_allocation.payment_id.in_(wanted))
        .order_by(_allocation.payment_id, _allocation.id)
    )
    found: dict[int | None, list[str]] = {}
    for payment, number in connection.execute(query):
        found.setdefault(payment, []).append(number)
    return found
