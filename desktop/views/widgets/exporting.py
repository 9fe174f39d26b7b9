"""Taking a file away: asks where, shows how far it is, tells the end of it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import AppError, Code
from desktop.viewmodels.exports import ExportViewModel, Job
from desktop.views import texts
from desktop.views.tokens import Tone
from desktop.views.widgets.file_dialogs import ask_file, open_folder
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.progress import ProgressStrip


class ExportStrip(ProgressStrip):
    """Counts while a file is written; `notice` tells the end. `ask` is what pages call."""

    def __init__(
        self, name: str, model: ExportViewModel, notice: NoticeBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, "file-down", parent)
        self._model, self._notice = model, notice
        self._saved = self.tr("Se guardó {0}.")
        self._again: Callable[[], None] = lambda: None
        self.cancelled.connect(model.cancel)
        model.state_changed.connect(self._show)

    def ask(self, window: QWidget, title: str, name: str, job: Job, saved: str = "") -> None:
        """Ask for a file of the kind of `name`, and have `job` write it there; a table that is
        named '.xlsx' may be CSV too. `saved` is told at the end, with the path in place of {0}."""
        if self._model.state.is_running:
            return
        settings = self._model.context.shell.settings

        def chosen(path: Path) -> None:
            self._saved = saved or self.tr("Se guardó {0}.")
            self._again = lambda: self.ask(window, title, name, job, saved)
            self._model.start(path, job)

        ask_file(window, title, name, _filter(Path(name).suffix), settings, chosen)

    def _show(self) -> None:
        state = self._model.state
        if state.is_running:
            self._notice.clear()
            text = self.tr("Generando el archivo…")
            if state.total:
                count = self._model.context.format.decimal
                done, total = count(Decimal(state.done)), count(Decimal(state.total))
                text = self.tr("Generando: {0} de {1} renglones").format(done, total)
            if state.is_stopping:
                text = self.tr("Deteniendo…")
            self.tell(text, state.done, state.total, can_cancel=not state.is_stopping)
            return
        self.hide()
        if state.error is not None:
            self._notice.show_notice(self._failed(state.error))
        elif state.was_stopped:
            text = self.tr("Se detuvo a su pedido. No quedó ningún archivo a medio hacer.")
            self._notice.show_notice(Notice(text, Tone.WARNING))
        elif state.is_written and state.path is not None:
            folder = state.path.parent
            self._notice.show_notice(
                Notice(
                    self._saved.format(state.path),
                    Tone.SUCCESS,
                    "",
                    self.tr("Abrir carpeta"),
                    lambda: open_folder(folder),
                )
            )

    def _failed(self, error: AppError) -> Notice:
        reasons = {
            Code.DISK_FULL: self.tr("no queda espacio en el disco"),
            Code.FILE_NOT_WRITTEN: self.tr(
                "no se puede escribir en esa carpeta, o el archivo está abierto"
            ),
        }
        if error.code not in reasons:
            return Notice(texts.sentence(error, self._model.context.format), Tone.DANGER)
        text = self.tr("No se pudo guardar el archivo: {0}. Elija otra carpeta.")
        other = self.tr("Elegir otra carpeta")
        return Notice(text.format(reasons[error.code]), Tone.DANGER, "", other, self._again)


def _filter(suffix: str) -> str:
    translate = QCoreApplication.translate
    excel = translate("Exporting", "Libros de Excel (*.xlsx)")
    csv = translate("Exporting", "Texto separado, CSV (*.csv)")
    return {
        ".pdf": translate("Exporting", "Documentos PDF (*.pdf)"),
        ".xlsx": ";;".join((excel, csv)),
        ".csv": csv,
    }[suffix]
