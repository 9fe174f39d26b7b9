"""Every form of the pages, half typed by a person: how it is opened, what is typed, where it shows.

The customer is `ana` / `secreta`, the contract 4410, the day the 2nd of March 2026.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from sqlalchemy import select

from backend import models as m
from backend.contracts.models import ConnectedState, ContractStatus, CutReason
from backend.invoices.models import PaymentStatus
from tests.support.backend import RunningBackend
from tests.support.dropping import drop_on
from tests.support.person import Person
from tests.support.utility_people import clerk

CASES = "Preguntas y Reclamaciones"
SUPPLY = "Solicitudes de Suministro"
DOUBT = "No entiendo por qué me cobran el cargo fijo dos veces."


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """`opens` goes to the form from any page, unless it is in front; `types` fills one field of it,
    `part`, with `text`, a file's name where files are dropped. `prepares` brings the books to where
    the form is offered, `leads_to` what the person did before."""

    opens: Callable[[Person], None]
    part: str
    text: str
    kept: str = ""  # as it stands on the disk, where that is another word
    prepares: Callable[[RunningBackend], None] = lambda _server: None
    leads_to: Callable[[Person, RunningBackend], None] = lambda _person, _server: None

    def types(self, person: Person) -> None:
        """Write into the field as keys or an input method do."""
        field = person.part(self.part)
        field.setFocus()
        if self.text.endswith(".pdf"):
            drops(person, self.part, self.text)
        elif isinstance(field, QPlainTextEdit):
            field.selectAll()
            field.insertPlainText(self.text)
        elif isinstance(field, QComboBox):
            picks(person, self.part, self.text)
        else:
            assert isinstance(field, QLineEdit)
            field.selectAll()
            QTest.keyClicks(field, self.text)
        person.waits()

    def shows(self, person: Person) -> str:
        """What stands in the field."""
        field = person.part(self.part)
        assert field.isVisible(), f"{self.part} is not in sight"
        if self.text.endswith(".pdf"):
            return self.text if self.text in person.screen else ""
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        if isinstance(field, QComboBox):
            return field.currentText()
        assert isinstance(field, QLineEdit)
        return field.text()


def picks(person: Person, name: str, words: str) -> None:
    """Choose in a list with the keyboard."""
    box = person.part(name)
    assert isinstance(box, QComboBox)
    box.setFocus()
    steps = box.findText(words) - box.currentIndex()
    key = Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up
    for _ in range(abs(steps)):
        QTest.keyClick(box, key)
    person.waits()
    assert box.currentText() == words


def drops(person: Person, name: str, file: str) -> None:
    """Drag a PDF of that name onto a part of a form."""
    path = person.folder / file
    path.write_bytes(b"%PDF-1.4\n% a paper\n%%EOF\n")
    area = person.part(f"{name}_area").parentWidget()
    assert isinstance(area, QWidget)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop_on(area, data)
    person.waits()


# ---- books ----------------------------------------------------------------------------------


def pays_everything(server: RunningBackend) -> None:
    """Nothing is owed."""
    with server.database.writing() as session:
        for bill in session.scalars(select(m.Invoice)):
            bill.paid, bill.open, bill.payment_status = bill.total, 0, PaymentStatus.PAID


def is_cut(server: RunningBackend) -> None:
    """The supply was cut, and what was owed is paid."""
    pays_everything(server)
    with server.database.writing() as session:
        contract = session.scalars(select(m.Contract).where(m.Contract.number == "4410")).one()
        contract.status, contract.cut_since = ContractStatus.CUT, date(2026, 2, 10)
        contract.cut_reason = CutReason.NON_PAYMENT
        place = session.get_one(m.SupplyPoint, contract.supply_point_id)
        place.connected_state = ConnectedState.PHYSICALLY_DISCONNECTED


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
    if not _is_in_front(person, "simulator_down_payment"):
        person.presses("Simular un acuerdo")


def _question(person: Person) -> None:
    _page(person, CASES)
    if not _is_in_front(person, "question_form_message"):
        person.presses("Nueva Pregunta")


def _claim(person: Person) -> None:
    _page(person, CASES)
    if not _is_in_front(person, "claim_form_description"):
        person.presses("Nuevo Trámite")
    if not _is_in_front(person, "claim_form_description"):
        picks(person, "claim_form_type", "Facturación")
        picks(person, "claim_form_subtype", "Disconformidad con la lectura facturada")


def _reply(person: Person) -> None:
    _page(person, CASES)
    if not _is_in_front(person, "case_reply_message"):
        person.chooses("Cargo fijo")


def _reconnection(person: Person) -> None:
    _page(person, SUPPLY)
    if not _is_in_front(person, "reconnection_form_contact_phone"):
        person.presses("Reconexión")


def _slot(person: Person) -> None:
    _page(person, SUPPLY)
    if not _is_in_front(person, "supply_slot_form_slot"):
        if not _is_in_front(person, "supply_slot"):
            person.chooses("Reconexión")
        person.presses("Elegir otro horario")


def _holder_change(person: Person) -> None:
    _page(person, SUPPLY)
    if _is_in_front(person, "holder_change_form_full_name"):
        return
    if not _is_in_front(person, "holder_change_form_reason"):
        person.presses("Cambio de Titular")
    if not _is_in_front(person, "holder_change_form_full_name"):
        picks(person, "holder_change_form_reason", "Alquiler")
        picks(person, "holder_change_form_link", "Inquilino")
        person.presses("Continuar")


def _add_contract(person: Person) -> None:
    _account(person)
    if not _is_in_front(person, "add_contract_contract_number"):
        person.presses("Agregar contrato")


def _password(person: Person) -> None:
    _account(person)
    if not _is_in_front(person, "change_password_current"):
        QTest.mouseClick(person.part("change_password_open"), Qt.MouseButton.LeftButton)
        person.waits()


def _account(person: Person) -> None:
    person.action("go_account").trigger()
    person.waits()
    person.sees("Contratos vinculados")


def _is_in_front(person: Person, part: str) -> bool:
    found = person.desktop.window.findChild(QWidget, part)
    return found is not None and found.isVisible()


# ---- what comes before ----------------------------------------------------------------------


def syncs(person: Person) -> None:
    """Now, and to the end."""
    person.desktop.shell.sync_now()
    person.waits()


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
    for name, text in (
        ("Documento", "1.234.567-2"),
        ("Nombre y apellido", "Bruno Nuevo"),
        ("Correo electrónico", "bruno@example.net"),
        ("Repetir correo", "bruno@example.net"),
        ("Teléfono", "098 765 432"),
    ):
        person.types(name, text)
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


def request_number(server: RunningBackend) -> str:
    """Of the only request there is."""
    with server.database.reading() as session:
        return session.scalars(select(m.SupplyRequest)).one().number


def _documents(person: Person) -> None:
    _page(person, SUPPLY)
    if not _is_in_front(person, "supply_documents_form_doc_lease"):
        if not _is_in_front(person, "supply_documents"):
            person.chooses("Cambio de titular")
        person.presses("Enviar documentos")


FORMS: dict[str, HalfTyped] = {
    "add_contract": HalfTyped(_add_contract, "add_contract_contract_number", "4411"),
    "contract_alias": HalfTyped(_account, "link_4410_alias", "Quinta"),
    "delivery_preference": HalfTyped(_delivery, "delivery_form_second_email", "otra@example.org"),
    "self_reading": HalfTyped(_self_reading, "reading_1", "00470"),
    "agreement_simulation": HalfTyped(_agreement, "simulator_down_payment", "1500"),
    "question": HalfTyped(_question, "question_form_message", DOUBT),
    "claim": HalfTyped(_claim, "claim_form_description", DOUBT),
    "case_message": HalfTyped(_reply, "case_reply_message", DOUBT, leads_to=_asked_back),
    "reconnection": HalfTyped(
        _reconnection, "reconnection_form_contact_phone", "099 555 111", prepares=is_cut
    ),
    "supply_slot": HalfTyped(
        _slot,
        "supply_slot_form_slot",
        "De 13:00 a 17:00",
        "afternoon",
        prepares=is_cut,
        leads_to=_nobody_was_there,
    ),
    "holder_change": HalfTyped(
        _holder_change, "holder_change_form_full_name", "Bruno Nuevo", prepares=pays_everything
    ),
    "supply_documents": HalfTyped(
        _documents,
        "supply_documents_form_doc_lease",
        "firmado.pdf",
        prepares=pays_everything,
        leads_to=_a_paper_was_sent_back,
    ),
}
"""Forms of the pages that are kept as drafts, by the name that a draft or a submission has."""

IN_MEMORY: dict[str, HalfTyped] = {
    "password": HalfTyped(_password, "change_password_current", "clave 123"),
}
"""Forms that are never kept on the disk."""
