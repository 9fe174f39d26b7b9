"""Both engines for every test that wants them: each test has a database of its own, copied from a
migrated one."""

from __future__ import annotations

import itertools
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Client

from backend.database import Database
from backend.migrations import upgrade
from tests.support.backend import MovableClock, RunningBackend, settings_for
from tests.support.backend_books import Books
from tests.support.postgres import NoPostgresError, Postgres

_NUMBERS = itertools.count(1)
# A server that is given may serve several runs, or several workers of one, at the same time.
_RUN = f"oficina_{secrets.token_hex(4)}"
_TEMPLATE = f"{_RUN}_template"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server, or a skip that says what is missing."""
    try:
        server = Postgres()
    except NoPostgresError as reason:
        pytest.skip(f"POSTGRESQL IS NOT TESTED: {reason}")
    try:
        _migrated(server.create(_TEMPLATE))
        yield server
        server.drop(_TEMPLATE)
    finally:
        server.stop()


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "backend.db"
    _migrated(f"sqlite:///{path}")
    return path


def _migrated(url: str) -> None:
    database = Database(url)
    upgrade(database)
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """URL of an empty, migrated database."""
    if request.param == "sqlite":
        copy = tmp_path / "backend.db"
        shutil.copyfile(request.getfixturevalue("sqlite_file"), copy)
        yield f"sqlite:///{copy}"
        return
    yield request.getfixturevalue("postgres_url")


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """URL of an empty, migrated database on PostgreSQL."""
    name = f"{_RUN}_{next(_NUMBERS)}"
    yield postgres.create(name, _TEMPLATE)
    postgres.drop(name)


@pytest.fixture
def clock() -> MovableClock:
    """Time of the server, moved by the test."""
    return MovableClock()


@pytest.fixture
def database(engine_url: str, clock: MovableClock) -> Iterator[Database]:
    """An empty, migrated database."""
    database = Database(engine_url, clock)
    yield database
    database.close()


@pytest.fixture
def books(database: Database) -> Books:
    """Writes into `database`."""
    return Books(database)


@pytest.fixture
def server(engine_url: str, clock: MovableClock) -> Iterator[RunningBackend]:
    """The backend on loopback, on the same database as `books`."""
    running = RunningBackend(settings_for(engine_url), clock)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def http(server: RunningBackend) -> Iterator[Client]:
    """A plain client of `server`."""
    with Client(base_url=server.url) as client:
        yield client
