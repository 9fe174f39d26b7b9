"""The app itself, with a full cache, until what is measured is on the screen.

`python -m benchmarks.app_window MOMENT SERVER FOLDER`, where MOMENT is `first` (the first painted
window), `data` (Inicio with its contracts) or `invoices` (Mis Facturas, filled). It tells then and
ends. The keyring is a file in FOLDER, because this machine may have none.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from benchmarks.tell import tell
from desktop import __main__ as program
from desktop import app

KEYRING = "keyring.json"


class FileKeyring:
    """Implements `SecretStore` on a file."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / KEYRING

    @property
    def is_persistent(self) -> bool:
        """True."""
        return True

    def read(self, name: str) -> str | None:
        """The secret, or None if there is none."""
        value = json.loads(self._path.read_text("utf-8")).get(name)
        return None if value is None else str(value)

    def write(self, name: str, value: str) -> None:
        """Keep `value` under `name`."""
        values = json.loads(self._path.read_text("utf-8"))
        self._path.write_text(json.dumps({**values, name: value}), "utf-8")

    def delete(self, name: str) -> None:
        """Forget `name`."""
        values = json.loads(self._path.read_text("utf-8"))
        values.pop(name, None)
        self._path.write_text(json.dumps(values), "utf-8")


class Watched(app.Desktop):
    """Tells at the moment that was asked for."""

    moment = "first"

    def show(self, started: object = None) -> None:
        """Show as always, and watch."""
        if self.moment == "first":
            self.window.first_painted.connect(lambda: QTimer.singleShot(0, tell))
        else:
            self.shell.overview_changed.connect(self._filled)
        super().show(started)  # type: ignore[arg-type]

    def _filled(self) -> None:
        if not self.shell.contracts:
            return
        if self.moment == "invoices":
            self.window.show_page("invoices")
            self._tell_when_idle()
        else:
            QTimer.singleShot(0, tell)

    def _tell_when_idle(self) -> None:
        page = self.window.pages.currentWidget()
        model = getattr(page, "model", None)
        is_filled = model is not None and model.state.phase.value == "filled"
        QTimer.singleShot(0, tell if is_filled else self._tell_when_idle)


def main(moment: str, server: str, folder: str) -> int:
    """The program's own `main`, with our keyring and our watch."""
    Watched.moment = moment
    app.Desktop = Watched  # type: ignore[misc]
    arguments = ["--server", server, "--data-dir", folder]
    return program.main(arguments, secrets=FileKeyring(Path(folder)))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
