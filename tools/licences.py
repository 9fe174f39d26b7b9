"""Whose work the programs stand on: writes THIRD_PARTY_LICENSES.md from requirements/run.lock.

`python -m tools.licences` writes it; a test says when it is out of date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "run.lock"
NOTICE = ROOT / "THIRD_PARTY_LICENSES.md"

# Read in the licence file of the package, where its metadata are silent or loose.
READ_IN_FILE = {
    "backports-tarfile": "MIT",
    "colorama": "BSD-3-Clause",
    "jaraco-classes": "MIT",
    "python-stdnum": "LGPL-2.1-or-later",
    "pywin32-ctypes": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
}
# What a package carries inside.
CARRIES = {
    "psycopg-binary": "libpq (PostgreSQL), OpenSSL (Apache-2.0)",
    "pyside6-addons": "Qt (LGPL-3.0-only), PDFium (BSD-3-Clause, Apache-2.0) in QtPdf",
    "pyside6-essentials": "Qt (LGPL-3.0-only), ICU (Unicode-3.0)",
    "sqlcipher3": "SQLite (public domain), SQLCipher (BSD-3-Clause), OpenSSL (Apache-2.0)",
}
HEADER = """# Third-party licences

Made by `python -m tools.licences` from `requirements/run.lock`: what is installed to run the app
and the service. The licence texts come with each package, in its `*.dist-info` folder.

Qt and PySide6 are used under the LGPL 3.0: they are separate files that may be replaced, and
nothing here forbids changing them for one's own use or taking them apart to mend what one changed.
None of Qt's GPL-only modules is imported; a test says so.

In `resources/`: the Inter font, SIL Open Font License 1.1 (`fonts/OFL.txt`); Lucide icons, ISC,
some derived from Feather, MIT (`icons/LICENSE.txt`).

| package | version | licence | carries |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Package:
    """A locked package: normalised name, versions in the lock, SPDX licence, what it carries."""

    name: str
    versions: tuple[str, ...]
    licence: str

    @property
    def row(self) -> str:
        """Its row of the table."""
        carries = CARRIES.get(self.name, "")
        return f"| {self.name} | {', '.join(self.versions)} | {self.licence} | {carries} |"


def locked() -> dict[str, tuple[str, ...]]:
    """Versions by name; a package may have one for each Python."""
    found: dict[str, tuple[str, ...]] = {}
    for name, version in re.findall(r"(?m)^([\w.-]+)==([\w.]+)", LOCK.read_text("utf-8")):
        found[name] = (*found.get(name, ()), version)
    return found


def licence(name: str) -> str | None:
    """SPDX expression of an installed package, None where it is not installed on this system."""
    if name in READ_IN_FILE:
        return READ_IN_FILE[name]
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    fields = ("License-Expression", "License")
    return next((about[field] for field in fields if field in about), "")


def is_allowed(expression: str) -> bool:
    """Whether one may ship a closed or MPL program with it: some alternative without GPL. LGPL is
    fine for what stays a separate file."""
    alternatives = re.split(r"\s+OR\s+", expression)
    return bool(expression) and any(
        not re.search(r"(?<!L)A?GPL", alternative) for alternative in alternatives
    )


def notice() -> str:
    """The file as it should be, for the packages installed here."""
    packages = [Package(name, versions, licence(name) or "") for name, versions in locked().items()]
    return HEADER + "\n".join(package.row for package in packages) + "\n"


if __name__ == "__main__":
    NOTICE.write_text(notice(), "utf-8")
