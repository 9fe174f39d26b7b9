"""A household that may give readings, its utility, and a line between them that can be spoilt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from backend import models as m
from desktop.domain.submissions import Submission
from desktop.services.office import Office
from tests.support import chaos
from tests.support.backend import START, RunningBackend, running_backend
from tests.support.backend_books import ContractIds
from tests.support.chaos import Chaos
from tests.support.offices import FakeClock, FakeKeyring, an_office, synced


@dataclass
class House:
    """Ana has two contracts whose meters she may read herself."""

    server: RunningBackend
    home: ContractIds
    shop: ContractIds
    folder: Path
    keyring: FakeKeyring = field(default_factory=FakeKeyring)
    clock: FakeClock = field(default_factory=lambda: FakeClock(START))

    @property
    def port(self) -> int:
        """Where the server listens."""
        return urlsplit(self.server.url).port or 0

    def advance(self, **parts: float) -> None:
        """Let time pass here and at the server."""
        self.clock.advance(**parts)
        self.server.movable_clock.advance(**parts)

    def decided(self) -> list[m.Submission]:
        """What the server decided, in its order."""
        with self.server.database.reading() as session:
            return list(session.scalars(select(m.Submission).order_by(m.Submission.id)))

    def effects(self) -> list[str]:
        """The op_id behind every reading that a customer gave, replaced ones included."""
        with self.server.database.reading() as session:
            tables = (m.ReplacedReading, m.Reading)
            found = [name for table in tables for name in session.scalars(_origin(table))]
        return sorted(found)


def _origin(table: Any) -> Any:
    return select(table.origin_op_id).where(table.origin_op_id.is_not(None))


def reading(home: ContractIds, value: int = 505, **changes: Any) -> dict[str, Any]:
    """What Ana reads on a meter; higher values are read later."""
    read_at = START - timedelta(days=1) + timedelta(seconds=value)
    payload = {
        "meter_id": str(home.meter_id),
        "values": [{"register_id": str(home.register_id), "value": str(value)}],
        "read_at": read_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "confirmed": [],
        "photo": None,
        "note": "",
    }
    return payload | changes


def enter(office: Office, home: ContractIds, value: int = 505, **changes: Any) -> Submission:
    """Ana enters a reading."""
    return office.outbox.enqueue(
        "self_reading", home.scope, home.scope, reading(home, value, **changes)
    )


def state(office: Office, item: Submission) -> Submission:
    """What became of it, as far as this computer knows."""
    return next(each for each in office.outbox.items() if each.op_id == item.op_id)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """The utility runs; nobody has opened the app yet."""
    with running_backend(tmp_path) as server:
        books = server.books
        books.utility()
        ana = books.user("ana", "secreta")
        home, shop = books.contract([ana]), books.contract([ana])
        books.open_window(home, START)
        books.open_window(shop, START)
        yield House(server, home, shop, tmp_path / "data")


@pytest.fixture
def line(house: House) -> Iterator[Chaos]:
    """Between the app and the server; passes everything on until it is told otherwise."""
    with chaos.running() as found:
        found.otherwise = chaos.through(house.port)
        yield found


@pytest.fixture
def office(house: House, line: Chaos) -> Iterator[Office]:
    """Ana's office, complete, at the other end of the line."""
    with an_office(line.url, house.folder, house.keyring, house.clock) as found:
        found.session.sign_in("ana", "secreta")
        assert synced(found).error is None
        line.requests.clear()
        yield found
