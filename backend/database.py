"""Connections and transactions, the same on SQLite and PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite_driver
from sqlalchemy import Connection, Engine, Update, create_engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from backend.clock import Clock
from backend.feed.hook import PublishingSession
from backend.mail.outbound import QUEUED
from backend.turns import Turns

# SQLite 3.7.0 to 3.51.2 may lose a checkpoint in WAL mode; the interpreter's own SQLite is often
# one of them, so the backend uses the one that sqlcipher3 carries, without a key.
SQLITE_FLOOR = (3, 51, 3)

_BUSY_MS = 10_000

_BEGIN = "oficina_begin"
_AT_ONCE = "IMMEDIATE, without waiting"


class Database:
    """One database. `url` is `sqlite:///file` or `postgresql://...`; `clock` stamps the feed."""

    def __init__(self, url: str, clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self._turns = Turns()
        self.mail_waits = threading.Event()
        """Set after a commit that queued mail."""
        parsed = make_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        if self.is_sqlite:
            if not parsed.database or parsed.database == ":memory:":
                raise ValueError("SQLite needs a file: several connections share it")
            self.engine = _sqlite(Path(parsed.database))
            self._reader: Engine = self.engine
            self.engine_for_writing: Engine = self.engine.execution_options(**{_BEGIN: "IMMEDIATE"})
        else:
            self.engine = create_engine(
                parsed.set(drivername="postgresql+psycopg"),
                hide_parameters=True,
                pool_size=16,
                max_overflow=24,
                pool_pre_ping=True,
            )
            # One page reads the counter, the rows and the digest: with a snapshot per statement
            # they could disagree.
            self._reader = self.engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
            self.engine_for_writing = self.engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that sees one moment of the database and writes nothing."""
        with Session(self._reader, autoflush=False, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[PublishingSession]:
        """A transaction that commits at the end, or rolls back if the block raises. What it
        touched of published models goes to the change feed as its last act."""
        with (
            self._turns.turn() if self.is_sqlite else nullcontext(),
            PublishingSession(self.engine_for_writing, clock=self.clock) as session,
        ):
            with session.begin():
                yield session
            if session.info.pop(QUEUED, False):
                self.mail_waits.set()

    def courtesy(self, statement: Update) -> bool:
        """Execute and commit `statement` unless another writer is at work; whether it changed
        something. For what is good to have and not worth waiting for."""
        engine = self.engine.execution_options(**{_BEGIN: _AT_ONCE}) if self.is_sqlite else None
        try:
            with (engine or self.engine_for_writing).begin() as connection:
                return connection.execute(statement).rowcount > 0
        except OperationalError as error:
            if self.is_sqlite and "locked" in str(error.orig):
                return False
            raise

    def close(self) -> None:
        """Close every connection; idempotent."""
        self.engine.dispose()


def _sqlite(path: Path) -> Engine:
    if sqlite_driver.sqlite_version_info < SQLITE_FLOOR:
        raise RuntimeError(f"SQLite {sqlite_driver.sqlite_version} may corrupt a database in WAL")

    def connect() -> Any:
        # Other users of the machine have no business in the books; WAL and journal follow the file.
        path.touch(mode=0o600, exist_ok=True)
        # isolation_level=None: the driver's own idea of when a transaction begins loses updates.
        connection = sqlite_driver.connect(
            str(path), isolation_level=None, check_same_thread=False, timeout=_BUSY_MS / 1000
        )
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "cache_size=-32000"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine(
        "sqlite://",
        module=sqlite_driver,
        creator=connect,
        poolclass=QueuePool,
        pool_size=8,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        kind = connection.get_execution_options().get(_BEGIN, "")
        if kind != _AT_ONCE:
            connection.exec_driver_sql(f"BEGIN {kind}")
            return
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={_BUSY_MS}")

    return engine
