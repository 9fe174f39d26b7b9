"""What an operator may set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class PasswordCost:
    """argon2id parameters: passes and KiB of memory."""

    passes: int = 3
    memory_kib: int = 65536


@dataclass(frozen=True, slots=True)
class Settings:
    """`database_url` is `sqlite:///file` or `postgresql://...`. `start` sets the server's clock to
    a fixed instant from which it runs on."""

    database_url: str
    start: datetime | None = None
    access_lifetime: timedelta = timedelta(minutes=10)
    session_lifetime: timedelta = timedelta(days=90)
    refresh_grace: timedelta = timedelta(seconds=60)
    failures_before_lock: int = 5
    lock_time: timedelta = timedelta(minutes=15)
    failures_per_minute: int = 60
    password_cost: PasswordCost = PasswordCost()
    body_limit: int = 65536
    blob_limit: int = 10 * 1024 * 1024
    blobs_per_user: int = 200 * 1024 * 1024
    min_client: tuple[int, int, int] | None = None
