"""`python -m backend demo`: an office with invented customers, ready to be looked at."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from platformdirs import user_cache_path

from backend.demo import profile
from backend.demo.build import SEED, TODAY, Recipe, prepare
from backend.loader.progress import Bar


def main(argv: Sequence[str]) -> int:
    """Build the demonstration if it is not there yet, then serve it on this computer alone."""
    arguments = _parser().parse_args(argv)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    recipe = Recipe(arguments.seed, arguments.today)
    with Bar(sys.stderr, "demo", "contracts") as bar:
        path = prepare(arguments.data, recipe, fresh=arguments.fresh, progress=bar.show)
    if arguments.prepare_only:
        sys.stdout.write(f"{path}\n")
        return 0
    from backend.app import create_app
    from backend.banks.simulator.demo import take_up
    from backend.banks.simulator.serve import beside
    from backend.clock import Clock
    from backend.serve import run
    from backend.settings import Post, Settings

    account = profile.read().utility.demo_account
    if account:
        sys.stderr.write(f"sign in as {account[0]} with {account[1]}\n")
    # Mail leaves for nobody: it is shown on a page, with links to this same service.
    clock = Clock(recipe.start)
    with beside(clock) as (address, bank):
        take_up(f"sqlite:///{path}", clock, address, bank)
        settings = Settings(
            database_url=f"sqlite:///{path}",
            start=recipe.start,
            post=Post(),
            bank_simulator=address,
        )
        run(
            create_app(settings, clock),
            "127.0.0.1",
            arguments.port,
            until_stdin_closes=arguments.until_stdin_closes,
        )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m backend demo", description=main.__doc__)
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=user_cache_path("oficina-virtual-demo", appauthor=False),
        help="where the database is kept (default: %(default)s)",
    )
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        default=TODAY,
        metavar="YYYY-MM-DD",
        help="the day on which the demonstration lives (default: %(default)s)",
    )
    parser.add_argument("--seed", type=int, default=SEED, help="other people, other gas")
    parser.add_argument("--fresh", action="store_true", help="build it anew")
    parser.add_argument(
        "--until-stdin-closes", action="store_true", help="end when standard input does"
    )
    parser.add_argument(
        "--prepare-only", action="store_true", help="build it and print where it is"
    )
    return parser
