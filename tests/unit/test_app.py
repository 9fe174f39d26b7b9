"""The app put together: what the command line says, what is remembered, how it ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import __main__ as program
from desktop.app import LOCAL_SERVER, Desktop, Options
from desktop.services.office import Office
from desktop.viewmodels.settings import Settings
from desktop.views.theme import ThemeChoice
from tests.support.fake_office import PROFILE, FakeOffice, offline

pytestmark = pytest.mark.qt_log_ignore("does not support")


class Started:
    """Apps over one fake office, each closed at the end."""

    def __init__(self, app: QApplication, qtbot: QtBot, folder: Path) -> None:
        self.app, self.qtbot, self.folder = app, qtbot, folder
        self.office = FakeOffice(kept=PROFILE)
        self.servers: list[str] = []
        self.desktops: list[Desktop] = []

    def __call__(self, **options: str) -> Desktop:
        desktop = Desktop(self.app, Options(self.folder, **options), self.connect)
        self.desktops.append(desktop)
        with self.qtbot.waitSignal(desktop.window.first_painted):
            desktop.show()
        self.qtbot.waitUntil(lambda: bool(desktop.specs))
        self.qtbot.waitUntil(lambda: not desktop.runner.is_busy)
        return desktop

    def connect(self, server: str) -> Office:
        self.servers.append(server)
        return cast("Office", self.office)

    def end(self, desktop: Desktop) -> None:
        self.desktops.remove(desktop)
        desktop.window.close()
        desktop.close()
        desktop.window.deleteLater()
        desktop.theme.deleteLater()
        desktop.deleteLater()
        self.app.setStyleSheet("")


@pytest.fixture
def started(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Started]:
    """Starts the app on a folder of this test."""
    made = Started(qapp, qtbot, tmp_path)
    yield made
    made.office.gate.set()
    for desktop in list(made.desktops):
        made.end(desktop)


def test_nothing_is_asked_of_the_services_before_the_first_paint(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    started = Started(qapp, qtbot, tmp_path)
    desktop = Desktop(qapp, Options(tmp_path), started.connect)
    assert started.servers == []
    started.desktops.append(desktop)
    started.end(desktop)


def test_it_begins_with_what_was_kept(started: Started) -> None:
    desktop = started()
    assert desktop.window.pages.key == "home"
    assert started.servers == [LOCAL_SERVER]
    assert started.office.calls == ["restore", "sync"]


def test_the_second_run_is_as_the_first_was_left(started: Started) -> None:
    first = started(theme="dark", language="en")
    first.window.setGeometry(10, 40, 780, 640)
    started.end(first)
    second = started()
    assert second.theme.choice is ThemeChoice.DARK
    assert second.window.geometry().width() == 780
    assert second.window.pages.key == "home"


def test_the_language_changes_while_it_runs(started: Started) -> None:
    desktop = started(language="es")
    before = desktop.window
    desktop.window.show_page("preferences")
    desktop.window.language_chosen.emit("en")
    assert desktop.window is not before
    assert desktop.window.isVisible()
    assert desktop.window.pages.key == "preferences"
    assert not before.isVisible()
    assert Settings(started.folder).text("look/language") == "en"
    started.qtbot.waitUntil(lambda: not desktop.runner.is_busy)


def test_quitting_in_the_middle_of_a_sync_leaves_no_thread(started: Started) -> None:
    desktop = started()
    started.office.gate.clear()
    desktop.shell.sync_now()
    started.qtbot.waitUntil(lambda: started.office.calls.count("sync") == 2)
    started.end(desktop)
    assert started.office.is_closed
    assert not [t for t in threading.enumerate() if t.name.startswith(("sync", "local", "long"))]


def test_the_accent_is_the_utilitys(started: Started) -> None:
    utility = replace(PROFILE.utility, accent="#e30613")
    started.office.kept = replace(PROFILE, utility=utility)
    started.office.utility = utility
    started.office.sync_error = offline()
    started()
    from desktop.views.tokens import tokens

    assert tokens().accent_fill == "#e30613"
    assert Settings(started.folder).text("utility/accent") == "#e30613"


def test_an_older_first_window_comes_to_the_front(started: Started) -> None:
    desktop = started()
    desktop.window.showMinimized()
    desktop.raise_window()
    assert not desktop.window.isMinimized()


def test_without_arguments_everything_is_as_remembered() -> None:
    wanted = program.arguments([])
    assert (wanted.server, wanted.language, wanted.theme, wanted.smoke) == ("", "", "", False)


def test_an_unsafe_server_is_refused_on_the_command_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        program.arguments(["--server", "http://gas.example"])
    assert "--server" in capsys.readouterr().err
