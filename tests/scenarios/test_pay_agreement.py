"""Pay an agreement through the bank: its down payment makes it hold, its instalments keep it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from backend import models
from backend.agreements.models import AgreementStatus
from backend.banks.simulator.serve import beside
from backend.office.acts import acts, do
from tests.support.agreement_rules import offer
from tests.support.backend import MovableClock, RunningBackend, running_backend, settings_for
from tests.support.bank_browser import TestBrowser
from tests.support.payments import offer_payments
from tests.support.person import Person


class RunningClock(MovableClock):
    """Goes on by itself, as the person's does."""

    def __init__(self) -> None:
        super().__init__()
        self._begun = time.monotonic()

    def now(self) -> datetime:
        """Where it was moved to, and the time since."""
        return super().now() + timedelta(seconds=time.monotonic() - self._begun)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A utility that offers agreements and payments; its customer owes three bills."""
    folder = tmp_path / "server"
    folder.mkdir()
    clock = RunningClock()
    usual = settings_for(f"sqlite:///{folder / 'backend.db'}")
    with beside(clock) as (url, _bank):
        settings = replace(usual, bank_simulator=url, bank_poll_seconds=3600)
        with running_backend(folder, settings, clock) as backend:
            backend.books.utility(is_demo=True)
            offer(backend.database)
            offer_payments(backend.database)
            home = backend.books.contract([backend.books.user("ana", "secreta")], number="4410")
            backend.books.invoices(home, 3, document=None)
            yield backend


@pytest.fixture
def browser(qtbot: QtBot) -> Iterator[TestBrowser]:
    made = TestBrowser()
    yield made
    made.close()
    made.deleteLater()


def status(server: RunningBackend) -> AgreementStatus:
    with server.database.reading() as session:
        return session.query(models.Agreement).one().status


def pays(person: Person, browser: TestBrowser, button: str) -> None:
    before = len(browser.pages)
    person.presses(button)
    person.sees("Seleccionar banco")
    person.presses("Banco Plaza. Sin máximo")
    person.presses("Ir al banco")
    person.waits_until(lambda: len(browser.pages) > before)
    page = browser.press("approve")
    person.waits_until(page.done)
    person.sees("Pago aprobado por")
    person.waits()


def test_the_down_payment_and_an_instalment_are_paid_through_the_bank(
    qtbot: QtBot, tmp_path: Path, server: RunningBackend, browser: TestBrowser
) -> None:
    person = Person(qtbot, tmp_path / "computer", server.url)
    person.browser = browser
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Acuerdos de Pago")
    person.presses("Simular un acuerdo")
    person.presses("Leí el texto y lo acepto para las cuotas elegidas")
    person.presses("Solicitar acuerdo")
    with server.database.reading() as session:
        number = session.query(models.Agreement).one().number
    accept = acts()["accept-agreement"]
    do(server.database, server.clock, "carla", accept, accept.form(number=number))
    person.hits(Qt.Key.Key_F5)
    person.chooses(number)
    pays(person, browser, "Pagar anticipo")
    person.waits_until(lambda: status(server) is AgreementStatus.ACTIVE)
    person.sees("Vigente", "pagado el 02/03/2026")
    pays(person, browser, "Pagar cuota")
    person.sees("pagada el 02/03/2026")
    person.closes_the_app()
