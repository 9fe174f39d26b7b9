"""Days and deadlines follow the server, however wrong this computer's clock is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.services.clock import ServerClock
from tests.support.offices import FakeClock

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize("wrong", [timedelta(days=3650), timedelta(days=-3650), timedelta(0)])
@pytest.mark.fault(25, "U")
def test_time_is_the_servers_and_goes_on(wrong: timedelta) -> None:
    local = FakeClock(NOON + wrong)
    clock = ServerClock(local)
    clock.hear(NOON)
    assert clock.now() == NOON
    local.advance(hours=2)
    assert clock.now() == NOON + timedelta(hours=2)
    assert clock.offset == -wrong.total_seconds()


@pytest.mark.fault(25, "U")
def test_setting_the_clock_while_we_run_changes_nothing() -> None:
    local = FakeClock(NOON)
    clock = ServerClock(local)
    clock.hear(NOON)
    local.wall += timedelta(days=400)
    assert clock.now() == NOON


def test_after_a_restart_the_difference_is_remembered() -> None:
    local = FakeClock(NOON + timedelta(days=3650))
    clock = ServerClock(local)
    clock.recall(-timedelta(days=3650).total_seconds())
    assert clock.now() == NOON


def test_a_day_is_the_utilitys() -> None:
    clock = ServerClock(FakeClock(datetime(2026, 3, 3, 2, 59, tzinfo=UTC)))
    assert clock.today() == date(2026, 3, 3)
    clock.stay_in("America/Montevideo")
    assert clock.today() == date(2026, 3, 2)
