"""What time it is at the server, and what day it is at the utility.

No decision rests on this computer's wall clock: it may be years wrong, or be set while we run.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from desktop.services.ports import Clock


class ServerClock:
    """Server time: as last heard, carried on by the monotonic clock. Thread-safe."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._zone = ZoneInfo("UTC")
        self._heard: tuple[datetime, float] | None = None
        self._offset = timedelta(0)

    @property
    def offset(self) -> float:
        """Seconds that the server is ahead of this computer's wall clock."""
        return self._offset.total_seconds()

    def hear(self, server_time: datetime) -> None:
        """The server just said what time it is."""
        self._heard = (server_time.astimezone(UTC), self._clock.monotonic())
        self._offset = server_time - self._clock.now()

    def recall(self, offset: float) -> None:
        """Until the server is heard, believe the wall clock plus `offset` seconds."""
        self._offset = timedelta(seconds=offset)

    def stay_in(self, zone: str) -> None:
        """Count days in the IANA zone `zone`."""
        self._zone = ZoneInfo(zone)

    def now(self) -> datetime:
        """Server time, UTC."""
        if self._heard is None:
            return self._clock.now() + self._offset
        when, at = self._heard
        return when + timedelta(seconds=self._clock.monotonic() - at)

    def today(self) -> date:
        """The date at the utility."""
        return self.now().astimezone(self._zone).date()
