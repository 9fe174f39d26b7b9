"""Contracts and meters as the feed shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from backend.clock import iso
from backend.contracts.models import (
    ConnectedState,
    Contract,
    ContractStatus,
    Customer,
    Meter,
    Register,
    SupplyPoint,
)
from backend.feed.wire import AnyRow, Entity, day, grouped, number


def contracts(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `contract`."""
    rows = connection.execute(
        select(
            *Contract.__table__.c,
            Customer.full_name,
            SupplyPoint.code,
            SupplyPoint.address,
            SupplyPoint.city,
            SupplyPoint.connected_state,
        )
        .join(Customer, Customer.id == Contract.customer_id)
        .join(SupplyPoint, SupplyPoint.id == Contract.supply_point_id)
        .where(Contract.id.in_(ids))
    )
    for row in rows:
        yield Entity(row.id, row.id, _contract(row))


def _contract(row: AnyRow) -> dict[str, Any]:
    cut = None
    if row.cut_since is not None and row.cut_reason is not None:
        cut = {"since": day(row.cut_since), "reason": row.cut_reason}
    return {
        "id": str(row.id),
        "number": row.number,
        "account_number": row.account_number,
        "holder_name": row.full_name,
        "service": row.service,
        "status": row.status,
        "tariff": row.tariff,
        "category": row.category,
        "address": row.address,
        "city": row.city,
        "supply_point": row.code,
        "connected_state": _connected(row),
        "currency": row.currency,
        "start_date": day(row.start_date),
        "end_date": day(row.end_date),
        "cut": cut,
        "next_read_date": day(row.next_read_date),
        "reading_window": _window(row.window_opens_at, row.window_closes_at),
    }


def _connected(row: AnyRow) -> str:
    # What becomes of the supply point afterwards is the next holder's business.
    is_over = row.status == ContractStatus.ENDED
    return ConnectedState.LOGICALLY_DISCONNECTED if is_over else row.connected_state


def _window(opens: datetime | None, closes: datetime | None) -> dict[str, str] | None:
    if opens is None or closes is None:
        return None
    return {"opens_at": iso(opens), "closes_at": iso(closes)}


def meters(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `meter`, registers inside."""
    registers = grouped(
        connection.execute(
            select(*Register.__table__.c)
            .where(Register.meter_id.in_(ids))
            .order_by(Register.meter_id, Register.code, Register.id)
        ),
        "meter_id",
    )
    for row in connection.execute(select(*Meter.__table__.c).where(Meter.id.in_(ids))):
        body = {
            "id": str(row.id),
            "contract_id": str(row.contract_id),
            "serial": row.serial,
            "brand": row.brand,
            "model": row.model,
            "size": row.size,
            "installed_on": day(row.installed_on),
            "removed_on": day(row.removed_on),
            "telemetered": row.telemetered,
            "registers": [_register(register) for register in registers.get(row.id, ())],
        }
        yield Entity(row.id, row.contract_id, body)


def _register(row: AnyRow) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "unit": row.unit,
        "integer_digits": row.integer_digits,
        "decimal_digits": row.decimal_digits,
        "multiplier": number(row.multiplier),
    }
