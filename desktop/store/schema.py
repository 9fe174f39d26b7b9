"""Tables of `cache.db`, the disposable mirror. A file of another version is rebuilt, not migrated.

An entity stays as the server sent it, so a field more needs no new schema; raise `VERSION` when a
table changes or when what is kept can no longer be decoded.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Connection,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

from desktop.domain.errors import Code, StoreError

VERSION = 1

tables = MetaData()

# A generation is one set of rows of one scope: the visible one, or one still being received.
# `search` stands before `body`, so that a scan need not follow a long body to reach it.
# Two indexes: the first finds an entity, the second holds all that the digest needs, which makes
# the proof of 20 000 rows seven times faster than reading the rows themselves.
entity = Table(
    "entity",
    tables,
    Column("number", Integer, primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("search", Text, nullable=False),
    Column("body", LargeBinary),  # NULL: deleted, waiting to be applied to the visible rows
    Index("entity_key", "generation", "kind", "id", unique=True),
    Index("entity_digest", "generation", "kind", "id", "seq"),
    Index("entity_search", "generation", "kind", "search", sqlite_where=text("search <> ''")),
)

scope = Table(
    "scope",
    tables,
    Column("scope", Text, primary_key=True),
    Column("position", Integer, nullable=False),  # in the order of /v1/me
    Column("head", Integer, nullable=False),
    # what is visible
    Column("live", Integer),
    Column("token", Text),  # NULL: to be read anew
    Column("epoch", Integer),
    Column("seq", Integer, nullable=False, server_default="0"),
    Column("entities", Integer),
    Column("digest", Text),
    Column("verified_at", Float),  # server time, seconds since 1970
    # what is being received
    Column("stage", Integer),
    Column("stage_token", Text),
    Column("stage_epoch", Integer),
    Column("stage_full", Integer),
    # whose it is
    Column("contract_id", Text),
    Column("alias", Text),
    Column("role", Text),
    Column("search", Text, nullable=False, server_default=""),
    Index("scope_contract", "contract_id"),
)

document = Table(
    "document",
    tables,
    Column("number", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

meta = Table(
    "meta",
    tables,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)


class NewerSchemaError(StoreError):
    """The file was written by another version of the app."""

    def __init__(self, found: int) -> None:
        super().__init__(Code.STORE_CORRUPT, detail=f"schema {found}, expected {VERSION}")


def create(connection: Connection) -> None:
    """Make the tables in an empty file; raise `NewerSchemaError` for another version's."""
    found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if found == VERSION:
        return
    if found != 0:
        raise NewerSchemaError(found)
    tables.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
