"""Payments and the invoices that they settle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from backend.base import table_of
from backend.invoices.models import Invoice, Payment, PaymentAllocation
from backend.loader.rows import Entry, RefusedError, Row
from backend.loader.write.balance import rebalance
from backend.loader.write.batch import Batch, Known, Values, chunks, minor, text
from backend.movements.books import follow


def write_payments(batch: Batch, entries: Sequence[Entry]) -> None:
    """Insert and update payments by receipt, and their shares by receipt and invoice."""
    invoices = batch.find(Invoice, "number", (e.row["invoice"] for e in entries))
    known = batch.find(Payment, "reference", (e.row["receipt"] for e in entries))
    owners = {receipt: row["contract_id"] for receipt, row in known.items()}

    def judge(row: Row) -> Values:
        invoice = invoices.get(row["invoice"])
        if invoice is None:
            raise RefusedError(f"there is no invoice {text(row, 'invoice')}", "invoice")
        if owners.setdefault(row["receipt"], invoice["contract_id"]) != invoice["contract_id"]:
            raise RefusedError("a receipt settles invoices of one contract", "receipt")
        amount = row["amount"]
        assert isinstance(amount, Decimal)
        channel = {"channel": text(row, "channel")} if "channel" in row else {}
        return channel | {
            "reference": row["receipt"],
            "contract_id": invoice["contract_id"],
            "paid_on": row["paid_on"],
            "currency": invoice["currency"],
            "invoice_id": invoice["id"],
            "amount": minor(amount, invoice["currency"], "amount"),
        }

    shares: dict[tuple[Any, int], Values] = {}
    for _, values in batch.accepted(entries, judge):
        shares[values["reference"], values.pop("invoice_id")] = values
    payments = {
        receipt: values | {"amount": known[receipt]["amount"] if receipt in known else 0}
        for (receipt, _), values in shares.items()
    }
    batch.upsert(Payment, payments, known, counted=False)
    now = batch.find(Payment, "reference", payments)
    _write_shares(batch, shares, now)
    _total(batch, now)
    follow(batch.connection, batch.touch, payments=[row["id"] for row in now.values()])


def _write_shares(
    batch: Batch, shares: Mapping[tuple[Any, int], Values], payments: Mapping[Any, Known]
) -> None:
    wanted: dict[tuple[int, int], Values] = {}
    for (receipt, invoice), values in shares.items():
        payment = payments[receipt]["id"]
        wanted[payment, invoice] = {
            "payment_id": payment,
            "invoice_id": invoice,
            "amount": values["amount"],
        }
    key = ("payment_id", "invoice_id")
    known = batch.find(PaymentAllocation, key, (row["payment_id"] for row in wanted.values()))
    batch.upsert(PaymentAllocation, wanted, known)
    rebalance(batch, {invoice for _, invoice in wanted})


def _total(batch: Batch, payments: Mapping[Any, Known]) -> None:
    """A payment amounts to the sum of its shares."""
    rows = {row["id"]: row for row in payments.values()}
    sums = _sums(batch, rows)
    wanted: dict[int, Values] = {at: {"amount": sums[at]} for at in rows}
    batch.upsert(Payment, wanted, rows, counted=False)


def _sums(batch: Batch, payments: Iterable[int]) -> dict[int, int]:
    share = table_of(PaymentAllocation)
    found: dict[int, int] = {}
    for chunk in chunks(sorted(payments)):
        query = (
            select(share.c.payment_id, func.sum(share.c.amount))
            .where(share.c.payment_id.in_(chunk))
            .group_by(share.c.payment_id)
        )
        found.update((at, int(amount)) for at, amount in batch.connection.execute(query))
    return found
