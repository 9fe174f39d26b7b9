"""Inicio: every contract with what it owes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.invoices import debt
from desktop.domain.readings import estimates_in_a_row
from desktop.domain.self_readings import is_read_in
from desktop.services.results import ContractSummary, Overview
from desktop.submissions.contract_alias.content import waiting

if TYPE_CHECKING:
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk


class ContractService:
    """Reads contracts from the mirror; never asks the network."""

    def __init__(self, desk: Desk, clock: ServerClock) -> None:
        self._desk = desk
        self._clock = clock

    def overview(self) -> Overview:
        """Every contract that has arrived, in the server's order; a name given to one counts at
        once, sent or not."""
        today, now = self._clock.today(), self._clock.now()
        with self._desk.using() as store:
            links = store.cache.links()
            contracts = {contract.id: contract for contract in store.contracts.every()}
            open_ones = store.invoices.open_ones()
            readings = store.readings.every()
            on_their_way = {
                item.scope
                for item in store.outbox.items(include_done=False)
                if item.kind == "self_reading" and item.state.is_pending
            }
            freshness = store.cache.freshness()
            names = waiting(store.outbox.items(include_done=False))
        rows = []
        for link in links:
            if link.scope in names:
                link = replace(link, alias=names[link.scope])
            contract = contracts.get(link.contract_id)
            if contract is None:
                continue  # its scope has not been read yet
            payable = [
                invoice
                for invoice in open_ones.get(contract.id, ())
                if invoice.total.currency == contract.currency
            ]
            rows.append(
                ContractSummary(
                    link=link,
                    contract=contract,
                    debt=debt(payable, today, contract.currency),
                    open_invoices=sum(invoice.open.minor > 0 for invoice in payable),
                    estimates_in_a_row=estimates_in_a_row(readings.get(contract.id, ())),
                    is_reading_given=link.scope in on_their_way
                    or is_read_in(contract.reading_window, readings.get(contract.id, ())),
                )
            )
        return Overview(tuple(rows), today, now, freshness)
