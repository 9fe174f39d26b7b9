"""A server with one household, and somewhere to keep a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.backend import RunningBackend, running_backend
from tests.support.backend_books import PDF, Books, ContractIds
from tests.support.offices import FakeClock, FakeKeyring


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
