"""Documents (PDF) inside the encrypted file, each under the sha256 of its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import Connection, Text, bindparam, cast, func, select
from sqlalchemy.dialects.sqlite import insert

from desktop.store.database import Database
from desktop.store.schema import document, entity, scope


class DocumentStore:
    """Keeps documents. Methods raise `StoreError`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, digest: str, content: bytes) -> None:
        """Keep `content` under `digest`, its lower-case hex sha256."""
        if sha256(content).hexdigest() != digest:
            raise ValueError("the content is not what the digest says")
        row = {"sha256": digest, "size": len(content), "content": content}
        with self._database.write() as connection:
            connection.execute(insert(document).values(**row).on_conflict_do_nothing())

    def get(self, digest: str) -> bytes | None:
        """The bytes, or None where they are not kept."""
        query = select(document.c.content).where(document.c.sha256 == digest)
        with self._database.read() as connection:
            return connection.execute(query).scalar()

    def kept(self, digests: Iterable[str]) -> frozenset[str]:
        """Which of `digests` are kept."""
        wanted = frozenset(digests)
        with self._database.read() as connection:
            here = connection.execute(select(document.c.sha256)).scalars()
            return wanted.intersection(here)

    def size(self) -> int:
        """Bytes of all documents together."""
        with self._database.read() as connection:
            return int(
                connection.execute(select(func.coalesce(func.sum(document.c.size), 0))).scalar_one()
            )


def drop_unreferenced(connection: Connection) -> None:
    """Forget documents that no visible invoice names, once a scope is gone."""
    named = (
        select(func.json_extract(cast(entity.c.body, Text), "$.document.sha256"))
        .join_from(scope, entity, entity.c.generation == scope.c.live)
        .where(entity.c.kind == "invoice")
    )
    referenced = {digest for digest in connection.execute(named).scalars() if digest}
    here = set(connection.execute(select(document.c.sha256)).scalars())
    unreferenced = [{"digest": digest} for digest in here - referenced]
    if unreferenced:
        doomed = document.delete().where(document.c.sha256 == bindparam("digest"))
        connection.execute(doomed, unreferenced)
