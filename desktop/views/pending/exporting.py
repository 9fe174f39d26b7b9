"""Where the receipts go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.viewmodels.settings import Settings
from desktop.views.widgets.file_dialogs import ask_file


def ask_export(window: QWidget, settings: Settings, chosen: Callable[[Path], None]) -> None:
    """Ask for a file, a paper or all the data; `chosen` is called with it, or never."""
    translate = QCoreApplication.translate
    paper = translate("Exporting", "Para leer e imprimir (*.pdf)")
    data = translate("Exporting", "Datos completos (*.json)")
    title = translate("Exporting", "Exportar comprobantes")
    name = translate("Exporting", "comprobantes.pdf")
    called = "export_receipts_dialog"
    ask_file(window, title, name, f"{paper};;{data}", settings, chosen, called=called)
