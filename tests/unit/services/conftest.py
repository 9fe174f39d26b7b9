"""A server with one household, and somewhere to keep a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from desktop.domain.submissions import Submission
from desktop.services.office import Office
from tests.support import chaos
from tests.support.backend import RunningBackend, running_backend
from tests.support.backend_books import PDF, Books, ContractIds
from tests.support.chaos import Chaos
from tests.support.offices import FakeClock, FakeKeyring, an_office, synced


@dataclass
class World:
    """Ana has one contract with a year of readings and invoices."""

    server: RunningBackend
    keyring: FakeKeyring
    clock: FakeClock
    folder: Path
    ana: int
    home: ContractIds

    @property
    def books(self) -> Books:
        return self.server.books

    @property
    def contract_id(self) -> str:
        return str(self.home.id)

    def one_more_invoice(self) -> None:
        """The thirteenth invoice arrives at the server."""
        with self.books.database.writing() as session:
            session.add(self.books._invoice(self.home, 12, PDF))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with running_backend(tmp_path) as server:
        books = server.books
        books.utility()
        ana = books.user("ana", "secreta")
        home = books.contract([ana])
        books.readings(home, 12)
        books.invoices(home, 12)
        yield World(server, FakeKeyring(), FakeClock(), tmp_path / "data", ana, home)


@pytest.fixture
def office(world: World) -> Iterator[Office]:
    """Ana's office, complete; the window for her reading is open."""
    world.books.open_window(world.home, world.server.movable_clock.now())
    with an_office(world.server.url, world.folder, world.keyring, world.clock) as found:
        found.session.sign_in("ana", "secreta")
        assert synced(found).error is None
        yield found


def port(world: World) -> int:
    return urlsplit(world.server.url).port or 0


@pytest.fixture
def proxy(world: World) -> Iterator[Chaos]:
    """Stands between the app and the server; passes everything on until it is told otherwise."""
    with chaos.running() as found:
        found.otherwise = chaos.through(port(world))
        yield found


@pytest.fixture
def proxied(world: World, proxy: Chaos) -> Iterator[Office]:
    """Ana's office, complete, on the far side of the proxy."""
    with an_office(proxy.url, world.folder, world.keyring, world.clock) as found:
        found.session.sign_in("ana", "secreta")
        assert synced(found).error is None
        yield found


def reading(world: World, value: str) -> dict[str, Any]:
    """What she enters, as the outbox takes it."""
    return {
        "meter_id": str(world.home.meter_id),
        "values": [{"register_id": str(world.home.register_id), "value": value}],
        "read_at": "2026-03-02T11:00:00Z",
        "confirmed": ["plausibility"],
        "photo": None,
        "note": "",
    }


def send(office: Office, world: World, value: str = "500", **more: Any) -> Submission:
    """Put a reading of hers into the outbox."""
    scope = f"C-{world.contract_id}"
    return office.outbox.enqueue("self_reading", scope, scope, reading(world, value), **more)
