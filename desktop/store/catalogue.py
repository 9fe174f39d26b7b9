"""What belongs to everybody: the utility's profile."""

from __future__ import annotations

from desktop.domain.users import Utility
from desktop.store.database import Database
from desktop.store.decoders import Decoders
from desktop.store.rows import visible


class CatalogueStore:
    """Reads the catalogue. Methods raise `StoreError`."""

    def __init__(self, database: Database, decoders: Decoders) -> None:
        self._database = database
        self._decoders = decoders

    def utility(self) -> Utility | None:
        """The utility's profile; None before the first sync."""
        with self._database.read() as connection:
            body = connection.execute(visible("utility").limit(1)).scalar()
        return None if body is None else self._decoders.decode(Utility, body)
