"""Bodies of what is visible. Rows still being received are never seen from here."""

from __future__ import annotations

from sqlalchemy import Select, select

from desktop.store.database import Database
from desktop.store.schema import entity, scope


def visible(kind: str) -> Select[bytes]:
    """Bodies of one kind in every visible scope, in the server's order of scopes."""
    return (
        select(entity.c.body)
        .join_from(scope, entity, entity.c.generation == scope.c.live)
        .where(entity.c.kind == kind)
        .order_by(scope.c.position, entity.c.id)
    )


def of_contract(database: Database, kind: str, contract_id: str) -> list[bytes]:
    """Bodies of one kind that belong to a contract of this account."""
    with database.read() as connection:
        query = visible(kind).where(scope.c.contract_id == contract_id)
        return list(connection.execute(query).scalars())
