"""The window of these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.fake_office import FakeOffice
from tests.support.shell_stage import Stage


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Stage]]:
    """Makes a `Stage` over a `FakeOffice` of the given arguments."""
    made: list[Stage] = []

    def make(**office: object) -> Stage:
        made.append(Stage(qapp, qtbot, tmp_path, FakeOffice(**office)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()
