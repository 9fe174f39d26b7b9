"""A sync in a process of its own, to be killed: `python -m tests.support.sync_process FOLDER`.

Prints the number of the page it continues from, then a line for each page, then `done`.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop.services.results import SyncStep
from desktop.services.sync.driver import Driver
from desktop.services.sync.state import Policy
from tests.support.feed_server import FeedServer
from tests.support.stores import Disk

SCOPE = "C-1"
ROWS = 6000
PAGE = 20


class WallClock:
    """Time of this computer."""

    def now(self) -> datetime:
        """UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Nobody asks."""
        return 0.0


def utility() -> FeedServer:
    """The same server in every process."""
    server = FeedServer(SCOPE)
    for number in range(ROWS):
        served = server.scopes[SCOPE]
        served.seq += 1
        served.rows["invoice", str(number)] = (served.seq, b"%06d" % number * 100)
    return server


def main(root: Path) -> None:
    """Sync until the end, or until somebody kills this process."""
    store = Disk(root).open()
    cursors = store.cache.resume().cursors
    staged = cursors[0].staged if cursors else None
    print(0 if staged is None else staged.token.split("/")[1], flush=True)

    def progress(step: SyncStep) -> None:
        print(step.rows, flush=True)

    driver = Driver(
        utility(), store.cache, WallClock(), random.Random(1), policy=Policy(limit=PAGE)
    )
    outcome = driver.run(progress, lambda: False)
    print("done" if outcome.error is None else outcome.error, flush=True)
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
