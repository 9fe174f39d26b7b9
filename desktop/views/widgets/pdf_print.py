"""Prints a PDF a page at a time, so that the window goes on living between pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

DPI = 300
_POINTS = 72


class PrintJob(QObject):
    """Prints pages `first` to `last` (from 1). `progressed` carries done and total, `finished`
    whether the printer took everything."""

    progressed = QtSignal(int, int)
    finished = QtSignal(bool)

    def __init__(
        self,
        document: QPdfDocument,
        printer: QPrinter,
        first: int = 1,
        last: int = 0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._printer = document, printer
        self._page, self._first = first - 1, first - 1
        self._end = last or document.pageCount()
        self._painter = QPainter()
        self._step = QTimer(self, singleShot=True, interval=0)
        self._step.timeout.connect(self._print_page)

    def start(self) -> None:
        """Begin; the first page is printed when the event loop is idle."""
        self._set_paper()
        if not self._painter.begin(self._printer):
            self.finished.emit(False)
            return
        self._step.start()

    def cancel(self) -> None:
        """Stop after the page under way."""
        if self._painter.isActive():
            self._step.stop()
            self._printer.abort()
            self._painter.end()
            self.finished.emit(False)

    def _set_paper(self) -> None:
        points = self._document.pagePointSize(self._first)
        is_lying = points.width() > points.height()
        if self._printer.outputFileName():  # a real printer keeps the paper chosen for it
            upright = points.transposed() if is_lying else points
            fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch
            self._printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", fuzzy))
        if is_lying:
            self._printer.setPageOrientation(QPageLayout.Orientation.Landscape)

    def _print_page(self) -> None:
        image = page_image(self._document, self._page)
        if self._page > self._first and not self._printer.newPage():
            self._painter.end()
            self.finished.emit(False)
            return
        room = self._printer.pageRect(QPrinter.Unit.DevicePixel).toRect()
        fitting = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, fitting.width(), fitting.height())
        self._painter.drawImage(place, image)
        self._page += 1
        self.progressed.emit(self._page - self._first, self._end - self._first)
        if not self._painter.isActive():
            return  # stopped by whoever heard of the progress
        if self._page < self._end:
            self._step.start()
        else:
            self._painter.end()
            self.finished.emit(True)


def page_image(document: QPdfDocument, page: int, dpi: int = DPI) -> QImage:
    """A page on white; QPdfDocument renders on nothing, which prints black."""
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * dpi / _POINTS), round(points.height() * dpi / _POINTS))
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return paper
