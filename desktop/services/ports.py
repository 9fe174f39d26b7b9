"""What the services need of the operating system; `system/` provides it, tests fake it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol


class SecretStore(Protocol):
    """Keeps small secrets outside our files (an OS keyring), or only in memory.

    Values are text under 1 200 characters (Windows Credential Locker). A store that fails raises
    `StoreError(KEY_LOST)`.
    """

    @property
    def is_persistent(self) -> bool:
        """Whether what is kept survives the end of the process."""

    def read(self, name: str) -> str | None:
        """The secret, or None if there is none."""

    def write(self, name: str, value: str) -> None:
        """Keep `value` under `name`."""

    def delete(self, name: str) -> None:
        """Forget `name`; no error where it is unknown."""


class Clock(Protocol):
    """Time of this computer."""

    def now(self) -> datetime:
        """Wall clock, UTC. Only for showing and for guessing server time while offline."""

    def monotonic(self) -> float:
        """Seconds that never go back."""


class Browser(Protocol):
    """The system's own browser, and the door through which it may come back. On the GUI thread;
    nothing here waits."""

    def open(self, url: str) -> bool:
        """Show a page; False where there is no browser to be had."""

    def expect_return(self, came: Callable[[], None]) -> int | None:
        """Listen on this computer alone until somebody comes; `came` is called once then, and
        means no more than that. The port, None where none can be had."""

    def stop_expecting(self) -> None:
        """Listen no more. Idempotent."""


class NoBrowser:
    """Where there is no browser."""

    def open(self, url: str) -> bool:
        """No."""
        del url
        return False

    def expect_return(self, came: Callable[[], None]) -> int | None:
        """Nobody comes."""
        del came
        return None

    def stop_expecting(self) -> None:
        """Nothing to stop."""


@dataclass(frozen=True, slots=True)
class Ports:
    """The operating system as the services see it. `data_dir` is private to this OS user."""

    data_dir: Path
    secrets: SecretStore
    clock: Clock
    device: str  # random id of this installation, told to the server with the session
    browser: Browser = field(default_factory=NoBrowser)
