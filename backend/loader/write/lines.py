"""Lines of invoices."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from backend.invoices.models import Invoice, InvoiceLine
from backend.loader.rows import Entry, RefusedError, Row
from backend.loader.write.batch import Batch, Values, given, minor, text

_NAMES = {
    "position": "position",
    "kind": "kind",
    "description": "description",
    "quantity": "quantity",
    "unit": "unit",
    "unit_price": "unit_price",
    "fx_rate": "fx_rate",
    "tax_rate": "tax_rate",
}


def write_lines(batch: Batch, entries: Sequence[Entry]) -> None:
    """Insert and update lines by invoice and position; the invoice is published."""
    invoices = batch.find(Invoice, "number", (e.row["invoice"] for e in entries))
    owners = (row["id"] for row in invoices.values())
    known = batch.find(InvoiceLine, ("invoice_id", "position"), owners)

    def judge(row: Row) -> Values:
        invoice = invoices.get(row["invoice"])
        if invoice is None:
            raise RefusedError(f"there is no invoice {text(row, 'invoice')}", "invoice")
        amount = row["amount"]
        assert isinstance(amount, Decimal)
        values = given(row, _NAMES) | {"invoice_id": invoice["id"]}
        values["amount"] = minor(amount, invoice["currency"], "amount")
        if "price_currency" in row or (invoice["id"], row["position"]) not in known:
            values["price_currency"] = text(row, "price_currency") or invoice["currency"]
        return values

    wanted = {
        (values["invoice_id"], values["position"]): values
        for _, values in batch.accepted(entries, judge)
    }
    changed = batch.upsert(InvoiceLine, wanted, known)
    moved = {row["invoice_id"] for row in known.values() if row["id"] in changed}
    batch.touch("invoice", moved | {key[0] for key in wanted if key not in known})
