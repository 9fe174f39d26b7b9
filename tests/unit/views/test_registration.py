"""Registrarse and Mi cuenta over an office that does as it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget

from desktop.domain.contracts import ContractLink, LinkRole
from desktop.domain.errors import AppError, Code, RefusedError
from desktop.domain.registration import (
    ContractClaim,
    ContractMask,
    DocumentType,
    LinkedContract,
    NotTakenError,
    PasswordPolicy,
    ProofKind,
    Registration,
    RegistrationRules,
    Taken,
    Terms,
)
from desktop.services.results import AccountBook
from tests.support.fake_office import PROFILE, contracts, offline
from tests.support.shell_stage import Stage

Make = Callable[..., Stage]

RULES = RegistrationRules(
    document_types=(DocumentType("ci", "CI", "uy_ci"),),
    contract=ContractMask(4, 8, where="Arriba a la derecha."),
    proofs=(ProofKind.LAST_INVOICE_NUMBER, ProofKind.METER_DIGITS),
    invoices_back=3,
    meter_digits=4,
    password=PasswordPolicy(8, digit=True),
    terms=Terms("1", "Los términos."),
    link_hours=48,
    reset_minutes=60,
    tries_per_hour=5,
)
TAKEN = Taken("a***@example.org", datetime(2026, 11, 24, 17, tzinfo=UTC))
TYPED = {
    "full_name": "Ana Perez",
    "contract_number": "4410",
    "email": "ana@example.org",
    "repeat_email": "ana@example.org",
    "proof_value": "A-1-011",
    "username": "ana.perez",
    "password": "mi clave 1",
    "repeat": "mi clave 1",
}


@dataclass(slots=True)
class FakeRegistration:
    """Answers in turn; an answer that is an error is raised."""

    answers: list[Any] = field(default_factory=list)
    rules_answer: RegistrationRules | AppError = RULES
    got: list[Any] = field(default_factory=list)
    waiting: frozenset[str] = frozenset()

    def rules(self) -> RegistrationRules:
        if isinstance(self.rules_answer, AppError):
            raise self.rules_answer
        return self.rules_answer

    def book(self) -> AccountBook:
        return AccountBook(RULES, self.waiting)

    def register(self, form: Registration) -> Taken:
        taken: Taken = self._next(form)
        return taken

    def add_contract(self, claim: ContractClaim) -> LinkedContract:
        linked: LinkedContract = self._next(claim)
        return linked

    def remove_contract(self, contract_id: str) -> None:
        self._next(contract_id)

    def rename(self, link: ContractLink, alias: str, draft: tuple[str, str] | None = None) -> None:
        self._next((link.scope, alias))

    def forgot(self, who: str) -> None:
        self._next(who)

    def change_password(self, current: str, new: str) -> None:
        self._next((current, new))

    def _next(self, given: Any) -> Any:
        self.got.append(given)
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, AppError):
            raise answer
        return answer


def shown(stage: Make, *answers: Any, **office: Any) -> tuple[Stage, FakeRegistration]:
    on = stage(**office)
    fake = FakeRegistration(list(answers))
    on.office.registration = fake  # type: ignore[attr-defined]
    on.show()
    on.start()
    return on, fake


def press(on: Stage, name: str) -> None:
    button = on.window.findChild(QAbstractButton, name)
    assert button is not None and button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    on.quiet()


def fill_in(on: Stage, prefix: str, typed: dict[str, str]) -> None:
    for name, text in typed.items():
        line = on.window.findChild(QLineEdit, f"{prefix}_{name}")
        assert line is not None, name
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)


def register(on: Stage) -> None:
    fill_in(on, "register", TYPED)
    document = on.window.findChild(QWidget, "register_document_row")
    assert document is not None
    (number,) = document.findChildren(QLineEdit)
    number.selectAll()
    QTest.keyClicks(number, "1.234.567-2")
    tick = on.window.findChild(QAbstractButton, "register_terms")
    assert tick is not None
    if not tick.isChecked():
        tick.click()
    scroll = on.window.findChild(QScrollArea, "registration_scroll")
    assert scroll is not None
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    press(on, "register")


def words(on: Stage) -> str:
    return "\n".join(w.text() for w in on.window.findChildren(QLabel) if w.isVisible())


def test_what_is_typed_is_handed_in_and_the_mail_is_told(stage: Make) -> None:
    on, fake = shown(stage, TAKEN)
    press(on, "open_registration")
    register(on)
    (form,) = fake.got
    claim = ContractClaim("4410", "ci", "1.234.567-2", ProofKind.LAST_INVOICE_NUMBER, "A-1-011")
    assert form == Registration(
        claim, "Ana Perez", "ana@example.org", "ana.perez", "mi clave 1", "1"
    )
    assert "a***@example.org" in words(on)
    assert "24/11/2026 a las 14:00" in words(on)
    scroll = on.window.findChild(QScrollArea, "registration_scroll")
    assert scroll is not None and scroll.verticalScrollBar().value() == 0


def test_where_no_registration_is_offered_it_says_whom_to_ask(stage: Make) -> None:
    on, fake = shown(stage)
    fake.rules_answer = RefusedError(Code.NOT_FOUND)
    press(on, "open_registration")
    assert "Esta empresa no ofrece el registro desde la aplicación." in words(on)


def test_without_a_connection_it_can_be_tried_again(stage: Make) -> None:
    on, fake = shown(stage)
    fake.rules_answer = offline()
    press(on, "open_registration")
    assert "Para registrarse hace falta conexión." in words(on)
    fake.rules_answer = RULES
    press(on, "error_state_action")
    assert "N° de Contrato (N° de Cuenta)" in words(on)


def test_terms_that_changed_meanwhile_are_shown_anew(stage: Make) -> None:
    on, fake = shown(stage, NotTakenError(fields=(("terms_version", "changed"),)), TAKEN)
    press(on, "open_registration")
    fake.rules_answer = replace(RULES, terms=Terms("2", "Los términos nuevos."))
    register(on)
    assert "Los términos cambiaron." in words(on)
    press(on, "read_terms")
    assert "Los términos nuevos." in words(on)
    line = on.window.findChild(QLineEdit, "register_full_name")
    assert line is not None and line.text() == "Ana Perez"
    tick = on.window.findChild(QAbstractButton, "register_terms")
    assert tick is not None and not tick.isChecked()
    tick.click()
    press(on, "register")
    assert fake.got[-1].terms_version == "2"


def test_what_the_service_finds_is_said_beside_the_field(stage: Make) -> None:
    on, _fake = shown(stage, NotTakenError(fields=(("contract_number", "mask"),)))
    press(on, "open_registration")
    register(on)
    assert "Revise el número: no tiene la forma de un contrato." in words(on)
    line = on.window.findChild(QLineEdit, "register_contract_number")
    assert line is not None and line.hasFocus()


def test_a_forgotten_password_says_the_same_to_everybody(stage: Make) -> None:
    on, fake = shown(stage)
    line = on.window.findChild(QLineEdit, "username")
    assert line is not None
    QTest.keyClicks(line, "ana")
    press(on, "open_forgot")
    press(on, "send_forgot")
    assert fake.got == ["ana"]
    assert "Si los datos son correctos, recibirá un correo con instrucciones." in words(on)


def test_another_server_knows_nothing_of_what_was_typed(stage: Make) -> None:
    on, _fake = shown(stage)
    press(on, "open_registration")
    fill_in(on, "register", {"full_name": "Ana Perez"})
    press(on, "registration_back")
    server = on.window.findChild(QLineEdit, "server")
    assert server is not None
    server.setText("https://otra.example")
    on.window.findChild(QAbstractButton, "use_server").click()  # type: ignore[union-attr]
    on.quiet()
    on.office.registration = FakeRegistration()  # type: ignore[attr-defined]
    press(on, "open_registration")
    names = [w.text() for w in on.window.findChildren(QLineEdit, "register_full_name")]
    assert names[-1] == ""


def account(stage: Make, *answers: Any) -> tuple[Stage, FakeRegistration]:
    on, fake = shown(stage, *answers, kept=PROFILE, summaries=contracts(2))
    on.window.show_page("account")
    on.quiet()
    return on, fake


def test_a_contract_is_renamed_with_enter_and_not_twice(stage: Make) -> None:
    on, fake = account(stage)
    line = on.window.findChild(QLineEdit, "link_100001_alias")
    assert line is not None and line.text() == "Casa"
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Quinta")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Return)
    on.quiet()
    assert fake.got == [("C-1", "Quinta")]


def test_a_name_takes_no_more_than_forty_characters(stage: Make) -> None:
    on, fake = account(stage)
    line = on.window.findChild(QLineEdit, "link_100001_alias")
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "x" * 41)
    QTest.keyClick(line, Qt.Key.Key_Return)
    on.quiet()
    assert fake.got == [("C-1", "x" * 40)]


def test_of_a_contract_that_has_ended_only_the_history_is_seen(stage: Make) -> None:
    on, _fake = account(stage, LinkedContract("9", "44110", True))
    press(on, "add_contract_open")
    fill_in(on, "add_contract", {"contract_number": "44110", "proof_value": "A-1-011"})
    document = on.window.findChild(QWidget, "add_contract_document_row")
    assert document is not None
    (number,) = document.findChildren(QLineEdit)
    QTest.keyClicks(number, "1.234.567-2")
    press(on, "add_contract_send")
    said = "El contrato está dado de baja; solo podrá consultar su historial."
    assert said in words(on)


def test_who_may_only_look_is_offered_no_name(stage: Make) -> None:
    first, second = contracts(2)
    looks = replace(first, link=replace(first.link, role=LinkRole.VIEWER))
    on, _fake = shown(stage, kept=PROFILE, summaries=(looks, second))
    on.window.show_page("account")
    on.quiet()
    assert "Solo consulta" in words(on)
    shown_names = [
        line.objectName()
        for line in on.window.findChildren(QLineEdit)
        if line.isVisible() and line.objectName().endswith("_alias")
    ]
    assert shown_names == ["link_100002_alias"]


def test_a_name_being_typed_survives_a_sync(stage: Make) -> None:
    on, _fake = account(stage)
    line = on.window.findChild(QLineEdit, "link_100001_alias")
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Quin")
    on.shell.sync_now()
    on.quiet()
    assert line.text() == "Quin"


def test_removing_asks_first_and_says_what_failed(stage: Make) -> None:
    on, fake = account(stage, offline())
    press(on, "link_100001_remove")
    assert "¿Quitar el contrato 100001 de su lista?" in words(on)
    press(on, "link_100001_keep")
    assert fake.got == []
    press(on, "link_100001_remove")
    press(on, "link_100001_really")
    assert fake.got == ["1"]
    assert "No se encuentra el servidor." in words(on)


def test_without_a_connection_only_names_are_offered(stage: Make) -> None:
    on, _fake = account(stage)
    online_only = ("link_100001_remove", "add_contract_open", "change_password_open")
    buttons = [on.window.findChild(QAbstractButton, name) for name in online_only]
    assert all(button is not None and button.isEnabled() for button in buttons)
    on.office.sync_error = offline()
    on.shell.sync_now()
    on.quiet()
    assert on.shell.is_offline
    assert not any(button is not None and button.isEnabled() for button in buttons)
    line = on.window.findChild(QLineEdit, "link_100001_alias")
    assert line is not None and line.isEnabled()


def test_a_name_longer_than_its_field_is_not_asked_to_be_kept(stage: Make) -> None:
    first, second = contracts(2)
    long = replace(first, link=replace(first.link, alias="x" * 60))
    on, fake = shown(stage, kept=PROFILE, summaries=(long, second))
    on.window.show_page("account")
    on.quiet()
    line = on.window.findChild(QLineEdit, "link_100001_alias")
    save = on.window.findChild(QAbstractButton, "link_100001_save")
    assert line is not None and save is not None
    assert line.cursorPosition() == 0
    assert not save.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Return)
    on.quiet()
    assert fake.got == []


def test_a_form_that_unfolds_below_the_edge_comes_into_view(stage: Make) -> None:
    on, _fake = shown(stage, kept=PROFILE, summaries=contracts(8))
    on.window.show_page("account")
    on.quiet()
    scroll = on.window.findChild(QScrollArea, "account_scroll")
    assert scroll is not None
    press(on, "change_password_open")
    send = on.window.findChild(QWidget, "change_password_send")
    assert send is not None
    on.until(lambda: scroll.viewport().rect().contains(_place(send, scroll)))
    first = on.window.findChild(QLineEdit, "change_password_current")
    assert first is not None and first.hasFocus()


def _place(part: QWidget, scroll: QScrollArea) -> QPoint:
    return part.mapTo(scroll.viewport(), part.rect().center())


def test_a_password_that_is_given_up_is_forgotten(stage: Make) -> None:
    on, fake = account(stage)
    press(on, "change_password_open")
    fill_in(on, "change_password", {"current": "a", "password": "b"})
    press(on, "change_password_cancel")
    press(on, "change_password_open")
    line = on.window.findChild(QLineEdit, "change_password_current")
    assert line is not None and line.text() == ""
    assert fake.got == []
