"""Consultar Consumo as a person sees it: chart, table, explanations, warnings."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, Code
from desktop.domain.readings import Quality
from desktop.views.pages.readings import PAGE, ReadingsPage
from desktop.views.theme import Theme, ThemeChoice
from desktop.views.widgets.states import PageStates
from tests.support.books import FakeOffice, meter_life, reading_book
from tests.support.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none
HOSTILE = '<img src="x"><b>=1+1'


@pytest.fixture
def scene(tmp_path: Path, qapp: object) -> Iterator[Stage]:
    made = Stage(tmp_path, FakeOffice())
    yield made
    made.close()


def opened(scene: Stage, qtbot: QtBot, width: int = 1134) -> ReadingsPage:
    page = PAGE.build(scene.context())
    assert isinstance(page, ReadingsPage)
    qtbot.addWidget(page)
    page.setFixedSize(width, 700)
    page.show()
    page.activate("")
    qtbot.waitUntil(lambda: not scene.runner.is_busy)
    return page


def said(page: QWidget) -> str:
    labels = (label.text() for label in page.findChildren(QLabel) if label.isVisible())
    return " ".join(labels).replace("\u00a0", " ")


def press(page: QWidget, name: str) -> None:
    found = [b for b in page.findChildren(QAbstractButton, name) if b.isVisible()]
    assert len(found) == 1, name
    found[0].click()


def test_figures_chart_and_readings_are_shown(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    shown = said(page)
    for figure in ("128 m³", "4,27 m³", "-4 %", "Entonces fueron 134 m³", "1.317 m³"):
        assert figure in shown
    assert page.periods.chart.isVisible()
    assert len(page.periods.chart.bars) == 13
    assert len(page.table.rows.rows) == len(meter_life())


def test_the_legend_names_every_kind_of_bar(scene: Stage, qtbot: QtBot) -> None:
    shown = said(opened(scene, qtbot))
    for words in ("Lectura real", "Aportada por usted", "Estimada (est.)", "Un año antes"):
        assert words in shown


def test_the_legend_names_what_is_in_doubt(scene: Stage, qtbot: QtBot) -> None:
    last, *earlier = meter_life()
    doubtful = dataclasses.replace(last, quality=Quality.QUESTIONABLE)
    scene.office.readings.answer = reading_book((doubtful, *earlier))
    assert "Dudosa (dud.)" in said(opened(scene, qtbot))


def test_the_chart_gives_way_to_its_table_and_comes_back(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    press(page, "readings_as_table")
    assert page.periods.table.isVisible()
    assert not page.periods.chart.isVisible()
    press(page, "readings_as_table")
    assert page.periods.chart.isVisible()


def test_two_years_on_demand(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    press(page, "readings_span_24")
    assert len(page.periods.chart.bars) == 24


def test_why_it_was_estimated_and_what_to_do_is_said(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    press(page, "readings_why")
    shown = said(page.panel)
    assert "¿Por qué es estimada?" in shown
    assert "no se pudo acceder al medidor. Se ajustará con la próxima lectura real." in shown
    assert "Facilite el acceso" in shown
    QTest.keyClick(page.split, Qt.Key.Key_Escape)
    assert not page.split.is_open


def test_a_warning_leads_to_the_own_reading_and_stays_away_once_dismissed(
    scene: Stage, qtbot: QtBot
) -> None:
    page = opened(scene, qtbot)
    assert "Tiene 2 lecturas estimadas seguidas." in said(page)
    with qtbot.waitSignal(scene.shell.page_requested) as asked:
        press(page, "readings_notice_action")
    assert asked.args == ["self_reading", ""]
    press(page, "readings_notice_close")
    page.model.reload()
    qtbot.waitUntil(lambda: not scene.runner.is_busy)
    assert not page.notice.isVisible()


def test_without_estimates_nothing_is_asked_or_warned(scene: Stage, qtbot: QtBot) -> None:
    rows = [dataclasses.replace(row, quality=Quality.REAL) for row in meter_life()]
    scene.office.readings.answer = reading_book(rows)
    page = opened(scene, qtbot)
    assert not page.notice.isVisible()
    assert not any(b.isVisible() for b in page.findChildren(QAbstractButton, "readings_why"))


def test_a_bar_opens_its_reading(scene: Stage, qtbot: QtBot) -> None:
    page = opened(scene, qtbot)
    page.periods.chart.chosen.emit(11)
    assert "Lectura del 04/10/2026" in said(page.split)
    assert page.table.current_id() == meter_life()[1].id


def test_on_a_narrow_window_the_panel_has_the_room_of_chart_and_list(
    scene: Stage, qtbot: QtBot
) -> None:
    page = opened(scene, qtbot, 792)
    assert not page.table.horizontalScrollBar().isVisible()
    press(page, "readings_why")
    assert not page.table.isVisible()
    assert not page.periods.isVisible()
    press(page, "readings_split_back")
    assert page.table.isVisible()
    assert page.periods.isVisible()


@pytest.mark.parametrize(
    ("answer", "face", "sentence"),
    [
        (reading_book(()), "empty", "Aún no hay lecturas registradas para este contrato."),
        (AppError(Code.STORE_BUSY), "error", "Otro programa está usando los datos guardados."),
    ],
)
def test_a_bad_day_has_its_own_face_and_a_next_step(
    scene: Stage, qtbot: QtBot, answer: object, face: str, sentence: str
) -> None:
    scene.office.readings.answer = answer  # type: ignore[assignment]
    page = opened(scene, qtbot)
    assert page.findChildren(PageStates)[0].face == face
    assert sentence in said(page)
    scene.office.readings.answer = reading_book()
    if face == "error":
        press(page, "error_state_action")
        qtbot.waitUntil(lambda: page.findChildren(PageStates)[0].face == "content")


def test_server_text_is_shown_as_it_is(scene: Stage, qtbot: QtBot) -> None:
    rows = meter_life()
    bad = dataclasses.replace(rows[0], meter_serial=HOSTILE, invoice_number=HOSTILE)
    scene.office.readings.answer = reading_book((bad, *rows[1:]))
    page = opened(scene, qtbot)
    page.activate(bad.id)
    assert said(page.panel).count(HOSTILE) == 2
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_every_control_has_a_name_and_a_size_to_hit(
    scene: Stage, qtbot: QtBot, qapp: QApplication
) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    page = opened(scene, qtbot)
    press(page, "readings_why")
    for control in page.findChildren(QWidget):
        if not control.isVisible() or control.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        access = QAccessible.queryAccessibleInterface(control)
        assert access.text(QAccessible.Text.Name), f"{control.objectName()} {control}"
        assert min(control.width(), control.height()) >= 24, control.objectName()
        assert control.objectName(), access.text(QAccessible.Text.Name)
    theme.deleteLater()
