"""The demonstration as rows of the loader's tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal

from backend.demo.supply import Bill, Line, Meter, Payment, Person, Supply, Visit
from backend.demo.world import World
from backend.loader.rows import Entry, Row

Tables = tuple[tuple[str, Sequence[Entry]], ...]


def customers(people: Iterable[Person]) -> Tables:
    """Rows of customers."""
    return (("customers", _entries("customers", [_customer(p) for p in people])),)


def supplies(world: World, chosen: Sequence[Supply]) -> Tables:
    """Rows of all tables below customers for these contracts, in the order of loading."""
    rows: dict[str, list[Row]] = {
        "contracts": [_contract(world, s) for s in chosen],
        "meters": [_meter(s, m) for s in chosen for m in s.meters],
        "readings": [_reading(v) for s in chosen for v in s.visits],
        "invoices": [_invoice(s, b) for s in chosen for b in s.bills],
        "lines": [
            _line(b, position, line)
            for s in chosen
            for b in s.bills
            for position, line in enumerate(b.lines, start=1)
        ],
        "payments": [_payment(p) for s in chosen for p in s.payments],
    }
    return tuple((name, _entries(name, of_table)) for name, of_table in rows.items())


def _entries(table: str, rows: Sequence[Row]) -> list[Entry]:
    return [Entry(f"demo {table}", line, row) for line, row in enumerate(rows, start=1)]


def _customer(person: Person) -> Row:
    row: Row = {
        "customer": person.code,
        "name": person.name,
        "document_type": person.document_type,
        "document_number": person.document_number,
        "email": person.email,
        "phone": person.phone,
    }
    if person.username:
        row |= {"username": person.username, "password": person.password}
    return row


def _contract(world: World, supply: Supply) -> Row:
    zone = world.profile.utility.zone_info
    row: Row = {
        "contract": supply.number,
        "customer": supply.holder.code,
        "account_number": supply.account,
        "alias": supply.alias,
        "service": "gas",
        "status": supply.status,
        "tariff": supply.tariff,
        "category": supply.category,
        "address": supply.address,
        "city": "Montevideo",
        "supply_point": f"PS-{supply.number}",
        "start_date": supply.start,
        "next_read_date": supply.next_visit,
    }
    if supply.cut_since is not None:
        row |= {"cut_since": supply.cut_since, "cut_reason": "non_payment"}
        row["connected_state"] = "physically_disconnected"
    if supply.next_visit is not None:
        opens = supply.next_visit - timedelta(days=world.profile.terms.window_days)
        row["window_opens_at"] = datetime.combine(opens, time(), zone)
        row["window_closes_at"] = datetime.combine(supply.next_visit, time(23, 59, 59), zone)
    return row


def _meter(supply: Supply, meter: Meter) -> Row:
    return {
        "serial": meter.serial,
        "contract": supply.number,
        "brand": meter.brand,
        "model": meter.model,
        "size": meter.size,
        "installed_on": meter.installed_on,
        "removed_on": meter.removed_on,
        "unit": "m³",
        "integer_digits": 5,
    }


def _reading(visit: Visit) -> Row:
    return {
        "serial": visit.meter.serial,
        "read_at": visit.at,
        "value": Decimal(visit.value),
        "quality": visit.quality,
        "source": visit.source,
        "reason": visit.reason,
        "no_read_reason": visit.no_read_reason,
        "method": visit.method,
        "invoice": visit.bill.number if visit.bill else None,
    }


def _invoice(supply: Supply, bill: Bill) -> Row:
    row: Row = {
        "invoice": bill.number,
        "contract": supply.number,
        "kind": bill.kind,
        "issue_date": bill.issue,
        "period_start": bill.start,
        "period_end": bill.end,
        "due_date": bill.due,
        "total": bill.total,
        "previous_balance": bill.previous_balance,
        "payment_status": bill.status or None,
        "agreement_number": bill.agreement,
        "claim_number": bill.claim,
        "replaced_by": bill.replaced_by.number if bill.replaced_by else None,
    }
    if bill.document is not None:
        row["document"] = bill.document
    return row


def _line(bill: Bill, position: int, line: Line) -> Row:
    return {
        "invoice": bill.number,
        "position": position,
        "kind": line.kind,
        "description": line.description,
        "quantity": line.quantity,
        "unit": line.unit,
        "unit_price": line.unit_price,
        "price_currency": line.price_currency,
        "fx_rate": line.fx_rate,
        "tax_rate": line.tax_rate,
        "amount": line.amount,
    }


def _payment(payment: Payment) -> Row:
    return {
        "receipt": payment.receipt,
        "invoice": payment.bill.number,
        "paid_on": payment.on,
        "amount": payment.amount,
        "channel": payment.channel,
    }
