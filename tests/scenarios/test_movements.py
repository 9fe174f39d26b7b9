"""Consulta de Movimientos: look at the account, take the Estado de Cuenta away, with and without a
network."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QMenu

from backend.policies.models import Policy
from tests.support.backend import RunningBackend, running_backend
from tests.support.backend_account import balance, open_invoices, pay, write_account
from tests.support.backend_books import FIRST_MONTH, ContractIds
from tests.support.papers import assert_in_order, text
from tests.support.person import Person
from tests.support.utility_people import offers_everything

PAGE = "Consulta de Movimientos"
PDF, EXCEL = "Descargar Estado de Cuenta en PDF", "Descargar Estado de Cuenta en Excel"
# what the offscreen platform cannot do for dialogs and menus
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")
MONTHS = 38  # of invoices of $ 1.220,00; the last two are not paid, and one before in part
WHOLE = 122_000


@pytest.fixture
def home(server: RunningBackend) -> ContractIds:
    return ContractIds(1, 1, 1)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """It is the 2nd of March 2026. Ana owes the last invoices of her house; the shop is new."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder) as backend:
        backend.books.utility()
        offers_everything(backend)
        ana = backend.books.user("ana", "secreta")
        home = backend.books.contract([ana], number="4410")
        backend.books.invoices(home, MONTHS, document=None)
        write_account(backend.database, home)
        for month in range(MONTHS - 2):
            on = FIRST_MONTH + timedelta(days=30 * month + 20)
            minor = WHOLE if month < MONTHS - 3 else 100_000
            pay(backend.database, home, f"A-1-{month:03}", minor, on)
        shop = backend.books.contract([ana], number="4411")
        backend.books.invoices(shop, MONTHS, document=None)
        write_account(backend.database, shop)
        other = backend.books.contract([backend.books.user("eva", "secreta")], number="9999")
        backend.books.invoices(other, 1, document=None)
        write_account(backend.database, other)
        yield backend


@pytest.fixture
def ana(person: Person) -> Person:
    """She signed in and opened the page."""
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    person.goes_to(PAGE)
    return person


def chooses_file(person: Person, path: Path) -> None:
    """Answer the question where the file goes."""
    dialogs = person.desktop.window.findChildren(QFileDialog, "save_dialog")
    (dialog,) = [dialog for dialog in dialogs if dialog.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    person.waits()


def picks(person: Person, action: str) -> None:
    """Open the page's menu and choose."""
    person.presses("Más formas")
    found = person.desktop.window.findChildren(QAction, action)
    menu = found[-1].parent()
    found[-1].trigger()
    assert isinstance(menu, QMenu)
    menu.close()
    person.waits()


def shown(person: Person, name: str) -> str:
    label = person.part(name)
    assert isinstance(label, QLabel)
    return label.text().replace("\u00a0", " ")


def period(person: Person, first: str, last: str = "") -> None:
    """Type a period, and Enter."""
    person.types("Desde", first)
    if last:
        person.types("Hasta", last)
    person.hits(Qt.Key.Key_Return)


def cells(path: Path, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path)[sheet].rows]


def money(text: str) -> Decimal:
    return Decimal(text.replace("$ ", "").replace(".", "").replace(",", "."))


def test_the_account_is_what_is_owed(
    ana: Person, server: RunningBackend, home: ContractIds
) -> None:
    owed = open_invoices(server.database, home.id)
    assert owed == balance(server.database, home.id) == 2 * WHOLE + 22_000
    ana.sees("Saldo al 02/03/2026", "$ 2.660,00", "A pagar · 09:00", "Saldo al 02/03/2025")
    # twelve months: an invoice each thirty days, and what was paid of them
    ages = [shown(ana, f"ageing_{place}") for place in range(6)]
    assert sum(money(amount) for amount in ages[:5]) - money(ages[5]) == Decimal("2660.00")
    assert ages[0] == "$ 0,00"
    ana.does_not_see("En conciliación")

    ana.presses("Pendientes")
    assert ana.rows == 3
    ana.sees("Vencida")
    ana.chooses("15/01/2026")
    ana.sees("Factura del 16/12/2025 al 15/01/2026", "Falta pagar", "Vencimiento")
    ana.presses("Ver factura A-1-037")
    ana.sees("Mis Facturas", "Cargo por consumo")


def test_a_payment_says_what_it_settled(ana: Person) -> None:
    box = ana.part("movements_kind")
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_P)
    ana.waits()
    ana.chooses("06/11/2025")
    ana.sees("Pago por banco en línea", "Imputado a A-1-034", "Haber")
    ana.presses("Ver factura A-1-034")
    ana.sees("Mis Facturas", "A-1-034")


def test_a_period_that_cannot_be_is_told_and_nothing_typed_is_lost(ana: Person) -> None:
    before = ana.rows
    period(ana, "1/1/2020")
    ana.sees("El período máximo es de 60 meses.")
    assert ana.rows == before
    ana.goes_to("Inicio")
    ana.goes_to(PAGE)
    ana.sees("El período máximo es de 60 meses.", "1/1/2020")
    period(ana, "ayer")
    ana.sees("Escriba «Desde» como día/mes/año")
    period(ana, "5/3/2026", "1/3/2026")
    ana.sees("«Desde» no puede ser posterior a «Hasta».")
    period(ana, "1/1/2022", "1/2/2022")
    ana.sees("No hay movimientos entre 01/01/2022 y 01/02/2022.")
    ana.presses("Período habitual")
    assert ana.rows == before
    period(ana, "1/4/2021")
    assert ana.rows == 2 * MONTHS - 2
    ana.sees("Saldo al 31/03/2021", "$ 0,00")


def test_the_statement_goes_to_excel_with_totals_that_reconcile(
    ana: Person, server: RunningBackend, home: ContractIds, tmp_path: Path
) -> None:
    period(ana, "1/4/2021")
    path = tmp_path / "cuenta.xlsx"
    ana.presses(EXCEL)
    chooses_file(ana, path)
    ana.sees(f"Estado de cuenta generado en {path}.", "Abrir carpeta")

    _titles, opening, *rows, total = cells(path, "Contrato 4410")
    debits = sum(Decimal(str(row[5] or 0)) for row in rows)
    credits_ = sum(Decimal(str(row[6] or 0)) for row in rows)
    assert (Decimal(str(total[5])), Decimal(str(total[6]))) == (debits, credits_)
    owed = Decimal(balance(server.database, home.id)).scaleb(-2)
    assert Decimal(str(opening[7])) + debits - credits_ == Decimal(str(total[7])) == owed
    assert [row[0].date() for row in rows] == sorted(row[0].date() for row in rows)
    assert len(rows) == 2 * MONTHS - 2
    book = openpyxl.load_workbook(path)
    assert book.properties.title == "Estado de cuenta"
    assert book.sheetnames == ["Resumen", "Contrato 4410"]
    assert "datos al 02/03/2026 09:00" in cells(path, "Resumen")[0][1]


def test_the_statement_goes_to_pdf(ana: Person, tmp_path: Path) -> None:
    path = tmp_path / "cuenta.pdf"
    ana.presses(PDF)
    chooses_file(ana, path)
    ana.sees("Estado de cuenta generado en")
    assert_in_order(path.read_bytes(), "Estado de cuenta")
    written = " ".join(text(path.read_bytes()).split())
    for words in ("4410", "Saldo al 02/03/2026", "$ 2.660,00", "Página 1 de", "A-1-037"):
        assert words in written
    assert "Generado el 02/03/2026 09:00 · datos al 02/03/2026 09:00" in written


def test_all_contracts_have_a_sheet_each_and_nobody_elses(ana: Person, tmp_path: Path) -> None:
    path = tmp_path / "todos.xlsx"
    picks(ana, "movements_every_excel")
    chooses_file(ana, path)
    ana.sees("Estado de cuenta generado en")
    assert openpyxl.load_workbook(path).sheetnames == ["Resumen", "Contrato 4410", "Contrato 4411"]
    summary = cells(path, "Resumen")
    titles = next(row for row in summary if row[0] == "Contrato")
    for row in summary[summary.index(titles) + 1 :]:
        assert row[0] in ("4410", "4411")
        at = {name: Decimal(str(row[n])) for n, name in enumerate(titles) if n > 5}
        assert at["Saldo anterior"] + at["Cargos"] - at["Pagos y créditos"] == at["Saldo final"]
        aged = sum(amount for name, amount in at.items() if "encer" in name or "encido" in name)
        assert aged + at["Saldo a favor"] == at["Saldo hoy"]
        last = cells(path, f"Contrato {row[0]}")[-1]
        assert Decimal(str(last[7])) == at["Saldo final"]
    picks(ana, "movements_every_pdf")
    chooses_file(ana, tmp_path / "todos.pdf")
    ana.sees("Estado de cuenta generado en")
    written = text((tmp_path / "todos.pdf").read_bytes())
    assert "4411" in written
    assert "9999" not in written


def test_the_statement_goes_to_csv(ana: Person, tmp_path: Path) -> None:
    path = tmp_path / "cuenta.csv"
    picks(ana, "movements_csv")
    chooses_file(ana, path)
    ana.sees("Estado de cuenta generado en")
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.reader(file, delimiter=";"))
    titles = next(row for row in found if row and row[0] == "Fecha")
    lines = found[found.index(titles) + 1 :]
    assert lines[-1][titles.index("Saldo")] == "2660,00"
    assert len(lines) == ana.rows + 2


def test_a_folder_that_cannot_be_written_keeps_everything_and_offers_another(
    ana: Person, tmp_path: Path
) -> None:
    ana.presses("Pendientes")
    ana.presses(PDF)
    chooses_file(ana, tmp_path / "no hay" / "cuenta.pdf")
    ana.sees("No se pudo guardar el archivo:", "Elija otra carpeta.")
    assert ana.rows == 3
    ana.presses("Elegir otra carpeta")
    chooses_file(ana, tmp_path / "cuenta.pdf")
    ana.sees("Estado de cuenta generado en")
    assert (tmp_path / "cuenta.pdf").read_bytes().startswith(b"%PDF")


def test_the_keyboard_exports_and_prints(ana: Person, tmp_path: Path) -> None:
    ana.action("export").trigger()
    chooses_file(ana, tmp_path / "a.xlsx")
    ana.sees("Estado de cuenta generado en")
    ana.action("print").trigger()
    ana.waits()
    ana.sees("Estado de cuenta · Contrato 4410")
    assert "Saldo anterior" in ana.pdf_text()
    ana.presses("Volver")
    assert ana.rows > 3


def test_without_a_network_everything_works_and_says_so(
    ana: Person, server: RunningBackend, tmp_path: Path
) -> None:
    ana.closes_the_app()
    server.stop()
    ana.opens_the_app()
    ana.sees("Sin conexión")
    ana.goes_to(PAGE)
    ana.sees("$ 2.660,00", "Saldo al 02/03/2026", "Actualizado hoy 09:00")
    ana.chooses("15/01/2026")
    ana.sees("Falta pagar")
    ana.presses(PDF)
    chooses_file(ana, tmp_path / "cuenta.pdf")
    ana.sees("Estado de cuenta generado en")
    written = " ".join(text((tmp_path / "cuenta.pdf").read_bytes()).split())
    assert "Generado sin conexión el 02/03/2026" in written
    assert "datos al 02/03/2026 09:00" in written
    ana.presses(EXCEL)
    chooses_file(ana, tmp_path / "cuenta.xlsx")
    ana.sees(str(tmp_path / "cuenta.xlsx"))
    assert "Generado sin conexión" in cells(tmp_path / "cuenta.xlsx", "Resumen")[0][1]


def test_what_is_paid_meanwhile_comes_with_the_next_sync(
    ana: Person, server: RunningBackend, home: ContractIds
) -> None:
    ana.sees("$ 2.660,00")
    pay(server.database, home, "A-1-037", WHOLE, date(2026, 3, 2))
    ana.action("sync").trigger()
    ana.sees("$ 1.440,00", "R-A-1-037-122000")


def test_a_utility_that_offers_no_statements_says_so(ana: Person, server: RunningBackend) -> None:
    with server.database.writing() as session:
        session.delete(session.query(Policy).filter_by(area="movements").one())
    ana.action("sync").trigger()
    ana.sees("Su empresa no ofrece la consulta de movimientos por este medio.")
    ana.presses("Ir a Mis Facturas")
    ana.sees("Mis Facturas")
