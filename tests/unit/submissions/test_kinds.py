"""The kinds of submission there are, and what they say of themselves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop.resources import resource
from desktop.submissions.kinds import discover, kind_of
from desktop.submissions.self_reading.content import RegisterValue, SelfReading, decode, summary

READ_AT = datetime(2026, 11, 22, 17, 2, tzinfo=UTC)
READING = SelfReading(
    "m1",
    (RegisterValue("r1", "00985"), RegisterValue("r2", "00120")),
    READ_AT,
    ("plausibility",),
    "ab" * 32,
    "Detrás del portón",
)


def test_every_kind_has_a_title_an_icon_and_its_own_name() -> None:
    for name, kind in discover().items():
        assert (kind.name, bool(kind.title)) == (name, True)
        assert resource("icons", f"{kind.icon}.svg").is_file()


def test_a_kind_that_this_app_does_not_know_is_still_listed() -> None:
    kind = kind_of("from_the_future")
    assert kind.title == "Envío"
    assert kind.summary({"anything": 1}) == ""


def test_a_contributed_reading_comes_back_as_it_was_entered() -> None:
    assert decode(READING.content()) == READING
    assert kind_of("self_reading").summary(READING.content()) == "00985 · 00120"
    assert summary(READING.content()).startswith("00985")


@pytest.mark.parametrize("hours", [-3, 0, 5])
def test_the_moment_is_told_in_utc(hours: int) -> None:
    there = READ_AT.astimezone(timezone(timedelta(hours=hours)))
    content = SelfReading("m1", (), there).content()
    assert content["read_at"] == "2026-11-22T17:02:00Z"
