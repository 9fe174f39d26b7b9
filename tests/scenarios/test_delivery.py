"""Solicitar factura electrónica: by mail or on paper, from asking to what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from sqlalchemy import select

from backend import models as m
from backend.delivery.rules import DeliveryRules
from backend.policies.rules import rules_of
from tests.support.backend import RunningBackend, running_backend
from tests.support.person import Person
from tests.support.utility_people import clerk, follows_the_link, mails_to, offers_everything

ADDRESS = "ana@example.org"
PAGE = "Solicitar factura electrónica"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A utility that delivers by mail. It is the 2nd of March, the meter is read on the 10th."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder) as backend:
        backend.books.utility()
        offers_everything(backend)
        ana = backend.books.user("ana", "secreta", email=ADDRESS)
        home = backend.books.contract([ana], number="4410", next_read_date=date(2026, 3, 10))
        backend.books.readings(home, 13)
        backend.books.invoices(home, 12)
        yield backend


@pytest.fixture
def ana(person: Person) -> Person:
    """She signed in and opened the page."""
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    person.goes_to(PAGE)
    return person


def chooses_channel(person: Person, words: str) -> None:
    box = person.part("delivery_form_channel")
    assert isinstance(box, QComboBox)
    box.setFocus()
    steps = box.findText(words) - box.currentIndex()
    key = Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up
    for _ in range(abs(steps)):
        QTest.keyClick(box, key)
    person.waits()


def asks_for_mail(person: Person, email: str = ADDRESS) -> None:
    person.types("Correo electrónico", email)
    person.presses("Acepto las condiciones (versión 2026-03)")
    person.presses("Solicitar cambio")


def syncs(person: Person) -> None:
    person.desktop.shell.sync_now()
    person.waits()


def requests(server: RunningBackend) -> list[m.Delivery]:
    with server.database.reading() as session:
        return list(session.scalars(select(m.Delivery).order_by(m.Delivery.id)))


def test_from_paper_to_mail_and_back(ana: Person, server: RunningBackend) -> None:
    ana.sees("Hoy la recibe", "En papel", "A partir de la factura de marzo de 2026")
    asks_for_mail(ana)
    ana.sees("Confirme la dirección ana@example.org desde el correo que le enviamos.")
    ana.sees("Falta confirmar el correo")
    told = follows_the_link(server, ADDRESS)
    assert "A partir de la factura de marzo de 2026 la recibirá en ana@example.org." in told
    syncs(ana)
    ana.sees("Desde la próxima factura", "A partir de la factura de marzo de 2026 la recibirá en")

    server.movable_clock.advance(days=20)  # the bill of the 14th has come
    syncs(ana)
    ana.sees("Vigente desde el 14/03/2026")
    ana.presses("Acepto las condiciones (versión 2026-03)")
    ana.presses("Solicitar cambio")
    ana.sees("Ya tiene esta modalidad vigente desde el 14/03/2026.")
    assert len(requests(server)) == 1

    chooses_channel(ana, "En papel")
    ana.presses("Solicitar cambio")
    ana.sees("la recibirá en papel en Calle Uno 123")
    assert [row.channel for row in requests(server)] == ["email", "paper"]
    server.movable_clock.advance(days=40)
    syncs(ana)
    ana.sees("Reemplazada")


def test_offline_the_wish_waits_here_and_can_be_changed(
    ana: Person, server: RunningBackend
) -> None:
    server.stop()
    asks_for_mail(ana, "otra@example.org")
    ana.sees("Guardada en este equipo. Se enviará al recuperar la conexión.")
    ana.sees("Por mail · otra@example.org", "Pendientes de envío (1)")
    ana.presses("Editar")
    ana.types("Correo electrónico", "buena@example.org")
    ana.presses("Acepto las condiciones (versión 2026-03)")
    ana.presses("Solicitar cambio")
    ana.sees("Por mail · buena@example.org", "Pendientes de envío (1)")
    server.start()
    syncs(ana)
    ana.sees("Confirme la dirección buena@example.org")
    assert [row.email for row in requests(server)] == ["buena@example.org"]
    assert not mails_to(server, "otra@example.org")


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(
    ana: Person, server: RunningBackend
) -> None:
    ana.types("Correo electrónico", "ana.example.org")
    ana.types("Segundo correo", "ana.example.org")
    ana.presses("Solicitar cambio")
    ana.sees("Revise el correo: debe tener la forma nombre@servidor.com.")
    ana.sees("Marque la casilla para continuar.")
    assert ana.focus.objectName() == "delivery_form_email"
    ana.types("Correo electrónico", ADDRESS)
    ana.types("Segundo correo", "ANA@example.org")
    ana.presses("Acepto las condiciones (versión 2026-03)")
    ana.presses("Solicitar cambio")
    ana.sees("La segunda dirección debe ser distinta de la primera.")
    ana.goes_to("Mis Facturas")
    ana.goes_to(PAGE)
    ana.sees("ANA@example.org")
    assert not requests(server)


def test_enter_twice_is_one_request(ana: Person, server: RunningBackend) -> None:
    ana.presses("Acepto las condiciones (versión 2026-03)")
    field = ana.part("delivery_form_email")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    ana.waits()
    ana.sees("Confirme la dirección")
    assert len(requests(server)) == 1
    assert len(mails_to(server, ADDRESS)) == 1


def test_the_mail_with_the_link_can_be_asked_for_again(ana: Person, server: RunningBackend) -> None:
    asks_for_mail(ana)
    ana.sees("Confirme la dirección")
    button = ana.button("Enviar el correo de nuevo")
    for _ in range(2):
        QTest.keyClick(button, Qt.Key.Key_Return)
    ana.waits_until(lambda: len(mails_to(server, ADDRESS)) == 2)
    ana.waits()
    follows_the_link(server, ADDRESS)
    syncs(ana)
    ana.sees("Desde la próxima factura")
    assert [row.status for row in requests(server)] == ["withdrawn", "confirmed"]


def test_mails_that_come_back_bring_the_paper_back(ana: Person, server: RunningBackend) -> None:
    asks_for_mail(ana)
    ana.sees("Confirme la dirección")
    follows_the_link(server, ADDRESS)
    server.movable_clock.advance(days=20)
    for _ in range(3):
        clerk(server, "record-bounce", contract="4410")
    syncs(ana)
    ana.sees("Los correos enviados a ana@example.org fueron rechazados.", "En papel")
    ana.sees("Suspendida por rechazos")
    ana.goes_to("Avisos")
    ana.sees("Los correos con su factura fueron rechazados")
    ana.presses("Ver envío de la factura")
    ana.sees("Suspendida por rechazos")


def test_what_the_utility_does_not_accept_is_told_and_can_be_corrected(
    ana: Person, server: RunningBackend
) -> None:
    server.stop()
    asks_for_mail(ana)
    ana.sees("Guardada en este equipo")
    server.start()
    rules = server_rules(server, consent_version="2027-01", consent_text="Otras condiciones.")
    offers_everything(server, delivery=rules)
    syncs(ana)
    ana.sees("No aceptada: Las condiciones cambiaron desde que las aceptó.")
    ana.presses("Corregir")
    ana.presses("Acepto las condiciones (versión 2027-01)")
    ana.presses("Solicitar cambio")
    ana.sees("Confirme la dirección")
    assert [row.consent_text for row in requests(server)] == ["Otras condiciones."]


def test_the_adhesion_is_certified_on_paper(ana: Person, server: RunningBackend) -> None:
    asks_for_mail(ana)
    ana.sees("Confirme la dirección")
    follows_the_link(server, ADDRESS)
    syncs(ana)
    server.stop()
    ana.presses("Constancia de adhesión")
    ana.waits_until(lambda: "Condiciones aceptadas" in ana.pdf_text())
    words = ana.pdf_text()
    assert "ana@example.org" in words
    assert "marzo de 2026" in words
    assert "(versión 2026-03)" in words


def test_a_utility_that_does_not_offer_it_says_so(person: Person, server: RunningBackend) -> None:
    with server.database.writing() as session:
        session.delete(session.scalars(select(m.Policy).where(m.Policy.area == "delivery")).one())
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    person.goes_to(PAGE)
    person.sees("La empresa no ofrece este cambio por acá.")
    person.presses("Ver facturas")
    assert person.desktop.window.pages.key == "invoices"


def server_rules(server: RunningBackend, **changed: str) -> DeliveryRules:
    with server.database.reading() as session:
        rules = rules_of(session, DeliveryRules)
    assert rules is not None
    return rules.model_copy(update=changed)
