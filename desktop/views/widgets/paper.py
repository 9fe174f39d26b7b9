"""A paper in the place of a page's content: its pages, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from desktop.domain.errors import AppError
from desktop.viewmodels.papers import Intent, Paper, PaperViewModel
from desktop.viewmodels.phase import Phase
from desktop.views import texts
from desktop.views.texts import WayOut, describe
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import page_layout
from desktop.views.widgets.file_dialogs import ask_file, open_folder
from desktop.views.widgets.labels import ElidedLabel, Text
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.progress import ProgressStrip
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates

if TYPE_CHECKING:
    from desktop.views.widgets.pdf import PdfViewer
    from desktop.views.widgets.pdf_print import PrintJob


class PaperFace(QWidget):
    """Back, title, print, save; below the pages, or why there are none. Esc goes back. Controls
    are called `<name>_back`, `<name>_title`, `<name>_print`, `<name>_save`, `<name>_notice`."""

    back = QtSignal()

    def __init__(self, model: PaperViewModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_face")
        self._model = model
        self._viewer: PdfViewer | None = None
        self._job: PrintJob | None = None
        self._shown = b""
        self._back = Button(f"{name}_back", self.tr("Volver"), Kind.QUIET, "arrow-left")
        self._title = ElidedLabel(style=Text.TITLE)
        self._title.setObjectName(f"{name}_title")
        self._print = Button(f"{name}_print", self.tr("Imprimir…"), icon_name="printer")
        self._save = Button(f"{name}_save", self.tr("Guardar como…"), icon_name="save")
        self.notice = NoticeBar(f"{name}_notice")
        self.saving = PaperSaving(model, self)
        self._progress = ProgressStrip(f"{name}_progress", "printer")
        self._place = QWidget()
        self._stack = QStackedLayout(self._place)
        self._states = PageStates(self._place, SkeletonRows(12, 2))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._back)
        top.addWidget(self._title, 1)
        top.addWidget(self._print)
        top.addWidget(self._save)
        column = page_layout(self)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addWidget(self._progress)
        column.addWidget(self._states, 1)
        self._back.clicked.connect(self.back)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print_document)
        self._progress.cancelled.connect(self._cancel_print)
        model.state_changed.connect(self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)

    def save(self) -> None:
        """Ask where the open paper goes."""
        if self._model.state.paper is not None:
            self.saving.ask(self._model.state.paper, self.notice)

    def print_document(self) -> None:
        """Ask which printer, or offer the file where there is none."""
        if self._viewer is None or not self._shown or self._job is not None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self.notice.show_notice(
                Notice(
                    self.tr("No hay impresoras en este equipo. Puede guardar el PDF."),
                    Tone.WARNING,
                    "printer",
                    self.tr("Guardar como…"),
                    self.save,
                )
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(300)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def focus_search(self) -> None:
        """Put the cursor into the search field of the document."""
        if self._viewer is not None:
            self._viewer.focus_search()

    def print_on(self, printer: object) -> None:
        """Print on a chosen QPrinter, a page at a time."""
        from PySide6.QtPrintSupport import QPrinter

        from desktop.views.widgets.pdf_print import PrintJob

        if self._viewer is None or not isinstance(printer, QPrinter):
            return
        self.notice.clear()
        first, last = printer.fromPage() or 1, printer.toPage()
        self._job = PrintJob(self._viewer.document, printer, first, last, parent=self)
        self._job.progressed.connect(self._printed)
        self._job.finished.connect(self._end_print)
        self._job.start()

    def _printed(self, done: int, total: int) -> None:
        text = self.tr("Imprimiendo página {0} de {1}").format(done, total)
        self._progress.tell(text, done, total)

    def _cancel_print(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end_print(self, is_done: bool) -> None:
        self._progress.hide()
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if is_done:
            self.notice.show_notice(
                Notice(self.tr("El documento se envió a la impresora."), Tone.SUCCESS)
            )
        else:
            text = self.tr("La impresión se detuvo antes de terminar.")
            self.notice.show_notice(
                Notice(text, Tone.WARNING, "", self.tr("Reintentar"), self.print_document)
            )

    def _show(self) -> None:
        state = self._model.state
        if state.paper is None:
            self._forget()
            return
        self._title.setText(state.paper.title)
        has_pages = state.phase is Phase.FILLED
        self._print.setEnabled(has_pages)
        self._save.setEnabled(has_pages)
        if state.phase is Phase.LOADING:
            self.notice.clear()
            self._states.show_loading()
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "file-text",
                self.tr("El duplicado no está disponible aún; vuelva a intentar más tarde."),
                "",
                self.tr("Volver a la lista"),
                self.back.emit,
            )
        elif state.error is not None:
            problem = describe(state.error, self._model.context.format)
            ask_again = problem.way_out is WayOut.RETRY
            self._states.show_error(
                problem.title,
                problem.advice,
                problem.button or self.tr("Volver a la lista"),
                self._model.retry if ask_again else self._other_way_out(problem.way_out),
            )
        elif state.data is not self._shown:
            self._show_pages(state.data, state.intent)

    def _other_way_out(self, way_out: WayOut) -> Callable[[], None]:
        shell = self._model.context.shell
        return shell.ask_sign_in if way_out is WayOut.SIGN_IN else self.back.emit

    def _show_pages(self, data: bytes, intent: Intent) -> None:
        from desktop.views.widgets.pdf import PdfViewer

        if self._viewer is None:
            self._viewer = PdfViewer()
            self._stack.addWidget(self._viewer)
        self._shown = data
        if not self._viewer.load(data):
            self._states.show_error(
                self.tr("El documento no se puede mostrar."),
                self.tr("El archivo no es un PDF válido. Puede guardarlo o pedirlo otra vez."),
                self.tr("Reintentar"),
                self._model.retry,
            )
            self._print.setEnabled(False)
            return
        self._states.show_content()
        self._viewer.setFocus()
        if intent is Intent.PRINT:
            self.print_document()

    def _forget(self) -> None:
        self._cancel_print()
        self.notice.clear()
        self._shown = b""
        if self._viewer is not None:
            self._viewer.unload()


class PaperPlace(QWidget):
    """A page's `content`, or the paper that its model has open. `focus_back` is called when the
    paper is closed, to put the cursor where it was."""

    def __init__(
        self,
        content: QWidget,
        model: PaperViewModel,
        name: str,
        focus_back: Callable[[], None] = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._content, self._focus_back = model, content, focus_back
        self.face = PaperFace(model, name)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self.face)
        self.face.back.connect(model.close)
        model.state_changed.connect(self._turn)
        model.context.shell.contract_changed.connect(self.close_paper)

    @property
    def is_open(self) -> bool:
        """Whether a paper is in front."""
        return self._stack.currentWidget() is self.face

    def close_paper(self) -> None:
        """Back to the content."""
        if self.is_open:
            self._model.close()

    def _turn(self) -> None:
        wanted = self._content if self._model.state.paper is None else self.face
        if wanted is self._stack.currentWidget():
            return
        self._stack.setCurrentWidget(wanted)
        if wanted is self._content:
            self._focus_back()


class PaperSaving(QWidget):
    """Saves papers, open or not; the notice bar that was given tells the end of it."""

    def __init__(self, model: PaperViewModel, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._model, self._window = model, window
        self._bar: NoticeBar | None = None
        self._asked: Paper | None = None
        model.saved.connect(self._saved)
        model.save_failed.connect(self._failed)

    def ask(self, paper: Paper, bar: NoticeBar) -> None:
        """Ask for a file name, then save there."""
        self._bar, self._asked = bar, paper
        ask_file(
            self._window,
            self.tr("Guardar PDF"),
            paper.file_name,
            self.tr("Documentos PDF (*.pdf)"),
            self._model.context.shell.settings,
            lambda path: self._model.save(paper, path),
        )

    def _saved(self, path: Path) -> None:
        if self._bar is not None:
            text = self.tr("Se guardó {0}.").format(path.name)
            folder = self.tr("Abrir carpeta")
            self._bar.show_notice(
                Notice(text, Tone.SUCCESS, "", folder, lambda: open_folder(path.parent))
            )

    def _failed(self, error: AppError) -> None:
        paper, bar = self._asked, self._bar
        if bar is not None and paper is not None:
            text = texts.sentence(error, self._model.context.format)
            again = self.tr("Elegir otro lugar")
            bar.show_notice(Notice(text, Tone.DANGER, "", again, lambda: self.ask(paper, bar)))
