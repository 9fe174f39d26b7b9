"""Entities of any kind as the mirror has them, by their domain class.

A kind whose pages only need all of a contract's entities is read from here; one with queries of
its own has a module of its own.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from sqlalchemy import Text, cast, func

from desktop.store.database import Database
from desktop.store.decoders import Decoders
from desktop.store.rows import of_contract, visible
from desktop.store.schema import entity as row

T = TypeVar("T")


class MirrorStore:
    """Reads what is visible. Methods raise `StoreError`; order is the server's of ids."""

    def __init__(self, database: Database, decoders: Decoders) -> None:
        self._database = database
        self._decoders = decoders

    def of(self, entity: type[T], contract_id: str) -> tuple[T, ...]:
        """Every entity of this class that belongs to a contract of this account."""
        bodies = of_contract(self._database, self._decoders.kind_of(entity), contract_id)
        return tuple(self._decoders.decode(entity, body) for body in bodies)

    def every(self, entity: type[T]) -> tuple[T, ...]:
        """Every entity of this class: of all contracts, or of the catalogue."""
        with self._database.read() as connection:
            query = visible(self._decoders.kind_of(entity))
            bodies = connection.execute(query).scalars().all()
        return tuple(self._decoders.decode(entity, body) for body in bodies)

    def seqs(self, entity: type, ids: Collection[str]) -> dict[str, int]:
        """The numbers of the last changes of these entities, by id."""
        kind = self._decoders.kind_of(entity)
        shown = visible(kind).where(row.c.id.in_(ids)).with_only_columns(row.c.id, row.c.seq)
        with self._database.read() as connection:
            return {found.id: found.seq for found in connection.execute(shown)}

    def policy(self, rules: type[T]) -> T | None:
        """The utility's rules of this class; None where it does not offer what they are about."""
        # The area stands in the body: on the wire an entity is known by the number of its row.
        area = func.json_extract(cast(row.c.body, Text), "$.id")
        query = visible("policy").where(area == self._decoders.kind_of(rules)).limit(1)
        with self._database.read() as connection:
            body = connection.execute(query).scalar()
        return None if body is None else self._decoders.decode_policy(rules, body)
