"""Rows sorted, filtered, checked and copied without a proxy model."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.viewmodels.clipboard import as_html, as_tsv, block
from desktop.viewmodels.table import Column, RowTableModel, fold

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    name: str
    value: int | None


COLUMNS: tuple[Column[Row], ...] = (
    Column(key="check", title="Elegir", text=lambda _row: "", is_check=True),
    Column(key="name", title="Nombre", text=lambda row: row.name, sort=lambda row: row.name),
    Column(key="value", title="Valor", text=lambda row: str(row.value), sort=lambda row: row.value),
)
ROWS = (
    Row("a", "Pérez", 30),
    Row("b", "Núñez", 4),
    Row("c", "=1+1", None),
    Row("d", '<img src="x">', 200),
)


def model(rows: tuple[Row, ...] = ROWS) -> RowTableModel[Row]:
    made = RowTableModel(COLUMNS, lambda row: row.id, can_check=lambda row: row.value != 4)
    made.set_rows(rows)
    return made


def ids(shown: RowTableModel[Row]) -> str:
    return "".join(row.id for row in shown.rows)


def test_numbers_are_sorted_as_numbers_and_the_unknown_comes_last() -> None:
    rows = model()
    rows.sort(2, UP)
    assert ids(rows) == "badc"
    rows.sort(2, DOWN)
    assert ids(rows) == "dabc"
    rows.sort(-1)
    assert ids(rows) == "abcd"


def test_filtering_ignores_case_and_accents_and_wants_every_word(qtbot: QtBot) -> None:
    rows = model()
    with qtbot.waitSignal(rows.counted) as counted:
        rows.set_filter("NUNEZ")
    assert ids(rows) == "b"
    assert counted.args == [1, 4]
    rows.set_filter("perez 30")
    assert ids(rows) == "a"
    rows.set_filter("perez 31")
    assert ids(rows) == ""
    rows.set_filter("", lambda row: row.value is not None)
    assert ids(rows) == "abd"


def test_what_a_filter_hides_stays_chosen_and_what_is_gone_does_not(qtbot: QtBot) -> None:
    rows = model()
    rows.set_checked(ROWS, True)
    assert [row.id for row in rows.checked] == ["a", "c", "d"]  # b cannot be chosen
    rows.set_filter("perez")
    assert [row.id for row in rows.checked] == ["a", "c", "d"]
    with qtbot.waitSignal(rows.checks_changed):
        rows.set_rows(ROWS[1:])
    assert [row.id for row in rows.checked] == ["c", "d"]


def test_the_check_over_all_rows_means_those_shown() -> None:
    rows = model()
    assert rows.check_state() is Qt.CheckState.Unchecked
    rows.set_filter("perez")
    rows.check_all_shown()
    assert [row.id for row in rows.checked] == ["a"]
    assert rows.check_state() is Qt.CheckState.Checked
    rows.set_filter("")
    assert rows.check_state() is Qt.CheckState.PartiallyChecked
    rows.check_all_shown()
    rows.check_all_shown()
    assert rows.checked == ()


def test_a_space_bar_sets_a_check_through_qt(qtbot: QtBot) -> None:
    rows = model()
    index = rows.index(0, 0)
    assert rows.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert rows.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert rows.data(rows.index(1, 0), Qt.ItemDataRole.CheckStateRole) is None


def test_the_current_row_moves_with_its_row_when_sorted() -> None:
    rows = model()
    kept = QPersistentModelIndex(rows.index(3, 1))
    rows.sort(2, DOWN)
    assert (kept.row(), kept.column()) == (0, 1)


def test_the_same_rows_again_disturb_nobody(qtbot: QtBot) -> None:
    rows = model()
    with qtbot.assertNotEmitted(rows.modelReset):
        rows.set_rows(tuple(ROWS))


def test_qt_finds_no_fault(qtmodeltester: ModelTester) -> None:
    rows = model()
    qtmodeltester.check(rows)  # type: ignore[no-untyped-call]
    rows.sort(2, DOWN)
    rows.set_filter("e")
    rows.set_rows(ROWS[2:])
    qtmodeltester.check(rows)  # type: ignore[no-untyped-call]


def test_a_screen_reader_hears_words_where_only_marks_are_drawn() -> None:
    rows = model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert rows.data(rows.index(0, 1), role) == "Pérez"
    assert rows.data(rows.index(0, 0), role) == "Elegir"
    assert rows.headerData(0, Qt.Orientation.Horizontal, role) == "Elegir"
    assert rows.headerData(0, Qt.Orientation.Horizontal) == ""


def test_a_block_is_copied_as_it_is_seen() -> None:
    rows = model()
    chosen = [rows.index(row, column) for row in (0, 1) for column in (1, 2)]
    assert as_tsv(block(rows, chosen, [0, 2, 1], headers=False)) == "30\tPérez\n4\tNúñez"
    assert as_tsv(block(rows, chosen, [0, 1, 2], headers=True)).startswith("Nombre\tValor\n")


def test_copied_text_cannot_act_in_a_spreadsheet_or_a_page() -> None:
    rows = model()
    grid = block(rows, [rows.index(2, 1), rows.index(3, 1)], [1], headers=False)
    assert as_tsv(grid) == '\'=1+1\n<img src="x">'
    assert "<img" not in as_html(grid)
    assert "&lt;img src=&quot;x&quot;&gt;" in as_html(grid)


def test_cells_between_a_scattered_choice_stay_empty() -> None:
    rows = model()
    grid = block(rows, [rows.index(0, 1), rows.index(1, 2)], [1, 2], headers=False)
    assert grid == [["Pérez", ""], ["", "4"]]


@given(st.text(), st.text())
def test_a_text_is_found_by_any_part_of_itself(before: str, part: str) -> None:
    assert fold(part) in fold(before + " " + part) or not part


@given(st.lists(st.one_of(st.none(), st.integers()), max_size=40))
def test_sorting_loses_no_row_and_orders_what_is_known(values: list[int | None]) -> None:
    rows = model(tuple(Row(str(n), "", value) for n, value in enumerate(values)))
    rows.sort(2, DOWN)
    known = [row.value for row in rows.rows if row.value is not None]
    assert known == sorted(known, reverse=True)
    assert sorted(row.id for row in rows.rows) == sorted(str(n) for n in range(len(values)))
    assert all(row.value is None for row in rows.rows[len(known) :])


@pytest.mark.parametrize("count", [20_000])
def test_many_rows_are_sorted_while_a_person_clicks(count: int) -> None:
    rows = model(tuple(Row(str(n), f"n{n % 977}", (n * 7919) % count) for n in range(count)))
    best = min(_timed(rows, order) for order in (UP, DOWN, UP, DOWN, UP))
    assert best < 0.1, f"{best * 1000:.0f} ms"  # 15 ms where nothing else runs


def _timed(rows: RowTableModel[Row], order: Qt.SortOrder) -> float:
    begin = time.perf_counter()
    rows.sort(2, order)
    return time.perf_counter() - begin
