"""What is shown when we made a mistake: one dialog, whatever happens how often."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.labels import IconLabel, Label, Text

_log = logging.getLogger(__name__)
_MOST = 20  # faults kept in the dialog; more of them say nothing new


def detail(error: BaseException) -> str:
    """Kinds and places, the outermost first. No message and no value of a variable: they may
    name a person."""
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
        text = detail(error.with_traceback(trace))
        _log.critical("crash %s", text.replace("\n", " |"))
        self._caught.emit(text)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._hook(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _show(self, text: str) -> None:
        self.crashed.emit(text)
        if self._dialog is None:
            self._dialog = CrashDialog(self._version, self._window)
            self._dialog.finished.connect(self._forget)
        self._dialog.add(text)
        self._dialog.open()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


class CrashDialog(QDialog):
    """Says that it was our fault and what to do; the detail can be copied."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash_dialog")
        self.setWindowTitle(self.tr("Algo falló"))
        self.setMinimumWidth(520)
        self._version = version
        self._faults: list[str] = []
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel("circle-alert", Tone.DANGER, 28))
        head.addWidget(Label(self.tr("La aplicación tuvo un error."), Text.HEADING), 1)
        advice = self.tr(
            "Los datos guardados no se tocaron y puede seguir usando la aplicación. Si se repite,"
            " copie el detalle y envíelo a atención al cliente: no contiene datos personales."
        )
        self._text = QPlainTextEdit()
        self._text.setObjectName("crash_detail")
        self._text.setAccessibleName(self.tr("Detalle del error"))
        self._text.setReadOnly(True)
        self._text.setMinimumHeight(160)
        self._text.setTabChangesFocus(True)
        self._copy = Button("copy_detail", self.tr("Copiar detalle"), Kind.SECONDARY, "copy")
        close = Button("close_crash", self.tr("Cerrar"), Kind.PRIMARY)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(Label(advice, wrap=True))
        column.addWidget(self._text, 1)
        column.addLayout(buttons)
        self._copy.clicked.connect(self._copy_detail)
        close.clicked.connect(self.accept)

    def add(self, text: str) -> None:
        """Add a fault to those shown."""
        if text not in self._faults and len(self._faults) < _MOST:
            self._faults.append(text)
        shown = "\n\n".join(self._faults)
        self._text.setPlainText(f"Oficina Virtual {self._version} ({sys.platform})\n\n{shown}")

    def _copy_detail(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._copy.set_text(self.tr("Copiado"))
        QTimer.singleShot(2000, self._copy, self._offer_again)

    def _offer_again(self) -> None:
        self._copy.set_text(self.tr("Copiar detalle"))
