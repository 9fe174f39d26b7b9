"""The bulk download on the page: how far it is, and how it ended."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.viewmodels.invoice_download import DownloadState, DownloadViewModel
from desktop.views import texts
from desktop.views.tokens import Tone
from desktop.views.widgets.file_dialogs import open_folder
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.progress import ProgressStrip

_NAMED = 5  # invoices without a document that are named one by one


class DownloadStrip(ProgressStrip):
    """Counts while it runs; the end is told in the page's notice bar."""

    def __init__(
        self, model: DownloadViewModel, notice: NoticeBar, parent: QWidget | None = None
    ) -> None:
        super().__init__("download_progress", "folder-down", parent)
        self._model, self._notice = model, notice
        self.cancelled.connect(model.cancel)
        model.state_changed.connect(self._show)

    def _show(self) -> None:
        state = self._model.state
        if state.is_running:
            self._notice.clear()
            text = self.tr("Descargando {0} de {1}").format(state.done, state.total)
            if state.is_stopping:
                text = self.tr("Deteniendo la descarga…")
            self.tell(text, state.done, state.total, can_cancel=not state.is_stopping)
            return
        self.hide()
        if state.error is not None:
            text = texts.sentence(state.error, self._model.context.format)
            self._notice.show_notice(Notice(text, Tone.DANGER))
        elif state.result is not None:
            self._tell_end(state)

    def _tell_end(self, state: DownloadState) -> None:
        result, folder = state.result, state.folder
        if result is None or folder is None:
            return
        parts = [self.tr("Se guardaron %n duplicados en {0}.", "", result.written)]
        parts[0] = parts[0].format(folder.name)
        if result.cancelled:
            parts.append(self.tr("La descarga se detuvo a su pedido."))
        if result.missing:
            named = ", ".join(result.missing[:_NAMED])
            rest = len(result.missing) - _NAMED
            text = self.tr("Sin duplicado disponible: {0}.")
            if rest > 0:
                text = self.tr("Sin duplicado disponible: {0} y %n más.", "", rest)
            parts.append(text.format(named))
        is_whole = not result.cancelled and not result.missing
        self._notice.show_notice(
            Notice(
                " ".join(parts),
                Tone.SUCCESS if is_whole else Tone.WARNING,
                "",
                self.tr("Abrir carpeta"),
                lambda: open_folder(folder),
            )
        )
