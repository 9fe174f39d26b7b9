"""Asks where files go or come from, and shows a folder. The last folder that something was kept in
is offered first the next time. A dialog calls back with what was chosen, or never."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.viewmodels.settings import Settings

Place = QStandardPaths.StandardLocation

_KEY = "save/folder"


def ask_file(
    window: QWidget,
    title: str,
    name: str,
    filters: str,
    settings: Settings,
    chosen: Callable[[Path], None],
    *,
    called: str = "save_dialog",
) -> None:
    """Ask for a file to write, `name` proposed. `filters` are Qt's, 'Documentos PDF (*.pdf)',
    parted by ';;'; the name takes the suffix of the one that is picked."""
    dialog = _dialog(window, title, called, _kept_folder(settings))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(filters.split(";;"))
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)

    def change(picked: str) -> None:
        suffix = picked.rpartition("*.")[2].rstrip(")")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(Path(name).with_suffix(f".{suffix}").name)

    def take(answer: str) -> None:
        path = Path(answer)
        settings.set_text(_KEY, str(path.parent))
        chosen(path)

    dialog.filterSelected.connect(change)
    dialog.fileSelected.connect(take)
    dialog.open()


def ask_folder(
    window: QWidget, title: str, settings: Settings, chosen: Callable[[Path], None]
) -> None:
    """Ask for a folder to write to."""
    dialog = _dialog(window, title, "folder_dialog", _kept_folder(settings))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)

    def take(answer: str) -> None:
        settings.set_text(_KEY, answer)
        chosen(Path(answer))

    dialog.fileSelected.connect(take)
    dialog.open()


def ask_existing(
    window: QWidget,
    title: str,
    filters: str,
    chosen: Callable[[list[Path]], None],
    *,
    called: str,
    place: Place = Place.DocumentsLocation,
    mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFiles,
) -> None:
    """Ask for files to read."""
    dialog = _dialog(window, title, called, QStandardPaths.writableLocation(place))
    dialog.setFileMode(mode)
    dialog.setNameFilter(filters)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _dialog(window: QWidget, title: str, called: str, folder: str) -> QFileDialog:
    dialog = QFileDialog(window, title, folder)
    dialog.setObjectName(called)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # Qt's own Spanish lacks these two.
    translate = QCoreApplication.translate
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("FileDialogs", "Buscar en:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("FileDialogs", "Tipo:"))
    return dialog


def _kept_folder(settings: Settings) -> str:
    kept = settings.text(_KEY)
    if kept and Path(kept).is_dir():
        return kept
    return QStandardPaths.writableLocation(Place.DocumentsLocation)
