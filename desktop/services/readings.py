"""Consultar Consumo of one contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.readings import billing_periods, estimates_in_a_row
from desktop.services.results import ReadingBook

if TYPE_CHECKING:
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk


class ReadingService:
    """Reads readings from the mirror; never asks the network."""

    def __init__(self, desk: Desk, clock: ServerClock) -> None:
        self._desk = desk
        self._clock = clock

    def book(self, contract_id: str) -> ReadingBook:
        """Readings, meters and billing periods of a contract."""
        with self._desk.using() as store:
            readings = store.readings.of(contract_id)
            meters = store.contracts.meters(contract_id)
            freshness = store.cache.freshness(contract_id)
        return ReadingBook(
            readings=readings,
            periods=billing_periods(readings),
            meters=meters,
            estimates_in_a_row=estimates_in_a_row(readings),
            now=self._clock.now(),
            freshness=freshness,
        )
