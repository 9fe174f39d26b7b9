"""A person who enters readings as fast as they can while the app syncs; to be killed.

    python -m tests.support.outbox_process FOLDER SEED work|calm < what utility_process printed

`work` prints `ready`, then `kept OP_ID` after each `enqueue` that returned and `cancelled OP_ID`
after each `cancel` that did. `calm` enters nothing: it syncs until nothing is pending and prints
every submission as `STATE OP_ID REFERENCE`.
"""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.domain.errors import SessionError
from desktop.domain.submissions import SubmissionState
from desktop.services.office import Office
from desktop.services.ports import Ports
from desktop.services.sync.state import Policy
from desktop.system.device import device_id

PATIENCE = 120.0  # seconds until calm has to be reached
PAUSE = 0.02  # seconds between two entries, at most


class FileKeyring:
    """A `SecretStore` that outlives the process, as a computer's does."""

    is_persistent = True

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._values: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}

    def read(self, name: str) -> str | None:
        with self._lock:
            return self._values.get(name)

    def write(self, name: str, value: str) -> None:
        with self._lock:
            self._values[name] = value
            self._keep()

    def delete(self, name: str) -> None:
        with self._lock:
            self._values.pop(name, None)
            self._keep()

    def _keep(self) -> None:
        fresh = self._path.with_suffix(".fresh")
        fresh.write_text(json.dumps(self._values))
        fresh.replace(self._path)


class WallClock:
    """This computer's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


def reading(contract: list[str], number: int) -> dict[str, Any]:
    """The `number`-th reading of a contract; each is later and higher than the one before, so
    that the server refuses any that arrives out of order."""
    _scope, meter, register = contract
    begin = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    read_at = begin - timedelta(days=2) + timedelta(seconds=number)
    return {
        "meter_id": meter,
        "values": [{"register_id": register, "value": str(number)}],
        "read_at": read_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "confirmed": [],
        "photo": None,
        "note": "",
    }


def work(office: Office, contracts: list[list[str]], rng: random.Random) -> None:
    """Enter readings, and now and then take one back, until somebody kills this process."""

    def sync_on() -> None:
        while True:
            office.sync.run(lambda _done, _total: None, lambda: False)

    entered = {contract[0]: 0 for contract in contracts}
    for item in office.outbox.items():
        entered[item.stream] += 1
    threading.Thread(target=sync_on, daemon=True).start()
    never = threading.Event()
    while True:
        contract = rng.choice(contracts)
        scope = contract[0]
        entered[scope] += 1
        item = office.outbox.enqueue(
            "self_reading", scope, scope, reading(contract, entered[scope])
        )
        print("kept", item.op_id, flush=True)
        if rng.random() < 0.1:
            # Perhaps one that is on its way at this moment: then it is too late.
            waiting = office.outbox.items(include_done=False) or (item,)
            unwanted = office.outbox.cancel(rng.choice(waiting).op_id)
            if unwanted.state is SubmissionState.CANCELLED:
                print("cancelled", unwanted.op_id, flush=True)
        never.wait(rng.random() * PAUSE)


def calm(office: Office) -> None:
    """Sync until nothing is pending, then say what became of everything."""
    until = time.monotonic() + PATIENCE
    while office.outbox.pending_count() and time.monotonic() < until:
        outcome = office.sync.run(lambda _done, _total: None, lambda: False)
        if isinstance(outcome.error, SessionError):  # killed too often while it was renewed
            office.session.sign_in("ana", "secreta")
    report = office.outbox.report()
    print("report", report and report.restored, flush=True)
    for item in office.outbox.items():
        print(item.state.value, item.op_id, item.reference, flush=True)


def main(folder: Path, seed: int, task: str) -> None:
    """One start of the app."""
    utility = json.loads(sys.stdin.readline())
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    keyring = FileKeyring(folder / "keyring.json")
    ports = Ports(data, keyring, WallClock(), device_id(data))
    office = Office(utility["url"], ports)
    if office.session.restore() is None:
        office.session.sign_in("ana", "secreta")
    office.sync.policy = Policy(retries=0, cap=0.05)
    print("ready", flush=True)
    if task == "work":
        work(office, utility["contracts"], random.Random(seed))
    calm(office)
    office.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
