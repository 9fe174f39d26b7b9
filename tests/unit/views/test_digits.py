"""The boxes for a meter's digits, by keyboard, clipboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.theme import Theme, ThemeChoice
from desktop.views.tokens import tokens
from desktop.views.widgets.digits import BOX, DigitField

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none
Keys = Qt.KeyboardModifier


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication) -> DigitField:
    made = DigitField("reading", "Lectura del medidor, 5 dígitos", 5)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def paste(field: DigitField, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, Keys.ControlModifier)


def test_only_as_many_digits_as_the_dial_has_go_in(field: DigitField) -> None:
    QTest.keyClicks(field, "0a1.2-9 8577")
    assert field.text() == "01298"


def test_erasing_and_undoing_work_as_anywhere(field: DigitField) -> None:
    QTest.keyClicks(field, "01298")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "0129"
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "129"
    QTest.keyClick(field, Qt.Key.Key_Z, Keys.ControlModifier)
    assert field.text() == "0129"


@pytest.mark.parametrize(
    ("copied", "shown"),
    [("01298", "01298"), (" 1.298 \n", "1298"), ("12.985,37", "12985"), ("0 12 98", "01298")],
)
def test_what_is_pasted_keeps_its_whole_digits(
    field: DigitField, qtbot: QtBot, copied: str, shown: str
) -> None:
    with qtbot.waitSignal(field.typed) as typed:
        paste(field, copied)
    assert (field.text(), typed.args) == (shown, [shown])


@pytest.mark.parametrize("copied", ["129854", "doce", "", "١٢٣"])
def test_what_cannot_be_the_dial_is_refused_and_changes_nothing(
    field: DigitField, qtbot: QtBot, copied: str
) -> None:
    QTest.keyClicks(field, "01")
    with qtbot.waitSignal(field.refused):
        paste(field, copied)
    assert field.text() == "01"


def test_a_whole_reading_replaces_what_was_there(field: DigitField) -> None:
    QTest.keyClicks(field, "99999")
    paste(field, "01298")
    assert field.text() == "01298"


def test_a_click_puts_the_cursor_into_its_box(field: DigitField) -> None:
    QTest.keyClicks(field, "01298")
    place = QPoint(2 + BOX.width() + 6 + BOX.width() // 2, BOX.height() // 2)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=place)
    assert field.cursorPosition() == 1
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "0298"


def test_a_screen_reader_finds_one_field_with_its_name_and_its_value(field: DigitField) -> None:
    QTest.keyClicks(field, "01298")
    face = QAccessible.queryAccessibleInterface(field)
    assert face is not None
    assert face.role() is QAccessible.Role.EditableText
    assert face.text(QAccessible.Text.Name) == "Lectura del medidor, 5 dígitos"
    assert face.text(QAccessible.Text.Value) == "01298"


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_box_with_the_cursor_has_the_ring_and_a_wrong_one_is_red(
    field: DigitField, qtbot: QtBot, qapp: QApplication, choice: ThemeChoice
) -> None:
    theme = Theme(qapp, choice)
    field.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "01")
    left_edges = [2 + index * (BOX.width() + 6) for index in range(5)]

    def edge(index: int) -> str:
        picture = field.grab().toImage()
        return QColor(picture.pixel(left_edges[index], BOX.height() // 2)).name()

    assert edge(2) == tokens().focus
    assert edge(0) != tokens().focus
    field.set_problem("Faltan dígitos")
    assert edge(0) == tokens().danger
    theme.deleteLater()
    qapp.setStyleSheet("")
