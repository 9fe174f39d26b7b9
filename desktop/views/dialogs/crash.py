"""What is shown when we made a mistake: one dialog, whatever happens how often."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.labels import IconLabel, Label, Text

_MOST = 20  # faults kept in the dialog; more of them say nothing new


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
        close.setFocus()

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
