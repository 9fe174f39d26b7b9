"""Who may import whom, as `[tool.importlinter]` of pyproject.toml says."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CONFIG = ROOT / "pyproject.toml"

# One forbidden import for each contract.
TRESPASSES = {
    "desktop/domain/__init__.py": "import sqlalchemy\n",
    "desktop/api/__init__.py": "import desktop.services\n",
    "desktop/store/__init__.py": "import requests\n",
    "desktop/submissions/__init__.py": "import desktop.store\n",
    "desktop/services/__init__.py": "import PySide6.QtCore\nimport sqlalchemy\n",
    "desktop/viewmodels/__init__.py": "import desktop.api\n",
    "desktop/views/__init__.py": "import desktop.store\nimport desktop.system\n",
    "desktop/system/__init__.py": "",
    "desktop/resources.py": "",
    "desktop/app.py": "",
    "desktop/__main__.py": "",
    "desktop/__init__.py": "",
    "backend/__init__.py": "import desktop.domain\n",
}


def lint_imports(folder: Path) -> tuple[int, dict[str, str]]:
    """Exit status in `folder`, and 'KEPT' or 'BROKEN' by contract."""
    command = [
        *(sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"),
        *("--config", str(CONFIG), "--no-cache"),
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    words = (line.rsplit(" ", 1) for line in done.stdout.splitlines())
    verdicts = {pair[0]: pair[1] for pair in words if len(pair) == 2}
    verdicts = {name: v for name, v in verdicts.items() if v in ("KEPT", "BROKEN")}
    assert verdicts, done.stdout + done.stderr
    if done.returncode:
        print(done.stdout)
    return done.returncode, verdicts


def contracts() -> set[str]:
    """Names of the contracts."""
    settings = tomllib.loads(CONFIG.read_text("utf-8"))["tool"]["importlinter"]
    return {contract["name"] for contract in settings["contracts"]}


def test_every_contract_holds() -> None:
    assert lint_imports(ROOT) == (0, dict.fromkeys(contracts(), "KEPT"))


def test_every_contract_can_be_broken(tmp_path: Path) -> None:
    for name, text in TRESPASSES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert lint_imports(tmp_path) == (1, dict.fromkeys(contracts(), "BROKEN"))


def test_the_program_imports_nothing_heavy_before_its_first_picture() -> None:
    heavy = {
        *("sqlalchemy", "sqlcipher3", "requests", "msgspec", "keyring", "reportlab", "openpyxl"),
        *("PySide6.QtPdf", "PySide6.QtPrintSupport", "desktop.store"),
    }
    code = "import sys, desktop.__main__; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "desktop.views.main_window" in loaded
    assert not heavy & loaded
