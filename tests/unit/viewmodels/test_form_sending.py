"""A form that asks the service at once: one call at a time, and nothing is lost where it fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, Code, NetworkError
from desktop.domain.forms import Text
from desktop.viewmodels.form import FormModel
from tests.support.books import FakeOffice
from tests.support.stage import Stage

SPECS = (Text(name="number", label="Número"),)


@dataclass
class Service:
    """Answers once `gate` is open; `error` is raised instead where there is one."""

    gate: threading.Event = field(default_factory=threading.Event)
    error: AppError | None = None
    asked: int = 0

    def ask(self, _office: object) -> int:
        self.asked += 1
        self.gate.wait(10)
        if self.error is not None:
            raise self.error
        return self.asked


@dataclass
class Scene:
    stage: Stage
    form: FormModel
    service: Service
    qtbot: QtBot
    answers: list[int] = field(default_factory=list)

    def send(self) -> None:
        self.form.call(self.service.ask, self.answers.append)

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.stage.runner.is_busy)


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    stage, owner = Stage(tmp_path, FakeOffice()), QWidget()
    qtbot.addWidget(owner)
    made = Scene(stage, FormModel(stage.context(), "example", owner), Service(), qtbot)
    made.form.begin("C-1", SPECS)
    made.rest()
    made.form.edit("number", "4410")
    yield made
    made.service.gate.set()
    stage.close()


def test_a_second_call_while_the_first_is_under_way_does_nothing(scene: Scene) -> None:
    scene.send()
    scene.send()
    scene.service.gate.set()
    scene.rest()
    scene.send()  # it is empty now, and says so
    scene.rest()
    assert scene.service.asked == 1
    assert scene.answers == [1]
    assert scene.form.problem("number") == "Falta completar este dato."


def test_where_it_fails_everything_stays_and_can_be_sent_again(scene: Scene) -> None:
    scene.form.flush()
    scene.service.gate.set()
    scene.service.error = NetworkError(Code.SERVER_DOWN)
    with scene.qtbot.waitSignal(scene.form.failed):
        scene.send()
    scene.rest()
    assert scene.form.text("number") == "4410"
    assert len(scene.stage.office.drafts.all()) == 1
    scene.service.error = None
    scene.send()
    scene.rest()
    assert scene.answers == [2]
    assert scene.stage.office.drafts.all() == ()
