"""The server's time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from backend.clock import Clock, iso


def test_a_started_clock_runs_on_from_its_start() -> None:
    seconds = iter([100.0, 100.0, 190.5])
    clock = Clock(datetime(2026, 3, 2, 12, tzinfo=UTC), lambda: next(seconds))
    assert clock.now() == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert clock.now() == datetime(2026, 3, 2, 12, 1, 30, 500_000, UTC)


def test_without_a_start_it_is_this_computers() -> None:
    assert abs(Clock().now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_start_without_a_zone_is_nobodys_time() -> None:
    with pytest.raises(ValueError, match="zone"):
        Clock(datetime(2026, 3, 2))  # noqa: DTZ001 - what is refused here


def test_instants_are_written_in_utc_with_z() -> None:
    montevideo = timezone(timedelta(hours=-3))
    assert iso(datetime(2026, 3, 2, 21, 5, tzinfo=montevideo)) == "2026-03-03T00:05:00Z"
