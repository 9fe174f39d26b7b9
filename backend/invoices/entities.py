"""Invoices as the feed shows them, with everything that a person reads on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from backend.documents.models import Document
from backend.feed.wire import AnyRow, Entity, day, grouped, number
from backend.invoices.models import DueTerm, Invoice, InvoiceLine, InvoiceReading


def invoices(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `invoice`; parts are read in bulk, one query per table."""
    terms = _parts(connection, DueTerm, "date", ids)
    lines = _parts(connection, InvoiceLine, "position", ids)
    readings = _parts(connection, InvoiceReading, "position", ids)
    rows = connection.execute(
        select(*Invoice.__table__.c, Document.sha256, Document.size, Document.media_type)
        .outerjoin(Document, Document.id == Invoice.document_id)
        .where(Invoice.id.in_(ids))
    )
    for row in rows:
        body = _invoice(row) | {
            "lines": [_line(line) for line in lines.get(row.id, ())],
            "readings": [_reading(reading) for reading in readings.get(row.id, ())],
            "document": _document(row),
            "replaced_by": row.replaced_by,
            "agreement_number": row.agreement_number,
            "claim_number": row.claim_number,
        }
        body["due_terms"] = [
            {"date": day(term.date), "amount": term.amount} for term in terms.get(row.id, ())
        ]
        yield Entity(row.id, row.contract_id, body)


def _parts(
    connection: Connection,
    model: type[DueTerm] | type[InvoiceLine] | type[InvoiceReading],
    order: str,
    ids: Sequence[int],
) -> dict[int, list[AnyRow]]:
    columns = model.__table__.c
    query = select(*columns).where(columns.invoice_id.in_(ids))
    ordered = query.order_by(columns.invoice_id, columns[order])
    return grouped(connection.execute(ordered), "invoice_id")


def _invoice(row: AnyRow) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "contract_id": str(row.contract_id),
        "number": row.number,
        "kind": row.kind,
        "currency": row.currency,
        "issue_date": day(row.issue_date),
        "period_start": day(row.period_start),
        "period_end": day(row.period_end),
        "due_terms": [],
        "period_charge": row.period_charge,
        "previous_balance": row.previous_balance,
        "total": row.total,
        "paid": row.paid,
        "open": row.open,
        "payment_status": row.payment_status,
    }


def _line(row: AnyRow) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "description": row.description,
        "quantity": number(row.quantity),
        "unit": row.unit,
        "unit_price": number(row.unit_price),
        "price_currency": row.price_currency,
        "fx_rate": number(row.fx_rate),
        "tax_rate": number(row.tax_rate),
        "amount": row.amount,
    }


def _reading(row: AnyRow) -> dict[str, Any]:
    return {
        "meter_serial": row.meter_serial,
        "previous_date": day(row.previous_date),
        "previous_value": number(row.previous_value),
        "current_date": day(row.current_date),
        "current_value": number(row.current_value),
        "quality": row.quality,
        "consumption": number(row.consumption),
        "unit": row.unit,
    }


def _document(row: AnyRow) -> dict[str, Any] | None:
    if row.document_id is None:
        return None
    return {
        "id": str(row.document_id),
        "sha256": row.sha256,
        "size": row.size,
        "media_type": row.media_type,
    }
