"""Give a reading on a bad day: it is never lost and never entered twice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from backend import models
from backend.readings.models import Quality, Source
from tests.support.backend import MovableClock, RunningBackend, running_backend
from tests.support.backend_books import ContractIds
from tests.support.person import Person


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
    """A utility with one customer whose reading window is open. The last value was 220 m3."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder, clock=RunningClock()) as backend:
        backend.books.utility()
        ana = backend.books.user("ana", "secreta")
        home = backend.books.contract([ana], number="4410")
        backend.books.readings(home, 13)
        backend.books.invoices(home, 12)
        backend.books.open_window(home, backend.movable_clock.now())
        yield backend


def contributed(server: RunningBackend) -> list[models.Reading]:
    with server.database.reading() as session:
        rows = session.query(models.Reading).filter_by(source=Source.CUSTOMER_PORTAL).all()
        session.expunge_all()
        return rows


def enters_a_reading(person: Person, digits: str = "00470") -> None:
    person.goes_to("Aportar Lectura")
    person.types("Lectura del medidor, 5 dígitos", digits)
    person.presses("Declaro que la lectura es la que marca el medidor")
    person.presses("Enviar lectura")


@pytest.mark.fault(6, 33, "G")
def test_a_reading_entered_offline_arrives_once_after_a_crash_and_a_lost_answer(
    person: Person, server: RunningBackend
) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día", "puede aportar su lectura hasta")
    server.stop()
    enters_a_reading(person)
    person.sees("Guardada en este equipo. Se enviará al recuperar la conexión.")
    person.sees("Pendientes de envío (1)")
    person.loses_power()

    server.start()
    server.faults.fail_after_commit(1)
    person.opens_the_app()
    person.goes_to("Aportar Lectura")
    person.sees("Recibida", "N° L-2026-")
    assert server.faults.seen >= 2
    (one,) = contributed(server)
    assert (int(one.value), one.quality) == (470, Quality.CUSTOMER)
    person.waits()
    listed = (line for line in person.screen.splitlines() if " | " in line)
    assert [line.count("Recibida") for line in listed if "470 m" in line] == [1]
    person.does_not_see("Pendientes de envío (1)")


def test_online_a_reading_is_received_at_once(person: Person, server: RunningBackend) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    enters_a_reading(person)
    person.sees("Recibida", "N° L-2026-", "Será considerada en su próxima factura")
    assert len(contributed(server)) == 1


def test_enter_twice_is_one_reading(person: Person, server: RunningBackend) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Aportar Lectura")
    person.types("Lectura del medidor, 5 dígitos", "00470")
    person.presses("Declaro que la lectura es la que marca el medidor")
    person.hits(Qt.Key.Key_Return)
    person.hits(Qt.Key.Key_Return)
    person.sees("Recibida")
    assert len(contributed(server)) == 1


def test_a_reading_that_came_too_late_is_told_so_and_can_be_corrected(
    person: Person, server: RunningBackend
) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    server.stop()
    enters_a_reading(person)
    server.movable_clock.advance(days=6)
    server.start()
    person.desktop.shell.sync_now()
    person.sees("No aceptada: El período para aportar lectura cerró el")
    assert not contributed(server)
    person.goes_to("Pendientes de envío")
    person.chooses("No aceptada")
    person.sees("Corregir y enviar")


def test_signing_out_with_something_unsent_asks_and_keeps_it_unless_told_otherwise(
    person: Person, server: RunningBackend
) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    server.stop()
    enters_a_reading(person)
    person.action("sign_out").trigger()
    person.sees("Tiene 1 envío")
    person.presses("Conservar y cerrar sesión")
    person.sees("Nombre de usuario")

    server.start()
    person.signs_in("ana", "secreta")
    person.goes_to("Aportar Lectura")
    person.sees("Recibida", "N° L-2026-")
    assert len(contributed(server)) == 1


@pytest.mark.fault(33, "G")
def test_what_was_being_typed_is_there_again_after_a_crash(
    person: Person, server: RunningBackend
) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Aportar Lectura")
    person.types("Lectura del medidor, 5 dígitos", "0047")
    person.waits_until(lambda: bool(person.desktop.shell.office.drafts.all()))
    person.loses_power()

    person.opens_the_app()
    person.goes_to("Aportar Lectura")
    person.sees("Recuperamos lo que estaba completando", "0047")
    person.types("Lectura del medidor, 5 dígitos", "00470")
    person.presses("Declaro que la lectura es la que marca el medidor")
    person.presses("Enviar lectura")
    person.sees("Recibida", "N° L-2026-")
    person.does_not_see("Recuperamos lo que estaba completando")
    assert [int(one.value) for one in contributed(server)] == [470]
    assert not person.desktop.shell.office.drafts.all(), "what was sent is no draft any more"


def test_closing_the_app_at_once_keeps_the_last_key(person: Person) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Aportar Lectura")
    person.types("Lectura del medidor, 5 dígitos", "00470")
    person.closes_the_app()

    person.opens_the_app()
    person.goes_to("Aportar Lectura")
    person.sees("00470", "Recuperamos lo que estaba completando")
    person.presses("Descartar")
    person.does_not_see("00470")
    person.does_not_see("Recuperamos lo que estaba completando")
    person.closes_the_app()

    person.opens_the_app()
    person.goes_to("Aportar Lectura")
    person.does_not_see("00470")


def test_signing_out_asks_about_what_was_begun_and_keeps_it(person: Person) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Aportar Lectura")
    person.types("Lectura del medidor, 5 dígitos", "00470")
    person.action("sign_out").trigger()
    person.sees("Tiene 1 borrador")
    person.presses("Conservar y cerrar sesión")
    person.sees("Nombre de usuario")
    person.signs_in("ana", "secreta")
    person.goes_to("Aportar Lectura")
    person.sees("00470", "Recuperamos lo que estaba completando")


def test_outside_the_period_a_notice_says_when_it_opens(
    person: Person, server: RunningBackend
) -> None:
    later = server.movable_clock.now() + timedelta(days=20)
    server.books.open_window(ContractIds(1, 1, 1), later)
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Aportar Lectura")
    person.sees("No está en período de aportar lectura. Podrá hacerlo del")
    assert contributed(server) == []
