"""Tables of `outbox.db`, and the numbered steps that bring an older file forward.

A step that was released never changes, and only adds: what an older app reads must stay where it
is. `tests/unit/store/golden` keeps a file of every released version.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Column, Connection, Integer, LargeBinary, MetaData, Table, Text

tables = MetaData()

# Times are ISO 8601 in UTC. `depends_on` are names with a space between them, `problem` is JSON.
# `epoch` is the server's when it accepted; `settled` is 1 once a sync has proven the scope whole
# after that. `strikes` counts the times that the server failed on this one while others passed.
# `draft` is the id of the draft that it was made of.
submission = Table(
    "submission",
    tables,
    Column("op_id", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("scope", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("payload_sha256", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("strikes", Integer, nullable=False),
    Column("first_sent_at", Text),
    Column("depends_on", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("received_at", Text),
    Column("epoch", Integer),
    Column("settled", Integer, nullable=False),
    Column("problem", Text),
    Column("replaces", Text),
    Column("draft", Text),
)

# `kept_at` is when a draft got the file; a form may be about to name it.
blob = Table(
    "blob",
    tables,
    Column("sha256", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("kept_at", Text),
)

# `payload` is JSON with the `content` of the form and its `files`.
draft = Table(
    "draft",
    tables,
    Column("id", Text, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("payload_sha256", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
)


def _first(connection: Connection) -> None:
    connection.exec_driver_sql(
        """
        CREATE TABLE submission (
            op_id TEXT NOT NULL PRIMARY KEY,
            number INTEGER NOT NULL UNIQUE,
            scope TEXT NOT NULL,
            stream TEXT NOT NULL,
            kind TEXT NOT NULL,
            payload BLOB NOT NULL,
            payload_sha256 TEXT NOT NULL,
            created_at TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN
                ('queued', 'uncertain', 'accepted', 'rejected', 'parked', 'cancelled')),
            attempts INTEGER NOT NULL DEFAULT 0,
            strikes INTEGER NOT NULL DEFAULT 0,
            first_sent_at TEXT,
            depends_on TEXT NOT NULL DEFAULT '',
            reference TEXT NOT NULL DEFAULT '',
            received_at TEXT,
            epoch INTEGER,
            settled INTEGER NOT NULL DEFAULT 0,
            problem TEXT,
            replaces TEXT
        )
        """
    )
    connection.exec_driver_sql(
        "CREATE TABLE blob (sha256 TEXT NOT NULL PRIMARY KEY, media_type TEXT NOT NULL,"
        " size INTEGER NOT NULL, content BLOB NOT NULL)"
    )


def _second(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE submission ADD COLUMN draft TEXT")
    connection.exec_driver_sql("ALTER TABLE blob ADD COLUMN kept_at TEXT")
    connection.exec_driver_sql(
        "CREATE TABLE draft (id TEXT NOT NULL PRIMARY KEY, scope TEXT NOT NULL,"
        " name TEXT NOT NULL, payload BLOB NOT NULL, payload_sha256 TEXT NOT NULL,"
        " saved_at TEXT NOT NULL)"
    )


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first, _second)
VERSION = len(MIGRATIONS)


def version(connection: Connection) -> int:
    """The version of the file; 0 for an empty one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection) -> None:
    """Bring the file forward, all steps in the caller's one transaction."""
    for number in range(version(connection), VERSION):
        MIGRATIONS[number](connection)
        connection.exec_driver_sql(f"PRAGMA user_version={number + 1}")
