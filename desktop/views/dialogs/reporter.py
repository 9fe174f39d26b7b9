"""Takes exceptions that nobody caught to the log and to the crash dialog."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.views.dialogs.crash import CrashDialog


def detail(error: BaseException) -> str:
    """Kinds and places, the outermost first. No message and no value of a variable: they may
    name a person."""
    import traceback

    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__module__}.{type(current).__name__}")
        for frame in traceback.extract_tb(current.__traceback__):
            name = frame.filename.replace("\\", "/").split("/site-packages/")[-1]
            name = "/".join(name.split("/")[-4:])
            lines.append(f"  {name}:{frame.lineno} {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


class CrashReporter(QObject):
    """Takes every exception that nobody caught, on any thread, to one dialog and the log."""

    crashed = Signal(str)  # the detail, on the GUI thread
    _caught = Signal(str)

    def __init__(self, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._version = version
        self._dialog: CrashDialog | None = None
        self._window: QWidget | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Become the hook of this process."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def remove(self) -> None:
        """Put the hooks back that were there."""
        sys.excepthook, threading.excepthook = self._before

    def over(self, window: QWidget) -> None:
        """Show the dialog over `window` from now on."""
        self._window = window

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        import logging

        text = detail(error.with_traceback(trace))
        logging.getLogger(__name__).critical("crash %s", text.replace("\n", " |"))
        self._caught.emit(text)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._hook(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _show(self, text: str) -> None:
        self.crashed.emit(text)
        if self._dialog is None:
            from desktop.views.dialogs.crash import CrashDialog

            self._dialog = CrashDialog(self._version, self._window)
            self._dialog.finished.connect(self._forget)
        self._dialog.add(text)
        self._dialog.open()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
