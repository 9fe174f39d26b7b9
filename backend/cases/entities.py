"""Cases as the feed shows them: with the thread, without what is internal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from backend.cases.models import Case, CaseAttachment, CaseInvoice, CaseMessage
from backend.clock import iso
from backend.documents.models import Document
from backend.feed.wire import AnyRow, Entity, day, grouped
from backend.invoices.models import Invoice


def cases(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `case`; parts are read in bulk."""
    messages, files = _messages(connection, ids), _files(connection, ids)
    invoices = grouped(
        connection.execute(
            select(*CaseInvoice.__table__.c, Invoice.number)
            .join(Invoice, Invoice.id == CaseInvoice.invoice_id)
            .where(CaseInvoice.case_id.in_(ids))
            .order_by(CaseInvoice.id)
        ),
        "case_id",
    )
    for row in connection.execute(select(*Case.__table__.c).where(Case.id.in_(ids))):
        body = _case(row) | {
            "invoices": [
                {"id": str(one.invoice_id), "number": one.number, "held": one.held}
                for one in invoices.get(row.id, ())
            ],
            "messages": [
                _message(message, files.get(message.id, ())) for message in messages.get(row.id, ())
            ],
            "origin_op_id": row.origin_op_id,
        }
        yield Entity(row.id, row.contract_id, body)


def _messages(connection: Connection, ids: Sequence[int]) -> dict[int, list[AnyRow]]:
    columns = CaseMessage.__table__.c
    visible = select(*columns).where(columns.case_id.in_(ids), ~columns.is_internal)
    return grouped(connection.execute(visible.order_by(columns.id)), "case_id")


def _files(connection: Connection, ids: Sequence[int]) -> dict[int, list[AnyRow]]:
    query = (
        select(*CaseAttachment.__table__.c, Document.sha256, Document.size, Document.media_type)
        .join(Document, Document.id == CaseAttachment.document_id)
        .where(CaseAttachment.case_id.in_(ids))
        .order_by(CaseAttachment.id)
    )
    return grouped(connection.execute(query), "message_id")


def _case(row: AnyRow) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "contract_id": str(row.contract_id),
        "number": row.number,
        "kind": row.kind,
        "code": row.code,
        "type": row.type,
        "about": row.about,
        "subject": row.subject,
        "status": row.status,
        "outcome": row.outcome,
        "channel": row.channel,
        "claimant": row.claimant,
        "contact_name": row.contact_name,
        "contact_phone": row.contact_phone,
        "details": [
            {"field": field, "value": value} for field, value in json.loads(row.details).items()
        ],
        "currency": row.currency,
        "amount_claimed": row.amount_claimed,
        "amount_held": row.amount_held,
        "opened_at": iso(row.opened_at),
        "days": row.days,
        "due_on": day(row.due_on),
        "clock": row.clock,
        "days_left": row.days_left,
        "reply_by": day(row.reply_by),
        "answered_at": _at(row.answered_at),
        "reopen_by": day(row.reopen_by),
        "closed_at": _at(row.closed_at),
        "reopened": row.reopened,
        "satisfaction": row.satisfaction,
    }


def _message(row: AnyRow, files: Sequence[AnyRow]) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "at": iso(row.at),
        "author": row.author,
        "kind": row.kind,
        "body": row.body,
        "attachments": [
            {
                "name": file.name,
                "kind": file.kind,
                "document": {
                    "id": str(file.document_id),
                    "sha256": file.sha256,
                    "size": file.size,
                    "media_type": file.media_type,
                },
            }
            for file in files
        ],
        "origin_op_id": row.origin_op_id,
    }


def _at(instant: Any) -> str | None:
    return None if instant is None else iso(instant)
