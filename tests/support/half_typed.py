"""Every form of the pages, half typed by a person: how it is opened, what is typed, where it shows.

The customer is `ana` / `secreta`, the contract 4410, the day the 2nd of March 2026.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from sqlalchemy import select

from backend import models as m
from backend.contracts.models import ConnectedState, ContractStatus, CutReason
from backend.invoices.models import PaymentStatus
from tests.support.backend import RunningBackend
from tests.support.person import Person
from tests.support.utility_people import clerk

CASES = "Preguntas y Reclamaciones"
SUPPLY = "Solicitudes de Suministro"
DOUBT = "No entiendo por qué me cobran el cargo fijo dos veces."


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """`opens` goes to the form from any page; `types` fills one field of it, `part`, with `text`.
    `prepares` brings the person's books to where the form is offered."""

    opens: Callable[[Person], None]
    part: str
    text: str
    prepares: Callable[[RunningBackend], None] = lambda _server: None

    def types(self, person: Person) -> None:
        """Write into the field as keys or an input method do."""
        field = person.part(self.part)
        field.setFocus()
        if isinstance(field, QPlainTextEdit):
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
        contract = session.scalars(select(m.Contract)).one()
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
        person.chooses("Reconexión")
        person.presses("Pedir otra visita")


def _holder_change(person: Person) -> None:
    _page(person, SUPPLY)
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
    from PySide6.QtWidgets import QWidget

    found = person.desktop.window.findChild(QWidget, part)
    return found is not None and found.isVisible()
