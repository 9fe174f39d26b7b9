"""Contracts and their meters as the mirror has them."""

from __future__ import annotations

from desktop.domain.contracts import Contract
from desktop.domain.readings import Meter
from desktop.store.database import Database
from desktop.store.decoders import Decoders
from desktop.store.rows import of_contract, visible


class ContractStore:
    """Reads contracts. Methods raise `StoreError`."""

    def __init__(self, database: Database, decoders: Decoders) -> None:
        self._database = database
        self._decoders = decoders

    def every(self) -> tuple[Contract, ...]:
        """Contracts of this account, in the server's order."""
        with self._database.read() as connection:
            bodies = connection.execute(visible("contract")).scalars().all()
        return tuple(self._decoders.decode(Contract, body) for body in bodies)

    def get(self, contract_id: str) -> Contract | None:
        """One contract; None while it is not in the mirror."""
        bodies = of_contract(self._database, "contract", contract_id)
        found = (self._decoders.decode(Contract, body) for body in bodies)
        return next((c for c in found if c.id == contract_id), None)

    def meters(self, contract_id: str) -> tuple[Meter, ...]:
        """Meters of a contract, the newest first."""
        bodies = of_contract(self._database, "meter", contract_id)
        meters = [self._decoders.decode(Meter, body) for body in bodies]
        return tuple(sorted(meters, key=lambda m: (m.installed_on, m.id), reverse=True))
