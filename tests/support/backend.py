"""The real backend on loopback, for tests of anything that talks to it.

    with running_backend(tmp_path) as server:
        ana = server.books.user("ana", "secreta")
        home = server.books.contract([ana])
        server.books.readings(home, 12)
        server.books.invoices(home, 12)
        ... use server.url ...
        server.stop()       # nobody answers any more
        server.start()      # the same port, the same database

`server.books` (see `tests.support.backend_books`) writes what the feed then shows; it needs the
server running. `server.movable_clock.advance(minutes=11)` lets access tokens expire, and
`server.faults` (see `tests.support.faults`) loses answers. The database is SQLite in `folder`
unless `settings` says otherwise.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fastapi import FastAPI
from starlette.types import ASGIApp

from backend.app import create_app
from backend.clock import Clock
from backend.database import Database
from backend.serve import Server
from backend.settings import Settings
from tests.support.backend_books import CHEAP, Books
from tests.support.faults import Faults

START = datetime(2026, 3, 2, 12, tzinfo=UTC)


class MovableClock(Clock):
    """Stands still until a test moves it."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start
        super().__init__(start, monotonic=lambda: 0.0)

    def now(self) -> datetime:
        """The instant it was moved to."""
        return self._now

    def advance(self, **parts: float) -> None:
        """Move on by `timedelta(**parts)`."""
        self._now += timedelta(**parts)


def settings_for(url: str) -> Settings:
    """Settings that make tests fast: cheap password hashes, no limit per address."""
    return Settings(database_url=url, password_cost=CHEAP, failures_per_minute=1_000_000)


class _ThreadedServer(Server):
    def __init__(self, app: ASGIApp, port: int) -> None:
        super().__init__(app, "127.0.0.1", port)
        self.accepts = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.accepts.set()


class RunningBackend:
    """A backend that can be stopped and started again on the same port and database."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        self.settings = settings
        self.clock = clock or MovableClock()
        self._port = 0
        self._server: _ThreadedServer | None = None
        self._thread: threading.Thread | None = None
        self._app: FastAPI | None = None
        self.faults = Faults()

    @property
    def url(self) -> str:
        """`http://127.0.0.1:PORT`; stays the same over a restart."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def database(self) -> Database:
        """The running app's database."""
        assert self._app is not None, "the server is not running"
        database: Database = self._app.state.context.database
        return database

    @property
    def books(self) -> Books:
        """Writes into the running app's database."""
        return Books(self.database)

    @property
    def movable_clock(self) -> MovableClock:
        """The clock, where it is the usual one."""
        assert isinstance(self.clock, MovableClock)
        return self.clock

    def start(self, settings: Settings | None = None) -> None:
        """Begin to accept; returns once it does. `settings` replaces the earlier ones."""
        self.settings = settings or self.settings
        self._app = create_app(self.settings, self.clock)
        self.faults.app = self._app
        self._server = _ThreadedServer(self.faults, self._port)
        self._thread = threading.Thread(target=self._server.run, name="backend")
        self._thread.start()
        while not self._server.accepts.wait(0.05):
            assert self._thread.is_alive(), "the backend did not start"
        self._port = self._server.port

    def stop(self) -> None:
        """End it and wait; idempotent."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(20)
            assert not self._thread.is_alive(), "the backend did not stop"
        self._server = self._thread = self._app = None


@contextmanager
def running_backend(
    folder: Path, settings: Settings | None = None, clock: Clock | None = None
) -> Iterator[RunningBackend]:
    """A backend for the length of a block. Without `settings`, on SQLite in `folder`."""
    usual = settings_for(f"sqlite:///{folder / 'backend.db'}")
    backend = RunningBackend(settings or usual, clock)
    backend.start()
    try:
        yield backend
    finally:
        backend.stop()
