"""How old what is shown is, and how sure we are that it is complete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

STALE_AFTER = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Freshness:
    """`verified_at` is the server time (UTC) at which the mirror was proven complete by count
    and digest; None while the first sync has not finished."""

    verified_at: datetime | None

    def is_stale(self, now: datetime) -> bool:
        """Whether the data are older than a day, by server time."""
        return self.verified_at is None or now - self.verified_at > STALE_AFTER
