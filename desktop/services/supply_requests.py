"""Solicitudes de Suministro of one contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.invoices import debt
from desktop.domain.readings import Reading
from desktop.domain.supply_requests import SupplyRequest
from desktop.domain.supply_rules import SupplyRules
from desktop.domain.workdays import Calendar
from desktop.services.results import SupplyBook

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk
    from desktop.services.session import SessionService

KINDS = ("reconnection", "holder_change", "supply_documents")


class SupplyRequestService:
    """`book` reads the mirror and never asks the network; the others ask it, answer with the
    reason why it could not be done (empty once it is), and raise `AppError` where the world
    failed."""

    def __init__(self, session: SessionService, desk: Desk, clock: ServerClock) -> None:
        self._session = session
        self._desk = desk
        self._clock = clock

    def book(self, contract_id: str) -> SupplyBook:
        """What was asked for, and what decides about asking."""
        today = self._clock.today()
        with self._desk.using() as store:
            requests = store.mirror.of(SupplyRequest, contract_id)
            rules = store.mirror.policy(SupplyRules)
            calendar = store.mirror.policy(Calendar)
            invoices = store.invoices.of(contract_id)
            contract = next((c for c in store.contracts.every() if c.id == contract_id), None)
            meters = store.contracts.meters(contract_id)
            readings = store.readings.of(contract_id)
            freshness = store.cache.freshness(contract_id)
            items = store.outbox.items()
        last: dict[str, Reading] = {}
        for reading in readings:  # the newest first
            last.setdefault(reading.register_id, reading)
        return SupplyBook(
            requests=tuple(sorted(requests, key=lambda r: (r.requested_at, r.id), reverse=True)),
            rules=rules,
            calendar=calendar or Calendar(),
            overdue=debt(invoices, today, contract.currency if contract else "").overdue,
            meters=tuple(meter for meter in meters if meter.removed_on is None),
            last=last,
            items=tuple(i for i in items if i.kind in KINDS and i.stream == stream_of(contract_id)),
            today=today,
            now=self._clock.now(),
            freshness=freshness,
        )

    def accept(self, request_id: str) -> str:
        """Agree to a change of holder, as the outgoing one."""
        from desktop.api import supply_requests

        return supply_requests.accept(self._session.client, request_id)

    def cancel(self, request_id: str) -> str:
        """Take a request back."""
        from desktop.api import supply_requests

        return supply_requests.cancel(self._session.client, request_id)

    def ask_slot(self, request_id: str, on: date, slot: str) -> str:
        """Ask for another visit after one that failed."""
        from desktop.api import supply_requests

        return supply_requests.ask_slot(self._session.client, request_id, on, slot)


def stream_of(contract_id: str) -> str:
    """The lane of the outbox in which one request follows another."""
    return f"supply:{contract_id}"
