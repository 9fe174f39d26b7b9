"""Offices for tests: real ones, with a keyring in memory that a test can break."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.domain.errors import Code, StoreError
from desktop.services.office import Office
from desktop.services.ports import Ports
from desktop.services.results import SyncOutcome
from desktop.services.sync.state import Policy


class FakeKeyring:
    """A `SecretStore` that outlives offices. `values` is what it holds; set `fails` or `garbles`
    to break it."""

    def __init__(self, *, is_persistent: bool = True) -> None:
        self.values: dict[str, str] = {}
        self.is_persistent = is_persistent
        self.fails = False
        self.garbles = False

    def read(self, name: str) -> str | None:
        self._check()
        value = self.values.get(name)
        return value[:-1] if value and self.garbles else value

    def write(self, name: str, value: str) -> None:
        self._check()
        self.values[name] = value

    def delete(self, name: str) -> None:
        self._check()
        self.values.pop(name, None)

    def _check(self) -> None:
        if self.fails:
            raise StoreError(Code.KEY_LOST, detail="locked")


class FakeClock:
    """This computer's clock, moved by hand: `wall` may be wrong, `elapsed` only grows."""

    def __init__(self, wall: datetime | None = None) -> None:
        self.wall = wall or datetime(2026, 3, 2, 12, tzinfo=UTC)
        self.elapsed = 0.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.elapsed

    def advance(self, **parts: float) -> None:
        """Let time pass, on both clocks."""
        passed = timedelta(**parts)
        self.wall += passed
        self.elapsed += passed.total_seconds()


@contextmanager
def an_office(
    server: str,
    folder: Path,
    keyring: FakeKeyring | None = None,
    clock: FakeClock | None = None,
) -> Iterator[Office]:
    """An office as the app builds it, closed at the end of the block."""
    ports = Ports(folder, keyring or FakeKeyring(), clock or FakeClock(), "test-device")
    office = Office(server, ports)
    try:
        yield office
    finally:
        office.close()


def synced(office: Office) -> SyncOutcome:
    """Sync to the end, without trying again where something fails."""
    office.sync.policy = Policy(retries=0)
    return office.sync.run(lambda _done, _total: None, lambda: False)
