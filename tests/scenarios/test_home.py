"""Inicio as the guide has it: a row per contract that unfolds into its menu, and what matters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from backend import models as m
from backend.contracts.models import ContractStatus, CutReason
from desktop.views.page import discover
from desktop.views.widgets.contract_list import ContractButton
from tests.support.backend import START, RunningBackend, running_backend
from tests.support.person import Person
from tests.support.utility_people import clerk, offers_everything

MENU = (
    "Solicitar factura electrónica",
    "Mis Facturas",
    "Consultar Consumo",
    "Aportar Lectura",
    "Consulta de Movimientos",
    "Acuerdos de Pago",
    "Preguntas y Reclamaciones",
    "Nueva Pregunta",
    "Nuevo Trámite",
    "Solicitudes de Suministro",
    "Reconexión",
    "Cambio de Titular",
    "Preguntas Frecuentes",
)
"""The guide's entries, in the guide's order."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A customer with two contracts, one of which is cut; it is the 2nd of March."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder) as backend:
        books = backend.books
        books.utility()
        offers_everything(backend)
        ana = books.user("ana", "secreta")
        home = books.contract([ana], number="4410")
        books.readings(home, 6)
        shop = books.contract([ana], number="4420")
        cut = {"status": ContractStatus.CUT, "cut_since": date(2026, 2, 3)}
        books.change(m.Contract, shop.id, cut_reason=CutReason.REQUESTED, **cut)
        (bill,) = books.invoices(home, 1)
        with backend.database.writing() as session:
            session.get_one(m.Invoice, bill).due_terms[0].date = date(2026, 3, 12)
        yield backend


@pytest.fixture
def ana(person: Person) -> Person:
    """She is signed in and sees Inicio."""
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    person.goes_to("Inicio")
    return person


def row(person: Person, words: str) -> ContractButton:
    rows = person.desktop.window.findChildren(ContractButton)
    return next(r for r in rows if r.isVisible() and words in r.accessibleName())


def unfolded(person: Person) -> list[str]:
    """What the open menu offers, as it is read."""
    menus = [
        menu
        for menu in person.desktop.window.findChildren(QWidget, "contract_menu")
        if menu.isVisible()
    ]
    assert len(menus) <= 1, "two rows are unfolded"
    buttons = [b for menu in menus for b in menu.findChildren(QWidget) if b.accessibleName()]
    names = {
        f"open_{spec.key}{suffix}": title
        for spec in discover()
        for suffix, title in (("", spec.title), *((f"_{i}", t) for i, t in spec.entries))
    }
    found = [names[b.objectName()] for b in buttons if b.objectName() in names]
    return [QCoreApplication.translate("PageSpec", title) for title in found]


def test_the_whole_row_unfolds_into_the_guides_menu_one_at_a_time(ana: Person) -> None:
    first = row(ana, "4410")
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=first.rect().bottomLeft())
    ana.waits()
    assert tuple(unfolded(ana)) == MENU
    second = row(ana, "4420")
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=second.rect().center())
    ana.waits()
    assert tuple(unfolded(ana)) == MENU
    assert (first.isChecked(), second.isChecked()) == (False, True)
    ana.presses("Nuevo Trámite")
    assert ana.desktop.window.pages.key == "cases"
    assert ana.desktop.shell.contract is not None
    assert ana.desktop.shell.contract.contract.number == "4420"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_unfolds_it_and_goes_to_a_page_offline(
    ana: Person, server: RunningBackend, key: Qt.Key
) -> None:
    server.stop()
    first = row(ana, "4410")
    first.setFocus()
    ana.hits(key)
    assert tuple(unfolded(ana)) == MENU
    ana.hits(Qt.Key.Key_Tab)
    ana.hits(Qt.Key.Key_Tab)
    assert ana.focus.objectName() == "open_invoices"
    ana.hits(key)
    assert ana.desktop.window.pages.key == "invoices"
    ana.sees("4410 · Calle Uno 123")


def test_what_matters_today_stands_above_and_leads_there(
    ana: Person, server: RunningBackend
) -> None:
    ana.sees("A vencer", "Hasta el 12/03/2026")
    ana.sees("Contrato 4420: suministro cortado desde el 03/02/2026.")
    clerk(server, "open-window", contract="4410", closes_at=START + timedelta(days=3))
    notice = {"title": "Corte programado", "text": "Se renuevan cañerías.", "kind": "outage"}
    clerk(server, "publish-notice", **notice)
    ana.desktop.shell.sync_now()
    ana.sees("Contrato 4410: puede aportar su lectura hasta el 05/03/2026 a las 09:00.")
    ana.sees("Corte programado.", "Avisos (3)")
    ana.presses("Ver aviso")
    ana.sees("Se renuevan cañerías.")
    ana.presses("Marcar todos como leídos")
    ana.goes_to("Inicio")
    ana.does_not_see("Corte programado.")
    ana.presses("Solicitar reconexión")
    assert ana.desktop.window.pages.key == "supply_requests"
    assert ana.desktop.shell.contract is not None
    assert ana.desktop.shell.contract.contract.number == "4420"


def test_without_contracts_it_says_what_to_do(person: Person, server: RunningBackend) -> None:
    server.books.user("beto", "secreta")
    person.opens_the_app()
    person.signs_in("beto", "secreta")
    person.sees("No tiene contratos vinculados.", "Agregue uno con su factura a mano.")
    person.presses("Agregar contrato")
    assert person.desktop.window.pages.key == "account"
