"""A form among the other parts of its page: where Tab goes, and what is said once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.form_choices import Option, Several
from desktop.domain.forms import Amount, Problem, Spec, Text, Value, told
from desktop.domain.money import Money
from desktop.viewmodels.form import FormModel
from desktop.views.widgets.form import FormView
from tests.support.books import FakeOffice
from tests.support.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform

SCOPE = "C-1"
LEAST = "El mínimo es $ 100,00."


def judge(value: Money, _values: object) -> Problem | None:
    return told(LEAST) if value.minor < 10_000 else None


def specs(*invoices: str) -> tuple[Spec, ...]:
    options = tuple(Option(number, f"Factura {number}") for number in invoices)
    return (
        Several(name="invoices", label="Facturas", options=options),
        Text(name="subject", label="Asunto"),
        Amount(name="paid", label="Anticipo", hint=LEAST, currency="UYU", check=judge),
    )


class Page(QWidget):
    """The page's own buttons above and below a form whose parts come later."""

    def __init__(self, model: FormModel) -> None:
        super().__init__()
        self.above, self.below = QPushButton("Volver"), QPushButton("Enviar")
        self.form = FormView(model, "question")
        column = QVBoxLayout(self)
        for part in (self.above, self.form, self.below):
            column.addWidget(part)


class Scene:
    """A page on the screen, its form begun."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.stage = Stage(folder, FakeOffice())
        self.owner = QWidget()
        qtbot.addWidget(self.owner)
        self.model = FormModel(self.stage.context(), "question", self.owner)
        self.page = Page(self.model)
        qtbot.addWidget(self.page)
        self.page.show()
        self.model.begin(SCOPE, specs("1", "2"))
        self.rest()

    def rest(self) -> None:
        self._qtbot.waitUntil(lambda: not self.stage.runner.is_busy)

    def tabs(self) -> list[str]:
        """From the button above to the one below, as Tab goes."""
        self.page.above.setFocus()
        passed: list[str] = []
        while (where := QApplication.focusWidget()) is not self.page.below and len(passed) < 9:
            assert where is not None
            passed.append(where.objectName())
            QTest.keyClick(where, Qt.Key.Key_Tab)
        return passed[1:]

    def said(self) -> list[str]:
        labels = self.page.form.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]

    def type(self, name: str, text: Value) -> None:
        field = self.page.form.findChild(QLineEdit, f"question_{name}")
        assert isinstance(field, QLineEdit)
        field.setFocus()
        QTest.keyClicks(field, str(text))


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(tmp_path, qtbot)
    yield made
    made.stage.close()


def test_tab_goes_through_the_form_before_the_button_that_sends(scene: Scene) -> None:
    boxes = ["question_invoices_1", "question_invoices_2"]
    assert scene.tabs() == [*boxes, "question_subject", "question_paid"]


def test_tab_finds_what_can_be_chosen_since_a_refresh_in_its_place(scene: Scene) -> None:
    scene.model.set_specs(specs("1", "7"))
    boxes = ["question_invoices_1", "question_invoices_7"]
    assert scene.tabs() == [*boxes, "question_subject", "question_paid"]


def test_a_hint_gives_way_to_a_problem_that_says_the_same(scene: Scene) -> None:
    assert scene.said().count(LEAST) == 1
    scene.type("paid", "5")
    scene.page.below.setFocus()
    assert scene.said().count(LEAST) == 1
    scene.type("paid", "00")
    assert scene.said().count(LEAST) == 1


def test_an_amount_is_typed_after_the_sign_of_its_currency(scene: Scene) -> None:
    assert "$" in scene.said()
    assert "UYU" not in scene.said()
