"""Solicitar factura electrónica: how a contract's bills are delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.delivery import Delivery, DeliveryRules
from desktop.domain.readings import ReadingReason
from desktop.services.results import DeliveryBook

if TYPE_CHECKING:
    from datetime import tzinfo

    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk


class DeliveryService:
    """Reads requests from the mirror; never asks the network."""

    def __init__(self, desk: Desk, clock: ServerClock) -> None:
        self._desk = desk
        self._clock = clock

    def book(self, contract_id: str, zone: tzinfo) -> DeliveryBook:
        """Every request of a contract, and the days on which its meter was read, in `zone`."""
        with self._desk.using() as store:
            rows = store.mirror.of(Delivery, contract_id)
            rules = store.mirror.policy(DeliveryRules)
            readings = store.readings.of(contract_id)
            freshness = store.cache.freshness(contract_id)
            items = store.outbox.items()
        return DeliveryBook(
            rows=rows,
            rules=rules,
            reading_days=tuple(
                reading.read_at.astimezone(zone).date()
                for reading in readings
                if reading.reason is ReadingReason.REGULAR
            ),
            items=tuple(i for i in items if i.kind == KIND and i.stream == stream_of(contract_id)),
            today=self._clock.today(),
            now=self._clock.now(),
            freshness=freshness,
        )


KIND = "delivery_preference"


def stream_of(contract_id: str) -> str:
    """The lane of the outbox in which one wish follows another."""
    return f"{KIND}:{contract_id}"
