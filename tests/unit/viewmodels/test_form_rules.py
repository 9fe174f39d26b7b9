"""Every rule of every form is told beside its field, and what was typed stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.viewmodels.form import FormModel
from desktop.views.widgets.form import FormView
from tests.support.books import FakeOffice
from tests.support.form_rules import RULES, Told
from tests.support.form_specs import SPECS
from tests.support.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path, FakeOffice())
    yield made
    made.close()


@pytest.mark.parametrize("told", RULES.values(), ids=RULES)
def test_it_is_told_beside_its_field(stage: Stage, qtbot: QtBot, told: Told) -> None:
    owner, context = QWidget(), stage.context()
    qtbot.addWidget(owner)
    form = FormModel(context, "", owner)
    view = FormView(form, "form", owner)
    typed = {**told.others, told.field: told.value}
    form.begin("C-1", SPECS[told.form](context, typed))
    for name, value in typed.items():
        form.edit(name, value)
    assert form.problem(told.field) == "", "nobody is told before they are done"
    assert not form.check()
    beside = view.findChild(QLabel, f"form_{told.field}_problem")
    assert beside is not None and not beside.isHidden()
    assert beside.text().replace("\u00a0", " ") == told.says
    row = view.row_of(told.field)
    assert row is not None
    assert row.control.target.accessibleDescription() == beside.text()
    assert form.value(told.field) == told.value
