"""Mis Facturas of one contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.invoices import debt
from desktop.domain.paying import INVOICE
from desktop.domain.payments import Payment
from desktop.services.results import InvoiceBook

if TYPE_CHECKING:
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk


class InvoiceService:
    """Reads invoices from the mirror; never asks the network."""

    def __init__(self, desk: Desk, clock: ServerClock) -> None:
        self._desk = desk
        self._clock = clock

    def book(self, contract_id: str) -> InvoiceBook:
        """Every invoice of a contract. The debt counts those in the contract's currency."""
        today, now = self._clock.today(), self._clock.now()
        with self._desk.using() as store:
            contract = store.contracts.get(contract_id)
            invoices = store.invoices.of(contract_id)
            digests = [i.document.sha256 for i in invoices if i.document is not None]
            kept = store.documents.kept(digests)
            freshness = store.cache.freshness(contract_id)
            payments = store.mirror.of(Payment, contract_id)
        # Of a contract that has not arrived nothing is owed, in no currency.
        currency = contract.currency if contract else ""
        payable = [invoice for invoice in invoices if invoice.total.currency == currency]
        return InvoiceBook(
            invoices=invoices,
            debt=debt(payable, today, currency),
            today=today,
            now=now,
            freshness=freshness,
            cached_documents=kept,
            being_paid=frozenset(
                item.id
                for p in payments
                if p.state.is_open
                for item in p.items
                if item.target == INVOICE
            ),
        )
