"""The duplicate: pages, zoom, search and print, all of it from memory."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QColor
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from desktop.views.theme import Theme, ThemeChoice
from desktop.views.tokens import tokens
from desktop.views.widgets.pdf import PdfViewer
from desktop.views.widgets.pdf_print import PrintJob, page_image
from tests.support.pdf import pdf

THREE = pdf("consumo de gas", "consumo de agua, mayor consumo", "nada")


def viewer(qtbot: QtBot, data: bytes = THREE) -> PdfViewer:
    made = PdfViewer()
    qtbot.addWidget(made)
    made.setFixedSize(900, 640)
    made.show()
    assert made.load(data)
    return made


def button(shown: PdfViewer, name: str) -> QToolButton:
    found = shown.findChild(QToolButton, name)
    assert found is not None
    return found


def field(shown: PdfViewer, name: str) -> QLineEdit:
    found = shown.findChild(QLineEdit, name)
    assert found is not None
    return found


pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none


def test_the_page_field_tells_and_turns_pages(qtbot: QtBot) -> None:
    shown = viewer(qtbot)
    assert field(shown, "pdf_page").text() == "1"
    with qtbot.waitSignal(shown.page_changed) as changed:
        field(shown, "pdf_page").setText("3")
        QTest.keyClick(field(shown, "pdf_page"), Qt.Key.Key_Return)
    assert changed.args == [3, 3]
    assert shown.page == 3


@pytest.mark.parametrize("typed", ["0", "4", "", "x"])
def test_a_page_that_does_not_exist_is_not_gone_to(qtbot: QtBot, typed: str) -> None:
    shown = viewer(qtbot)
    field(shown, "pdf_page").setText(typed)
    QTest.keyClick(field(shown, "pdf_page"), Qt.Key.Key_Return)
    assert shown.page == 1


def test_searching_counts_and_walks_round(qtbot: QtBot) -> None:
    shown = viewer(qtbot)
    shown.search("consumo")
    qtbot.waitUntil(lambda: shown.hits == "1 de 3")
    for said in ("1 de 3", "2 de 3", "3 de 3", "1 de 3"):
        QTest.keyClick(field(shown, "pdf_search"), Qt.Key.Key_Return)
        assert shown.hits == said
    button(shown, "pdf_previous").click()
    assert shown.hits == "3 de 3"
    assert shown.page == 2


def test_what_is_not_there_is_told(qtbot: QtBot) -> None:
    shown = viewer(qtbot)
    shown.search("electricidad")
    assert shown.hits == "Sin resultados"
    assert not button(shown, "pdf_next").isEnabled()
    shown.search("")
    assert shown.hits == ""


def test_zoom_goes_in_and_out_and_fits_a_page(qtbot: QtBot) -> None:
    shown = viewer(qtbot)
    first = shown.zoom
    button(shown, "pdf_zoom_in").click()
    assert shown.zoom > first
    button(shown, "pdf_zoom_out").click()
    assert shown.zoom == pytest.approx(first)
    button(shown, "pdf_fit").click()
    assert shown.zoom < first, "a whole page is smaller than one of readable letters"
    for _ in range(40):
        shown.zoom_in()
    assert shown.zoom <= 5


def test_bytes_that_are_no_pdf_are_refused_and_a_good_one_still_opens(qtbot: QtBot) -> None:
    shown = viewer(qtbot)
    assert not shown.load(b"<html>login</html>")
    assert shown.load(pdf("uno"))
    assert shown.document.pageCount() == 1


def test_nothing_is_kept_after_closing(qtbot: QtBot) -> None:
    shown = viewer(qtbot)
    shown.unload()
    assert shown.document.pageCount() == 0
    assert not any(buffer.data().size() for buffer in shown.findChildren(QBuffer))


def test_pages_are_white_in_the_dark_theme(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.DARK)
    shown = viewer(qtbot)
    shown.fit_page()
    white = QColor("white")
    qtbot.waitUntil(lambda: shown.grab().toImage().pixelColor(450, 500) == white)
    theme.choose(ThemeChoice.LIGHT)
    theme.deleteLater()


def test_what_is_around_the_pages_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    shown = viewer(qtbot)
    view = shown.findChild(QPdfView)
    assert view is not None
    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT, ThemeChoice.DARK):
        theme.choose(choice)
        around = view.viewport().grab().toImage().pixelColor(2, 2)
        assert around == QColor(tokens().hover), choice
    theme.choose(ThemeChoice.LIGHT)
    theme.deleteLater()


def test_a_page_is_printed_on_white_at_300_dpi(qtbot: QtBot) -> None:
    image = page_image(viewer(qtbot).document, 0)
    assert image.pixelColor(5, 5) == QColor("white")
    assert image.width() == round(595 * 300 / 72)
    assert any(image.pixelColor(x, 300).lightness() < 128 for x in range(290, 700))


def printer(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setResolution(300)
    return made


def test_every_page_is_printed_one_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    shown = viewer(qtbot)
    job = PrintJob(shown.document, printer(tmp_path / "out.pdf"), parent=shown)
    seen: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(job.finished) as finished:
        job.start()
        assert seen == [], "the first page waits until the window is idle"
    assert finished.args == [True]
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 3


def test_a_range_of_pages_and_a_lying_page_are_printed_as_they_are(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shown = viewer(qtbot, pdf("a", "b", "c", size=(842, 595)))
    job = PrintJob(shown.document, printer(tmp_path / "out.pdf"), 2, 3, parent=shown)
    with qtbot.waitSignal(job.finished):
        job.start()
    pages = pypdf.PdfReader(tmp_path / "out.pdf").pages
    assert len(pages) == 2
    assert pages[0].mediabox.width > pages[0].mediabox.height


def test_printing_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    shown = viewer(qtbot)
    job = PrintJob(shown.document, printer(tmp_path / "out.pdf"), parent=shown)
    job.progressed.connect(lambda _done, _total: job.cancel())
    with qtbot.waitSignal(job.finished) as finished:
        job.start()
    assert finished.args == [False]
