"""Builds the demonstration database once and keeps it while nothing it depends on changes."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from backend.clock import Clock
from backend.database import Database
from backend.demo import chapters, profile, rows, world
from backend.demo.supply import Supply
from backend.demo.world import World
from backend.loader.rows import Problem
from backend.loader.writer import Writer
from backend.migrations import upgrade

TODAY = date(2026, 11, 16)
SEED = 2026
HOUR = time(14)
"""The server's clock starts at this hour of the demonstration's day, in the utility's zone."""

_DATABASE = "demo.sqlite"
_MARKER = "demo.json"
# About 290 rows a contract: transactions stay near the loader's thousand, and each invoice is
# published once, with its readings, lines and payments.
_CONTRACTS_AT_ONCE = 4
# How many invoices have a document, the last ones first, by username; all of the other accounts'.
_DOCUMENTS = {"": 3, "empresa": 13}

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides the contents of the database."""

    seed: int = SEED
    today: date = TODAY
    customers: int = world.CUSTOMERS

    @property
    def start(self) -> datetime:
        """When the server's clock begins, in UTC."""
        zone = profile.read().utility.zone_info
        return datetime.combine(self.today, HOUR, zone).astimezone(UTC)

    def marker(self) -> dict[str, str | int]:
        """What is written beside the database to recognise it."""
        digest = hashlib.sha256()
        for path in sorted(Path(__file__).parent.rglob("*")):
            if path.suffix in (".py", ".toml"):
                digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return {
            "seed": self.seed,
            "today": self.today.isoformat(),
            "customers": self.customers,
            "version": digest.hexdigest(),
        }


def ignore(_done: int, _of: int) -> None:
    """Progress nobody watches."""


def prepare(
    folder: Path, recipe: Recipe, *, fresh: bool = False, progress: Progress = ignore
) -> Path:
    """The database file in `folder` for `recipe`, built if there is none or `fresh` is asked."""
    path, marker = folder / _DATABASE, folder / _MARKER
    wanted = json.dumps(recipe.marker(), indent=1)
    if not fresh and path.exists() and marker.exists() and marker.read_text("utf-8") == wanted:
        return path
    folder.mkdir(parents=True, exist_ok=True)
    # Built aside and moved in: a build that was interrupted is never taken for a whole one.
    aside = Path(tempfile.mkdtemp(prefix="building-", dir=folder))
    try:
        build(aside / _DATABASE, recipe, progress)
        marker.unlink(missing_ok=True)
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        (aside / _DATABASE).replace(path)
    finally:
        shutil.rmtree(aside)
    marker.write_text(wanted, "utf-8")
    return path


def build(path: Path, recipe: Recipe, progress: Progress = ignore) -> None:
    """Write the whole demonstration into a new database at `path`."""
    made = world.build(profile.read(), recipe.seed, recipe.today, recipe.customers)
    database = Database(f"sqlite:///{path}", Clock(recipe.start))
    try:
        upgrade(database)
        _write(database, made, progress)
        chapters.write(chapters.Stage(database, recipe.today, recipe.start))
    finally:
        database.close()


def _write(database: Database, made: World, progress: Progress) -> None:
    refused: list[Problem] = []
    writer = Writer(database, refused.append)
    writer.set_utility(made.profile.utility)
    writer.write(*rows.customers(made.people))
    for start in range(0, len(made.supplies), _CONTRACTS_AT_ONCE):
        chosen = made.supplies[start : start + _CONTRACTS_AT_ONCE]
        _print(made, chosen)
        writer.write(*rows.supplies(made, chosen))
        progress(start + len(chosen), len(made.supplies))
        for supply in chosen:
            for bill in supply.bills:
                bill.document = None
    if refused:
        raise ValueError(f"the demonstration refuses its own rows: {refused[0]}")


def _print(made: World, chosen: Sequence[Supply]) -> None:
    """Make the documents. All of them would take a minute and 170 MB, so only the demonstration
    accounts have more than the last three."""
    # Only who builds pays for it: a kept demonstration is to be served at once.
    from backend.demo.invoice_pdf import render

    for supply in chosen:
        last = _DOCUMENTS.get(supply.holder.username, len(supply.bills))
        for bill in supply.bills[-last:] if last else ():
            bill.document = render(made.profile, supply, bill)
