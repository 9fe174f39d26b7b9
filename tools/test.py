"""Every check and every test: `python -m tools.test [PYTEST ARGUMENTS]`.

With arguments pytest runs alone. The linters go first, because they are quick; all run in any
case, so that one go tells everything.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINTERS = {
    "lint": ("ruff", "check", "-q"),
    "format": ("ruff", "format", "--check", "-q"),
    "types": ("mypy", "--no-error-summary"),
}
# Two workers, whole files to each: fixtures that start a server or a database are per file.
ALL_TESTS = ("-q", "-n", "2", "--dist", "loadfile")


def timed(name: str, command: Sequence[str]) -> tuple[str, bool]:
    """Run `python -m command`; a line for the summary, and whether it passed."""
    start = time.monotonic()
    status = subprocess.call([sys.executable, "-m", *command], cwd=ROOT)
    word = "ok" if status == 0 else f"FAILED (status {status})"
    return f"{name:10}{word:22}{time.monotonic() - start:6.1f} s", status == 0


def main(arguments: Sequence[str]) -> int:
    """Exit status 0 when everything passed."""
    if arguments:
        return subprocess.call([sys.executable, "-m", "pytest", *arguments], cwd=ROOT)
    results = [timed(name, command) for name, command in LINTERS.items()]
    results.append(timed("tests", ("pytest", *ALL_TESTS)))
    print("\n" + "\n".join(line for line, _ok in results), flush=True)
    return 0 if all(ok for _line, ok in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
