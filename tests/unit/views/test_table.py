"""The table with mouse, keyboard and clipboard, on wide and narrow windows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.viewmodels.format import Formatter
from desktop.viewmodels.invoice_columns import InvoiceRow, columns
from desktop.viewmodels.settings import Settings
from desktop.viewmodels.table import Badge, Column, RowTableModel, Tone
from desktop.views.theme import Theme, ThemeChoice
from desktop.views.widgets.table import Table
from tests.support.books import TODAY, household, invoice, many

DOWN = Qt.SortOrder.DescendingOrder


def rows(count: int = 0) -> tuple[InvoiceRow, ...]:
    invoices = many(count) if count else household()
    return tuple(InvoiceRow(i, i.state(TODAY), False) for i in invoices)


def table(qtbot: QtBot, width: int = 1200, settings: Settings | None = None) -> Table:
    model: RowTableModel[InvoiceRow] = RowTableModel(
        columns(Formatter()), lambda row: row.invoice.id
    )
    made = Table("probe", "Facturas", model, settings)
    model.setParent(made)
    model.set_rows(rows())
    qtbot.addWidget(made)
    made.resize(width, 400)
    made.show()
    return made


def focus(qtbot: QtBot, shown: Table) -> None:
    shown.activateWindow()
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(shown.hasFocus)


def column(shown: Table, key: str) -> int:
    return [c.key for c in shown.rows.columns].index(key)


def visible(shown: Table) -> list[str]:
    return [c.key for n, c in enumerate(shown.rows.columns) if not shown.isColumnHidden(n)]


def cell(shown: Table, row: int, key: str) -> QPoint:
    return shown.visualRect(shown.rows.index(row, column(shown, key))).center()


def test_a_click_on_a_title_sorts_by_value_and_another_turns_it_round(qtbot: QtBot) -> None:
    shown = table(qtbot)
    header = shown.horizontalHeader()
    section = column(shown, "open")
    place = QPoint(header.sectionViewportPosition(section) + 20, 10)
    for _ in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    amounts = [row.invoice.open.minor for row in shown.rows.rows]
    assert amounts == sorted(amounts, reverse=True)
    assert (shown.rows.sort_column, shown.rows.sort_order) == (section, DOWN)


def test_a_click_opens_a_row_and_a_click_on_its_box_only_checks_it(qtbot: QtBot) -> None:
    shown = table(qtbot)
    with qtbot.waitSignal(shown.opened) as opened:
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=cell(shown, 2, "number"))
    assert opened.args == [shown.rows.rows[2].invoice.id]
    with qtbot.assertNotEmitted(shown.opened):
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=cell(shown, 1, "check"))
    assert shown.rows.checked == (shown.rows.rows[1],)


def test_the_keyboard_moves_checks_and_opens(qtbot: QtBot) -> None:
    shown = table(qtbot)
    focus(qtbot, shown)
    assert shown.current_id() == shown.rows.rows[0].invoice.id
    with qtbot.waitSignal(shown.moved) as moved:
        QTest.keyClick(shown, Qt.Key.Key_Down)
    assert moved.args == [shown.rows.rows[1].invoice.id]
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert shown.rows.checked == (shown.rows.rows[1],)
    with qtbot.waitSignal(shown.opened) as opened:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert opened.args == [shown.rows.rows[1].invoice.id]


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no hints
def test_a_short_list_ends_where_its_last_row_ends(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    shown = table(qtbot)
    shown.setFixedHeight(shown.height_of(3))
    qtbot.waitUntil(lambda: shown.height() == shown.height_of(3))
    assert shown.viewport().height() == shown.rowViewportPosition(3)
    theme.deleteLater()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no hints
def test_it_is_one_stop_of_the_tab_key(qtbot: QtBot) -> None:
    host = QWidget()
    layout = QVBoxLayout(host)
    model: RowTableModel[InvoiceRow] = RowTableModel(
        columns(Formatter()), lambda row: row.invoice.id, parent=host
    )
    model.set_rows(rows())
    shown, after = Table("one", "Una", model), Table("two", "Otra", model)
    layout.addWidget(shown)
    layout.addWidget(after)
    qtbot.addWidget(host)
    host.show()
    focus(qtbot, shown)
    QTest.keyClick(shown, Qt.Key.Key_Tab)
    assert host.focusWidget() is after


def test_a_block_is_copied_in_the_order_on_screen(qtbot: QtBot) -> None:
    shown = table(qtbot)
    header = shown.horizontalHeader()
    header.moveSection(column(shown, "open"), 1)  # the balance first, by hand
    model = shown.rows
    block = QItemSelection(
        model.index(0, column(shown, "number")), model.index(1, column(shown, "open"))
    )
    shown.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QTest.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert [line[0] for line in lines] == ["$ 4.482,57", "$ 4.264,88"]
    assert lines[0][1] == "A-100482"
    assert {len(line) for line in lines} == {len(lines[0])}
    assert QGuiApplication.clipboard().mimeData().html().startswith("<table>")


def test_copying_with_titles_and_sorting_are_in_the_menu(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.setCurrentIndex(shown.rows.index(0, 1))
    menu = shown.context_menu()
    actions = {action.text(): action for action in menu.actions()}
    actions["Copiar con títulos"].trigger()
    assert QGuiApplication.clipboard().text() == "Factura\nA-100482"
    order = actions["Ordenar por"].menu()
    next(a for a in order.actions() if a.text() == "Importe").trigger()  # type: ignore[attr-defined]
    totals = [row.invoice.total.minor for row in shown.rows.rows]
    assert totals == sorted(totals)
    actions["Elegir o soltar todas"].trigger()
    assert len(shown.rows.checked) == len(shown.rows.rows)


def test_a_refresh_keeps_row_block_and_place(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.rows.set_rows(rows(300))
    shown.verticalScrollBar().setValue(1500)
    shown.setCurrentIndex(shown.rows.index(50, 1))
    model = shown.rows
    shown.selectionModel().select(
        QItemSelection(model.index(50, 1), model.index(52, 3)),
        QItemSelectionModel.SelectionFlag.Select,
    )
    place, current = shown.verticalScrollBar().value(), shown.current_id()
    cells = len(shown.selectedIndexes())
    model.set_rows(rows(300)[:290])
    assert shown.verticalScrollBar().value() == place
    assert shown.current_id() == current
    assert len(shown.selectedIndexes()) == cells


def test_sorting_keeps_the_current_row(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.mark(shown.rows.rows[4].invoice.id)
    current = shown.current_id()
    shown.sort_by(column(shown, "total"), DOWN)
    assert shown.current_id() == current
    assert shown.marked_row == shown.currentIndex().row()


def test_a_narrow_window_hides_the_least_of_it_and_never_scrolls_sideways(qtbot: QtBot) -> None:
    shown = table(qtbot, 1600)
    assert visible(shown) == [c.key for c in shown.rows.columns]
    shown.resize(744, 400)
    kept = visible(shown)
    assert "kind" not in kept
    assert {"check", "number", "due", "open", "state"} <= set(kept)
    for width in (744, 560, 420):
        shown.resize(width, 400)
        assert not shown.horizontalScrollBar().isVisible(), width
        assert shown.horizontalHeader().length() == shown.viewport().width()


def test_widths_and_order_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    first = table(qtbot, 1600, settings)
    first.horizontalHeader().resizeSection(column(first, "number"), 217)
    first.sort_by(column(first, "due"), DOWN)
    qtbot.waitUntil(lambda: settings.text("table/probe/sort") == "due:desc")
    again = table(qtbot, 1600, settings)
    assert again.columnWidth(column(again, "number")) == 217
    assert (again.rows.sort_column, again.rows.sort_order) == (column(again, "due"), DOWN)
    again.columns.reset()
    assert again.columnWidth(column(again, "number")) != 217


@pytest.mark.parametrize("kept", ["gone:asc", "due", "", "check:desc"])
def test_a_damaged_memory_is_no_harm(qtbot: QtBot, tmp_path: Path, kept: str) -> None:
    settings = Settings(tmp_path)
    settings.set_text("table/probe/sort", kept)
    settings.set_text("table/probe/widths", "number:x gone:5 total:-9 :")
    assert len(table(qtbot, 1600, settings).rows.rows) == len(household())


@pytest.mark.qt_log_ignore("raise")  # the offscreen platform has no order of windows
def test_a_tooltip_shows_server_text_as_it_is(qtbot: QtBot) -> None:
    shown = table(qtbot, 420)
    long = '<img src="x">' * 12
    shown.rows.set_rows([InvoiceRow(invoice(0, number=long), invoice(0).state(TODAY), False)])
    place = cell(shown, 0, "number")
    event = QHelpEvent(QEvent.Type.ToolTip, place, shown.viewport().mapToGlobal(place))
    QGuiApplication.sendEvent(shown.viewport(), event)
    assert "&lt;img" in QToolTip.text()
    QToolTip.hideText()


def test_the_box_over_all_rows_checks_what_is_shown(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.rows.set_filter("vencida")
    header = shown.horizontalHeader()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(15, 10))
    assert len(shown.rows.checked) == 2


def test_a_cell_whose_badge_is_none_just_now_says_its_text(qtbot: QtBot) -> None:
    late = Badge("circle-alert", "Vencido", Tone.BAD)
    column: Column[str] = Column(
        key="due",
        title="Plazo",
        text=lambda row: row,
        badge=lambda row: late if row == "Vencido" else None,
    )
    model: RowTableModel[str] = RowTableModel((column,), lambda row: row)
    shown = Table("probe", "Plazos", model)
    model.setParent(shown)
    model.set_rows(("Vencido", "7 días hábiles", ""))
    qtbot.addWidget(shown)
    shown.resize(300, 300)
    shown.show()

    def ink(row: int) -> int:
        """How many colours its cell shows, but for the line below it."""
        place = shown.visualRect(model.index(row, 0)).adjusted(2, 2, -2, -3)
        picture = shown.viewport().grab(place).toImage()
        spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return len({picture.pixel(x, y) for x, y in spots})

    assert ink(2) == 1
    assert ink(0) > 1
    assert ink(1) > 1
