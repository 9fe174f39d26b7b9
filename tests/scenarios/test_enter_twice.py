"""Enter is struck three times, twice at once and once more after the answer: it is sent once. What
has such a test beside its own scenarios is not here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from sqlalchemy import func, select

from backend import models as m
from tests.support.backend import RunningBackend, running_backend
from tests.support.form_hands import picks
from tests.support.half_typed import HalfTyped, pays_everything, request_number, syncs
from tests.support.half_typed_forms import DOUBT, FORMS, IN_MEMORY, fills_the_wizard
from tests.support.person import Person
from tests.support.utility_people import clerk, mails_to, offers_everything

ADDRESS = "ana@example.org"
CTRL = Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A utility that offers everything. Ana sees contract 4410; nobody sees 44110."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder) as backend:
        backend.books.utility()
        offers_everything(backend)
        ana = backend.books.user("ana", "clave 123 Abc", email=ADDRESS)
        home = backend.books.contract([ana], number="4410")
        other = backend.books.contract([], number="44110")
        for contract in (home, other):
            backend.books.readings(contract, 13)
            backend.books.invoices(contract, 3)
        with backend.database.writing() as session:
            customer = session.get_one(m.Contract, other.id).customer
            customer.document_type, customer.document_number = "ci", "4.630.800-6"
            session.get_one(m.Contract, home.id).customer.email = ADDRESS
        pays_everything(backend)
        yield backend


@pytest.fixture
def ana(person: Person) -> Person:
    """She signed in."""
    person.opens_the_app()
    person.signs_in("ana", "clave 123 Abc")
    person.sees("Al día")
    return person


def begins(person: Person, server: RunningBackend, name: str) -> HalfTyped:
    """The form of that name, with one field filled in."""
    form = (FORMS | IN_MEMORY)[name]
    form.prepares(server)
    syncs(person)
    form.leads_to(person, server)
    form.opens(person)
    form.types(person)
    return form


def strikes_enter(person: Person, part: str, *, is_text: bool = False) -> None:
    """Twice at once, and again when the first has been answered."""
    field = person.part(part)
    modifier = CTRL if is_text else Qt.KeyboardModifier.NoModifier
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return, modifier)
    QTest.keyClick(field, Qt.Key.Key_Return, modifier)
    person.waits()
    again = person.desktop.window.findChild(QWidget, part)
    if again is not None and again.isVisible():
        QTest.keyClick(again, Qt.Key.Key_Return, modifier)
    person.waits()


def strikes_twice(person: Person, where: QWidget) -> None:
    """Enter on what does not stay after it was answered."""
    for _ in range(2):
        QTest.keyClick(where, Qt.Key.Key_Return)
    person.waits()


def received(server: RunningBackend, kind: str) -> int:
    """How many submissions of a kind the utility has."""
    with server.database.reading() as session:
        return session.scalar(select(func.count()).where(m.Submission.kind == kind)) or 0


def test_a_question(ana: Person, server: RunningBackend) -> None:
    begins(ana, server, "question")
    picks(ana, "question_form_topic", "Mi factura")
    ana.types("Asunto", "Cargo fijo")
    strikes_enter(ana, "question_form_message", is_text=True)
    assert received(server, "question") == 1


def test_a_message_to_a_case(ana: Person, server: RunningBackend) -> None:
    begins(ana, server, "case_message")
    strikes_enter(ana, "case_reply_message", is_text=True)
    ana.sees(DOUBT)
    assert received(server, "case_message") == 1


def test_a_wish_to_have_it_looked_at_again(ana: Person, server: RunningBackend) -> None:
    begins(ana, server, "case_message")
    with server.database.reading() as session:
        number = session.scalars(select(m.Case)).one().number
    clerk(server, "answer-case", number=number, text="Se cobra una sola vez.")
    syncs(ana)
    ana.sees("Pedir otra revisión")
    strikes_enter(ana, "case_reply_message", is_text=True)
    ana.sees("Reabierta")
    assert received(server, "case_message") == 1


def test_a_change_of_holder(ana: Person, server: RunningBackend) -> None:
    fills_the_wizard(ana)
    strikes_twice(ana, ana.part("holder_change_send"))
    assert received(server, "holder_change") == 1


def test_documents_that_were_sent_back(ana: Person, server: RunningBackend) -> None:
    begins(ana, server, "supply_documents")
    strikes_twice(ana, ana.part("supply_documents_send"))
    assert received(server, "supply_documents") == 1


def test_another_visit(ana: Person, server: RunningBackend) -> None:
    begins(ana, server, "supply_slot")
    picks(ana, "supply_slot_form_on", "miércoles 04/03/2026")
    strikes_twice(ana, ana.part("supply_slot_send"))
    ana.sees("Vamos a programar otra visita.")
    ana.does_not_see("No se pudo hacer")
    assert request_number(server)


def test_a_contract_that_is_added(ana: Person, server: RunningBackend) -> None:
    begins(ana, server, "add_contract")
    ana.types("Número de documento", "4.630.800-6")
    ana.types("Número de una de sus últimas facturas", "A-2-002")
    strikes_enter(ana, "add_contract_proof_value")
    ana.sees("Se agregó el contrato 44110.")
    ana.does_not_see("ya está vinculado")


def test_a_name_for_a_contract(ana: Person, server: RunningBackend) -> None:
    begins(ana, server, "contract_alias")
    strikes_enter(ana, "link_4410_alias")
    assert received(server, "contract_alias") == 1


def test_another_password(ana: Person, server: RunningBackend) -> None:
    begins(ana, server, "password")
    ana.types("Contraseña actual", "clave 123 Abc")
    ana.types("Contraseña nueva", "otra clave 2 Abc")
    ana.types("Repetir contraseña", "otra clave 2 Abc")
    strikes_enter(ana, "change_password_repeat")
    ana.sees("La contraseña se cambió correctamente.")
    ana.does_not_see("La contraseña actual no es correcta.")
    assert len(mails_to(server, ADDRESS)) == 1


def test_a_forgotten_password(person: Person, server: RunningBackend) -> None:
    person.opens_the_app()
    person.types("Nombre de usuario", "ana")
    person.presses("Olvidé mi contraseña")
    strikes_enter(person, "forgot_form_who")
    person.sees("Si los datos son correctos, recibirá un correo con instrucciones.")
    assert len(mails_to(server, ADDRESS)) == 1


def test_signing_in(person: Person, server: RunningBackend) -> None:
    person.opens_the_app()
    person.types("Nombre de usuario", "ana")
    person.types("Contraseña", "clave 123 Abc")
    strikes_enter(person, "password")
    person.sees("Al día")
    with server.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(m.RefreshToken)) == 1


def test_how_good_an_answer_was(ana: Person, server: RunningBackend) -> None:
    begins(ana, server, "case_message")
    with server.database.reading() as session:
        number = session.scalars(select(m.Case)).one().number
    clerk(server, "answer-case", number=number, text="Se cobra una sola vez.")
    syncs(ana)
    strikes_twice(ana, ana.button("4 de 5"))
    assert received(server, "case_message") == 1
