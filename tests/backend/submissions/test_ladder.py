"""The first rungs for a customer's own reading: form, supply, date and window."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from backend import models as m
from backend.contracts.models import ContractStatus
from backend.readings.models import Quality, Source
from tests.backend.submissions.conftest import LAST, Sender, iso
from tests.backend.submissions.rungs import (
    CONFIRM,
    add_reading,
    refused,
)
from tests.support.backend import START, RunningBackend

# --- format


def test_a_value_is_at_most_the_digits_before_the_mark(server: RunningBackend, ana: Sender) -> None:
    for value in ("", "5 10", "510,5", "510.5", "-510", "+510", "٥١٠", "000510", "x"):
        problem = refused(server, ana, value)
        assert (value, problem["reason"], problem["field"]) == (value, "format", "values")
        assert problem["data"] == {"register_id": str(ana.home.register_id), "digits": 5}


@pytest.mark.parametrize("value", ["510", "00510"])
def test_leading_zeros_may_be_left_out(ana: Sender, value: str) -> None:
    answer = ana.send(value)
    assert answer.json()["result"]["readings"][0]["value"] == "510"


OTHER_FORMS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("meter_id", {"meter_id": "99"}),
    ("meter_id", {"meter_id": 1}),
    ("values", {"values": []}),
    ("values", {"values": [{"register_id": "77", "value": "00510"}]}),
    ("values", {"values": "00510"}),
    ("read_at", {"read_at": "yesterday"}),
    ("read_at", {"read_at": "2026-02-30T10:00:00Z"}),
    ("photo", {"photo": "not a digest"}),
    ("surprise", {"surprise": 1}),
)


def test_a_payload_of_another_form_is_refused_for_good(server: RunningBackend, ana: Sender) -> None:
    for field, changes in OTHER_FORMS:
        problem = refused(server, ana, "00510", **changes)
        assert (problem["reason"], problem["field"]) == ("format", field)


def test_every_register_once(server: RunningBackend, ana: Sender) -> None:
    one = {"register_id": str(ana.home.register_id), "value": "00510"}
    for values in ([one, one], [one, {"register_id": "77", "value": "00510"}]):
        assert refused(server, ana, "", values=values)["reason"] == "format"


def test_the_meter_of_another_contract_is_not_known(
    server: RunningBackend, ana: Sender, beto: Sender
) -> None:
    problem = refused(server, ana, "00510", meter_id=str(beto.home.meter_id))
    assert (problem["reason"], problem["field"]) == ("format", "meter_id")


# --- supply, date and window


@pytest.mark.parametrize("status", [ContractStatus.ENDED, ContractStatus.CUT])
def test_no_reading_where_nothing_is_supplied(
    server: RunningBackend, ana: Sender, status: ContractStatus
) -> None:
    server.books.change(m.Contract, ana.home.id, status=status)
    problem = refused(server, ana, "00510")
    assert (problem["reason"], problem["data"]) == ("contract_ended", {"status": status.value})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"removed_on": date(2026, 2, 20)}, "meter_decommissioned"),
        ({"telemetered": True}, "telemetered"),
    ],
)
def test_no_reading_of_a_meter_that_does_not_need_it(
    server: RunningBackend, ana: Sender, fields: dict[str, Any], expected: str
) -> None:
    server.books.change(m.Meter, ana.home.meter_id, **fields)
    assert refused(server, ana, "00510")["reason"] == expected


def test_without_a_window_and_outside_it(server: RunningBackend, ana: Sender) -> None:
    early = refused(server, ana, "00510", read_at=iso(START - timedelta(days=6)))
    assert (early["reason"], early["field"]) == ("outside_window", "read_at")
    assert early["data"] == {
        "opens_at": "2026-02-25T12:00:00Z",
        "closes_at": "2026-03-07T12:00:00Z",
    }
    server.books.change(m.Contract, ana.home.id, window_opens_at=None, window_closes_at=None)
    assert refused(server, ana, "00510")["reason"] == "no_window"


def test_the_server_s_clock_closes_the_window_unless_there_is_grace(
    server: RunningBackend, ana: Sender
) -> None:
    server.movable_clock.advance(days=5, hours=2)
    ana.token = ana.http.post(
        "/v1/session", json={"username": "ana", "password": "clave", "device": "pc"}
    ).json()["access_token"]
    assert refused(server, ana, "00510")["reason"] == "outside_window"
    server.books.utility(reading_grace_hours=2)
    assert ana.send("00510").status_code == 200


def test_not_in_the_future_and_not_before_the_last_reading(
    server: RunningBackend, ana: Sender
) -> None:
    soon = START + timedelta(minutes=5)
    future = refused(server, ana, "00510", read_at=iso(soon + timedelta(seconds=1)))
    assert (future["reason"], future["data"]) == ("timestamp_future", {"now": iso(START)})
    for at in (LAST, LAST - timedelta(days=1)):
        past = refused(server, ana, "00510", read_at=iso(at))
        assert (past["reason"], past["field"]) == ("before_last_reading", "read_at")
        assert past["data"] == {
            "register_id": str(ana.home.register_id),
            "value": "500",
            "read_at": iso(LAST),
        }
    assert ana.send("00510", read_at=iso(soon)).status_code == 200, "a clock may be early"


def test_the_utility_was_there_already(server: RunningBackend, ana: Sender) -> None:
    add_reading(server, ana, value=Decimal(505), read_at=START - timedelta(days=2))
    problem = refused(server, ana, "00510")
    assert problem["reason"] == "duplicate_reading"
    assert problem["data"]["value"] == "505"


def test_an_estimate_in_the_window_does_not_close_it(server: RunningBackend, ana: Sender) -> None:
    add_reading(
        server,
        ana,
        value=Decimal(505),
        read_at=START - timedelta(days=2),
        quality=Quality.ESTIMATED,
        source=Source.SYSTEM,
    )
    answer = ana.send("00506", confirmed=CONFIRM)
    assert answer.json()["result"]["readings"][0]["consumption"] == "1"
