"""The parts that pages are made of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, IconButton
from desktop.views.widgets.fields import Field, SearchField
from desktop.views.widgets.figures import Figure, FigureStrip
from desktop.views.widgets.labels import ElidedLabel, Label, set_tooltip
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.pick_list import Line, PickList
from desktop.views.widgets.states import PageStates

# The offscreen platform tells that it cannot pass on a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HOSTILE = "<b>hola</b> &amp; <img src=x>"


def test_a_label_never_guesses_rich_text(qtbot: QtBot) -> None:
    label = Label(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_tooltip_shows_tags_as_text(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tooltip(widget, HOSTILE)
    assert "&lt;b&gt;hola" in widget.toolTip()
    set_tooltip(widget, "Av. Italia 1 & 2")
    assert widget.toolTip() == "Av. Italia 1 & 2"


def test_a_cut_label_tells_the_rest_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Avenida de las Instrucciones 1234, apartamento 502")
    qtbot.addWidget(label)
    label.resize(600, 20)
    label.show()
    assert label.toolTip() == ""
    label.resize(90, 20)
    assert label.toolTip() == label.text()
    label.setText("Casa\nde campo")
    assert label.text() == "Casa de campo"


def test_a_badge_is_icon_word_and_tone(qtbot: QtBot) -> None:
    badge = Badge("Pagada", "circle-check", Tone.SUCCESS)
    qtbot.addWidget(badge)
    badge.show_state("Vencida", "circle-alert", Tone.DANGER)
    assert (badge.text, badge.accessibleName(), badge.property("tone")) == (
        "Vencida",
        "Vencida",
        "danger",
    )


def test_figures_replace_each_other(qtbot: QtBot) -> None:
    strip = FigureStrip()
    qtbot.addWidget(strip)
    strip.set_figures([Figure(key, key, "$ 1,00") for key in "abcd"])
    first = strip.findChild(QWidget, "figure_a")
    strip.set_figures([Figure("a", "Vencido", "$ 2,00", "hoy", Tone.DANGER, "circle-alert")])
    assert strip.findChild(QWidget, "figure_a") is first
    assert first is not None
    assert first.accessibleName() == "Vencido: $ 2,00. hoy"
    with pytest.raises(ValueError, match="four"):
        strip.set_figures([Figure(key, key, "") for key in "abcde"])


def test_a_notice_runs_its_action_and_goes_when_closed(qtbot: QtBot) -> None:
    bar = NoticeBar("aviso")
    qtbot.addWidget(bar)
    done: list[str] = []
    notice = Notice("Sin conexión.", Tone.WARNING, "", "Reintentar", lambda: done.append("x"))
    bar.show_notice(notice)
    action, close = (bar.findChild(QAbstractButton, f"aviso_{n}") for n in ("action", "close"))
    assert action is not None
    assert close is not None
    action.click()
    assert done == ["x"]
    with qtbot.waitSignal(bar.dismissed):
        close.click()
    assert bar.notice is None
    assert bar.isHidden()


def test_a_notice_that_stays_has_no_cross(qtbot: QtBot) -> None:
    bar = NoticeBar("aviso")
    qtbot.addWidget(bar)
    bar.show_notice(Notice("Su sesión venció.", stays=True))
    close = bar.findChild(QAbstractButton, "aviso_close")
    assert close is not None
    assert close.isHidden()


def test_loading_shows_nothing_for_a_moment_and_then_a_skeleton(qtbot: QtBot) -> None:
    content = QWidget()
    states = PageStates(content)
    qtbot.addWidget(states)
    states.show()
    states.show_loading()
    skeleton = states.findChild(QWidget, "skeleton")
    assert skeleton is not None
    assert states.face == "loading"
    assert not skeleton.isVisible()
    qtbot.waitUntil(skeleton.isVisible)
    states.show_content()
    assert states.face == "content"
    assert content.isVisible()


def test_what_loads_quickly_never_shows_the_skeleton(qtbot: QtBot) -> None:
    states = PageStates(QWidget())
    qtbot.addWidget(states)
    states.show_loading()
    states.show_content()
    assert states.face == "content"


def test_an_error_offers_its_way_out(qtbot: QtBot) -> None:
    states = PageStates(QWidget())
    qtbot.addWidget(states)
    states.show()
    done: list[str] = []
    states.show_error("No se pudo.", "Pruebe de nuevo.", "Reintentar", lambda: done.append("x"))
    button = states.findChild(QAbstractButton, "error_state_action")
    assert button is not None
    button.click()
    assert (states.face, done) == ("error", ["x"])
    states.show_empty("inbox", "Nada.")
    empty = states.findChild(QAbstractButton, "empty_state_action")
    assert empty is not None
    assert not empty.isVisible()


def test_escape_empties_a_filter_before_it_means_anything_else(qtbot: QtBot) -> None:
    field = SearchField("filter", "Filtrar")
    qtbot.addWidget(field)
    field.setText("gas")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_field_says_what_is_wrong_with_it(qtbot: QtBot) -> None:
    field = Field("name", "Nombre")
    qtbot.addWidget(field)
    field.set_problem("Complete este dato.")
    assert field.property("invalid") is True
    assert field.accessibleDescription() == "Complete este dato."
    field.set_problem("")
    assert field.property("invalid") is False


def test_buttons_have_names(qtbot: QtBot) -> None:
    button, bare = Button("save", "Guardar"), IconButton("print", "printer", "Imprimir")
    qtbot.addWidget(button)
    qtbot.addWidget(bare)
    button.set_text("Guardando")
    assert (button.objectName(), button.accessibleName()) == ("save", "Guardando")
    assert (bare.accessibleName(), bare.toolTip()) == ("Imprimir", "Imprimir")


def test_a_pick_list_is_driven_from_its_field(qtbot: QtBot) -> None:
    pick = PickList("pick", "Buscar")
    qtbot.addWidget(pick)
    pick.show()
    pick.show_lines([Line("Uno"), Line("Dos"), Line("Tres")])
    QTest.keyClick(pick.field, Qt.Key.Key_Down)
    assert pick.current == 1
    QTest.keyClick(pick.field, Qt.Key.Key_Up)
    QTest.keyClick(pick.field, Qt.Key.Key_Up)
    assert pick.current == 2
    with qtbot.waitSignal(pick.chosen) as chosen:
        QTest.keyClick(pick.field, Qt.Key.Key_Return)
    assert chosen.args == [2]
    pick.show_lines([])
    with qtbot.assertNotEmitted(pick.chosen):
        QTest.keyClick(pick.field, Qt.Key.Key_Return)
