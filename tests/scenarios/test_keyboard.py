"""The app without a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.person import Person


def test_a_contract_unfolds_into_its_menu_and_opens_a_page(person: Person) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    row = person.button("Contrato 4410, Gas, Calle Uno 123, Gas, Activo, vencido $\u00a014.640,00")
    row.setFocus()
    person.hits(Qt.Key.Key_Return)
    person.waits_until(lambda: person.part("contract_menu").isVisible())
    person.hits(Qt.Key.Key_Tab)
    assert person.focus.accessibleName().startswith("Solicitar factura electrónica")
    person.hits(Qt.Key.Key_Tab)
    assert person.focus.accessibleName().startswith("Mis Facturas")
    person.hits(Qt.Key.Key_Return)
    assert person.rows == 12


def test_the_palette_finds_an_invoice_by_its_number(person: Person) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.hits(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(person.focus, "A-1-007")
    person.waits()
    person.hits(Qt.Key.Key_Return)
    person.sees("Factura A-1-007", "Cargo por consumo")
