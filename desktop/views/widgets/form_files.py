"""Files of a form: dropped, pasted or chosen; a line for each, with its way out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.drafts import DraftFile
from desktop.domain.form_choices import Files
from desktop.domain.forms import Spec, Value
from desktop.viewmodels.form_words import files_text, weight_text
from desktop.viewmodels.format import Formatter
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, IconButton
from desktop.views.widgets.file_dialogs import ask_existing
from desktop.views.widgets.form_controls import Control
from desktop.views.widgets.labels import ElidedLabel, IconLabel, Label, repolish

_SUFFIXES = {
    "application/pdf": "*.pdf",
    "image/jpeg": "*.jpg *.jpeg",
    "image/png": "*.png",
}


class FileLine(QFrame):
    """One file; Del leaves it out."""

    removed = Signal(object)

    def __init__(self, file: DraftFile, name: str, fmt: Formatter) -> None:
        super().__init__()
        self.file = file
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("file-text", size=16))
        row.addWidget(ElidedLabel(file.name), 1)
        row.addWidget(Label(weight_text(file.size, fmt), tone=Tone.MUTED))
        words = self.tr("Quitar {0}").format(file.name)
        self.button = IconButton(f"{name}_drop", "x", words)
        self.button.clicked.connect(lambda: self.removed.emit(self.file))
        row.addWidget(self.button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.file)
            return
        super().keyPressEvent(event)


class FilesControl(Control):
    """`added` comes with paths, or (name, bytes) of a pasted picture; `removed` with a file."""

    added = Signal(object)
    removed = Signal(object)

    def __init__(self, spec: Spec, prefix: str, fmt: Formatter) -> None:
        super().__init__(spec, prefix)
        assert isinstance(spec, Files)
        self._fmt = fmt
        self.lines: list[FileLine] = []
        self.area = QFrame()
        self.area.setObjectName(f"{self.object_name}_area")
        self.area.setProperty("role", "drop")
        words = self.tr("Adjuntar…")
        self.button = Button(self.object_name, words, icon_name="file-text")
        self.button.setAccessibleName(f"{words} {spec.label}")
        self.button.clicked.connect(self.ask)
        self._told = Label(files_text(spec), tone=Tone.MUTED, wrap=True)
        self._where = Label(
            self.tr("Arrastre los archivos aquí o péguelos con Ctrl+V."), tone=Tone.MUTED, wrap=True
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        words_column = QVBoxLayout()
        words_column.setSpacing(2)
        words_column.addWidget(self._where)
        words_column.addWidget(self._told)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words_column, 1)
        inside = QVBoxLayout(self.area)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(8)
        inside.addLayout(top)
        inside.addLayout(self._column)
        self.row.addWidget(self.area)
        self.setAcceptDrops(True)

    @property
    def target(self) -> QWidget:
        return self.button

    def show_spec(self, spec: Spec) -> None:
        super().show_spec(spec)
        assert isinstance(spec, Files)
        self._told.setText(files_text(spec))

    def show_value(self, value: Value) -> None:
        files = [each for each in value if isinstance(each, DraftFile)] if value else []  # type: ignore[union-attr]
        if files == [line.file for line in self.lines]:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and any(line.isAncestorOf(focus) for line in self.lines)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        before: QWidget = self.button
        for number, file in enumerate(files):
            line = FileLine(file, f"{self.object_name}_{number}", self._fmt)
            line.removed.connect(self.removed)
            self._column.addWidget(line)
            line.show()  # a layout would do it later
            QWidget.setTabOrder(before, line.button)
            before = line.button
            self.lines.append(line)
        if had_focus:
            self.button.setFocus()

    def show_problem(self, text: str) -> None:
        super().show_problem(text)
        self._mark("invalid", bool(text))

    def ask(self) -> None:
        """Let the person choose files."""
        assert isinstance(self.spec, Files)
        kinds = " ".join(_SUFFIXES.get(each, "") for each in self.spec.types)
        filters = self.tr("Archivos ({0})").format(kinds)
        called = f"{self.object_name}_dialog"
        ask_existing(self, self.spec.label, filters, self.added.emit, called=called)

    def paste(self) -> bool:
        """Take what the clipboard holds, if it is files or a picture."""
        found = self._found(QGuiApplication.clipboard().mimeData())
        if found:
            self.added.emit(found)
        return bool(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.paste():
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._mark("over", True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._mark("over", False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark("over", False)
        found = self._found(event.mimeData())
        if found:
            event.acceptProposedAction()
            self.added.emit(found)

    def _found(self, data: QMimeData) -> list[Path | tuple[str, bytes]]:
        paths: list[Path | tuple[str, bytes]] = [
            Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()
        ]
        if paths or not data.hasImage():
            return paths
        image = QImage(data.imageData())
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return [(self.tr("Imagen pegada.png"), bytes(buffer.data().data()))]

    def _mark(self, name: str, is_on: bool) -> None:
        if bool(self.area.property(name)) != is_on:
            self.area.setProperty(name, is_on)
            repolish(self.area)
