"""Supply requests as the feed shows them to those who may see the contract.

Of the new holder they show a name and what the sender can recognise; of the new contract nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from backend.base import table_of
from backend.clock import iso
from backend.contracts.models import Contract, Customer
from backend.feed.wire import AnyRow, Entity, day, grouped
from backend.supply_requests.masks import masked, masked_email
from backend.supply_requests.models import (
    HandoverValue,
    NewHolder,
    RequestEvent,
    Requirement,
    SupplyRequest,
)
from backend.supply_requests.words import AcceptanceState, RequestKind


def supply_requests(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `supply_request`."""
    parts = {
        model: _parts(connection, model, ids)
        for model in (Requirement, RequestEvent, NewHolder, HandoverValue)
    }
    rows = connection.execute(
        select(*table_of(SupplyRequest).c, Contract.currency, Customer.email)
        .join(Contract, Contract.id == SupplyRequest.contract_id)
        .join(Customer, Customer.id == Contract.customer_id)
        .where(SupplyRequest.id.in_(ids))
    )
    for row in rows:
        of_row = {model: found.get(row.id, []) for model, found in parts.items()}
        yield Entity(row.id, row.contract_id, _body(row, of_row))


def _parts(connection: Connection, model: type[Any], ids: Sequence[int]) -> dict[int, list[AnyRow]]:
    table = table_of(model)
    query = select(*table.c).where(table.c.request_id.in_(ids)).order_by(*_order(table.c))
    return grouped(connection.execute(query), "request_id")


def _order(columns: Any) -> list[Any]:
    names = ("position", "id", "register_id", "request_id")
    return [columns[name] for name in names if name in columns][:1]


def _body(row: AnyRow, parts: dict[type[Any], list[AnyRow]]) -> dict[str, Any]:
    is_visit = row.kind == RequestKind.RECONNECTION
    holder = parts[NewHolder][0] if parts[NewHolder] else None
    return {
        "id": str(row.id),
        "contract_id": str(row.contract_id),
        "number": row.number,
        "kind": row.kind,
        "status": row.status,
        "reason": row.reason,
        "requested_at": iso(row.requested_at),
        "closed_at": None if row.closed_at is None else iso(row.closed_at),
        "until": day(row.until),
        "note": row.note,
        "visit": _visit(row) if is_visit else None,
        "change": _change(row, holder, parts[HandoverValue]) if holder is not None else None,
        "requirements": [
            {
                "code": part.code,
                "label": part.label,
                "mandatory": part.mandatory,
                "state": part.state,
                "remark": part.remark,
            }
            for part in parts[Requirement]
        ],
        "history": [
            {"at": iso(event.at), "status": event.status, "note": event.note}
            for event in parts[RequestEvent]
        ],
        "origin_op_id": row.origin_op_id,
    }


def _visit(row: AnyRow) -> dict[str, Any]:
    scheduled = None
    if row.scheduled_on is not None:
        times = {"starts": row.scheduled_from, "ends": row.scheduled_to}
        scheduled = {"on": day(row.scheduled_on)} | times
    fee = None
    if row.fee_status is not None:
        fee = {"amount": row.fee, "currency": row.currency, "status": row.fee_status}
    return {
        "contact_name": row.contact_name,
        "contact_phone": row.contact_phone,
        "preferred_on": day(row.preferred_on),
        "preferred_slot": row.preferred_slot or "",
        "scheduled": scheduled,
        "visits": row.visits,
        "failure": row.failure,
        "fee": fee,
    }


def _change(row: AnyRow, holder: AnyRow, values: Sequence[AnyRow]) -> dict[str, Any]:
    is_waiting = row.acceptance == AcceptanceState.WAITING
    return {
        "person_type": holder.person_type,
        "full_name": holder.full_name,
        "document_type": holder.document_type,
        "document": masked(holder.document_number),
        "email": masked_email(holder.email),
        "link": holder.link,
        "assumes_debt": holder.assumes_debt,
        "effective_on": day(row.effective_on),
        "handover_on": day(holder.handover_on),
        "handover": [{"register_id": str(v.register_id), "value": v.value} for v in values],
        "acceptance": row.acceptance,
        "acceptance_method": row.acceptance_method,
        "accepted_at": None if row.accepted_at is None else iso(row.accepted_at),
        "asked": masked_email(row.email) if is_waiting else "",
    }
