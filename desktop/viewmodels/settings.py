"""What the window remembers between two runs. Nothing here is personal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings


class Settings(QObject):
    """One INI file in the data folder. Reading a value that was damaged gives the default."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat, self)

    def save(self) -> None:
        """Write to disk now."""
        self._file.sync()

    def text(self, key: str, default: str = "") -> str:
        """A text, `default` where there is none."""
        value = self._file.value(key, default)
        return value if isinstance(value, str) else default

    def flag(self, key: str, *, default: bool = False) -> bool:
        """A yes or no."""
        return self.text(key, "true" if default else "false") == "true"

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._file.setValue(key, value)

    def set_flag(self, key: str, value: bool) -> None:
        """Remember a yes or no."""
        self.set_text(key, "true" if value else "false")

    def bytes(self, key: str) -> QByteArray:
        """Bytes, empty where there are none."""
        value = self._file.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Remember bytes."""
        self._file.setValue(key, value)
