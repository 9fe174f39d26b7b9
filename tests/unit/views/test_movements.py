"""Consulta de Movimientos as a person sees it, and Ctrl+E on the pages that have a list."""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QFileDialog,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, Code
from desktop.domain.invoices import State
from desktop.domain.movements import Movement, MovementKind
from desktop.services.exports.tables import Watch
from desktop.services.office import Office
from desktop.viewmodels.exports import ExportViewModel
from desktop.viewmodels.movements import PeriodProblem
from desktop.views.pages import invoices, readings
from desktop.views.pages.movements import PAGE, MovementsPage
from desktop.views.theme import Theme, ThemeChoice
from desktop.views.widgets.states import PageStates
from tests.support.accounts import FakeMovements, book, everything, movement, year
from tests.support.books import TODAY, FakeOffice, household, meter_life
from tests.support.stage import Stage

# what the offscreen platform cannot do for dialogs and menus
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")
HOSTILE = '<img src="x"><b>=1+1'


class AccountOffice(FakeOffice):
    """An office that keeps accounts."""

    def __init__(self) -> None:
        super().__init__()
        self.movements = FakeMovements(book())


@pytest.fixture
def office() -> AccountOffice:
    return AccountOffice()


@pytest.fixture
def scene(tmp_path: Path, qapp: object, office: AccountOffice) -> Iterator[Stage]:
    made = Stage(tmp_path, office)
    yield made
    office.movements.gate.set()
    made.close()


def opened(scene: Stage, qtbot: QtBot, width: int = 1134, build: Any = PAGE.build) -> Any:
    page = build(scene.context())
    qtbot.addWidget(page)
    page.setFixedSize(width, 700)
    page.show()
    page.activate("")
    qtbot.waitUntil(lambda: not scene.runner.is_busy)
    return page


def movements(scene: Stage, qtbot: QtBot) -> MovementsPage:
    return cast("MovementsPage", opened(scene, qtbot))


def said(page: QWidget) -> str:
    labels = (label.text() for label in page.findChildren(QLabel) if label.isVisible())
    return " ".join(labels).replace("\u00a0", " ")


def press(page: QWidget, name: str) -> None:
    found = [b for b in page.findChildren(QAbstractButton, name) if b.isVisible()]
    assert len(found) == 1, name
    found[0].click()


def save_as(page: QWidget, path: Path) -> None:
    (dialog,) = [d for d in page.findChildren(QFileDialog, "save_dialog") if d.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def face(page: MovementsPage) -> str:
    return page.face.findChildren(PageStates)[0].face


def test_figures_lines_and_ages_are_shown(scene: Stage, qtbot: QtBot) -> None:
    page = movements(scene, qtbot)
    shown = said(page)
    for words in ("$ 12.000,00", "$ 10.000,00", "Saldo al 22/11/2026", "A pagar · 14:02"):
        assert words in shown
    for words in ("Vencido 0–30 días $ 1.000,00", "Vencido 31–60 días $ 1.000,00"):
        qtbot.waitUntil(lambda words=words: words in said(page))  # type: ignore[misc]
    assert len(page.model.rows.rows) == 22
    assert page.model.rows.cell(0, 8) == "Vencida"


def test_an_account_in_the_customers_favour_is_told_in_words(
    scene: Stage, qtbot: QtBot, office: AccountOffice
) -> None:
    office.movements.answer = book([movement(1, MovementKind.CREDIT_NOTE, -5000, TODAY)])
    page = movements(scene, qtbot)
    assert "-$ 50,00 A su favor" in said(page)
    qtbot.waitUntil(lambda: "Saldo a favor $ 50,00" in said(page))


def test_money_that_is_being_sorted_out_is_told(
    scene: Stage, qtbot: QtBot, office: AccountOffice
) -> None:
    office.movements.answer = book(unexplained=500)
    assert "En conciliación" in said(movements(scene, qtbot))


def test_every_kind_of_line_can_be_picked(
    scene: Stage, qtbot: QtBot, office: AccountOffice
) -> None:
    office.movements.answer = book(everything())
    page = movements(scene, qtbot)
    page.model.set_period("1/1/2023", "")
    assert len(page.model.state.kinds) == len(MovementKind)
    for kind in MovementKind:
        page.model.set_kind(kind)
        assert [row.line.movement.kind for row in page.model.rows.rows] == [kind]
    page.model.set_text("no hay tal cosa")
    assert face(page) == "empty"
    press(page, "empty_state_action")
    assert len(page.model.rows.rows) == len(MovementKind)


def test_an_invoice_in_a_claim_says_so_and_is_still_open(
    scene: Stage, qtbot: QtBot, office: AccountOffice
) -> None:
    office.movements.answer = book(states={"i22": State.IN_CLAIM})
    page = movements(scene, qtbot)
    page.model.set_only_open(True)
    assert [page.model.rows.cell(n, 8) for n in range(2)] == ["En reclamo", "Vencida"]


@pytest.mark.parametrize(
    ("first", "last", "problem"),
    [
        ("1/13/2026", "", PeriodProblem.FIRST),
        ("31/2/2026", "", PeriodProblem.FIRST),
        ("1/1/0001", "", PeriodProblem.FIRST),
        ("", "mañana", PeriodProblem.LAST),
        ("2/1/2026", "1/1/2026", PeriodProblem.ORDER),
        ("22/11/2021", "", PeriodProblem.TOO_LONG),
        ("23/11/2021", "", None),
        ("", "", None),
    ],
)
def test_a_period_as_typed(
    scene: Stage, qtbot: QtBot, first: str, last: str, problem: PeriodProblem | None
) -> None:
    page = movements(scene, qtbot)
    before = page.model.state.statement
    page.model.set_period(first, last)
    assert page.model.state.problem is problem
    if problem is not None:
        assert page.model.state.statement == before, "what was shown stays"
        assert (page.model.state.first_text, page.model.state.last_text) == (first, last)


def test_a_day_of_the_calendar_counts_at_once(scene: Stage, qtbot: QtBot) -> None:
    page = movements(scene, qtbot)
    press(page, "movements_first_calendar")
    calendar = page.findChild(QCalendarWidget, "movements_first_days")
    assert calendar is not None
    calendar.clicked.emit(calendar.selectedDate().addDays(-1))
    statement = page.model.state.statement
    assert statement is not None
    assert page.model.state.first_text != ""
    assert page.model.state.problem is None


def test_a_failed_read_offers_to_try_again(
    scene: Stage, qtbot: QtBot, office: AccountOffice
) -> None:
    office.movements.answer = AppError(Code.STORE_BUSY)
    page = movements(scene, qtbot)
    assert face(page) == "error"
    office.movements.answer = book()
    press(page, "error_state_action")
    qtbot.waitUntil(lambda: face(page) == "content")


def test_a_new_contract_has_nothing_to_download(
    scene: Stage, qtbot: QtBot, office: AccountOffice
) -> None:
    office.movements.answer = book([])
    page = movements(scene, qtbot)
    assert "Todavía no hay movimientos en este contrato." in said(page)
    for name in ("movements_pdf", "movements_excel", "movements_more"):
        button = page.findChild(QAbstractButton, name)
        assert button is not None
        assert not button.isEnabled()


def test_only_taking_the_statement_stands_out_beside_a_line(scene: Stage, qtbot: QtBot) -> None:
    page = movements(scene, qtbot)
    page.model.show_line(page.model.rows.row_id(page.model.rows.rows[0]))
    qtbot.waitUntil(page.face.panel.isVisible)
    found = (b for b in page.findChildren(QAbstractButton) if b.isVisible())
    assert [b.objectName() for b in found if b.property("kind") == "primary"] == ["movements_pdf"]


@pytest.mark.parametrize("rows", [None, []], ids=["of-a-year", "none-yet"])
def test_a_utility_without_statements_says_so(
    scene: Stage, qtbot: QtBot, office: AccountOffice, rows: list[Movement] | None
) -> None:
    office.movements.answer = book(rows, rules=None, unexplained=100)
    page = movements(scene, qtbot)
    assert "En conciliación" not in said(page)
    assert not page.face.filters.isVisible()
    assert face(page) == "empty"
    assert "Su empresa no ofrece la consulta de movimientos por este medio." in said(page)


def test_the_statement_opens_in_place_of_the_list_and_is_saved_from_there(
    scene: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    page = movements(scene, qtbot)
    page.print_page()
    qtbot.waitUntil(lambda: page.papers.state.data != b"")
    assert "Estado de cuenta · Contrato 4410-2219" in said(page)
    press(page, "statement_save")
    save_as(page, tmp_path / "c.pdf")
    qtbot.waitUntil(lambda: "Se guardó c.pdf." in said(page))
    assert (tmp_path / "c.pdf").read_bytes() == page.papers.state.data
    QTest.keyClick(page.place.face, Qt.Key.Key_Escape)
    assert not page.place.is_open
    assert page.papers.state.data == b""


def test_the_folder_is_offered_again(scene: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    page = movements(scene, qtbot)
    folder = tmp_path / "mis papeles"
    folder.mkdir()
    press(page, "movements_pdf")
    save_as(page, folder / "uno.pdf")
    qtbot.waitUntil(lambda: "Estado de cuenta generado en" in said(page))
    press(page, "movements_pdf")
    (dialog,) = [d for d in page.findChildren(QFileDialog) if d.isVisible()]
    assert dialog.directory().path() == str(folder)
    name = "Estado de cuenta 4410-2219 2025-11-23 a 2026-11-22.pdf"
    assert [Path(found).name for found in dialog.selectedFiles()] == [name]
    dialog.close()


def test_a_long_export_counts_and_stops_without_a_trace(
    scene: Stage, qtbot: QtBot, tmp_path: Path, office: AccountOffice
) -> None:
    many = [
        movement(n, MovementKind.INVOICE, 100, TODAY - timedelta(days=n % 300))
        for n in range(30_000)
    ]
    office.movements.answer = book(many)
    page = movements(scene, qtbot)
    path = tmp_path / "cuenta.xlsx"
    path.write_bytes(b"before")
    press(page, "movements_excel")
    save_as(page, path)
    qtbot.waitUntil(lambda: page.exports.state.done > 0)
    assert "renglones" in said(page)
    press(page, "movements_export_cancel")
    qtbot.waitUntil(lambda: page.exports.state.was_stopped, timeout=20_000)
    assert "No quedó ningún archivo a medio hacer." in said(page)
    assert path.read_bytes() == b"before"
    assert not list(tmp_path.glob(".*.part"))


def test_one_file_at_a_time(scene: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    model = ExportViewModel(scene.context())
    written: list[Path] = []

    def job(_office: Office, path: Path, _watch: Watch) -> bool:
        written.append(path)
        return True

    model.start(tmp_path / "a", job)
    model.start(tmp_path / "b", job)
    qtbot.waitUntil(lambda: model.state.is_written)
    assert written == [tmp_path / "a"]


def test_server_text_is_shown_as_it_is(
    scene: Stage, qtbot: QtBot, office: AccountOffice, tmp_path: Path
) -> None:
    row = movement(1, MovementKind.INVOICE, 100, TODAY, HOSTILE, description=HOSTILE)
    credit = movement(2, MovementKind.PAYMENT, -40, TODAY, HOSTILE, settles=(HOSTILE,))
    office.movements.answer = book([row, credit])
    page = movements(scene, qtbot)
    page.activate("2")
    assert said(page).count(HOSTILE) >= 2
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    page.export()
    save_as(page, tmp_path / "h.xlsx")
    qtbot.waitUntil(lambda: page.exports.state.is_written)
    sheet: Any = openpyxl.load_workbook(tmp_path / "h.xlsx")["Contrato 4410-2219"]
    assert all(cell.data_type != "f" for line in sheet.rows for cell in line)


def test_every_control_has_a_name_and_a_size_to_hit(
    scene: Stage, qtbot: QtBot, qapp: QApplication
) -> None:
    _theme = Theme(qapp, ThemeChoice.LIGHT)
    page = movements(scene, qtbot)
    page.activate(page.model.rows.rows[0].line.movement.id)
    for control in page.findChildren(QWidget):
        if not control.isVisible() or control.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        access = QAccessible.queryAccessibleInterface(control)
        assert access.text(QAccessible.Text.Name), f"{control.objectName()} {control}"
        assert min(control.width(), control.height()) >= 24, control.objectName()


# --- Ctrl+E elsewhere


def test_the_invoices_that_are_shown_go_to_excel(
    scene: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(scene, qtbot, build=invoices.PAGE.build)
    page.model.set_text("A-10048")
    shown = len(page.model.rows.rows)
    assert 0 < shown < len(household())
    page.export()
    save_as(page, tmp_path / "f.xlsx")
    qtbot.waitUntil(lambda: "Se guardó" in said(page))
    sheet: Any = openpyxl.load_workbook(tmp_path / "f.xlsx")["Facturas"]
    lines = list(sheet.rows)
    at = next(n for n, line in enumerate(lines) if line[0].value == "Factura")
    titles = [cell.value for cell in lines[at]]
    assert len(lines) - at - 1 == shown
    for line in lines[at + 1 :]:
        assert line[titles.index("Importe")].data_type == "n"
        assert line[titles.index("Emisión")].is_date
    first = page.model.rows.rows[0].invoice
    assert lines[at + 1][0].value == first.number
    total = lines[at + 1][titles.index("Importe")].value
    assert round(total * 100) == first.total.minor


def test_the_readings_go_to_csv(scene: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(scene, qtbot, build=readings.PAGE.build)
    page.export()
    (dialog,) = [d for d in page.findChildren(QFileDialog) if d.isVisible()]
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert [Path(name).name for name in dialog.selectedFiles()] == ["Lecturas.csv"]
    save_as(page, tmp_path / "l.csv")
    qtbot.waitUntil(lambda: "Se guardó" in said(page))
    with (tmp_path / "l.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    at = next(n for n, line in enumerate(lines) if line and line[0] == "Fecha")
    assert ["Unidad", "m³"] in lines[:at]
    assert len(lines) - at - 1 == len(meter_life())
    newest = page.model.rows.rows[0]
    assert lines[at + 1][lines[at].index("Lectura")] == str(newest.value)


def test_the_state_of_the_page_is_kept_over_a_refresh(
    scene: Stage, qtbot: QtBot, office: AccountOffice
) -> None:
    page = movements(scene, qtbot)
    page.model.set_period("1/6/2026", "")
    page.model.set_only_open(True)
    page.activate(page.model.rows.rows[0].line.movement.id)
    shown = page.model.state.detail
    changed = [dataclasses.replace(row, description="Otro concepto") for row in year()]
    office.movements.answer = book(changed)
    page.model.reload()
    qtbot.waitUntil(lambda: not scene.runner.is_busy)
    state = page.model.state
    assert (state.first_text, state.only_open) == ("1/6/2026", True)
    assert state.detail is not None and shown is not None
    assert state.detail.row.line.movement.id == shown.row.line.movement.id
    assert state.detail.row.line.movement.description == "Otro concepto"
