"""Runs a script in the app's own event loop: do something, wait until it shows, go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QApplication

Ready = Callable[[], bool]
Script = Iterator[Ready]

_LOOK = 20  # ms between two looks
_LIMIT = 30_000  # ms for one step


class Director(QObject):
    """`run(script)` returns when the script is through. Each step of it yields what to wait for;
    a step that takes longer than half a minute raises TimeoutError."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._script: Script = iter(())
        self._ready: Ready = lambda: True
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self._problem: BaseException | None = None

    def run(self, script: Script) -> None:
        """Play `script` to its end."""
        app = self._app
        self._script, self._ready = script, lambda: True
        self._since.start()
        self._timer.start()
        app.exec()
        self._timer.stop()
        if self._problem is not None:
            raise self._problem

    def _look(self) -> None:
        try:
            if self._ready():
                self._ready = next(self._script)
                self._since.restart()
            elif self._since.elapsed() > _LIMIT:
                raise TimeoutError("a step of the pictures never got ready")
        except StopIteration:
            self._app.exit()  # `quit` would close the windows that the next script goes on with
        except BaseException as problem:  # noqa: BLE001 - raised again by `run`
            self._problem = problem
            self._app.exit()


def after(milliseconds: int, ready: Ready = lambda: True) -> Ready:
    """Ready for good once `ready` has held that long: animations and late timers are over."""
    since = QElapsedTimer()

    def is_over() -> bool:
        if not ready():
            since.invalidate()
            return False
        if not since.isValid():
            since.start()
        return since.elapsed() >= milliseconds

    return is_over
