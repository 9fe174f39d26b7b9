"""Mis Facturas as a person sees it: list, panel, duplicate, downloads, and every bad day."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, Code
from desktop.views.pages.invoices import PAGE, InvoicesPage
from desktop.views.theme import Theme, ThemeChoice
from desktop.views.widgets.notice import NoticeBar
from desktop.views.widgets.states import PageStates
from tests.support.books import FakeOffice, household, invoice_book
from tests.support.pdf import pdf
from tests.support.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none
HOSTILE = '<img src="x"><b>=1+1'


@pytest.fixture
def scene(tmp_path: Path, qapp: object) -> Iterator[Stage]:
    made = Stage(tmp_path, FakeOffice(document=pdf("Factura", "Detalle")))
    yield made
    made.close()


def opened(scene: Stage, qtbot: QtBot, width: int = 1134) -> InvoicesPage:
    page = PAGE.build(scene.context())
    assert isinstance(page, InvoicesPage)
    qtbot.addWidget(page)
    page.setObjectName(PAGE.key)
    page.setFixedSize(width, 700)
    page.show()
    page.activate("")
    qtbot.waitUntil(lambda: not scene.runner.is_busy)
    return page


def text(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def press(page: QWidget, name: str) -> None:
    found = [b for b in page.findChildren(QAbstractButton, name) if b.isVisible()]
    assert len(found) == 1, name
    found[0].click()


def face(page: InvoicesPage) -> str:
    return page.list_face.findChildren(PageStates)[0].face


def said(page: QWidget) -> str:
    return " ".join(
        label.text() for label in page.findChildren(QLabel) if label.isVisible()
    ).replace("\u00a0", " ")


def notice(bar: NoticeBar) -> str:
    return bar.notice.text if bar.notice is not None else ""


def test_figures_list_and_what_is_apart_are_told(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    shown = said(page)
    for amount in ("$ 5.464,88", "$ 4.482,57", "$ 1.114,60", "$ 8.172,40"):
        assert amount in shown
    assert len(page.list_face.table.rows.rows) == len(household())


def test_a_row_opens_the_panel_and_esc_closes_it(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    page.list_face.table.opened.emit(household()[0].id)
    panel = said(page.list_face.panel)
    assert "128 m³ × 0,62 USD × 40,25" in panel
    assert "Consumió 7 m³ más que en octubre de 2026" in panel
    assert "G4-778812" in panel
    assert page.list_face.table.current_id() == household()[0].id
    QTest.keyClick(page.list_face.split, Qt.Key.Key_Escape)
    assert not page.list_face.split.is_open


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (3, "En reclamo N° R-3321"),
        (4, "integra el acuerdo N° 77"),
        (5, "saldo a favor"),
        (7, "reemplazada por A-100475"),
    ],
)
def test_what_is_special_about_an_invoice_is_said(
    scene: Stage, qtbot: QtBot, row: int, sentence: str
) -> None:
    page = opened(scene, qtbot)
    page.activate(household()[row].id)
    assert sentence in said(page.list_face.panel)


def test_on_a_narrow_window_the_panel_takes_the_place_and_gives_it_back(
    scene: Stage, qtbot: QtBot
) -> None:
    page = opened(scene, qtbot, 792)
    table = page.list_face.table
    assert not table.horizontalScrollBar().isVisible()
    table.opened.emit(household()[0].id)
    assert not table.isVisible()
    assert page.list_face.panel.isVisible()
    press(page, "invoices_split_back")
    assert table.isVisible()
    assert not page.list_face.panel.isVisible()


def test_typing_filters_and_says_how_many(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    page.focus_filter()
    search = page.findChild(QLineEdit, "invoices_search")
    assert search is not None
    QTest.keyClicks(search, "vencida")
    qtbot.waitUntil(lambda: text(page, "invoices_count") == f"2 de {len(household())}")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: text(page, "invoices_count") == "")


def test_nothing_found_is_not_no_invoices(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    page.model.set_text("nada de esto")
    assert face(page) == "empty"
    assert "No hay facturas en el período elegido." in said(page)
    press(page, "empty_state_action")
    assert face(page) == "content"
    scene.office.invoices.answer = invoice_book(())
    page.model.reload()
    qtbot.waitUntil(lambda: not scene.runner.is_busy)
    assert "Todavía no hay facturas" in said(page)
    assert "Nada por vencer" in said(page)
    assert "Marque para sumarlas" not in said(page), "there is nothing to mark"


def test_a_failure_offers_a_way_out_that_works(scene: Stage, qtbot: QtBot) -> None:
    scene.office.invoices.answer = AppError(Code.STORE_BUSY)
    page = opened(scene, qtbot)
    assert face(page) == "error"
    scene.office.invoices.answer = invoice_book()
    press(page, "error_state_action")
    qtbot.waitUntil(lambda: face(page) == "content")


def test_choosing_sums_up_and_changes_what_is_downloaded(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    rows = page.list_face.table.rows
    rows.set_checked(rows.rows[:2], True)
    assert "$ 8.747,45" in said(page)
    found = page.findChild(QAbstractButton, "invoices_download")
    assert found is not None
    assert found.text() == "Descargar 2 elegidas"


def test_the_duplicate_opens_in_place_of_the_list_and_esc_goes_back(
    scene: Stage, qtbot: QtBot
) -> None:
    page = opened(scene, qtbot)
    page.activate(household()[0].id)
    press(page, "invoice_view")
    qtbot.waitUntil(lambda: page.document.state.data != b"")
    assert text(page, "document_title") == "Factura A-100482"
    assert not page.list_face.isVisible()
    QTest.keyClick(page.document_face, Qt.Key.Key_Escape)
    assert page.list_face.isVisible()
    assert page.document.state.data == b"", "nothing is kept once it is closed"
    assert page.list_face.table.current_id() == household()[0].id


def test_a_duplicate_that_is_not_kept_says_so_and_asks_again(scene: Stage, qtbot: QtBot) -> None:
    scene.office.documents.answer = AppError(Code.NOT_CACHED)
    page = opened(scene, qtbot)
    page.activate(household()[0].id)
    press(page, "invoice_view")
    qtbot.waitUntil(lambda: page.document.state.error is not None)
    assert "no está guardado en el equipo" in said(page)
    scene.office.documents.answer = pdf("uno")
    press(page, "error_state_action")
    qtbot.waitUntil(lambda: page.document.state.data != b"")


def test_a_document_that_is_no_pdf_is_refused(scene: Stage, qtbot: QtBot) -> None:
    scene.office.documents.answer = b"<html>portal</html>"
    page = opened(scene, qtbot)
    page.activate(household()[0].id)
    press(page, "invoice_view")
    qtbot.waitUntil(lambda: "no se puede mostrar" in said(page))


def test_without_printers_saving_is_offered(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    page.activate(household()[0].id)
    press(page, "invoice_print")
    qtbot.waitUntil(lambda: "No hay impresoras" in notice(page.document_face.notice))
    press(page, "document_notice_action")
    dialog = page.findChild(QFileDialog, "save_dialog")
    assert dialog is not None
    dialog.close()


def test_saving_asks_where_and_tells_the_end(scene: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(scene, qtbot)
    page.activate(household()[0].id)
    press(page, "invoice_save")
    dialog = page.findChild(QFileDialog, "save_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "copia.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: "Se guardó copia.pdf." in notice(page.list_face.notice))
    assert (tmp_path / "copia.pdf").read_bytes() == scene.office.documents.answer


def test_a_bulk_download_tells_count_and_what_is_missing(
    scene: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    scene.office.documents.missing = ("A-100480",)
    page = opened(scene, qtbot)
    rows = page.list_face.table.rows
    rows.set_checked(rows.rows[:3], True)
    page.list_face.download_to(tmp_path / "facturas")
    qtbot.waitUntil(lambda: notice(page.list_face.notice) != "")
    told = notice(page.list_face.notice)
    assert "2 duplicados en facturas" in told
    assert "Sin duplicado disponible: A-100480." in told


def test_a_bulk_download_shows_how_far_it_is_and_stops(
    scene: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(scene, qtbot)
    scene.office.documents.gate.clear()
    page.list_face.download_to(tmp_path)
    total = len(page.model.with_document())
    qtbot.waitUntil(lambda: f"Descargando 1 de {total}" in said(page))
    press(page, "download_progress_cancel")
    assert "Deteniendo" in said(page)
    scene.office.documents.gate.set()
    qtbot.waitUntil(lambda: "se detuvo a su pedido" in notice(page.list_face.notice))


def test_server_text_is_shown_as_it_is(scene: Stage, qtbot: QtBot) -> None:
    first = household()[0]
    bad = dataclasses.replace(
        first,
        number=HOSTILE,
        claim_number=HOSTILE,
        lines=(dataclasses.replace(first.lines[0], description=HOSTILE),),
    )
    scene.office.invoices.answer = invoice_book((bad, *household()[1:]))
    page = opened(scene, qtbot)
    page.activate(bad.id)
    assert said(page).count(HOSTILE) >= 3
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_every_control_has_a_name_and_a_size_to_hit(
    scene: Stage, qtbot: QtBot, qapp: QApplication
) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    page = opened(scene, qtbot)
    page.activate(household()[0].id)
    press(page, "invoice_view")
    qtbot.waitUntil(lambda: page.document.state.data != b"")
    for on_face in (page.document_face, page.list_face):
        if on_face is page.list_face:
            page.document.close()
        for control in on_face.findChildren(QWidget):
            if not control.isVisible() or control.focusPolicy() is Qt.FocusPolicy.NoFocus:
                continue
            access = QAccessible.queryAccessibleInterface(control)
            assert access.text(QAccessible.Text.Name), f"{control.objectName()} {control}"
            assert min(control.width(), control.height()) >= 24, control.objectName()
            if isinstance(control, QAbstractButton | QLineEdit):
                assert control.objectName(), access.text(QAccessible.Text.Name)
    theme.deleteLater()
