"""Time of the server. Every deadline and every time stamp comes from here."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime


class Clock:
    """UTC time. With `start`, it begins there and runs at the usual pace, so that a
    demonstration always lives on the same day."""

    def __init__(
        self, start: datetime | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("the start of a clock needs a zone")
        self._start = start
        self._monotonic = monotonic
        self._origin = monotonic()

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        if self._start is None:
            return datetime.now(UTC)
        elapsed = self._monotonic() - self._origin
        return datetime.fromtimestamp(self._start.timestamp() + elapsed, UTC)


def iso(instant: datetime) -> str:
    """ISO 8601 in UTC with `Z`; whole seconds unless there are microseconds."""
    text = instant.astimezone(UTC).isoformat()
    return text.removesuffix("+00:00") + "Z"
