"""A second reading in a cycle, and meters with several registers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from backend import models as m
from tests.backend.submissions.conftest import Sender, iso, new_id, own_readings
from tests.backend.submissions.rungs import (
    NOON,
    refused,
)
from tests.support.backend import START, RunningBackend

# --- duplicate


def test_a_second_reading_replaces_the_first_and_the_books_keep_both(
    server: RunningBackend, ana: Sender
) -> None:
    first, second = new_id(), new_id()
    assert ana.send("00510", first).status_code == 200
    (before,) = own_readings(server)
    answer = ana.send("00512", second, read_at=iso(START))
    assert answer.json()["result"]["readings"][0]["consumption"] == "12"
    (after,) = own_readings(server)
    assert (after.id, after.origin_op_id) == (before.id, second)
    assert after.value == 512
    assert [r["value"] for r in ana.feed() if r["origin_op_id"] == second] == ["512"]
    with server.database.reading() as session:
        (old,) = session.scalars(select(m.ReplacedReading))
    assert (old.reading_id, old.origin_op_id) == (before.id, first)
    assert old.value == 510
    assert (old.read_at, old.replaced_at) == (NOON, START)


def test_the_same_again_an_older_one_and_a_billed_one_are_duplicates(
    server: RunningBackend, ana: Sender
) -> None:
    assert ana.send("00510").status_code == 200
    for value, at in (("00510", START), ("00512", NOON - timedelta(days=1))):
        problem = refused(server, ana, value, read_at=iso(at))
        assert problem["reason"] == "duplicate_reading"
        assert problem["data"]["read_at"] == iso(NOON)
    (own,) = own_readings(server)
    server.books.change(m.Reading, own.id, invoice_number="A-1")
    assert refused(server, ana, "00512", read_at=iso(START))["reason"] == "duplicate_reading"


def test_the_next_cycle_begins_from_the_customer_s_own_reading(
    server: RunningBackend, ana: Sender
) -> None:
    assert ana.send("00510").status_code == 200
    server.movable_clock.advance(days=30)
    server.books.open_window(ana.home, server.movable_clock.now())
    ana.token = ana.http.post(
        "/v1/session", json={"username": "ana", "password": "clave", "device": "pc"}
    ).json()["access_token"]
    answer = ana.send("00521", read_at=iso(START + timedelta(days=30)))
    (reading,) = answer.json()["result"]["readings"]
    assert (reading["consumption"], reading["days"]) == ("11", 30)
    assert len(own_readings(server)) == 2


# --- several registers


@pytest.fixture
def night(server: RunningBackend, ana: Sender) -> Callable[..., list[dict[str, str]]]:
    """A second register, read at the same visits; makes values of both."""
    with server.database.writing() as session:
        register = m.Register(
            meter_id=ana.home.meter_id, code="2", unit="kWh", integer_digits=6, decimal_digits=1
        )
        session.add(register)
        session.flush()
        night = register.id
        for row in session.scalars(select(m.Reading)).all():
            session.add(
                m.Reading(
                    contract_id=ana.home.id,
                    meter_id=ana.home.meter_id,
                    register_id=night,
                    value=row.value * 100,
                    read_at=row.read_at,
                    consumption=Decimal(1000),
                    days=30,
                )
            )

    def values(day: str, late: str) -> list[dict[str, str]]:
        return [
            {"register_id": str(night), "value": late},
            {"register_id": str(ana.home.register_id), "value": day},
        ]

    return values


def test_every_register_is_judged_and_kept(
    server: RunningBackend, ana: Sender, night: Callable[..., list[dict[str, str]]]
) -> None:
    problem = refused(server, ana, "", values=night("00510", "055000"))
    assert (problem["reason"], problem["data"]["unit"]) == ("plausibility", "kWh")
    assert refused(server, ana, "00510")["reason"] == "format"
    answer = ana.send("", values=night("00510", "051000"))
    readings = answer.json()["result"]["readings"]
    assert [reading["consumption"] for reading in readings] == ["10", "1000"]
    assert {row.origin_op_id for row in own_readings(server)} == {answer.json()["op_id"]}


def test_an_odd_register_makes_only_its_own_reading_questionable(
    ana: Sender, night: Callable[..., list[dict[str, str]]]
) -> None:
    values = night("00510", "053000")
    result = ana.send("", values=values, confirmed=["plausibility"]).json()["result"]
    assert [r["quality"] for r in result["readings"]] == ["customer", "questionable"]
    assert result["review"] == ["plausibility"]


def test_one_register_that_says_something_else_replaces_both(
    server: RunningBackend, ana: Sender, night: Callable[..., list[dict[str, str]]]
) -> None:
    assert ana.send("", values=night("00510", "051000")).status_code == 200
    again = ana.send("", values=night("00510", "051100"), read_at=iso(START))
    assert again.status_code == 200
    assert [row.value for row in own_readings(server)] == [510, 51100]
    assert refused(server, ana, "", values=night("00510", "051100"))["reason"] == (
        "duplicate_reading"
    )
