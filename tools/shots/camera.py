"""The app before the camera: a window on a folder of its own, and the pictures taken of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from desktop.app import Desktop, Options
from desktop.domain.errors import AppError
from desktop.services.office import Office
from desktop.services.ports import Ports
from desktop.system.clock import SystemClock
from desktop.system.device import device_id
from desktop.system.secrets import MemorySecrets
from desktop.viewmodels.shell import Stage
from desktop.viewmodels.sign_in import SignInViewModel
from desktop.viewmodels.tasks import Lane
from desktop.views.theme import ThemeChoice
from tools.shots.director import Ready, Script, after
from tools.shots.offices import StagedOffice
from tools.shots.sending import give_readings, keep_one

SIZE = (1366, 768)
QUIET = 350  # ms: longer than what waits before it shows itself
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)


def dialogs() -> list[QDialog]:
    """What stands before the window, where the platform draws no frames of its own."""
    every = QApplication.topLevelWidgets()
    return [w for w in every if isinstance(w, QDialog) and w.isVisible()]


class Camera:
    """One signed-out app on `server`, its data in `data`; pictures go to `folder`."""

    def __init__(self, app: QApplication, server: str, data: Path, folder: Path) -> None:
        data.mkdir(parents=True)
        self.folder = folder
        self.offices: list[StagedOffice] = []
        ports = Ports(data, MemorySecrets(), SystemClock(), device_id(data))

        def connect(address: str) -> Office:
            self.offices.append(StagedOffice(Office(address, ports)))
            return cast("Office", self.offices[-1])

        self.desktop = Desktop(app, Options(data, server, language="es"), connect)
        self.desktop.window.resize(*SIZE)

    @property
    def office(self) -> StagedOffice:
        """The office in use."""
        return self.offices[-1]

    @property
    def quiet(self) -> Ready:
        """Nothing is under way, and has not been for a moment."""
        return after(QUIET, lambda: not self.desktop.runner.is_busy)

    def show(self) -> Script:
        """Open the window and wait for its pages."""
        self.desktop.show()
        yield lambda: bool(self.desktop.specs)
        yield self.quiet

    def sign_in(self, username: str, password: str, ready: Ready | None = None) -> Script:
        """Sign in and wait for the sync."""
        model = SignInViewModel(self.desktop.shell)
        model.submit(username, password)
        yield lambda: self.desktop.shell.stage is Stage.OPEN
        yield ready or self.quiet
        model.deleteLater()

    def take(self, name: str, ready: Callable[[], Ready] | None = None) -> Script:
        """`name`-light.png and `name`-dark.png of the window as it stands."""
        for theme in THEMES:
            self.desktop.theme.choose(theme)
            yield ready() if ready else self.quiet
            picture = self._picture()
            if not picture.save(str(self.folder / f"{name}-{theme.value}.png")):
                raise OSError(f"{name} could not be written")

    def _picture(self) -> QPixmap:
        """The window, with whatever stands before it."""
        window = self.desktop.window
        picture = window.grab()
        painter = QPainter(picture)
        for dialog in dialogs():
            place = dialog.rect()
            place.moveCenter(window.rect().center())
            painter.fillRect(window.rect(), QColor(0, 0, 0, 96))
            painter.drawPixmap(place.topLeft(), dialog.grab())
        painter.end()
        return picture

    def walk(self, state: str, ready: Callable[[], Ready] | None = None) -> Script:
        """Every page in this state."""
        for spec in self.desktop.specs:
            self.desktop.window.show_page(spec.key)
            yield from self.take(f"{spec.key}-{state}", ready)

    def send(self) -> Script:
        """Pendientes de Envío with what was received, refused and waits, and its panel."""
        shell, runner = self.desktop.shell, self.desktop.runner
        now = shell.now()
        windows = ((c, c.contract.reading_window) for c in shell.contracts)
        open_now = next((c for c, window in windows if window and window.is_open(now)), None)
        if open_now is None:
            raise LookupError("no contract of the demonstration may be read now")
        office = cast("Office", self.office)
        waiting: list[str] = []
        for work in (give_readings, keep_one):
            runner.run(
                Lane.SYNC,
                lambda _task, work=work: work(office, open_now, now),  # type: ignore[misc]
                owner=self.desktop,
                done=waiting.append,
                failed=_fail,
            )
        yield self.quiet
        shell.events.outbox_changed.emit()
        yield self.quiet
        shell.go_to("pending")
        yield from self.take("pending-filled")
        shell.go_to("pending", item_id=waiting[-1])
        yield from self.take("pending-detail")

    def close(self) -> Script:
        """Put everything away."""
        self.office.release()
        yield self.quiet
        window = self.desktop.window
        self.desktop.close()
        window.close()
        window.deleteLater()
        self.desktop.deleteLater()
        yield after(0)


def _fail(error: AppError) -> None:
    raise error
