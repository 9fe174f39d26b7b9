"""What the services need of the operating system; `system/` provides it, tests fake it."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Ports:
    """The operating system as the services see it. `data_dir` is private to this OS user."""

    data_dir: Path
    secrets: SecretStore
    clock: Clock
    device: str  # random id of this installation, told to the server with the session
