"""What an operator may set."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PasswordCost:
    """argon2id parameters: passes and KiB of memory."""

    passes: int = 3
    memory_kib: int = 65536


@dataclass(frozen=True, slots=True)
class Smtp:
    """A server that takes mail; `seconds` is how long it may be silent."""

    host: str
    port: int = 587
    username: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = True
    seconds: float = 30


@dataclass(frozen=True, slots=True)
class Post:
    """How mail leaves: over `smtp`, or as files into `folder`, or, with neither, shown on a page
    of this service, which is for demonstrations only. `public_url` is where customers reach the
    service, for links in mail; empty means the demonstration's own address."""

    author: str = "Oficina Virtual <oficina@localhost>"
    public_url: str = ""
    smtp: Smtp | None = None
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """`database_url` is `sqlite:///file` or `postgresql://...`. `start` sets the server's clock to
    a fixed instant from which it runs on. Without `post`, mail waits in the database."""

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
    # Where banks reach this service; empty: at the address where the customer did.
    public_url: str = ""
    bank_simulator: str = ""  # http://HOST:PORT of a simulated bank
    bank_poll_seconds: int = 20
    post: Post | None = None
