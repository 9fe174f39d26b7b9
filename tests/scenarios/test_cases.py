"""Preguntas y Reclamaciones: from a doubt to the regulator's dossier, on good days and bad ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QTableView
from sqlalchemy import select

from backend import models as m
from backend.faq.models import FaqArticle
from tests.support.backend import START, RunningBackend, running_backend
from tests.support.form_hands import drops, picks, writes
from tests.support.person import Person
from tests.support.policies import offer
from tests.support.utility_people import clerk

PAGE = "Preguntas y Reclamaciones"
DECLARATION = "Declaro que los datos y los documentos que envío son verdaderos."
DOUBT = "No entiendo por qué me cobran el cargo fijo dos veces."
DISPUTE = "La lectura facturada no es la que marca mi medidor."

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A utility that takes questions and claims, and Ana's contract, whose last invoice (A-1-002)
    was issued twenty days ago. It is Monday the 2nd of March 2026."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder) as backend:
        backend.books.utility(regulator="URSEA")
        offer(backend.database, "calendar", "cases", "faq")
        ana = backend.books.user("ana", "secreta")
        home = backend.books.contract([ana], number="4410")
        backend.books.readings(home, 13)
        for back, invoice in enumerate(reversed(backend.books.invoices(home, 3))):
            issued = (START - timedelta(days=20 + 120 * back)).date()
            backend.books.change(m.Invoice, invoice, issue_date=issued)
        yield backend


@pytest.fixture
def ana(person: Person) -> Person:
    """She signed in and is where questions are asked."""
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    person.goes_to(PAGE)
    return person


def cases(server: RunningBackend) -> list[m.Case]:
    with server.database.reading() as session:
        return list(session.scalars(select(m.Case).order_by(m.Case.id)))


def only_case(server: RunningBackend) -> m.Case:
    (found,) = cases(server)
    return found


def syncs(person: Person) -> None:
    person.desktop.shell.sync_now()
    person.waits()


def a_photo(folder: Path) -> Path:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    path = folder / "medidor.png"
    assert image.save(str(path))
    return path


def listed(person: Person) -> int:
    """How many rows the list has, also while the panel hides it."""
    table = person.part("cases_table")
    assert isinstance(table, QTableView)
    return table.model().rowCount()


def asks(person: Person) -> None:
    person.presses("Nueva Pregunta")
    picks(person, "question_form_topic", "Mi factura")
    person.types("Asunto", "Cargo fijo")
    writes(person, "question_form_message", DOUBT)


def begins_a_claim(person: Person) -> None:
    person.presses("Nuevo Trámite")
    picks(person, "claim_form_type", "Facturación")
    picks(person, "claim_form_subtype", "Disconformidad con la lectura facturada")
    person.presses("A-1-002 · emitida 10/02/2026 · $\u00a01.220,00")
    writes(person, "claim_form_description", DISPUTE)
    person.types("Teléfono de contacto", "099 123 456")
    person.presses(DECLARATION)


def test_a_question_is_asked_answered_and_rated(ana: Person, server: RunningBackend) -> None:
    ana.sees("Todavía no hay preguntas ni reclamaciones.")
    asks(ana)
    ana.sees("Responderemos en 5 días hábiles.")
    ana.presses("Enviar pregunta")
    ana.sees("Pregunta ingresada. N° 2026-00-000001-1. Responderemos antes del 09/03/2026.", DOUBT)
    ana.sees("Quedan 5 días hábiles")
    clerk(server, "answer-case", number=only_case(server).number, text="Se cobra una sola vez.")
    syncs(ana)
    ana.sees("Respondida", "Se cobra una sola vez.", "puede pedir que se revise hasta el")
    ana.presses("4 de 5")
    ana.sees("Su opinión")
    ana.waits_until(lambda: only_case(server).satisfaction == 4)


def test_an_answer_that_is_there_already_spares_the_question(
    ana: Person, server: RunningBackend
) -> None:
    with server.database.writing() as session:
        session.add(
            FaqArticle(
                code="twice",
                category="Pagos",
                position=1,
                question="¿Qué hago si pagué dos veces?",
                answer="El segundo pago queda a su favor.",
                keywords="duplicado",
                page="",
                updated_on=date(2026, 1, 2),
            )
        )
    syncs(ana)
    ana.presses("Nueva Pregunta")
    ana.types("Asunto", "pague dos veces")
    ana.sees("Quizás esto responde su pregunta:", "¿Qué hago si pagué dos veces?")
    ana.presses("¿Qué hago si pagué dos veces?")
    ana.sees("El segundo pago queda a su favor.")


def test_a_claim_made_offline_goes_out_once_and_comes_to_its_end(
    ana: Person, server: RunningBackend, tmp_path: Path
) -> None:
    server.stop()
    begins_a_claim(ana)
    drops(ana, "claim_form_photo", a_photo(tmp_path))
    ana.sees("medidor.png")
    QTest.keyClick(ana.part("claim_form_contact_name"), Qt.Key.Key_Return)
    QTest.keyClick(ana.part("claim_form_contact_name"), Qt.Key.Key_Return)
    ana.sees("Guardado en este equipo, sin número hasta que se envíe.")
    assert listed(ana) == 1

    server.start()
    server.faults.fail_after_commit(1)
    syncs(ana)
    ana.sees("Reclamación ingresada. N° 2026-00-000001-1. Responderemos antes del 23/03/2026.")
    ana.sees("Mientras se resuelve, el importe reclamado ($ 1.220,00) no será exigible.")
    assert listed(ana) == 1
    number = only_case(server).number

    clerk(server, "ask-about-case", number=number, text="¿Qué marca hoy el medidor?")
    syncs(ana)
    ana.sees("Espera su respuesta", "¿Qué marca hoy el medidor?", "de lo contrario se cerrará.")
    ana.sees("En pausa: quedan 15 días hábiles")
    writes(ana, "case_reply_message", "Marca 00231.")
    ana.presses("Enviar mensaje")
    ana.sees("En análisis", "Marca 00231.")

    clerk(server, "answer-case", number=number, outcome="dismissed", text="La lectura es real.")
    syncs(ana)
    ana.sees("Improcedente", "La lectura es real.", "¿No está conforme? Díganos por qué.")
    writes(ana, "case_reply_message", "La foto muestra otro número de medidor.")
    ana.presses("Pedir otra revisión")
    ana.sees("Reabierta", "La revisamos otra vez.")
    ana.sees("Si no está conforme puede recurrir a URSEA")

    ana.presses("Expediente")
    ana.waits_until(lambda: "2026-00-000001-1" in _paper(ana))
    assert "La lectura es real." in _paper(ana)
    assert "medidor.png" in _paper(ana)
    ana.presses("Volver")
    ana.presses("Abrir medidor.png")
    ana.waits_until(lambda: "medidor.png" in _paper(ana))
    assert [case.reopened for case in cases(server)] == [True]


def _paper(person: Person) -> str:
    from PySide6.QtPdf import QPdfDocument

    documents = [d for d in person.desktop.window.findChildren(QPdfDocument) if d.pageCount()]
    return documents[-1].getAllText(0).text().replace("\u00a0", " ") if documents else ""


def test_what_was_begun_survives_a_power_cut(ana: Person, tmp_path: Path) -> None:
    begins_a_claim(ana)
    drops(ana, "claim_form_files", a_photo(tmp_path))
    ana.sees("medidor.png")
    ana.goes_to("Inicio")
    ana.waits()
    ana.loses_power()
    ana.opens_the_app()
    ana.goes_to(PAGE)
    ana.sees("Tiene un trámite sin terminar")
    ana.presses("Continuar")
    ana.sees("Recuperamos lo que estaba completando", "medidor.png")
    box = ana.part("claim_form_description")
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == DISPUTE
    ana.presses(DECLARATION)  # given anew, after looking at it
    ana.presses("Enviar trámite")
    ana.sees("Reclamación ingresada.")


def test_what_is_missing_is_said_and_what_was_claimed_is_not_claimed_again(
    ana: Person, server: RunningBackend
) -> None:
    ana.presses("Nuevo Trámite")
    picks(ana, "claim_form_type", "Facturación")
    picks(ana, "claim_form_subtype", "Pago duplicado")
    ana.presses("Enviar trámite")
    ana.sees("Falta adjuntar: Comprobante de pago.", "Falta completar este dato.")
    ana.presses("Vaciar el formulario")
    ana.presses("Sí, vaciar el formulario")
    ana.presses("Volver")
    begins_a_claim(ana)
    ana.presses("Enviar trámite")
    ana.sees("Reclamación ingresada.")
    begins_a_claim(ana)
    ana.presses("Enviar trámite")
    number = only_case(server).number
    ana.sees(f"Ya existe una reclamación abierta por esta factura (N° {number}).")


def test_a_claim_is_left_without_effect(ana: Person, server: RunningBackend) -> None:
    begins_a_claim(ana)
    ana.presses("Enviar trámite")
    ana.sees("Reclamación ingresada.")
    ana.presses("Dejar sin efecto…")
    ana.presses("Sí, dejarla sin efecto")
    ana.sees("Anulada", "Usted la dejó sin efecto.")
    assert only_case(server).status.value == "cancelled"


def test_another_page_opens_a_claim_with_what_it_knows(ana: Person) -> None:
    ana.desktop.shell.go_to("cases", None, "claim:PAGO_NO_IMPUTADO:P-2026-000001-7")
    ana.waits()
    ana.sees("Nuevo Trámite", "Comprobante de pago")
    assert ana.field_text("Número de la solicitud o del pago") == "P-2026-000001-7"


def test_an_invoice_is_claimed_from_where_it_is_read(ana: Person, server: RunningBackend) -> None:
    ana.goes_to("Mis Facturas")
    ana.chooses("A-1-002")
    ana.presses("Reclamar")
    ana.sees("Nuevo Trámite")
    picks(ana, "claim_form_subtype", "Disconformidad con la lectura facturada")
    box = next(b for b in ana.desktop.window.findChildren(QCheckBox) if "A-1-002" in b.text())
    assert box.isChecked()
    writes(ana, "claim_form_description", DISPUTE)
    ana.types("Teléfono de contacto", "099 123 456")
    ana.presses(DECLARATION)
    ana.presses("Enviar trámite")
    ana.sees("Reclamación ingresada.")
    ana.goes_to("Mis Facturas")
    ana.presses("Ver la reclamación")
    ana.sees(f"Reclamación {only_case(server).number}")


def test_a_case_is_found_by_its_number(ana: Person, server: RunningBackend) -> None:
    asks(ana)
    ana.presses("Enviar pregunta")
    ana.sees("Pregunta ingresada.")
    ana.goes_to("Inicio")
    number = only_case(server).number
    (hit,) = ana.desktop.shell.office.search.find(number)
    assert (hit.title, hit.subtitle) == (number, "Cargo fijo")
    ana.desktop.shell.go_to("cases", hit.contract_id, hit.id)
    ana.sees(f"Pregunta {number}")
