"""Asks where files go, and shows the folder. The last one chosen is offered first the next time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.viewmodels.settings import Settings

_KEY = "save/folder"


def ask_file(
    window: QWidget,
    title: str,
    name: str,
    filters: str,
    settings: Settings | None,
    chosen: Callable[[Path], None],
) -> None:
    """Ask for a file, `name` proposed; `chosen` is called with it, or never. `filters` are Qt's,
    'Documentos PDF (*.pdf)', parted by ';;'; the name takes the suffix of the one that is picked.
    The dialog is called `save_dialog`."""
    dialog = QFileDialog(window, title)
    dialog.setObjectName("save_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(filters.split(";;"))
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.setDirectory(_folder(settings))
    dialog.selectFile(name)

    def change(picked: str) -> None:
        suffix = picked.rpartition("*.")[2].rstrip(")")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(Path(name).with_suffix(f".{suffix}").name)

    dialog.filterSelected.connect(change)

    def take(answer: str) -> None:
        path = Path(answer)
        _remember(settings, path.parent)
        chosen(path)

    dialog.fileSelected.connect(take)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def ask_folder(
    window: QWidget,
    title: str,
    chosen: Callable[[Path], None],
    settings: Settings | None = None,
) -> None:
    """Ask for a folder; `chosen` is called with it, or never. The dialog is `folder_dialog`."""
    dialog = QFileDialog(window, title)
    dialog.setObjectName("folder_dialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.setDirectory(_folder(settings))

    def take(answer: str) -> None:
        _remember(settings, Path(answer))
        chosen(Path(answer))

    dialog.fileSelected.connect(take)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _remember(settings: Settings | None, folder: Path) -> None:
    if settings is not None:
        settings.set_text(_KEY, str(folder))


def _folder(settings: Settings | None) -> str:
    kept = settings.text(_KEY) if settings is not None else ""
    if kept and Path(kept).is_dir():
        return kept
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
