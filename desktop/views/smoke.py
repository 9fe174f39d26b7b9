"""A walk through the whole app without a person: sign in, sync, open every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop.domain.errors import AppError
from desktop.viewmodels.shell import ShellViewModel, Stage
from desktop.viewmodels.sign_in import SignInViewModel
from desktop.viewmodels.sync_state import SyncKind
from desktop.views.main_window import MainWindow
from desktop.views.page import PageSpec
from desktop.views.widgets.states import Message

_LIMIT = 50_000  # ms for the whole walk
_LOOK = 25  # ms between two looks

Step = Callable[[], bool]


class Smoke(QObject):
    """Prints a line per page with `say`; `finished` carries "" or why it failed."""

    finished = Signal(str)

    def __init__(
        self,
        shell: ShellViewModel,
        window: MainWindow,
        specs: Sequence[PageSpec],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._shell, self._window, self._specs, self._say = shell, window, specs, say
        self._sign_in = SignInViewModel(shell, self)
        self._waits: Iterator[Step] = self._walk()
        self._step: Step = lambda: True
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin the walk."""
        self._clock.start()
        self._timer.start()

    def fail(self, reason: str) -> None:
        """End the walk: something went wrong elsewhere."""
        if self._timer.isActive():
            self._timer.stop()
            self.finished.emit(reason)

    def _look(self) -> None:
        if self._clock.elapsed() > _LIMIT:
            self.fail(f"not done after {_LIMIT // 1000} s")
            return
        problem = self._problem()
        if problem:
            self.fail(problem)
            return
        if self._step():
            try:
                self._step = next(self._waits)
            except StopIteration:
                self._timer.stop()
                self.finished.emit("")
            except _FailedError as error:
                self.fail(str(error))

    def _problem(self) -> str:
        errors: tuple[AppError | None, ...] = (
            self._sign_in.state.error,
            self._sign_in.state.utility_error,
            self._shell.sync.error,
            self._shell.overview_error,
        )
        return next((str(error) for error in errors if error is not None), "")

    def _walk(self) -> Iterator[Step]:
        shell = self._shell
        yield lambda: not shell.runner.is_busy
        if shell.stage is not Stage.OPEN:
            self._sign_in.load_utility()
            yield lambda: self._sign_in.state.utility is not None
            if self._sign_in.state.utility is None or not self._sign_in.state.utility.demo_account:
                raise _FailedError("the server offers no demonstration account")
            self._sign_in.submit_demo()
            yield lambda: shell.stage is Stage.OPEN
        self._say(f"signed in: {shell.utility.name if shell.utility else ''}")
        yield lambda: shell.sync.kind is SyncKind.FRESH and not shell.runner.is_busy
        if not shell.contracts:
            raise _FailedError("no contracts after the sync")
        self._say(f"synced: {len(shell.contracts)} contracts")
        for spec in self._specs:
            self._window.show_page(spec.key)
            yield self._settled
            self._check(spec.key)
            smoke = self._window.pages.offer("smoke")
            if smoke is not None:
                smoke()
                yield self._settled
                self._check(spec.key)
            self._say(f"page {spec.key}: ok")

    def _settled(self) -> bool:
        return not self._shell.runner.is_busy

    def _check(self, key: str) -> None:
        page = self._window.pages.currentWidget()
        shown = page.objectName() if page is not None else ""
        if shown != key:
            raise _FailedError(f"page {key} did not open")
        for message in page.findChildren(Message) if page is not None else ():
            if message.isVisible() and message.objectName() in ("error_state", "broken_page"):
                raise _FailedError(f"page {key}: {message.accessibleName()}")


class _FailedError(Exception):
    """Why the walk ended early."""
