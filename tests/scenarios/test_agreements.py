"""Agree on a debt: simulate it, ask for it, pay what makes it hold, keep it or break it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from backend import models
from backend.invoices.models import PaymentStatus
from backend.office.acts import acts, do
from tests.support.agreement_rules import offer
from tests.support.backend import RunningBackend, running_backend
from tests.support.person import Person

OWED = 3


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A utility that offers agreements, and a customer who owes three bills of 1.220,00."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder) as backend:
        backend.books.utility()
        offer(backend.database)
        home = backend.books.contract([backend.books.user("ana", "secreta")], number="4410")
        backend.books.invoices(home, OWED, document=None)
        yield backend


@dataclass
class Office:
    """The people at the utility."""

    server: RunningBackend

    def does(self, act: str, **form: Any) -> None:
        """One act of the back office."""
        found = acts()[act]
        do(self.server.database, self.server.clock, "carla", found, found.form(**form))

    @property
    def number(self) -> str:
        """The number of the newest agreement."""
        with self.server.database.reading() as session:
            found = session.query(models.Agreement).order_by(models.Agreement.id.desc()).first()
        assert found is not None
        return found.number

    @property
    def invoices(self) -> set[PaymentStatus]:
        """In which states the customer's invoices are."""
        with self.server.database.reading() as session:
            return {row.payment_status for row in session.query(models.Invoice)}


@pytest.fixture
def office(server: RunningBackend) -> Office:
    return Office(server)


@pytest.fixture
def ana(qtbot: QtBot, tmp_path: Path, server: RunningBackend) -> Iterator[Person]:
    """The customer, before the simulator."""
    person = Person(qtbot, tmp_path / "computer", server.url)
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Acuerdos de Pago")
    yield person
    person.closes_the_app()


def words_of(person: Person, name: str) -> str:
    """What a label or a field shows."""
    part = person.part(name)
    assert isinstance(part, QLabel | QLineEdit)
    return part.text().replace("\u00a0", " ")


def main_actions(person: Person) -> list[str]:
    """The buttons that stand out, by name."""
    found = person.desktop.window.findChildren(QAbstractButton)
    return [b.objectName() for b in found if b.isVisible() and b.property("kind") == "primary"]


def synchronises(person: Person) -> None:
    person.hits(Qt.Key.Key_F5)
    person.waits()


def asks_for_six(person: Person) -> None:
    person.presses("Simular un acuerdo")
    person.presses("Opción 2")
    person.presses("Leí el texto y lo acepto para las cuotas elegidas")
    person.presses("Solicitar acuerdo")


def test_an_agreement_is_asked_for_accepted_and_kept(ana: Person, office: Office) -> None:
    ana.sees("No tiene acuerdos de pago.")
    assert "agreements_simulate" in main_actions(ana)
    asks_for_six(ana)
    ana.sees("Pendiente de aceptación")
    office.does("accept-agreement", number=office.number)
    synchronises(ana)
    ana.sees("Pendiente de anticipo")
    ana.chooses(office.number)
    ana.sees("El acuerdo quedará vigente al acreditarse el anticipo")
    assert office.invoices == {PaymentStatus.IN_AGREEMENT}
    office.does("register-down-payment", number=office.number)
    synchronises(ana)
    ana.sees("Vigente")
    assert "agreements_simulate" not in main_actions(ana)  # paying is what matters now
    for instalment in range(1, 7):
        office.does("register-instalment", number=office.number, instalment=instalment)
    synchronises(ana)
    ana.sees("Cumplido")
    ana.presses("Constancia de cumplimiento")
    ana.sees(f"Constancia de cumplimiento {office.number}")
    assert office.invoices == {PaymentStatus.PAID}


def test_what_is_asked_for_is_what_was_shown(ana: Person, server: RunningBackend) -> None:
    ana.presses("Simular un acuerdo")
    ana.types("Anticipo", "1000")
    first = words_of(ana, "scenario_2_first")
    ana.presses("Opción 2")
    ana.presses("Leí el texto y lo acepto para las cuotas elegidas")
    ana.presses("Solicitar acuerdo")
    with server.database.reading() as session:
        row = session.query(models.Agreement).one()
        assert row.down_payment == 100_000
        assert len(row.instalments) == 6
        shown = row.instalments[0].total
    assert first == f"$ {shown // 100},{shown % 100:02}"


def test_consent_is_explicit_and_to_these_figures(ana: Person, office: Office) -> None:
    ana.presses("Simular un acuerdo")
    ana.presses("Solicitar acuerdo")
    ana.sees("Para solicitarlo tiene que aceptar el texto.")
    ana.presses("Leí el texto y lo acepto para las cuotas elegidas")
    ana.types("Anticipo", "900")
    assert not ana.button("Leí el texto y lo acepto para las cuotas elegidas").isChecked()
    ana.presses("Solicitar acuerdo")
    ana.sees("Para solicitarlo tiene que aceptar el texto.")
    assert office.invoices == {PaymentStatus.PENDING}


def test_bad_input_is_told_beside_its_field_and_kept(ana: Person) -> None:
    ana.presses("Simular un acuerdo")
    ana.types("Anticipo", "1")
    ana.hits(Qt.Key.Key_Tab)
    ana.sees("El anticipo mínimo es")
    ana.goes_to("Mis Facturas")
    ana.goes_to("Acuerdos de Pago")
    ana.sees("Simular un acuerdo")
    assert words_of(ana, "simulator_down_payment") == "1"


def test_what_the_figures_do_not_allow_is_said_where_it_can_be_mended(
    ana: Person, server: RunningBackend
) -> None:
    offer(server.database, min_instalment=100_000)
    synchronises(ana)
    ana.presses("Simular un acuerdo")
    ana.sees("Cada cuota tiene que ser de $ 1.000,00 o más. Elija menos cuotas.")
    offer(server.database, min_debt=10_000_000, max_debt=20_000_000)
    synchronises(ana)
    ana.sees("La deuda mínima para un acuerdo es $ 100.000,00.")
    offer(server.database, max_debt=200_000)
    synchronises(ana)
    ana.sees("Por el monto de la deuda debe gestionarlo en una oficina.")


def test_a_broken_agreement_says_so_and_offers_no_other(
    ana: Person, server: RunningBackend, office: Office
) -> None:
    offer(server.database, max_broken=0)
    synchronises(ana)
    asks_for_six(ana)
    number = office.number
    office.does("accept-agreement", number=number)
    office.does("register-down-payment", number=number)
    office.does("run-agreements", on="2026-04-10")
    synchronises(ana)
    ana.chooses(number)
    ana.sees("Cuota 1 vencida el 02/04/2026. Si acumula 3 cuotas impagas el acuerdo caducará.")
    office.does("run-agreements", on="2026-07-10")
    synchronises(ana)
    ana.sees("Acuerdo caído el 10/07/2026: la deuda restante es exigible.")
    ana.does_not_see("Está al día")
    ana.presses("Ver facturas impagas")
    assert ana.desktop.window.pages.key == "invoices"
    ana.goes_to("Acuerdos de Pago")
    ana.presses("Simular un acuerdo")
    ana.sees("Tiene acuerdos anteriores que cayeron. Para uno nuevo debe ir a una oficina.")
    assert not ana.button("Solicitar acuerdo").isEnabled()


def test_everything_is_read_offline_and_nothing_is_asked_for(
    ana: Person, server: RunningBackend, office: Office
) -> None:
    asks_for_six(ana)
    office.does("reject-agreement", number=office.number, note="Falta el poder.")
    synchronises(ana)
    server.stop()
    synchronises(ana)
    ana.chooses(office_number_of(ana))
    ana.sees("Respuesta de la empresa: Falta el poder.")
    ana.presses("Ver acuerdo")
    ana.sees("Acuerdo de pago AC-")
    ana.presses("Volver")
    ana.presses("Simular un acuerdo")
    ana.sees("Para solicitarlo hace falta conexión")
    assert not ana.button("Solicitar acuerdo").isEnabled()
    ana.presses("Ver simulación en PDF")
    ana.sees("Simulación de acuerdo de pago")


def office_number_of(person: Person) -> str:
    """What the list calls its first row."""
    return str(person.table.model().index(0, 0).data())


def test_an_included_invoice_opens_in_its_page(ana: Person, office: Office) -> None:
    asks_for_six(ana)
    office.does("accept-agreement", number=office.number)
    synchronises(ana)
    ana.chooses(office.number)
    ana.presses("A-1-001")
    ana.sees(f"Esta factura integra el acuerdo N° {office.number}")


def test_a_second_enter_asks_once(ana: Person, server: RunningBackend) -> None:
    ana.presses("Simular un acuerdo")
    ana.presses("Leí el texto y lo acepto para las cuotas elegidas")
    button = ana.button("Solicitar acuerdo")
    button.click()
    button.click()
    ana.waits()
    with server.database.reading() as session:
        assert session.query(models.Agreement).count() == 1


def test_without_an_offer_the_page_says_where_to_go(
    qtbot: QtBot, tmp_path: Path, server: RunningBackend
) -> None:
    offer(server.database, can_simulate=False, can_request=False)
    person = Person(qtbot, tmp_path / "computer", server.url)
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Acuerdos de Pago")
    person.sees("La empresa no ofrece acuerdos por acá.")
    assert not person.button("Simular un acuerdo").isEnabled()
    person.closes_the_app()


def test_a_simulation_of_yesterday_is_refused_and_can_be_done_again(
    ana: Person, server: RunningBackend, office: Office
) -> None:
    ana.presses("Simular un acuerdo")
    ana.presses("Leí el texto y lo acepto para las cuotas elegidas")
    server.movable_clock.advance(minutes=9)
    offer(server.database, nominal_rate="30")
    ana.presses("Solicitar acuerdo")
    ana.sees("No aceptada: Los importes cambiaron desde la simulación.")
    assert office.invoices == {PaymentStatus.PENDING}
    ana.presses("Simular de nuevo")
    ana.sees("TNA 30 %")
    ana.presses("Leí el texto y lo acepto para las cuotas elegidas")
    ana.presses("Solicitar acuerdo")
    ana.sees("Pendiente de aceptación")
    ana.does_not_see("No aceptada: Los importes")


def test_what_was_entered_survives_a_power_cut(ana: Person) -> None:
    ana.presses("Simular un acuerdo")
    ana.types("Anticipo", "1500")
    ana.presses("Opción 3")
    ana.goes_to("Inicio")
    ana.loses_power()
    ana.opens_the_app()
    ana.goes_to("Acuerdos de Pago")
    ana.presses("Simular un acuerdo")
    ana.sees("Recuperamos lo que estaba completando el 02/03/2026")
    assert words_of(ana, "simulator_down_payment") == "1500"
    ana.presses("Descartar")
    assert words_of(ana, "simulator_down_payment") != "1500"


def test_the_figures_follow_what_is_typed(ana: Person) -> None:
    ana.presses("Simular un acuerdo")
    before = words_of(ana, "scenario_1_first")
    ana.types("Anticipo", "2000")
    assert words_of(ana, "scenario_1_first") != before
    ana.sees("Simulación sin valor contractual, válida hasta 02/03/2026 23:59.")
    box = ana.part("simulator_invoices_1")
    assert isinstance(box, QCheckBox)
    box.click()
    assert ana.rows == 3
    ana.sees("Deuda incluida: $ 2.440,00")
