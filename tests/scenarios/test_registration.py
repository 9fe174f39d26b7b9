"""Become a user with a bill at hand, get back in, and look after one's contracts."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from httpx import Client
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox

from backend import models
from backend.policies.rules import read_rules, set_rules
from backend.settings import Post
from tests.support.backend import RunningBackend, running_backend, settings_for
from tests.support.person import Person

RULES: dict[str, Any] = {
    "document_types": [
        {"code": "ci", "label": "Cédula de identidad (CI)", "check": "uy_ci"},
        {"code": "rut", "label": "RUT", "check": "uy_rut"},
    ],
    "proofs": ["last_invoice_number", "meter_digits"],
    "contract": {"min_digits": 4, "max_digits": 8, "where": "Arriba a la derecha de su factura."},
    "password": {"min_length": 8, "digit": True},
    "terms": {"version": "1", "text": "Estos son los términos."},
    "earlier_users": "El registro de la oficina virtual anterior no es válido.",
    "tries_per_hour": 5,
}


CI = {"4410": "1.234.567-2", "4411": "4.630.800-6", "4412": "8.240.581-6"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where mail arrives."""
    return tmp_path / "mail"


@pytest.fixture
def server(tmp_path: Path, folder: Path) -> Iterator[RunningBackend]:
    """A utility that takes registrations. Nobody sees contracts 4410 and 4411; `eva` /
    `clave 123` has one of her own, 4412."""
    home = tmp_path / "server"
    home.mkdir()
    usual = settings_for(f"sqlite:///{home / 'backend.db'}")
    post = Post(folder=folder, public_url="https://oficina.example")
    with running_backend(home, replace(usual, post=post)) as backend:
        backend.books.utility(customer_phone="2900 0000")
        with backend.database.writing() as session:
            set_rules(session, read_rules({"registration": RULES}))
        eva = backend.books.user("eva", "clave 123", full_name="Eva Gómez")
        for number in CI:
            contract = backend.books.contract([eva] if number == "4412" else [], number=number)
            with backend.database.writing() as session:
                customer = session.get_one(models.Contract, contract.id).customer
                customer.document_type, customer.document_number = "ci", CI[number]
            backend.books.readings(contract, 13)
            backend.books.invoices(contract, 12, document=None)
        yield backend


def mails(person: Person, folder: Path, count: int) -> list[str]:
    """Texts of the mails, oldest first, once `count` have arrived."""
    person.waits_until(lambda: folder.exists() and len(list(folder.glob("*.eml"))) >= count)
    found = []
    for path in sorted(folder.glob("*.eml")):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        found.append(message.get_content())
    return found


def follows_the_link(server: RunningBackend, text: str, **typed: str) -> str:
    """Open the page in a browser and press its button; what it says then."""
    path = re.search(r"https://oficina\.example(/c/\S+)", text)
    assert path is not None, text
    with Client(base_url=server.url) as browser:
        assert browser.get(path[1]).status_code == 200
        return browser.post(path[1], data=typed).text


def fills_in(person: Person, **other: str) -> None:
    """The whole registration."""
    typed = {
        "Nombre y apellido, o razón social": "Ana Perez",
        "N° de Contrato (N° de Cuenta)": "4410",
        "Número de documento": "1.234.567-2",
        "Correo electrónico": "ana@example.org",
        "Repetir correo electrónico": "ana@example.org",
        "Número de una de sus últimas facturas": "A-1-011",
        "Nombre de usuario": "ana.perez",
        "Contraseña": "mi clave 1",
        "Repetir contraseña": "mi clave 1",
    }
    for field, text in (typed | other).items():
        person.types(field, text)
    tick = person.part("register_terms")
    assert isinstance(tick, QCheckBox)
    if not tick.isChecked():
        tick.click()


def test_register_read_the_mail_confirm_sign_in_and_see_the_contract(
    person: Person, server: RunningBackend, folder: Path
) -> None:
    person.opens_the_app()
    person.presses("Registrarse")
    person.sees("El registro de la oficina virtual anterior no es válido.")
    person.presses("¿Dónde lo encuentro?")
    person.sees("Arriba a la derecha de su factura.")
    person.presses("Leer los términos y condiciones")
    person.sees("Estos son los términos.")
    fills_in(person)
    person.presses("Registrarme")
    person.sees("Revise su correo", "a***@example.org", "Revise también el correo no deseado")
    person.presses("Ir a ingresar")
    person.tries_to_sign_in("ana.perez", "mi clave 1")
    person.sees("Debe confirmar su correo antes de ingresar.", "Reenviar correo")
    person.presses("Reenviar correo")
    person.sees("Si los datos son correctos, recibirá un correo")
    first, second = mails(person, folder, 2)
    assert "quedó confirmado" in follows_the_link(server, second)
    person.signs_in("ana.perez", "mi clave 1")
    person.sees("4410", "Al día")
    with server.database.reading() as session:
        kept = session.query(models.Registration).one()
        assert (kept.terms_version, kept.proof) == ("1", "last_invoice_number")
    assert "ana.perez" in first


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(
    person: Person, server: RunningBackend, folder: Path
) -> None:
    person.opens_the_app()
    person.presses("Registrarse")
    person.presses("Registrarme")
    person.sees("Falta completar este dato.", "Marque la casilla para continuar.")
    fills_in(
        person,
        **{
            "Número de documento": "1.234.567-3",
            "Repetir correo electrónico": "otra@example.org",
            "Contraseña": "corta",
            "Nombre de usuario": "a b",
        },
    )
    person.presses("Registrarme")
    person.sees(
        "El número de documento no es válido para el tipo seleccionado.",
        "Debe tener al menos 8 caracteres, un número.",
        "De 4 a 40 letras sin acentos",
    )
    person.presses("Volver")
    person.presses("Registrarse")
    person.sees("otra@example.org", "1.234.567-3", "corta", "a b")
    fills_in(person)
    server.stop()
    person.presses("Registrarme")
    person.sees("El sistema no está disponible", "ana@example.org", "4410", "mi clave 1")
    server.start()
    person.presses("Registrarme")
    person.sees("Revise su correo")
    assert len(mails(person, folder, 1)) == 1


def test_wrong_data_look_the_same_and_can_be_corrected(
    person: Person, server: RunningBackend, folder: Path
) -> None:
    person.opens_the_app()
    person.presses("Registrarse")
    fills_in(person, **{"Número de una de sus últimas facturas": "A-1-099"})
    person.presses("Registrarme")
    person.sees("Revise su correo", "a***@example.org")
    assert "no pudimos validar" in " ".join(mails(person, folder, 1)[0].split())
    person.presses("Corregir los datos")
    person.sees("4410", "ana@example.org", "A-1-099")
    proof = person.part("register_proof")
    assert isinstance(proof, QComboBox)
    proof.setCurrentIndex(1)
    proof.activated.emit(1)
    for field, text in (
        ("Últimos 4 números del medidor", "4410"),
        ("Contraseña", "mi clave 1"),
        ("Repetir contraseña", "mi clave 1"),
    ):
        person.types(field, text)
    tick = person.part("register_terms")
    assert isinstance(tick, QCheckBox)
    tick.click()
    person.presses("Registrarme")
    person.sees("Revise su correo")
    follows_the_link(server, mails(person, folder, 2)[1])
    person.presses("Ir a ingresar")
    person.signs_in("ana.perez", "mi clave 1")


def test_pressing_enter_twice_registers_once(
    person: Person, server: RunningBackend, folder: Path
) -> None:
    person.opens_the_app()
    person.presses("Registrarse")
    fills_in(person)
    field = person.part("register_repeat")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.waits()
    person.sees("Revise su correo")
    assert len(mails(person, folder, 1)) == 1


def test_the_guide_is_read_before_signing_in_and_without_a_connection(
    person: Person, server: RunningBackend
) -> None:
    server.stop()
    person.opens_the_app()
    person.presses("Instructivo de registro (PDF)")
    person.waits_until(lambda: "Paso a paso" in person.pdf_text())
    person.presses("Volver")
    person.sees("Registrarse")


def test_forget_a_password_and_choose_another(
    person: Person, server: RunningBackend, folder: Path
) -> None:
    person.opens_the_app()
    person.types("Nombre de usuario", "eva")
    person.presses("Olvidé mi contraseña")
    person.sees("eva")
    person.presses("Enviar instrucciones")
    person.sees("Si los datos son correctos, recibirá un correo con instrucciones.")
    (text,) = mails(person, folder, 1)
    said = follows_the_link(server, text, password="otra clave 2", repeat="otra clave 2")
    assert "se cambió correctamente" in said
    person.presses("Volver")
    person.tries_to_sign_in("eva", "clave 123")
    person.sees("Usuario o contraseña incorrectos.")
    person.signs_in("eva", "otra clave 2")


def test_without_a_connection_the_forgetful_keep_what_they_typed(
    person: Person, server: RunningBackend, folder: Path
) -> None:
    person.opens_the_app()
    person.presses("Olvidé mi contraseña")
    server.stop()
    person.types("Nombre de usuario o correo electrónico", "eva@example.org")
    person.presses("Enviar instrucciones")
    person.sees("El sistema no está disponible", "eva@example.org")
    person.presses("Volver")
    person.presses("Olvidé mi contraseña")
    person.sees("eva@example.org")
    server.start()
    person.presses("Enviar instrucciones")
    assert len(mails(person, folder, 1)) == 1


def opens_the_account(person: Person) -> None:
    """Behind the person's button."""
    person.action("go_account").trigger()
    person.waits()
    person.sees("Contratos vinculados")


def test_change_the_password_and_every_other_session_ends(
    person: Person, server: RunningBackend, folder: Path
) -> None:
    person.opens_the_app()
    person.signs_in("eva", "clave 123")
    opens_the_account(person)
    person.sees("Eva Gómez", "eva@example.org", "Contrato 4412")
    person.presses("Cambiar contraseña")
    for current, new, repeat, said in (
        ("clave 123", "corta", "corta", "Debe tener al menos 8 caracteres, un número."),
        ("clave 123", "otra clave 2", "otra clave 3", "No coincide con lo escrito arriba."),
        ("mal", "otra clave 2", "otra clave 2", "La contraseña actual no es correcta."),
        ("clave 123", "clave 123", "clave 123", "La nueva contraseña no puede ser igual"),
        ("clave 123", "otra clave 2", "otra clave 2", "La contraseña se cambió correctamente."),
    ):
        person.types("Contraseña actual", current)
        person.types("Contraseña nueva", new)
        person.types("Repetir contraseña", repeat)
        QTest.keyClick(person.part("change_password_repeat"), Qt.Key.Key_Return)
        person.waits()
        person.sees(said)
    assert "Las demás sesiones se cerraron" in mails(person, folder, 1)[0]
    person.desktop.shell.sync_now()
    person.sees("Al día")


def test_add_a_contract_and_remove_it(person: Person, server: RunningBackend) -> None:
    person.opens_the_app()
    person.signs_in("eva", "clave 123")
    opens_the_account(person)
    person.presses("Agregar contrato")
    person.types("N° de Contrato (N° de Cuenta)", "4411")
    person.types("Número de documento", "4.630.800-6")
    person.types("Número de una de sus últimas facturas", "A-2-099")
    person.presses("Agregar")
    person.sees("No pudimos validar los datos ingresados.", "A-2-099")
    person.goes_to("Inicio")
    opens_the_account(person)
    person.sees("A-2-099")
    person.types("Número de una de sus últimas facturas", "A-2-011")
    person.presses("Agregar")
    person.sees("Se agregó el contrato 4411.", "Contrato 4411", "Al día")
    person.goes_to("Inicio")
    person.sees("4411")
    opens_the_account(person)
    person.presses("Agregar contrato")
    person.types("N° de Contrato (N° de Cuenta)", "4411")
    person.types("Número de documento", "4.630.800-6")
    person.types("Número de una de sus últimas facturas", "A-2-011")
    person.presses("Agregar")
    person.sees("Este contrato ya está vinculado a su usuario.")
    person.presses("Cancelar")
    person.presses("Quitar el contrato 4411")
    person.sees("¿Quitar el contrato 4411 de su lista?")
    person.presses("No quitar")
    person.presses("Quitar el contrato 4411")
    person.presses("Quitar contrato")
    person.sees("El contrato 4411 ya no está en su lista.")
    person.waits_until(lambda: "Contrato 4411" not in person.screen)


def test_name_a_contract_offline(person: Person, server: RunningBackend) -> None:
    person.opens_the_app()
    person.signs_in("eva", "clave 123")
    person.sees("Al día")
    server.stop()
    opens_the_account(person)
    person.types("Nombre del contrato 4412", "Casa de mama")
    person.presses("Guardar nombre")
    person.sees("Pendiente de envío", "hace falta conexión")
    person.goes_to("Inicio")
    person.sees("Casa de mama")
    person.closes_the_app()
    server.start()
    person.opens_the_app()
    person.sees("Casa de mama", "Al día")
    person.waits()
    opens_the_account(person)
    person.does_not_see("Pendiente de envío")
    with server.database.reading() as session:
        link = session.query(models.ContractLink).one()
        assert link.alias == "Casa de mama"
