"""Where the receipts go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_export(window: QWidget, chosen: Callable[[Path], None]) -> None:
    """Ask for a file; `chosen` is called with it, or never."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(window, translate("Exporting", "Exportar comprobantes"))
    dialog.setObjectName("export_receipts_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    paper = translate("Exporting", "Para leer e imprimir (*.pdf)")
    data = translate("Exporting", "Datos completos (*.json)")
    dialog.setNameFilters([paper, data])
    dialog.setDefaultSuffix("pdf")
    dialog.filterSelected.connect(
        lambda name: dialog.setDefaultSuffix("json" if name == data else "pdf")
    )
    place = QStandardPaths.StandardLocation.DocumentsLocation
    dialog.setDirectory(QStandardPaths.writableLocation(place))
    dialog.selectFile(translate("Exporting", "comprobantes.pdf"))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
