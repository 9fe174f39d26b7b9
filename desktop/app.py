"""Puts the app together: the one place that knows every layer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.resources import resource
from desktop.viewmodels.events import Events
from desktop.viewmodels.settings import Settings
from desktop.viewmodels.shell import ShellViewModel
from desktop.viewmodels.tasks import Lane, TaskRunner
from desktop.views.main_window import MainWindow
from desktop.views.theme import Theme, ThemeChoice
from desktop.views.tokens import DEFAULT_ACCENT

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.services.ports import Browser, SecretStore
    from desktop.views.page import PageSpec

LOCAL_SERVER = "http://127.0.0.1:8000"
LANGUAGES = ("es", "en")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line may say; "" means as remembered, or as the system has it."""

    data_dir: Path
    server: str = ""
    language: str = ""
    theme: str = ""


class Desktop(QObject):
    """The app with its window. `close()` leaves no thread, no connection and no open file."""

    def __init__(
        self,
        app: QApplication,
        options: Options,
        connect: Callable[[str], Office],
    ) -> None:
        super().__init__(app)
        self._app = app
        self.settings = Settings(options.data_dir, self)
        self._translators: list[QTranslator] = []
        self.language = options.language or self.settings.text("look/language") or _own_language()
        self._translate(self.language)
        self.theme = Theme(
            app,
            _theme(options.theme or self.settings.text("look/theme")),
            self.settings.text("utility/accent", DEFAULT_ACCENT),
        )
        self.runner = TaskRunner(self)
        server = options.server or self.settings.text("server/address") or LOCAL_SERVER
        self.shell = ShellViewModel(connect, server, self.runner, Events(self), self.settings, self)
        self.shell.utility_changed.connect(self._wear_accent)
        self.specs: tuple[PageSpec, ...] = ()
        self.window = self._make_window()
        self._closed = False

    def show(self, started: Callable[[], None] | None = None) -> None:
        """Show the window; once it is painted, call `started` and look for a kept session."""

        def go_on() -> None:
            from desktop.views.page import discover

            self.shell.start()
            self.specs = discover()
            self.window.add_pages(self.specs)
            if started is not None:
                started()

        # A turn of the loop later: whoever else waits for the first picture comes first.
        self.window.first_painted.connect(lambda: QTimer.singleShot(0, self, go_on))
        self.window.show_remembered()

    def raise_window(self) -> None:
        """Bring the window to the front, from the task bar if need be."""
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """What is typed first; then network and store, so that no worker waits for them."""
        if self._closed:
            return
        self._closed = True
        self.shell.events.leaving.emit()
        self.runner.finish(Lane.LOCAL)
        self.shell.close()
        self.runner.close()
        self.settings.save()
        for translator in self._translators:
            self._app.removeTranslator(translator)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.shell, self.theme, self.language)
        window.language_chosen.connect(self._change_language)
        return window

    def _change_language(self, language: str) -> None:
        """Build the window anew: a widget's words are those of when it was made."""
        if language == self.language:
            return
        self.language = language
        self.settings.set_text("look/language", language)
        self._translate(language)
        old, key = self.window, self.window.pages.key
        self.window = self._make_window()
        self.window.setGeometry(old.geometry())
        self.window.show()
        self.window.add_pages(self.specs)
        self.window.show_page(key)
        old.hide()
        old.deleteLater()

    def _translate(self, language: str) -> None:
        for translator in self._translators:
            self._app.removeTranslator(translator)
        ours = resource("translations", f"oficina_{language}.qm")
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        theirs = Path(folder) / f"qtbase_{language}.qm"
        self._translators = []
        for path in (theirs, ours):
            translator = QTranslator(self)
            if path.exists() and translator.load(str(path)):
                self._app.installTranslator(translator)
                self._translators.append(translator)

    def _wear_accent(self) -> None:
        if self.shell.utility is not None:
            self.theme.set_accent(self.shell.utility.accent)


def build(
    app: QApplication,
    options: Options,
    *,
    secrets: SecretStore | None = None,
    browser: Browser | None = None,
) -> Desktop:
    """The whole app on the real operating system. `data_dir` exists and is private."""

    def connect(server: str) -> Office:
        from desktop.services.office import Office
        from desktop.services.ports import Ports
        from desktop.system.browser import SystemBrowser
        from desktop.system.clock import SystemClock
        from desktop.system.device import device_id
        from desktop.system.secrets import SystemSecrets

        ports = Ports(
            data_dir=options.data_dir,
            secrets=secrets or SystemSecrets(),
            clock=SystemClock(),
            device=device_id(options.data_dir),
            browser=browser or SystemBrowser(app),
        )
        return Office(server, ports)

    return Desktop(app, options, connect)


def _own_language() -> str:
    """The system's language if the app has it, else Spanish."""
    own = QLocale.system().name()[:2]
    return own if own in LANGUAGES else LANGUAGES[0]


def _theme(name: str) -> ThemeChoice:
    known = {choice.value for choice in ThemeChoice}
    return ThemeChoice(name) if name in known else ThemeChoice.SYSTEM
