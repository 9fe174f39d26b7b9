"""Contracts with their supply points."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.models import Contract, Customer, SupplyPoint
from backend.loader.rows import Entry, RefusedError, Row
from backend.loader.write.batch import Batch, Values, given, text
from backend.loader.write.links import (
    authorised_users,
    check_authorised,
    link_authorised,
    link_holders,
)

_NAMES = {
    "contract": "number",
    "account_number": "account_number",
    "service": "service",
    "status": "status",
    "tariff": "tariff",
    "category": "category",
    "currency": "currency",
    "start_date": "start_date",
    "end_date": "end_date",
    "cut_since": "cut_since",
    "cut_reason": "cut_reason",
    "next_read_date": "next_read_date",
    "window_opens_at": "window_opens_at",
    "window_closes_at": "window_closes_at",
}
_POINT_NAMES = {"address": "address", "city": "city", "connected_state": "connected_state"}


def write_contracts(batch: Batch, entries: Sequence[Entry]) -> None:
    """Insert and update contracts by number; a new holder takes the links of its users along."""
    customers = batch.find(Customer, "external_id", (e.row["customer"] for e in entries))
    known = batch.find(Contract, "number", (e.row["contract"] for e in entries))
    users = authorised_users(batch, (e.row for e in entries))

    def judge(row: Row) -> Values:
        customer = customers.get(row["customer"])
        if customer is None:
            raise RefusedError(f"there is no customer {text(row, 'customer')}", "customer")
        check_authorised(row, users)
        if (row.get("cut_since") is None) != (row.get("cut_reason") is None):
            raise RefusedError("a cut needs both its date and its reason", "cut_since")
        if (row.get("window_opens_at") is None) != (row.get("window_closes_at") is None):
            raise RefusedError("a reading window needs both its ends", "window_opens_at")
        values = given(row, _NAMES) | {"customer_id": customer["id"]}
        is_new = row["contract"] not in known
        if is_new or "account_number" in row:
            values["account_number"] = row.get("account_number") or row["contract"]
        if is_new or "currency" in row:
            values["currency"] = row.get("currency") or batch.setting.currency
        return values

    accepted = list(batch.accepted(entries, judge))
    points = _write_points(batch, [entry.row for entry, _ in accepted])
    wanted = {
        values["number"]: values | {"supply_point_id": points[_point(entry.row)]}
        for entry, values in accepted
    }
    changed = batch.upsert(Contract, wanted, known)
    now = batch.find(Contract, "number", wanted)
    batch.touch("contract", {row["id"] for row in now.values() if row["number"] not in known})
    batch.touch("contract", changed)
    aliases = {
        now[entry.row["contract"]]["id"]: text(entry.row, "alias")
        for entry, _ in accepted
        if "alias" in entry.row
    }
    link_holders(batch, {row["customer_id"] for row in now.values()}, aliases)
    named = {now[e.row["contract"]]["id"]: e.row for e, _ in accepted if "authorised" in e.row}
    link_authorised(batch, named, users)


def _point(row: Row) -> str:
    return text(row, "supply_point") or text(row, "contract")


def _write_points(batch: Batch, rows: Sequence[Row]) -> dict[str, int]:
    """Ids by code; contracts on a point that changed are published."""
    wanted = {_point(row): given(row, _POINT_NAMES) | {"code": _point(row)} for row in rows}
    known = batch.find(SupplyPoint, "code", wanted)
    changed = batch.upsert(SupplyPoint, wanted, known, counted=False)
    served = batch.find(Contract, ("supply_point_id", "id"), changed)
    batch.touch("contract", {row["id"] for row in served.values()})
    return {code: row["id"] for code, row in batch.find(SupplyPoint, "code", wanted).items()}
