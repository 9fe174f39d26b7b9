"""What is installed and what is missing: `python -m tools.doctor`. Status 1 if something is."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Callable
from importlib import metadata

import run

PACKAGES = ("PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "requests", "fastapi", "keyring")


def python() -> str:
    """Version and place of the interpreter."""
    return f"{platform.python_version()} ({platform.machine()}), {platform.platform()}"


def packages() -> str:
    """Versions of what matters most."""
    return ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES)


def libraries() -> str:
    """Whether Qt finds what it needs of the system to open a window in this session."""
    env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    if not sys.platform.startswith("linux"):
        return "nothing to look for on this system"
    missing = run.missing_packages(env, debian=shutil.which("apt-get") is not None)
    if missing:
        raise OSError(", ".join(missing))
    return "complete" if run.has_screen(env) else "complete; there is no graphical session"


def qt() -> str:
    """Version of Qt."""
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QGuiApplication

    return f"{qVersion()}, started on '{QGuiApplication.platformName()}'"


def fonts() -> str:
    """Whether the shipped family loads."""
    from PySide6.QtGui import QFontDatabase

    from desktop.resources import resource

    path = resource("fonts", "Inter-Regular.ttf")
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    if not families:
        raise RuntimeError(f"{path} is no usable font")
    return f"{families[0]}; {len(QFontDatabase.families())} families in all"


def pdf() -> str:
    """Whether documents can be shown."""
    from PySide6 import QtPdf, QtPdfWidgets

    return f"{QtPdf.__name__}, {QtPdfWidgets.__name__}"


def printers() -> str:
    """Printers that the system offers."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return ", ".join(QPrinterInfo.availablePrinterNames()) or "none (saving as PDF works)"


def cipher() -> str:
    """The SQLite that keeps the app's data, and its cipher."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    version = connection.execute("PRAGMA cipher_version").fetchone()
    connection.close()
    if version is None:
        raise RuntimeError("this SQLite does not encrypt")
    return f"SQLite {dbapi2.sqlite_version}, SQLCipher {version[0]}"


def server_sqlite() -> str:
    """The SQLite that the embedded service uses."""
    return f"SQLite {sqlite3.sqlite_version}"


def secrets() -> str:
    """Where keys are kept."""
    import keyring
    from keyring.backends import fail

    backend = keyring.get_keyring()
    if isinstance(backend, fail.Keyring):
        return "no keyring: data are kept only while the app is open"
    return f"{backend.name}"


CHECKS: dict[str, Callable[[], str]] = {
    "Python": python,
    "packages": packages,
    "libraries": libraries,
    "Qt": qt,
    "fonts": fonts,
    "PDF": pdf,
    "printers": printers,
    "app's store": cipher,
    "service's store": server_sqlite,
    "keyring": secrets,
}


def report() -> int:
    """Print a line per check; 1 where one failed."""
    status = 0
    for name, check in CHECKS.items():
        try:
            print(f"{name:18}{check()}")
        except (ImportError, OSError, RuntimeError, metadata.PackageNotFoundError) as error:
            print(f"{name:18}MISSING: {error}")
            status = 1
    return status


def main() -> int:
    """The report, with the application that fonts and printers need."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    status = report()
    application.quit()
    return status


if __name__ == "__main__":
    sys.exit(main())
