"""An account of 20 000 lines as Excel, CSV and PDF, beside the bare library that writes it.

Each file is written in a process of its own, product and floor in turns. The product works out
balances' texts, states and totals, asks after each hundred lines whether to stop, and writes to a
part that takes the file's place; the floor is given its cells.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.export_process import LINES
from benchmarks.measure import Figure
from benchmarks.report import ROOT

ROUNDS = 5
# Times that of the bare library. Memory is told without a target: both hold one file.
TARGETS = {"xlsx": 1.5, "csv": 4.0, "pdf": 1.5}
LONGEST = 120  # seconds


def figures(folder: Path) -> list[Figure]:
    """Time and memory of each kind of file."""
    found: list[Figure] = []
    for kind, target in TARGETS.items():
        pairs = [
            (_run("product", kind, folder), _run("floor", kind, folder)) for _ in range(ROUNDS)
        ]
        for place, (name, unit) in enumerate((("processor time", "ms"), ("memory added", "MiB"))):
            products = [ours[place] for ours, _theirs in pairs]
            floors = [theirs[place] for _ours, theirs in pairs]
            found.append(
                Figure(
                    f"export {LINES} lines, {kind}: {name}",
                    unit,
                    statistics.median(products),
                    statistics.median(floors),
                    0 if place else target,
                    ROUNDS,
                    (min(products), max(products)),
                )
            )
    return found


def _run(which: str, kind: str, folder: Path) -> tuple[float, float]:
    path = folder / f"{which}.{kind}"
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.export_process", which, kind, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LONGEST,
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(done.stderr)
    taken, memory = (float(part) for part in done.stdout.split())
    return taken, memory
