"""A utility in a process of its own, whose answers about submissions get lost now and then.

    python -m tests.support.utility_process FOLDER SEED

prints one line of JSON (`url`, and the contracts of `ana` / `secreta` that may be read) and serves
until its standard input ends. A line `calm` there ends the faults, `drop` cuts every connection.
What it keeps is FOLDER/backend.db.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from backend.clock import Clock
from tests.support.backend import RunningBackend, settings_for
from tests.support.faults import Faults

CONTRACTS = 3
DATABASE = "backend.db"


class Unlucky(Faults):
    """One in twenty requests that send something meets a fault, by the luck of `rng`."""

    def __init__(self, rng: random.Random) -> None:
        super().__init__()
        self._rng = rng
        self.faults = 0
        self.is_calm = False

    def _next(self) -> str:
        with self._lock:
            self.seen += 1
            if self.is_calm:
                return ""
            fault = self._rng.choices(("", "before", "after", "dropped"), (950, 15, 20, 15))[0]
            self.faults += fault != ""
            return fault


def main(folder: Path, seed: int) -> None:
    """Serve until nobody holds the other end of standard input."""
    folder.mkdir(parents=True, exist_ok=True)
    backend = RunningBackend(settings_for(f"sqlite:///{folder / DATABASE}"), Clock())
    backend.faults = unlucky = Unlucky(random.Random(seed))
    backend.start()
    books = backend.books
    books.utility()
    ana = books.user("ana", "secreta")
    contracts = []
    for _ in range(CONTRACTS):
        home = books.contract([ana])
        books.open_window(home, datetime.now(UTC))
        contracts.append([home.scope, str(home.meter_id), str(home.register_id)])
    print(json.dumps({"url": backend.url, "contracts": contracts}), flush=True)
    for line in sys.stdin:
        word = line.strip()
        unlucky.is_calm = unlucky.is_calm or word == "calm"
        if word == "drop":
            backend.stop()
            backend.start()
        print(word, flush=True)
    backend.stop()
    print(json.dumps({"puts": unlucky.seen, "faults": unlucky.faults}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
