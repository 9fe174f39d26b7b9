"""Avisos: what a person should know, told once, each with the way to deal with it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox

from backend import models as m
from desktop.domain.notices import Notice
from desktop.viewmodels.notice_choices import want_desktop
from tests.support.backend import START, MovableClock, RunningBackend, running_backend
from tests.support.backend_books import ContractIds
from tests.support.person import Person
from tests.support.utility_people import clerk, offers_everything


class RunningClock(MovableClock):
    """Goes on by itself, as the person's does: nobody reads a meter in the future."""

    def __init__(self) -> None:
        super().__init__()
        self._begun = time.monotonic()

    def now(self) -> datetime:
        """Where it was moved to, and the time since."""
        return super().now() + timedelta(seconds=time.monotonic() - self._begun)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A utility with one customer who owes nothing yet; it is the 2nd of March."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder, clock=RunningClock()) as backend:
        backend.books.utility()
        offers_everything(backend)
        ana = backend.books.user("ana", "secreta")
        home = backend.books.contract([ana], number="4410")
        backend.books.readings(home, 3)
        yield backend


@pytest.fixture
def home(server: RunningBackend) -> ContractIds:
    """The customer's contract."""
    with server.database.reading() as session:
        meter = session.query(m.Meter).one()
        register = session.query(m.Register).one()
        return ContractIds(meter.contract_id, meter.id, register.id)


@pytest.fixture
def ana(person: Person) -> Person:
    """She is signed in."""
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    return person


def bills(server: RunningBackend, home: ContractIds, due: date) -> None:
    """One bill, to be paid until `due`."""
    (number,) = server.books.invoices(home, 1)
    with server.database.writing() as session:
        invoice = session.get_one(m.Invoice, number)
        invoice.issue_date = due - timedelta(days=15)
        invoice.due_terms[0].date = due


def syncs(person: Person) -> None:
    person.desktop.shell.sync_now()
    person.waits()


def titles(person: Person) -> list[str]:
    return [row.title for row in person.part("notices").model.state.rows]  # type: ignore[attr-defined]


def test_a_bill_that_is_due_soon_is_told_opened_and_then_overdue(
    ana: Person, server: RunningBackend, home: ContractIds
) -> None:
    ana.goes_to("Avisos")
    ana.sees("No tiene avisos.")
    bills(server, home, date(2026, 3, 6))
    syncs(ana)
    ana.sees("Avisos (1)", "Factura por vencer", "vence el 06/03/2026.", "Contrato 4410 · ")
    ana.presses("Ver factura")
    ana.sees("Mis Facturas")
    ana.goes_to("Avisos")
    ana.button("Marcar como no leído")
    ana.does_not_see("Avisos (1)")
    server.movable_clock.advance(days=5)
    syncs(ana)
    ana.sees("Avisos (1)", "Facturas vencidas", "vencidos desde el 06/03/2026.")
    assert titles(ana) == ["Facturas vencidas"]


def test_offline_notices_stay_and_what_was_read_stays_read_after_a_restart(
    ana: Person, server: RunningBackend, home: ContractIds
) -> None:
    bills(server, home, date(2026, 3, 6))
    clerk(
        server,
        "publish-notice",
        title="Corte programado",
        text="Se renuevan cañerías.",
        kind="outage",
        starts_at=START + timedelta(days=1),
        ends_at=START + timedelta(days=1, hours=4),
    )
    syncs(ana)
    server.stop()
    ana.goes_to("Avisos")
    ana.sees("Avisos (2)", "Corte programado", "Desde mañana a las 09:00. Se renuevan cañerías.")
    assert titles(ana) == ["Corte programado", "Factura por vencer"]
    ana.presses("Marcar todos como leídos")
    ana.does_not_see("Avisos (2)")
    ana.closes_the_app()
    ana.opens_the_app()
    ana.goes_to("Avisos")
    ana.sees("Corte programado", "Para todos los clientes")
    ana.presses("Sin leer 0")
    ana.sees("Leyó todos sus avisos.")


def test_a_published_notice_of_one_contract_is_nobody_elses_and_can_be_withdrawn(
    ana: Person, server: RunningBackend
) -> None:
    other = server.books.user("beto", "secreta")
    server.books.contract([other], number="9000")
    made = clerk(
        server, "publish-notice", title="Inspección", text="Pasará un técnico.", contract="4410"
    )
    clerk(server, "publish-notice", title="De otro", text="No es suyo.", contract="9000")
    syncs(ana)
    ana.goes_to("Avisos")
    ana.sees("Inspección")
    ana.does_not_see("De otro")
    clerk(server, "withdraw-notice", number=made["number"])
    syncs(ana)
    ana.sees("No tiene avisos.")


def test_a_reading_window_opens_is_used_and_closes(
    ana: Person, server: RunningBackend, home: ContractIds
) -> None:
    server.books.change(
        m.Contract,
        home.id,
        next_read_date=date(2026, 3, 10),
        window_opens_at=START + timedelta(hours=20),
        window_closes_at=START + timedelta(days=6),
    )
    syncs(ana)
    ana.goes_to("Avisos")
    ana.sees("Pronto podrá aportar su lectura", "El período abre mañana a las 05:00.")
    server.movable_clock.advance(days=2)
    syncs(ana)
    ana.sees("Puede aportar su lectura", "cierra el 08/03/2026 a las 09:00.")
    server.movable_clock.advance(days=3, hours=2)
    syncs(ana)
    ana.sees("El período de lectura está por cerrar", "cierra mañana a las 09:00.")
    server.stop()
    ana.presses("Aportar lectura")
    ana.types("Lectura del medidor, 5 dígitos", "00130")
    ana.presses("Declaro que la lectura es la que marca el medidor")
    if "Confirmo" in ana.screen:
        ana.presses("Confirmo que la lectura es correcta")
    ana.presses("Enviar lectura")
    ana.sees("Guardada en este equipo.")
    ana.goes_to("Avisos")
    ana.sees("No tiene avisos.")


def test_the_office_closes_a_window_and_its_notice_goes(
    ana: Person, server: RunningBackend, home: ContractIds
) -> None:
    clerk(server, "open-window", contract="4410", closes_at=START + timedelta(days=4))
    syncs(ana)
    ana.goes_to("Avisos")
    ana.sees("Puede aportar su lectura")
    server.movable_clock.advance(minutes=5)
    clerk(server, "close-window", contract="4410")
    server.movable_clock.advance(minutes=5)
    syncs(ana)
    ana.sees("No tiene avisos.")


def test_topics_and_days_are_chosen_and_kept(
    ana: Person, server: RunningBackend, home: ContractIds
) -> None:
    bills(server, home, date(2026, 3, 6))
    syncs(ana)
    ana.goes_to("Avisos")
    ana.sees("Factura por vencer")
    ana.presses("Elegir qué avisos recibir")
    days = ana.part("notices_due_days")
    assert isinstance(days, QComboBox)
    assert days.currentText() == "5 días antes"
    days.setFocus()
    QTest.keyClick(days, Qt.Key.Key_Up)
    QTest.keyClick(days, Qt.Key.Key_Up)
    ana.waits()
    assert days.currentText() == "2 días antes"
    ana.goes_to("Avisos")
    ana.sees("No tiene avisos.")
    ana.closes_the_app()
    ana.opens_the_app()
    server.movable_clock.advance(days=3)
    syncs(ana)
    ana.goes_to("Avisos")
    ana.sees("vence mañana.")
    ana.presses("Elegir qué avisos recibir")
    tick = ana.part("notices_due_soon")
    assert isinstance(tick, QCheckBox)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center() / 4)
    tick.setChecked(False)
    ana.waits()
    ana.goes_to("Avisos")
    ana.sees("No tiene avisos.")


def test_the_desktop_is_told_once_and_not_again_after_a_restart(
    ana: Person, server: RunningBackend, home: ContractIds
) -> None:
    heard: list[Notice] = []
    shell = ana.desktop.shell
    shell.notices.arrived.connect(heard.extend)
    clerk(server, "publish-notice", title="Antes", text="Nadie lo pidió todavía.")
    syncs(ana)
    assert not heard
    want_desktop(shell.settings, wanted=True)
    bills(server, home, date(2026, 3, 6))
    syncs(ana)
    ana.waits_until(lambda: len(heard) == 1)
    assert heard[0].page == "invoices"
    syncs(ana)
    ana.closes_the_app()
    ana.opens_the_app()
    ana.desktop.shell.notices.arrived.connect(heard.extend)
    syncs(ana)
    assert len(heard) == 1
