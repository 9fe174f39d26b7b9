"""Readings as the mirror has them."""

from __future__ import annotations

from desktop.domain.readings import Reading
from desktop.store.database import Database
from desktop.store.decoders import Decoders
from desktop.store.rows import of_contract, visible


class ReadingStore:
    """Reads readings. Methods raise `StoreError`."""

    def __init__(self, database: Database, decoders: Decoders) -> None:
        self._database = database
        self._decoders = decoders

    def of(self, contract_id: str) -> tuple[Reading, ...]:
        """Every reading of a contract, the newest first."""
        return _newest_first(
            [
                self._decoders.decode(Reading, body)
                for body in of_contract(self._database, "reading", contract_id)
            ]
        )

    def every(self) -> dict[str, tuple[Reading, ...]]:
        """Readings of every contract by contract id, the newest first."""
        with self._database.read() as connection:
            bodies = connection.execute(visible("reading")).scalars().all()
        found: dict[str, list[Reading]] = {}
        for body in bodies:
            reading = self._decoders.decode(Reading, body)
            found.setdefault(reading.contract_id, []).append(reading)
        return {contract: _newest_first(rows) for contract, rows in found.items()}


def _newest_first(readings: list[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda r: (r.read_at, r.id), reverse=True))
