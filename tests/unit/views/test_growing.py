"""Forms whose buttons stay in sight, and texts that are not cut off in narrow cards."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets.card import Card, kept_narrow
from desktop.views.widgets.growing import GrowingScroll
from desktop.views.widgets.labels import Label

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LONG = "El contrato actual termina el día en que el cambio es efectivo. " * 8


class Form:
    """Lines of text that scroll above a button."""

    def __init__(self, qtbot: QtBot, lines: int) -> None:
        self.page = QWidget()
        qtbot.addWidget(self.page)
        inner = QWidget()
        parts = QVBoxLayout(inner)
        self.lines = [Label(f"Dato {number}") for number in range(lines)]
        for line in self.lines:
            parts.addWidget(line)
        self.scroll, self.button = GrowingScroll(inner), QPushButton("Continuar")
        column = QVBoxLayout(self.page)
        column.addWidget(self.scroll)
        column.addWidget(self.button)
        column.addStretch(1)
        self.page.resize(600, 400)
        self.page.show()
        self.until = qtbot.waitUntil

    @property
    def gap(self) -> int:
        """Between what is asked and the button."""
        return self.button.y() - self.scroll.geometry().bottom()


def test_the_button_follows_a_short_form_at_once(qtbot: QtBot) -> None:
    form = Form(qtbot, 2)
    assert form.gap < 20
    assert not form.scroll.verticalScrollBar().isVisible()
    assert form.button.y() < 200


def test_the_button_of_a_long_form_stays_in_sight(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    assert form.button.geometry().bottom() < form.page.height()
    assert form.scroll.verticalScrollBar().isVisible()


def test_the_form_grows_and_shrinks_with_what_it_asks(qtbot: QtBot) -> None:
    form = Form(qtbot, 12)
    before = form.button.y()
    for line in form.lines[2:]:
        line.hide()
    form.until(lambda: form.button.y() < before - 100)
    assert form.gap < 20


@pytest.mark.parametrize("width", [500, 1100])
def test_lines_that_wrap_in_a_narrow_card_are_whole(qtbot: QtBot, width: int) -> None:
    page, inner, label = QWidget(), QWidget(), Label(LONG, wrap=True)
    qtbot.addWidget(page)
    card = Card()
    card.setMaximumWidth(480)
    card.body.addWidget(label)
    column = QVBoxLayout(inner)
    column.addLayout(kept_narrow(card))
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(inner)
    QVBoxLayout(page).addWidget(scroll)
    page.resize(width, 160)
    page.show()
    assert label.height() >= label.heightForWidth(label.width())
    assert card.width() <= 480
