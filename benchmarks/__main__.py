"""`python -m benchmarks [--only WORD] [--json FILE]`: every figure, a table, numbers for a file."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Figure, table

MODULES = ("start", "click", "sync", "export")


def main(arguments: Sequence[str]) -> int:
    """Measure; 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("--only", choices=MODULES, action="append", help="this part alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the numbers in FILE")
    options = parser.parse_args(arguments)
    figures: list[Figure] = []
    for name in options.only or MODULES:
        module = importlib.import_module(f"benchmarks.{name}")
        with tempfile.TemporaryDirectory(prefix="oficina-bench-") as folder:
            measured = module.figures(Path(folder))
        print(f"{table(measured)}\n", file=sys.stderr, flush=True)
        figures += measured
    print(table(figures))
    if options.json:
        numbers = [figure.as_json() for figure in figures]
        options.json.write_text(json.dumps(numbers, indent=2) + "\n", "utf-8")
    return 0 if all(figure.is_met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
