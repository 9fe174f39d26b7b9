"""Where a duplicate goes: asks for the file or the folder, tells how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.errors import AppError
from desktop.domain.invoices import Invoice
from desktop.viewmodels.invoice_document import DocumentViewModel
from desktop.views import texts
from desktop.views.tokens import Tone
from desktop.views.widgets.notice import Notice, NoticeBar


class Saving(QObject):
    """Saves one duplicate; the notice bar that was given tells the end of it."""

    def __init__(self, model: DocumentViewModel, window: QWidget) -> None:
        super().__init__(window)
        self._model, self._window = model, window
        self._bar: NoticeBar | None = None
        self._asked: Invoice | None = None
        model.saved.connect(self._saved)
        model.save_failed.connect(self._failed)

    def ask(self, invoice: Invoice, bar: NoticeBar) -> None:
        """Ask for a file name, then save there."""
        self._bar, self._asked = bar, invoice
        dialog = QFileDialog(self._window, self.tr("Guardar PDF"))
        dialog.setObjectName("save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Documentos PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(_documents())
        dialog.selectFile(self._model.file_name(invoice))
        dialog.fileSelected.connect(lambda name: self._model.save(invoice, Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _saved(self, path: Path) -> None:
        if self._bar is not None:
            text = self.tr("Se guardó {0}.").format(path.name)
            self._bar.show_notice(
                Notice(
                    text,
                    Tone.SUCCESS,
                    "",
                    self.tr("Abrir carpeta"),
                    lambda: open_folder(path.parent),
                )
            )

    def _failed(self, error: AppError) -> None:
        invoice, bar = self._asked, self._bar
        if bar is not None and invoice is not None:
            text = texts.sentence(error, self._model.context.format)
            again = self.tr("Elegir otro lugar")
            bar.show_notice(Notice(text, Tone.DANGER, "", again, lambda: self.ask(invoice, bar)))


def ask_folder(window: QWidget, title: str, chosen: Callable[[Path], None]) -> None:
    """Ask for a folder; `chosen` is called with it, or never."""
    dialog = QFileDialog(window, title)
    dialog.setObjectName("folder_dialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.setDirectory(_documents())
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
