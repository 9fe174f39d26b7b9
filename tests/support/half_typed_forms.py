"""Every form of the pages, half typed by a person: how it is opened, what is typed, what goes
before and after.

The customer is `ana` / `secreta`, the contract 4410, the day the 2nd of March 2026.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from backend import models as m
from tests.support.backend import RunningBackend
from tests.support.form_hands import picks
from tests.support.half_typed import (
    HalfTyped,
    drops,
    is_cut,
    is_in_front,
    pays_everything,
    request_number,
    syncs,
)
from tests.support.person import Person
from tests.support.utility_people import clerk

CASES = "Preguntas y Reclamaciones"
SUPPLY = "Solicitudes de Suministro"
DOUBT = "No entiendo por qué me cobran el cargo fijo dos veces."


# ---- ways to the forms ----------------------------------------------------------------------


def _page(person: Person, page: str, *buttons: str) -> None:
    """The page, and the form's button unless the form is in front already."""
    person.goes_to(page)
    for words in buttons:
        if words in person.screen.splitlines():
            person.presses(words)


def _self_reading(person: Person) -> None:
    _page(person, "Aportar Lectura")


def _delivery(person: Person) -> None:
    _page(person, "Solicitar factura electrónica")


def _agreement(person: Person) -> None:
    _page(person, "Acuerdos de Pago")
    if not is_in_front(person, "simulator_down_payment"):
        person.presses("Simular un acuerdo")


def _question(person: Person) -> None:
    _page(person, CASES)
    if not is_in_front(person, "question_form_message"):
        person.presses("Nueva Pregunta")


def _claim(person: Person) -> None:
    _page(person, CASES)
    if not is_in_front(person, "claim_form_description"):
        person.presses("Nuevo Trámite")
    if not is_in_front(person, "claim_form_description"):
        picks(person, "claim_form_type", "Facturación")
        picks(person, "claim_form_subtype", "Errores en cobros o abonos")


def _reply(person: Person) -> None:
    _page(person, CASES)
    if not is_in_front(person, "case_reply_message"):
        person.chooses("Cargo fijo")


def _reconnection(person: Person) -> None:
    _page(person, SUPPLY)
    if not is_in_front(person, "reconnection_form_contact_phone"):
        person.presses("Reconexión")


def _slot(person: Person) -> None:
    _page(person, SUPPLY)
    if not is_in_front(person, "supply_slot_form_slot"):
        if not is_in_front(person, "supply_slot"):
            person.chooses("Reconexión")
        person.presses("Elegir otro horario")


def _holder_change(person: Person) -> None:
    _page(person, SUPPLY)
    if is_in_front(person, "holder_change_form_full_name"):
        return
    if not is_in_front(person, "holder_change_form_reason"):
        person.presses("Cambio de Titular")
    if not is_in_front(person, "holder_change_form_full_name"):
        picks(person, "holder_change_form_reason", "Alquiler")
        picks(person, "holder_change_form_link", "Inquilino")
        person.presses("Continuar")


def _add_contract(person: Person) -> None:
    _account(person)
    if not is_in_front(person, "add_contract_contract_number"):
        person.presses("Agregar contrato")


def _password(person: Person) -> None:
    _account(person)
    if not is_in_front(person, "change_password_current"):
        QTest.mouseClick(person.part("change_password_open"), Qt.MouseButton.LeftButton)
        person.waits()


def _account(person: Person) -> None:
    person.action("go_account").trigger()
    person.waits()
    person.sees("Contratos vinculados")


# ---- what comes before ----------------------------------------------------------------------


def _asked_back(person: Person, server: RunningBackend) -> None:
    _question(person)
    picks(person, "question_form_topic", "Mi factura")
    person.types("Asunto", "Cargo fijo")
    FORMS["question"].types(person)
    person.presses("Enviar pregunta")
    with server.database.reading() as session:
        number = session.scalars(select(m.Case)).one().number
    clerk(server, "ask-about-case", number=number, text="¿De qué mes?")
    syncs(person)


def _nobody_was_there(person: Person, server: RunningBackend) -> None:
    _reconnection(person)
    person.types("Teléfono de contacto", "099 123 456")
    person.presses("Habrá un mayor de edad en el domicilio")
    person.presses("Acepto la declaración de seguridad")
    person.presses("Solicitar reconexión")
    number = request_number(server)
    clerk(server, "schedule-reconnection", number=number, on="2026-03-03", slot="morning")
    clerk(server, "fail-reconnection", number=number, reason="absent")
    syncs(person)


def fills_the_wizard(person: Person) -> None:
    """The whole change of holder, up to the button that sends it."""
    _holder_change(person)
    _fills_in_the_holder(person)


def _fills_in_the_holder(person: Person) -> None:
    for name, text in (
        ("Documento", "1.234.567-2"),
        ("Nombre y apellido", "Bruno Nuevo"),
        ("Correo electrónico", "bruno@example.net"),
        ("Repetir correo", "bruno@example.net"),
        ("Teléfono", "098 765 432"),
    ):
        person.types(name, text)
    _goes_on(person)


def _goes_on(person: Person) -> None:
    person.presses("Continuar")
    for code in ("id_front", "id_back", "lease"):
        drops(person, f"holder_change_form_doc_{code}", "papel.pdf")
    person.presses("Continuar")
    person.types("Lectura de entrega, 5 dígitos", "00470")
    person.presses("Continuar")
    person.presses("Leí y acepto las condiciones")


def _a_paper_was_sent_back(person: Person, server: RunningBackend) -> None:
    fills_the_wizard(person)
    person.presses("Enviar solicitud")
    number = request_number(server)
    clerk(server, "accept-holder-change", number=number)
    clerk(server, "observe-supply-document", number=number, document="lease", remark="La firma")
    syncs(person)


def _documents(person: Person) -> None:
    _page(person, SUPPLY)
    if not is_in_front(person, "supply_documents_form_doc_lease"):
        if not is_in_front(person, "supply_documents"):
            person.chooses("Cambio de titular")
        person.presses("Enviar documentos")


def _proves_it(person: Person) -> None:
    person.types("Número de documento", "4.630.800-6")
    person.types("Número de una de sus últimas facturas", "A-2-002")


def _ticks(*words: str) -> Callable[[Person], None]:
    def tick(person: Person) -> None:
        for each in words:
            person.presses(each)

    return tick


def _names_the_subject(person: Person) -> None:
    picks(person, "question_form_topic", "Mi factura")
    person.types("Asunto", "Cargo fijo")


def _declares_it_true(person: Person) -> None:
    person.types("Teléfono de contacto", "099 123 456")
    person.presses("Declaro que los datos y los documentos que envío son verdaderos.")


def _repeats_the_password(person: Person) -> None:
    person.types("Contraseña nueva", "otra clave 2 Abc")
    person.types("Repetir contraseña", "otra clave 2 Abc")


FORMS: dict[str, HalfTyped] = {
    "add_contract": HalfTyped(
        _add_contract,
        "add_contract_contract_number",
        "44110",
        completes=_proves_it,
        sends="add_contract_send",
        is_online=True,
    ),
    "contract_alias": HalfTyped(_account, "link_4410_alias", "Quinta", sends="link_4410_save"),
    "delivery_preference": HalfTyped(
        _delivery,
        "delivery_form_second_email",
        "otra@example.org",
        completes=_ticks("Acepto las condiciones (versión 2026-03)"),
        sends="delivery_send",
    ),
    "self_reading": HalfTyped(
        _self_reading,
        "reading_1",
        "00470",
        completes=_ticks("Declaro que la lectura es la que marca el medidor"),
        sends="reading_send",
    ),
    "agreement_simulation": HalfTyped(
        _agreement,
        "simulator_down_payment",
        "1500",
        completes=_ticks("Leí el texto y lo acepto para las cuotas elegidas"),
        sends="simulator_request",
    ),
    "question": HalfTyped(
        _question,
        "question_form_message",
        DOUBT,
        completes=_names_the_subject,
        sends="question_send",
    ),
    "claim": HalfTyped(
        _claim,
        "claim_form_description",
        DOUBT,
        completes=_declares_it_true,
        sends="claim_send",
    ),
    "case_message": HalfTyped(
        _reply, "case_reply_message", DOUBT, leads_to=_asked_back, sends="case_send"
    ),
    "reconnection": HalfTyped(
        _reconnection,
        "reconnection_form_contact_phone",
        "099 555 111",
        prepares=is_cut,
        completes=_ticks(
            "Habrá un mayor de edad en el domicilio", "Acepto la declaración de seguridad"
        ),
        sends="reconnection_send",
    ),
    "supply_slot": HalfTyped(
        _slot,
        "supply_slot_form_slot",
        "De 13:00 a 17:00",
        "afternoon",
        prepares=is_cut,
        leads_to=_nobody_was_there,
        completes=lambda person: picks(person, "supply_slot_form_on", "miércoles 04/03/2026"),
        sends="supply_slot_send",
        is_online=True,
    ),
    "holder_change": HalfTyped(
        _holder_change,
        "holder_change_form_full_name",
        "Bruno Nuevo",
        prepares=pays_everything,
        completes=_fills_in_the_holder,
        sends="holder_change_send",
        comes_back=_ticks("Paso 2 de 5: Nuevo titular"),
    ),
    "supply_documents": HalfTyped(
        _documents,
        "supply_documents_form_doc_lease",
        "firmado.pdf",
        prepares=pays_everything,
        leads_to=_a_paper_was_sent_back,
        sends="supply_documents_send",
    ),
}
"""Forms of the pages that are kept as drafts, by the name that a draft or a submission has."""

IN_MEMORY: dict[str, HalfTyped] = {
    "password": HalfTyped(
        _password,
        "change_password_current",
        "secreta",
        completes=_repeats_the_password,
        sends="change_password_send",
        is_online=True,
    ),
}
"""Forms that are never kept on the disk."""
