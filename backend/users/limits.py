"""How often an address may fail to sign in."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from threading import Lock

from backend.clock import Clock
from backend.problems import Problem

_WINDOW = timedelta(minutes=1)


class FailureLimiter:
    """Counts failures per network address in this process: a guard against trying many names,
    beside the lock on one name."""

    def __init__(self, clock: Clock, per_minute: int) -> None:
        self._clock = clock
        self._per_minute = per_minute
        self._failures: dict[str, deque[datetime]] = {}
        self._lock = Lock()

    def check(self, address: str) -> None:
        """Raises `rate-limited` while the address has failed too often."""
        now = self._clock.now()
        with self._lock:
            recent = self._recent(address, now)
            if len(recent) >= self._per_minute:
                wait = (recent[0] + _WINDOW - now).total_seconds()
                raise Problem("rate-limited", headers={"Retry-After": str(max(1, round(wait)))})

    def failed(self, address: str) -> None:
        """Note a failure."""
        now = self._clock.now()
        with self._lock:
            self._failures.setdefault(address, deque()).append(now)
            for other in list(self._failures):
                if not self._recent(other, now):
                    del self._failures[other]

    def _recent(self, address: str, now: datetime) -> deque[datetime]:
        recent = self._failures.get(address, deque())
        while recent and now - recent[0] >= _WINDOW:
            recent.popleft()
        return recent
