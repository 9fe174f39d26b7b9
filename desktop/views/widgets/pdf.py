"""Shows a PDF from memory: pages, zoom, search. Import it when a document is first opened."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QModelIndex,
    QObject,
    QPointF,
    Qt,
    QTimer,
)
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QColor, QIntValidator, QKeyEvent, QKeySequence, QPalette
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.tokens import Tone, tokens
from desktop.views.widgets.buttons import IconButton
from desktop.views.widgets.fields import Field, SearchField
from desktop.views.widgets.labels import Label

_STEP, _LEAST, _MOST = 1.2, 0.25, 5.0
_READABLE = 1.3  # a page as wide as a large window would have giant letters
_MARGIN = 12  # QPdfView's own, both sides together


class _Fit(Enum):
    """How the zoom follows the window."""

    READABLE = "readable"
    PAGE = "page"
    NONE = "none"


class PdfViewer(QWidget):
    """The document lives in a QBuffer; nothing reaches the disk. Pages are white in both themes.
    `page_changed` carries the page in view, from 1, and how many there are."""

    page_changed = QtSignal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pdf_viewer")
        # in this order, as Qt deletes children in the order they were made: first who listens
        self._view = QPdfView(self)
        self._search = QPdfSearchModel(self)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._search.setDocument(self.document)
        self._view.setObjectName("pdf_pages")
        self._view.setAccessibleName(self.tr("Páginas del documento"))
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.installEventFilter(self)
        self._view.viewport().installEventFilter(self)
        self._fitting = _Fit.READABLE
        self._view.setDocument(self.document)
        self._view.setSearchModel(self._search)
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        self._page = Field("pdf_page", self.tr("Página"))
        self._page.setFixedWidth(48)
        self._page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._of = Label(tone=Tone.MUTED)
        self._out = IconButton("pdf_zoom_out", "zoom-out", self.tr("Alejar"), Tone.TEXT)
        self._in = IconButton("pdf_zoom_in", "zoom-in", self.tr("Acercar"), Tone.TEXT)
        self._fit = IconButton("pdf_fit", "file-text", self.tr("Página entera"), Tone.TEXT)
        self._zoom = Label(tone=Tone.MUTED)
        self._field = SearchField("pdf_search", self.tr("Buscar en el documento"))
        self._field.setMaximumWidth(220)
        self._found = Label(tone=Tone.MUTED)
        self._previous = IconButton("pdf_previous", "chevron-up", self.tr("Anterior"), Tone.TEXT)
        self._next = IconButton("pdf_next", "chevron-down", self.tr("Siguiente"), Tone.TEXT)
        self._hit = -1
        self._typed = QTimer(self, singleShot=True, interval=150)
        self._lay_out()
        self._connect()

    def load(self, data: bytes) -> bool:
        """Show the PDF in `data`; False where it is none, and nothing is shown then."""
        self.unload()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        is_ready = self.document.status() is QPdfDocument.Status.Ready
        if is_ready:
            self._page.setValidator(QIntValidator(1, self.document.pageCount(), self._page))
            self.fit_width()
            self._show_page()
        return is_ready

    def unload(self) -> None:
        """Forget the document and its bytes."""
        self._field.clear()
        self._search.setSearchString("")
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())

    # --- commands

    def go_to(self, page: int) -> None:
        """Bring a page, counted from 1, into view."""
        navigator = self._view.pageNavigator()
        if page - 1 != navigator.currentPage():
            navigator.jump(page - 1, QPointF(), navigator.currentZoom())

    def zoom_in(self) -> None:
        """A step larger."""
        self._zoom_by(_STEP)

    def zoom_out(self) -> None:
        """A step smaller."""
        self._zoom_by(1 / _STEP)

    def fit_width(self) -> None:
        """As wide as the window, as long as the letters stay of a readable size."""
        self._set_fit(_Fit.READABLE)

    def fit_page(self) -> None:
        """A whole page at once."""
        self._set_fit(_Fit.PAGE)

    def search(self, text: str) -> None:
        """Mark every place that holds `text`."""
        self._hit = -1
        self._search.setSearchString(text)
        self._show_hits()

    def find_next(self, step: int = 1) -> None:
        """Go to the next place, or with -1 to the one before; round at the ends."""
        count = self._search.rowCount(QModelIndex())
        if count:
            self._hit = (self._hit + step) % count if self._hit >= 0 else (0 if step > 0 else -1)
            self._hit %= count
            self._view.setCurrentSearchResultIndex(self._hit)
            link = self._search.resultAtIndex(self._hit)
            self._view.pageNavigator().jump(link.page(), link.location(), 0)
        self._show_hits()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @property
    def hits(self) -> str:
        """'2 de 7', or 'Sin resultados'."""
        return self._found.text()

    @property
    def zoom(self) -> float:
        """1 shows a page as large as its paper."""
        return self._view.zoomFactor()

    @property
    def page(self) -> int:
        """The page in view, from 1."""
        return self._view.pageNavigator().currentPage() + 1

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._view.viewport():
            self._apply_fit()
        elif event.type() is QEvent.Type.StyleChange and watched is self._view:
            self._paint_ground()  # a stylesheet has just put the palette back
        return super().eventFilter(watched, event)

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """The pages take the keys."""
        self._view.setFocus()

    # --- inside

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self._page)
        bar.addWidget(self._of)
        bar.addSpacing(12)
        for widget in (self._out, self._zoom, self._in, self._fit):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self._field, 2)  # its words fit where there is room
        bar.addWidget(self._found)
        bar.addWidget(self._previous)
        bar.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._view, 1)
        self._paint_ground()

    def _connect(self) -> None:
        self._page.editingFinished.connect(self._page_typed)
        self._out.clicked.connect(self.zoom_out)
        self._in.clicked.connect(self.zoom_in)
        self._fit.clicked.connect(self._toggle_fit)
        self._field.textChanged.connect(lambda _text: self._typed.start())
        self._typed.timeout.connect(lambda: self.search(self._field.text()))
        self._field.returnPressed.connect(self.find_next)
        self._previous.clicked.connect(lambda: self.find_next(-1))
        self._next.clicked.connect(lambda: self.find_next())
        self._search.countChanged.connect(self._show_hits)
        self._view.zoomFactorChanged.connect(lambda _factor: self._show_zoom())
        self._view.pageNavigator().currentPageChanged.connect(lambda _page: self._show_page())

    def _page_typed(self) -> None:
        if self._page.hasAcceptableInput():
            self.go_to(int(self._page.text()))

    def _paint_ground(self) -> None:
        worn = tokens()
        palette = self._view.palette()
        # QPdfView paints around its pages with Dark
        palette.setColor(QPalette.ColorRole.Dark, QColor(worn.hover))
        self._view.setPalette(palette)

    def _zoom_by(self, factor: float) -> None:
        self._fitting = _Fit.NONE
        self._view.setZoomFactor(min(max(self._view.zoomFactor() * factor, _LEAST), _MOST))

    def _set_fit(self, fit: _Fit) -> None:
        self._fitting = fit
        is_page = fit is _Fit.PAGE
        words = self.tr("Ancho de página") if is_page else self.tr("Página entera")
        self._fit.set_face("receipt-text" if is_page else "file-text", words)
        self._apply_fit()

    def _apply_fit(self) -> None:
        if self._fitting is _Fit.NONE or not self.document.pageCount():
            return
        size = self.document.pagePointSize(max(self.page - 1, 0))
        room, dots = self._view.viewport().size(), self.logicalDpiX() / 72
        wide = (room.width() - _MARGIN) / (size.width() * dots)
        if self._fitting is _Fit.PAGE:
            factor = min(wide, (room.height() - _MARGIN) / (size.height() * dots))
        else:
            factor = min(wide, _READABLE)
        self._view.setZoomFactor(max(factor, _LEAST))

    def _toggle_fit(self) -> None:
        if self._fitting is _Fit.PAGE:
            self.fit_width()
        else:
            self.fit_page()

    def _show_zoom(self) -> None:
        self._zoom.setText(f"{round(self._view.zoomFactor() * 100)} %")

    def _show_page(self) -> None:
        count = self.document.pageCount()
        self._page.setText(str(self.page))
        self._of.setText(self.tr("de {0}").format(count))
        self.page_changed.emit(self.page, count)

    def _show_hits(self) -> None:
        count = self._search.rowCount(QModelIndex())
        has_hits = bool(count) and bool(self._search.searchString())
        self._previous.setEnabled(has_hits)
        self._next.setEnabled(has_hits)
        if not self._search.searchString():
            self._found.setText("")
        elif not count:
            self._found.setText(self.tr("Sin resultados"))
        else:
            self._found.setText(self.tr("{0} de {1}").format(max(self._hit, 0) + 1, count))
