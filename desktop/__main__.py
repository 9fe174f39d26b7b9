"""Oficina Virtual: the program."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.app import Desktop, Options, build
from desktop.domain.errors import AppError
from desktop.system.paths import data_dir, make_private
from desktop.system.single_instance import SingleInstance
from desktop.viewmodels.addresses import server_address
from desktop.views.dialogs.reporter import CrashReporter

if TYPE_CHECKING:
    from desktop.services.ports import SecretStore


def main(line: list[str] | None = None, *, secrets: SecretStore | None = None) -> int:
    """Run the app; the answer is the exit status. `secrets` stands in for the keyring."""
    wanted = arguments(line)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal ends it
    app = QApplication.instance() or QApplication(["oficina-virtual"])
    assert isinstance(app, QApplication)
    app.setApplicationName("oficina-virtual")
    app.setApplicationDisplayName("Oficina Virtual")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("oficina-virtual")
    try:
        folder = make_private(wanted.data_dir) if wanted.data_dir else data_dir()
        single = SingleInstance(folder)
        if not single.claim():
            return 0
        options = Options(folder, wanted.server, wanted.language, wanted.theme)
        desktop = build(app, options, secrets=secrets)
    except AppError as error:
        from desktop.views.texts import sentence

        print(sentence(error), file=sys.stderr)
        return 1
    return _run(app, desktop, single, folder, smoke=wanted.smoke)


def _run(
    app: QApplication, desktop: Desktop, single: SingleInstance, folder: Path, *, smoke: bool
) -> int:
    reporter = CrashReporter(__version__, app)
    reporter.over(desktop.window)
    reporter.install()
    single.raised.connect(desktop.raise_window)

    def started() -> None:
        single.listen()
        _log_to(folder)
        if smoke:
            _start_smoke(app, desktop, reporter)

    desktop.show(started)
    try:
        return app.exec()
    finally:
        desktop.close()
        single.close()
        reporter.remove()


def _start_smoke(app: QApplication, desktop: Desktop, reporter: CrashReporter) -> None:
    from desktop.views.smoke import Smoke

    walk = Smoke(desktop.shell, desktop.window, desktop.specs, lambda line: print(line, flush=True))

    def end(reason: str) -> None:
        if reason:
            print(f"smoke: {reason}", file=sys.stderr, flush=True)
        app.exit(1 if reason else 0)

    walk.finished.connect(end)
    reporter.crashed.connect(walk.fail)
    walk.start()


def _log_to(folder: Path) -> None:
    """Names of events and ids only; never what a person wrote or is called."""
    import logging
    from logging.handlers import RotatingFileHandler

    try:
        handler = RotatingFileHandler(
            folder / "oficina.log", maxBytes=512_000, backupCount=2, encoding="utf-8"
        )
    except OSError as error:
        print(f"no log file: {type(error).__name__}", file=sys.stderr)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger("desktop").info("started version=%s", __version__)


def _server(text: str) -> str:
    if not text:  # argparse asks about the default too
        return ""
    address = server_address(text)
    if address is None:
        raise argparse.ArgumentTypeError("https://host, or http:// on this computer")
    return address


def arguments(line: list[str] | None = None) -> argparse.Namespace:
    """What the command line says; "" where it says nothing. Ends the process where it is wrong."""
    parser = argparse.ArgumentParser(prog="oficina-virtual", description=__doc__)
    parser.add_argument(
        "--server", default="", type=_server, help="address of the utility's service"
    )
    parser.add_argument("--data-dir", type=Path, help="where the local copy is kept")
    parser.add_argument("--language", default="", help="es or en")
    parser.add_argument("--theme", default="", choices=("system", "light", "dark"), help="theme")
    parser.add_argument(
        "--smoke", action="store_true", help="sign in as the demo account, open every page, end"
    )
    return parser.parse_args(line)


if __name__ == "__main__":
    sys.exit(main())
