"""What is accepted is the text that was there when it was accepted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.form_choices import Tick
from desktop.domain.forms import Spec, Text
from desktop.viewmodels.form import FormModel
from tests.support.books import FakeOffice
from tests.support.form_specs import SPECS
from tests.support.stage import Stage

NAME = Text(name="name", label="Nombre")


def accepting(text: str) -> tuple[Spec, ...]:
    return (NAME, Tick(name="terms", label="Acepto", about=text))


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path, FakeOffice())
    yield made
    made.close()


@pytest.fixture
def form(stage: Stage, qtbot: QtBot) -> Iterator[FormModel]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = FormModel(stage.context(), "example", owner)
    made.begin("C-1", accepting("Uno."))
    qtbot.waitUntil(lambda: not stage.runner.is_busy)
    made.edit("name", "Ana")
    made.edit("terms", True)
    yield made


def test_another_text_is_accepted_anew(form: FormModel) -> None:
    form.set_specs(accepting("Uno."))
    assert form.ticked("terms")
    form.set_specs(accepting("Dos."))
    assert not form.ticked("terms")
    assert form.text("name") == "Ana"


def test_a_text_that_changed_while_it_was_out_of_sight_is_too(form: FormModel) -> None:
    form.set_specs((NAME,))
    form.set_specs(accepting("Dos."))
    assert not form.ticked("terms")


def test_the_same_text_stays_accepted_after_it_was_out_of_sight(form: FormModel) -> None:
    form.set_specs((NAME,))
    form.set_specs(accepting("Uno."))
    assert form.ticked("terms")


def test_what_is_accepted_is_not_taken_up_with_a_draft(
    form: FormModel, stage: Stage, qtbot: QtBot
) -> None:
    form.flush()
    qtbot.waitUntil(lambda: not stage.runner.is_busy)
    (draft,) = stage.office.drafts.all()
    assert draft.content == {"values": {"name": "Ana"}}


@pytest.mark.parametrize(
    ("name", "tick"),
    [("delivery_preference", "consent"), ("reconnection", "declared"), ("holder_change", "terms")],
)
def test_texts_of_the_utility_are_what_is_accepted(stage: Stage, name: str, tick: str) -> None:
    found = next(spec for spec in SPECS[name](stage.context(), {}) if spec.name == tick)
    assert isinstance(found, Tick)
    assert len(found.about) > 20
