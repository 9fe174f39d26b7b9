"""Agreements as the feed shows them, with their instalments and invoices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from backend.agreements.models import Agreement, IncludedInvoice, Instalment, part_id
from backend.clock import iso
from backend.feed.wire import AnyRow, Entity, day, grouped, number
from backend.invoices.models import Invoice


def agreements(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `agreement`; parts are read in bulk."""
    columns = Instalment.__table__.c
    instalments = grouped(
        connection.execute(
            select(*columns)
            .where(columns.agreement_id.in_(ids))
            .order_by(columns.agreement_id, columns.number)
        ),
        "agreement_id",
    )
    included = grouped(
        connection.execute(
            select(*IncludedInvoice.__table__.c, Invoice.number)
            .join(Invoice, Invoice.id == IncludedInvoice.invoice_id)
            .where(IncludedInvoice.agreement_id.in_(ids))
            .order_by(IncludedInvoice.agreement_id, IncludedInvoice.position)
        ),
        "agreement_id",
    )
    rows = connection.execute(select(*Agreement.__table__.c).where(Agreement.id.in_(ids)))
    for row in rows:
        body = _agreement(row) | {
            "instalments": [_instalment(one) for one in instalments.get(row.id, ())],
            "invoices": [_included(one) for one in included.get(row.id, ())],
            "origin_op_id": row.origin_op_id,
        }
        yield Entity(row.id, row.contract_id, body)


def _agreement(row: AnyRow) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "contract_id": str(row.contract_id),
        "number": row.number,
        "status": row.status,
        "exit_reason": row.exit_reason,
        "note": row.note,
        "mode": row.mode,
        "currency": row.currency,
        "requested_at": iso(row.requested_at),
        "accepted_on": day(row.accepted_on),
        "ended_on": day(row.ended_on),
        "debt": row.debt,
        "arrears": row.arrears,
        "arrears_tax": row.arrears_tax,
        "down_payment": row.down_payment,
        "down_payment_id": str(part_id(row.id, 0)) if row.down_payment else None,
        "down_payment_due": day(row.down_payment_due),
        "down_payment_paid": row.down_payment_paid,
        "down_payment_paid_on": day(row.down_payment_paid_on),
        "nominal_rate": number(row.nominal_rate),
        "tax_rate": number(row.tax_rate),
        "consecutive_unpaid": row.consecutive_unpaid,
        "total_unpaid": row.total_unpaid,
        "consent_version": row.consent_version,
        "signed_by": row.signed_by,
    }


def _instalment(row: AnyRow) -> dict[str, Any]:
    return {
        "id": str(part_id(row.agreement_id, row.number)),
        "number": row.number,
        "due_date": day(row.due_date),
        "capital": row.capital,
        "interest": row.interest,
        "tax": row.tax,
        "paid": row.paid,
        "paid_on": day(row.paid_on),
        "status": row.status,
    }


def _included(row: AnyRow) -> dict[str, Any]:
    return {"id": str(row.invoice_id), "number": row.number, "amount": row.amount}
