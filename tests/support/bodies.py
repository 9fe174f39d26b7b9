"""One entity of each kind as `docs/protocol.md` writes it, for tests to change and spoil."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from desktop.domain.feed import digest

UTILITY: dict[str, Any] = {
    "id": "uy_gas",
    "name": "Gas de Prueba",
    "legal_name": "Gas de Prueba S.A.",
    "country": "UY",
    "zone": "America/Montevideo",
    "locale": "es-UY",
    "currency": "UYU",
    "accent": "#1f5fa8",
    "emergency_phone": "0800 0000",
    "customer_phone": "",
    "regulator": "URSEA",
    "is_demo": True,
    "demo_account": {"username": "demo", "password": "demo"},
    "estimates_in_a_row": 3,
    "self_reading": {"soft_low": "0.5", "soft_high": "2", "hard_high": "4"},
}

CONTRACT: dict[str, Any] = {
    "id": "17",
    "number": "1001",
    "account_number": "2001",
    "holder_name": "Ana Peña",
    "service": "gas",
    "status": "cut",
    "tariff": "R1",
    "category": "residential",
    "address": "Calle Uno 123",
    "city": "Montevideo",
    "supply_point": "S1",
    "connected_state": "physically_disconnected",
    "currency": "UYU",
    "start_date": "2020-01-01",
    "end_date": None,
    "cut": {"since": "2026-02-01", "reason": "non_payment"},
    "next_read_date": "2026-04-01",
    "reading_window": {"opens_at": "2026-03-27T03:00:00Z", "closes_at": "2026-04-01T03:00:00Z"},
}

METER: dict[str, Any] = {
    "id": "7",
    "contract_id": "17",
    "serial": "M-77",
    "brand": "Elster",
    "model": "BK-G4",
    "size": "G4",
    "installed_on": "2020-01-01",
    "removed_on": None,
    "telemetered": False,
    "registers": [
        {
            "id": "70",
            "unit": "m3",
            "integer_digits": 5,
            "decimal_digits": 3,
            "multiplier": "1",
        }
    ],
}

READING: dict[str, Any] = {
    "id": "551",
    "contract_id": "17",
    "meter_id": "7",
    "meter_serial": "M-77",
    "register_id": "70",
    "value": "1234.500",
    "unit": "m3",
    "read_at": "2026-03-01T12:00:00Z",
    "quality": "estimated",
    "source": "system",
    "reason": "regular",
    "consumption": "30.25",
    "days": 30,
    "is_rollover": False,
    "no_read_reason": "inaccessible",
    "method": "same_period_last_year",
    "invoice_number": "A-88",
    "origin_op_id": None,
}

PDF = b"%PDF-1.4 an invoice"

INVOICE: dict[str, Any] = {
    "id": "88112",
    "contract_id": "17",
    "number": "A-88",
    "kind": "invoice",
    "currency": "UYU",
    "issue_date": "2026-03-02",
    "period_start": "2026-02-01",
    "period_end": "2026-03-01",
    "due_terms": [{"date": "2026-03-20", "amount": 122000}],
    "period_charge": 122000,
    "previous_balance": 0,
    "total": 122000,
    "paid": 0,
    "open": 122000,
    "payment_status": "pending",
    "lines": [
        {
            "kind": "usage",
            "description": "Consumo",
            "quantity": "30.25",
            "unit": "m3",
            "unit_price": "33.0579",
            "price_currency": "UYU",
            "fx_rate": None,
            "tax_rate": "0.22",
            "amount": 100000,
        },
        {
            "kind": "tax",
            "description": "IVA 22 %",
            "quantity": None,
            "unit": "",
            "unit_price": None,
            "price_currency": "UYU",
            "fx_rate": None,
            "tax_rate": None,
            "amount": 22000,
        },
    ],
    "readings": [
        {
            "meter_serial": "M-77",
            "previous_date": "2026-02-01",
            "previous_value": "1204.250",
            "current_date": "2026-03-01",
            "current_value": "1234.500",
            "quality": "estimated",
            "consumption": "30.25",
            "unit": "m3",
        }
    ],
    "document": {
        "id": "d1",
        "sha256": hashlib.sha256(PDF).hexdigest(),
        "size": len(PDF),
        "media_type": "application/pdf",
    },
    "replaced_by": None,
    "agreement_number": None,
    "claim_number": None,
}

BY_KIND = {
    "utility": UTILITY,
    "contract": CONTRACT,
    "meter": METER,
    "reading": READING,
    "invoice": INVOICE,
}


def change(kind: str, seq: int, /, **fields: Any) -> dict[str, Any]:
    """A change of the feed with one of the entities above, `fields` overriding."""
    body = BY_KIND[kind] | fields
    return {"k": kind, "id": body["id"], "seq": seq, "body": body}


def a_page(changes: Sequence[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    """The last page of scope C-17 with proof, `fields` overriding."""
    live = [(c["k"], c["id"], c["seq"]) for c in changes if not c.get("deleted")]
    usual = {
        "scope": "C-17",
        "epoch": 1,
        "changes": list(changes),
        "next": "t1",
        "more": False,
        "seq": max((c["seq"] for c in changes), default=0),
        "count": len(live),
        "digest": digest(live),
    }
    return usual | fields


def as_json(value: object) -> bytes:
    """Compact, as a server writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
