"""A window over a fake office, and how to leave nothing of it behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.office import Office
from desktop.viewmodels.events import Events
from desktop.viewmodels.settings import Settings
from desktop.viewmodels.shell import ShellViewModel
from desktop.viewmodels.tasks import TaskRunner
from desktop.views.main_window import MainWindow
from desktop.views.page import PageSpec, discover
from desktop.views.theme import Theme, ThemeChoice
from tests.support.fake_office import FakeOffice


class Stage:
    """The shell and, once `show()` was called, its window."""

    def __init__(self, app: QApplication, qtbot: QtBot, folder: Path, office: FakeOffice) -> None:
        self.app, self.qtbot, self.office = app, qtbot, office
        self.settings = Settings(folder)
        self.settings.set_flag("session/kept", office.kept is not None)
        self.runner = TaskRunner()
        self.offices = [office]
        self.shell = ShellViewModel(
            self._connect, office.server, self.runner, Events(), self.settings
        )
        self.theme: Theme | None = None
        self._window: MainWindow | None = None

    @property
    def window(self) -> MainWindow:
        """The window; only after `show()`."""
        assert self._window is not None
        return self._window

    def start(self) -> None:
        """Look for a kept profile and wait until all is quiet."""
        self.shell.start()
        self.quiet()

    def quiet(self) -> None:
        """Wait until no work is under way."""
        self.qtbot.waitUntil(lambda: not self.runner.is_busy)

    def show(
        self, specs: tuple[PageSpec, ...] | None = None, size: tuple[int, int] = (1180, 760)
    ) -> MainWindow:
        """Show the window with the pages there are, or with `specs`."""
        if self.theme is None:
            self.theme = Theme(self.app, ThemeChoice.LIGHT)
        self._window = MainWindow(self.shell, self.theme)
        self._window.resize(*size)
        with self.qtbot.waitExposed(self._window):
            self._window.show()
        self._window.activateWindow()
        self._window.add_pages(discover() if specs is None else specs)
        return self._window

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until `condition` holds."""
        self.qtbot.waitUntil(condition)

    def close(self) -> None:
        """Close and delete everything."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
        for office in self.offices:
            office.gate.set()
        self.shell.close()
        self.runner.close()
        if self.theme is not None:
            self.theme.deleteLater()
            self.app.setStyleSheet("")

    def _connect(self, server: str) -> Office:
        if server != self.office.server:
            self.office = FakeOffice(server=server)
            self.offices.append(self.office)
        return cast("Office", self.office)
