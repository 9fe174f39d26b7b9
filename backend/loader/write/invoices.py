"""Invoices with their terms and documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from backend.contracts.models import Contract
from backend.documents.models import Document
from backend.invoices.models import DueTerm, Invoice
from backend.loader.rows import Entry, RefusedError, Row
from backend.loader.write.balance import balance_of, settled
from backend.loader.write.batch import Batch, Known, Values, given, minor, text
from backend.loader.write.printed import print_readings
from backend.movements.books import follow

_NAMES = {
    "invoice": "number",
    "kind": "kind",
    "issue_date": "issue_date",
    "period_start": "period_start",
    "period_end": "period_end",
    "replaced_by": "replaced_by",
    "agreement_number": "agreement_number",
    "claim_number": "claim_number",
}


def write_invoices(batch: Batch, entries: Sequence[Entry]) -> None:
    """Insert and update invoices by number. What is paid comes from the payments, where there
    are any."""
    contracts = batch.find(Contract, "number", (e.row["contract"] for e in entries))
    known = batch.find(Invoice, "number", (e.row["invoice"] for e in entries))
    paid = settled(batch, (row["id"] for row in known.values()))
    terms: dict[str, list[Values]] = {}

    def judge(row: Row) -> Values:
        contract = contracts.get(row["contract"])
        if contract is None:
            raise RefusedError(f"there is no contract {text(row, 'contract')}", "contract")
        _check_period(row)
        before = known.get(row["invoice"])
        values = given(row, _NAMES) | _amounts(row, contract, before)
        values["contract_id"] = contract["id"]
        if "due_date" in row:
            terms[text(row, "invoice")] = _terms(row, values)
        by_payments = paid.get(before["id"]) if before else None
        return values | balance_of(row, values, before, by_payments)

    accepted = list(batch.accepted(entries, judge))
    documents = _write_documents(batch, accepted)
    wanted = {
        values["number"]: values | documents.get(values["number"], {}) for _, values in accepted
    }
    changed = batch.upsert(Invoice, wanted, known)
    now = batch.find(Invoice, "number", wanted)
    batch.touch("invoice", changed | {row["id"] for n, row in now.items() if n not in known})
    _write_terms(batch, {now[n]["id"]: of_invoice for n, of_invoice in terms.items() if n in now})
    print_readings(batch, list(now.values()))
    follow(batch.connection, batch.touch, invoices=[row["id"] for row in now.values()])


def _check_period(row: Row) -> None:
    start, end = row.get("period_start"), row.get("period_end")
    if (start is None) != (end is None):
        raise RefusedError("a period needs both its ends", "period_start")
    if start is not None and end is not None and str(start) > str(end):
        raise RefusedError("the period ends before it starts", "period_end")


def _amounts(row: Row, contract: Known, before: Known | None) -> Values:
    """Amounts in minor units; those that the file has no column for stay as they were."""
    usual = before or contract
    currency = text(row, "currency") or usual["currency"]

    def amount(name: str, otherwise: int) -> int:
        value = row.get(name)
        if isinstance(value, Decimal):
            return minor(value, currency, name)
        return otherwise if name in row or before is None else int(before[name])

    total = amount("total", 0)
    return {
        "currency": currency,
        "total": total,
        "period_charge": amount("period_charge", total),
        "previous_balance": amount("previous_balance", 0),
    }


def _terms(row: Row, values: Values) -> list[Values]:
    found = []
    for suffix in ("", "_2"):
        day, amount = row.get(f"due_date{suffix}"), row.get(f"due_amount{suffix}")
        if day is None:
            continue
        to_pay = values["total"]
        if isinstance(amount, Decimal):
            to_pay = minor(amount, values["currency"], f"due_amount{suffix}")
        found.append({"date": day, "amount": to_pay})
    return found


def _write_terms(batch: Batch, terms: Mapping[int, Sequence[Values]]) -> None:
    known = batch.find(DueTerm, ("invoice_id", "date"), terms)
    wanted = {
        (invoice, term["date"]): term | {"invoice_id": invoice}
        for invoice, of_invoice in terms.items()
        for term in of_invoice
    }
    new = {invoice for invoice, day in wanted if (invoice, day) not in known}
    changed = batch.upsert(DueTerm, wanted, known, counted=False)
    gone = [row for key, row in known.items() if key not in wanted]
    batch.delete(DueTerm, [row["id"] for row in gone])
    moved = {row["invoice_id"] for row in known.values() if row["id"] in changed}
    batch.touch("invoice", new | moved | {row["invoice_id"] for row in gone})


def _write_documents(batch: Batch, accepted: Sequence[tuple[Entry, Values]]) -> dict[str, Values]:
    """Store new documents; `document_id` by invoice number. Equal bytes are stored once."""
    bodies = {
        values["number"]: Document.of(values["contract_id"], body)
        for entry, values in accepted
        if isinstance(body := entry.row.get("document"), bytes)
    }
    if not bodies:
        return {}
    owners = {document.contract_id for document in bodies.values()}
    known = batch.digests(owners)
    new = {
        (d.contract_id, d.sha256): {
            "contract_id": d.contract_id,
            "sha256": d.sha256,
            "size": d.size,
            "media_type": d.media_type,
            "body": d.body,
        }
        for d in bodies.values()
        if (d.contract_id, d.sha256) not in known
    }
    batch.insert(Document, list(new.values()))
    if new:
        known = batch.digests(owners)
    return {number: {"document_id": known[d.contract_id, d.sha256]} for number, d in bodies.items()}
