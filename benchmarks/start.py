"""Cold start and memory of the whole process, beside a bare QMainWindow with a table of 1000 rows.

The cache is full: 12 contracts with 36 readings and 36 invoices each, signed in and verified.
Every process is started from its own command; nothing is kept warm but the disk cache.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable
from pathlib import Path

from benchmarks import stage
from benchmarks.app_window import KEYRING
from benchmarks.measure import Figure
from benchmarks.report import Told, started
from desktop.viewmodels.settings import Settings
from tests.support.offices import FakeKeyring

CONTRACTS, MONTHS = 12, 36
ROUNDS = 9


def fill_cache(server: str, folder: Path) -> None:
    """Sign in, sync and leave, as the app would have been left."""
    keyring = FakeKeyring()
    with stage.office(server, folder, keyring) as office:
        stage.sync(office)
    (folder / KEYRING).write_text(json.dumps(keyring.values), "utf-8")
    settings = Settings(folder)
    settings.set_flag("session/kept", True)
    settings.save()


def figures(folder: Path) -> list[Figure]:
    """First paint, first data and memory."""
    database = stage.fill(folder, CONTRACTS, MONTHS, MONTHS, documents=False)
    data = folder / "data"
    data.mkdir()
    with stage.service(database) as server:
        fill_cache(server, data)

        def app(moment: str) -> Told:
            return started("benchmarks.app_window", moment, server, str(data))

        rounds: list[tuple[Told, Told, Told, Told]] = []
        for _ in range(ROUNDS + 1):
            bare = started("benchmarks.bare_window")
            rounds.append((bare, app("first"), app("data"), app("invoices")))
    rounds = rounds[1:]  # the first warms the disk cache

    def figure(name: str, which: int, value: Callable[[Told], float], target: float) -> Figure:
        products = [value(each[which]) for each in rounds]
        floors = [value(each[0]) for each in rounds]
        unit = "MiB" if "memory" in name else "ms"
        medians = statistics.median(products), statistics.median(floors)
        spread = min(products), max(products)
        return Figure(name, unit, *medians, target, ROUNDS, spread)

    return [
        figure("start to first paint, wall", 1, lambda told: told.wall, 1.8),
        figure("start to first paint, cpu", 1, lambda told: told.cpu, 1.8),
        figure("start to Inicio with its data, wall", 2, lambda told: told.wall, 0),
        figure("peak memory, Mis Facturas", 3, lambda told: told.memory, 2),
    ]
