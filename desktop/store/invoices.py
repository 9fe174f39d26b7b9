"""Invoices as the mirror has them."""

from __future__ import annotations

from sqlalchemy import Text, cast, func, select

from desktop.domain.invoices import Invoice
from desktop.store.database import Database
from desktop.store.decoders import Decoders
from desktop.store.rows import of_contract, visible
from desktop.store.schema import document, entity

# A body is text in a blob; SQLite would take a bare blob for its own binary JSON.
_TEXT = cast(entity.c.body, Text)


class InvoiceStore:
    """Reads invoices. Methods raise `StoreError`."""

    def __init__(self, database: Database, decoders: Decoders) -> None:
        self._database = database
        self._decoders = decoders

    def of(self, contract_id: str) -> tuple[Invoice, ...]:
        """Every invoice of a contract, the newest first."""
        bodies = of_contract(self._database, "invoice", contract_id)
        return _newest_first([self._decoders.decode(Invoice, body) for body in bodies])

    def with_document_missing(self, limit: int | None = None) -> tuple[Invoice, ...]:
        """Invoices whose document is not kept here, the newest first, at most `limit`."""
        sha256 = func.json_extract(_TEXT, "$.document.sha256")
        query = (
            visible("invoice")
            .where(sha256.is_not(None), sha256.not_in(select(document.c.sha256)))
            .order_by(None)
            .order_by(func.json_extract(_TEXT, "$.issue_date").desc(), entity.c.id.desc())
            .limit(limit)
        )
        with self._database.read() as connection:
            bodies = connection.execute(query).scalars().all()
        return tuple(self._decoders.decode(Invoice, body) for body in bodies)

    def open_ones(self) -> dict[str, tuple[Invoice, ...]]:
        """Invoices with anything open, owed or in credit, by contract id, the newest first."""
        still_open = func.json_extract(_TEXT, "$.open") != 0
        with self._database.read() as connection:
            bodies = connection.execute(visible("invoice").where(still_open)).scalars().all()
        found: dict[str, list[Invoice]] = {}
        for body in bodies:
            invoice = self._decoders.decode(Invoice, body)
            found.setdefault(invoice.contract_id, []).append(invoice)
        return {contract: _newest_first(rows) for contract, rows in found.items()}


def _newest_first(invoices: list[Invoice]) -> tuple[Invoice, ...]:
    return tuple(sorted(invoices, key=lambda i: (i.issue_date, i.number, i.id), reverse=True))
