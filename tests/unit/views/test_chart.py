"""The chart: bars of two kinds, a cursor for everyone, and numbers that fit."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.viewmodels.format import Formatter
from desktop.viewmodels.readings import Bar, bars
from desktop.views.contrast import PART, ratio
from desktop.views.theme import Theme, ThemeChoice
from desktop.views.widgets.chart import ConsumptionChart, ticks
from tests.support.books import reading_book

BARS = bars(reading_book().periods[-13:], Formatter())


def chart(qtbot: QtBot, shown: tuple[Bar, ...] = BARS) -> ConsumptionChart:
    made = ConsumptionChart("chart", "Consumo por período", Formatter().decimal)
    qtbot.addWidget(made)
    made.resize(800, 260)
    made.set_bars(shown, "m³")
    made.show()
    return made


def grey(shown: ConsumptionChart) -> QImage:
    return shown.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def shades(picture: QImage, left: int, right: int, top: int, bottom: int) -> set[int]:
    return {
        picture.pixelColor(x, y).red() // 16 for x in range(left, right) for y in range(top, bottom)
    }


@given(st.decimals("0.001", "9999999", places=3))
def test_the_axis_reaches_the_highest_value_in_few_round_steps(highest: Decimal) -> None:
    found = ticks(highest)
    assert found[0] == 0
    assert found[-1] >= highest
    assert found[-2] < highest
    assert 2 <= len(found) <= 6
    assert len({b - a for a, b in pairwise(found)}) == 1


def test_nothing_consumed_still_has_an_axis(qtbot: QtBot) -> None:
    assert ticks(Decimal(0)) == [Decimal(0), Decimal(1)]
    none = tuple(dataclasses.replace(bar, value=Decimal(0), last_year=None) for bar in BARS)
    assert not chart(qtbot, none).grab().isNull()
    assert not chart(qtbot, ()).grab().isNull()


def test_arrows_walk_the_bars_and_a_screen_reader_hears_them(qtbot: QtBot) -> None:
    shown = chart(qtbot)
    QTest.keyClick(shown, Qt.Key.Key_Left)
    assert shown.current == 12
    access = QAccessible.queryAccessibleInterface(shown)
    assert access.role() == QAccessible.Role.Chart
    assert access.text(QAccessible.Text.Name) == "Consumo por período"
    assert access.text(QAccessible.Text.Value) == BARS[12].text
    QTest.keyClick(shown, Qt.Key.Key_Left)
    assert access.text(QAccessible.Text.Value) == BARS[11].text
    QTest.keyClick(shown, Qt.Key.Key_Home)
    QTest.keyClick(shown, Qt.Key.Key_Left)
    assert shown.current == 0
    QTest.keyClick(shown, Qt.Key.Key_End)
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert shown.current == 12
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert access.text(QAccessible.Text.Value) == ""


def test_enter_and_a_click_choose_the_bar(qtbot: QtBot) -> None:
    shown = chart(qtbot)
    shown.move_cursor(5)
    with qtbot.waitSignal(shown.chosen) as chosen:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert chosen.args == [5]
    with qtbot.waitSignal(shown.chosen) as chosen:
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(780, 150))
    assert chosen.args == [12]


def test_the_mouse_moves_the_cursor_too(qtbot: QtBot) -> None:
    shown = chart(qtbot)
    QTest.mouseMove(shown, QPoint(780, 150))
    assert shown.value_text == BARS[12].text


def test_the_cursor_stays_on_its_bar_when_more_are_shown(qtbot: QtBot) -> None:
    shown = chart(qtbot)
    shown.move_cursor(12)
    shown.set_bars(bars(reading_book().periods[-24:], Formatter()), "m³")
    assert shown.current == 23
    shown.set_bars(BARS[:3], "m³")
    assert shown.current == -1


def one_bar(*, measured: bool) -> tuple[Bar, ...]:
    bar = Bar("nov 26", Decimal(100), "100", "", "", measured, False, None)
    return (bar,)


def test_an_estimate_is_hatched_even_on_a_grey_print(qtbot: QtBot) -> None:
    # the middle of the single bar, well inside its edges
    middle = (410, 440, 120, 200)
    assert len(shades(grey(chart(qtbot, one_bar(measured=True))), *middle)) == 1
    assert len(shades(grey(chart(qtbot, one_bar(measured=False))), *middle)) > 2


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_bars_stand_out_in_both_themes(
    qtbot: QtBot, qapp: QApplication, choice: ThemeChoice
) -> None:
    theme = Theme(qapp, choice)
    picture = chart(qtbot, one_bar(measured=True)).grab().toImage()
    bar, ground = picture.pixelColor(425, 160), picture.pixelColor(150, 100)
    theme.choose(ThemeChoice.LIGHT)
    theme.deleteLater()
    assert ratio(bar.name(), ground.name()) >= PART
