"""A server beside a simulated bank, and a customer who owes three invoices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from httpx import Client

from backend.banks.simulator.core import Bank
from backend.banks.simulator.serve import beside
from tests.support.backend import MovableClock, RunningBackend, settings_for
from tests.support.backend_books import ContractIds
from tests.support.payments import Payer, offer_payments


@pytest.fixture
def bank_server(clock: MovableClock) -> Iterator[tuple[str, Bank]]:
    """The simulated bank: where it is, and what is behind it."""
    with beside(clock) as running:
        yield running


@pytest.fixture
def bank(bank_server: tuple[str, Bank]) -> Bank:
    """The bank behind the server."""
    return bank_server[1]


@pytest.fixture
def server(
    engine_url: str, clock: MovableClock, bank_server: tuple[str, Bank]
) -> Iterator[RunningBackend]:
    """The backend, which asks the bank by itself only when a test says so."""
    settings = replace(
        settings_for(engine_url), bank_simulator=bank_server[0], bank_poll_seconds=3600
    )
    running = RunningBackend(settings, clock)
    running.start()
    running.books.utility()
    offer_payments(running.database)
    yield running
    running.stop()


@pytest.fixture
def home(server: RunningBackend) -> ContractIds:
    """Ana's contract."""
    return server.books.contract([server.books.user("ana", "clave")])


@pytest.fixture
def owed(server: RunningBackend, home: ContractIds) -> list[int]:
    """Three invoices of 1 220.00, the oldest first."""
    return server.books.invoices(home, 3, document=None)


@pytest.fixture
def ana(http: Client, home: ContractIds, owed: list[int]) -> Payer:
    """Whose invoices they are."""
    return Payer(http, "ana", home.id)
