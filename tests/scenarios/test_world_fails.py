"""The network, the server and this computer fail; the person is told so and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend import models
from backend.invoices.models import PaymentStatus
from tests.support import chaos
from tests.support.backend import RunningBackend
from tests.support.person import Person


def test_a_wrong_password_is_told_beside_the_fields_and_the_name_stays(person: Person) -> None:
    person.opens_the_app()
    person.tries_to_sign_in("ana", "otra")
    person.sees("Usuario o contraseña incorrectos.", "ana")
    person.signs_in("ana", "secreta")
    person.sees("4410")


def test_a_locked_user_is_told_until_when(person: Person) -> None:
    person.opens_the_app()
    for _ in range(5):
        person.tries_to_sign_in("ana", "otra")
    person.tries_to_sign_in("ana", "secreta")
    person.sees("Usuario bloqueado por intentos fallidos.", "a las 09:15")


def test_a_first_start_without_the_server_says_so_and_goes_on_once_it_is_there(
    person: Person, server: RunningBackend
) -> None:
    server.stop()
    person.opens_the_app()
    person.tries_to_sign_in("ana", "secreta")
    person.sees("El sistema no está disponible en este momento.", "ana")
    server.start()
    person.signs_in("ana", "secreta")
    person.sees("4410")


@pytest.mark.fault(21, "G")
def test_a_hotel_network_is_named_and_its_page_is_not_taken_for_data(person: Person) -> None:
    with chaos.running() as hotel:
        hotel.otherwise = chaos.portal
        person.server = hotel.url
        person.opens_the_app()
        person.tries_to_sign_in("ana", "secreta")
        person.sees("Esta red pide ingresar en su propia página.")


@pytest.mark.fault(29, "G")
def test_a_session_that_was_ended_elsewhere_leaves_the_data_readable(
    person: Person, server: RunningBackend
) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    with server.database.writing() as session:
        for model in (models.AccessToken, models.RefreshToken):
            session.query(model).delete()
    person.desktop.shell.sync_now()
    person.sees("Su sesión venció. Ingrese nuevamente; los datos guardados siguen acá.")
    person.goes_to("Mis Facturas")
    assert person.rows == 12
    person.presses("Ingresar")
    person.signs_in("ana", "secreta")
    person.sees("Al día")


@pytest.mark.fault(26, "G")
def test_an_access_token_that_ran_out_is_renewed_unseen(
    person: Person, server: RunningBackend
) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    server.movable_clock.advance(minutes=30)
    person.desktop.shell.sync_now()
    person.waits()
    person.sees("Al día", "verificado 09:30")


def test_what_the_server_changed_is_there_after_a_sync(
    person: Person, server: RunningBackend
) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Mis Facturas")
    server.books.change(models.Invoice, 12, open=0, paid=122000, payment_status=PaymentStatus.PAID)
    person.desktop.shell.sync_now()
    person.sees("Pagada")


@pytest.mark.expect_logs("begun anew: damaged")
@pytest.mark.fault(36, "G")
def test_a_damaged_copy_is_put_aside_and_fetched_again(
    person: Person, server: RunningBackend
) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.closes_the_app()
    _damage(person.folder)
    person.opens_the_app()
    person.sees("Los datos guardados en este equipo están dañados.")
    person.signs_in("ana", "secreta")
    person.goes_to("Mis Facturas")
    assert person.rows == 12


@pytest.mark.expect_logs("begun anew: key")
@pytest.mark.fault(39, "G")
def test_a_lost_keyring_costs_a_sign_in_and_nothing_else(person: Person) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.closes_the_app()
    person.keyring.values.clear()
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Mis Facturas")
    assert person.rows == 12


@pytest.mark.fault(53, "G")
def test_signing_out_leaves_nothing_to_read(person: Person, server: RunningBackend) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    server.stop()
    person.desktop.shell.sign_out()
    person.waits()
    person.sees("Nombre de usuario")
    person.closes_the_app()
    assert not list(person.folder.rglob("cache.db*"))
    person.opens_the_app()
    person.sees("Nombre de usuario")


def _damage(folder: Path) -> None:
    (file,) = folder.rglob("cache.db")
    content = bytearray(file.read_bytes())
    for position in range(4096, len(content), 4096):
        content[position + 100] ^= 0xFF
    file.write_bytes(content)
