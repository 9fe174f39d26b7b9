"""Attempts to pay as the feed shows them, with what was received for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from backend.banks.models import Bank
from backend.clock import iso
from backend.feed.wire import AnyRow, Entity, grouped
from backend.invoices.models import Payment
from backend.payments.models import (
    BankTransaction,
    Decision,
    PaymentIntent,
    PaymentItem,
    PaymentReview,
)


def payments(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `payment`."""
    item = PaymentItem.__table__.c
    items = grouped(
        connection.execute(
            select(*item).where(item.intent_id.in_(ids)).order_by(item.intent_id, item.position)
        ),
        "intent_id",
    )
    receipts = grouped(
        connection.execute(
            select(*BankTransaction.__table__.c, Payment.reference)
            .join(Payment, Payment.id == BankTransaction.payment_id)
            .where(BankTransaction.intent_id.in_(ids))
            .order_by(BankTransaction.id)
        ),
        "intent_id",
    )
    reviews = grouped(
        connection.execute(
            select(*PaymentReview.__table__.c)
            .where(PaymentReview.intent_id.in_(ids), PaymentReview.decision == Decision.OPEN)
            .order_by(PaymentReview.id)
        ),
        "intent_id",
    )
    rows = connection.execute(
        select(*PaymentIntent.__table__.c, Bank.code, Bank.name)
        .join(Bank, Bank.id == PaymentIntent.bank_id)
        .where(PaymentIntent.id.in_(ids))
    )
    for row in rows:
        body = _attempt(row) | {
            "review": next((str(r.reason) for r in reviews.get(row.id, ())), None),
            "items": [_item(i) for i in items.get(row.id, ())],
            "receipts": [_receipt(r) for r in receipts.get(row.id, ())],
        }
        yield Entity(row.id, row.contract_id, body)


def _attempt(row: AnyRow) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "pay_id": row.pay_id,
        "contract_id": str(row.contract_id),
        "bank": row.code,
        "bank_name": row.name,
        "currency": row.currency,
        "amount": row.amount,
        "state": row.state,
        "reason": row.reason or None,
        "created_at": iso(row.created_at),
        "expires_at": iso(row.expires_at),
        "closed_at": _instant(row.closed_at),
    }


def _item(row: AnyRow) -> dict[str, Any]:
    return {
        "target": row.target,
        "id": str(row.target_id),
        "label": row.label,
        "amount": row.amount,
        "credited": row.credited,
    }


def _receipt(row: AnyRow) -> dict[str, Any]:
    return {
        "number": row.reference,
        "bank_reference": row.transaction_id,
        "amount": row.amount,
        "paid_at": iso(row.at),
    }


def _instant(value: datetime | None) -> str | None:
    return None if value is None else iso(value)
