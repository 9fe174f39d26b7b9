"""Thousands of lives of the app in virtual time: `python -m tools.simulate [--seeds N]`.

A seed that breaks a promise prints the command that shows it again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.simulation.simulate import SEEDS, report, report_bugs


def main(arguments: Sequence[str]) -> int:
    """Live the seeds that are asked for; the exit status."""
    parser = argparse.ArgumentParser(prog="run.py simulate")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many lives")
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument(
        "--bugs", action="store_true", help="plant each known mistake and see that it is found"
    )
    parser.add_argument(
        "--payments", type=int, metavar="N", help="N payments through a bad bank instead"
    )
    options = parser.parse_args(arguments)
    if options.payments is not None:
        from tests.backend.payments.many import main as many

        return many([str(options.payments), "--seed", str(options.first_seed)])
    run = report_bugs if options.bugs else report
    return run(options.first_seed, options.seeds, print)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
