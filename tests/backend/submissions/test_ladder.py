"""Every rung of the ladder for a customer's own reading, and what passes it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from backend import models as m
from backend.contracts.models import ContractStatus
from backend.readings.models import Quality, ReadingReason, Source
from tests.backend.submissions.conftest import LAST, Sender, iso, kept, new_id, own_readings, reason
from tests.support.backend import START, RunningBackend

NOON = START - timedelta(hours=1)
PHOTO = b"\xff\xd8\xff\xe0 the dial"
CONFIRM = ["zero_consumption", "less_than_previous", "plausibility"]


def refused(server: RunningBackend, sender: Sender, value: str, **changes: Any) -> dict[str, Any]:
    """The problem of a refusal, which is kept and has changed nothing."""
    before = sender.feed()
    answer = sender.send(value, **changes)
    reason(answer)
    assert sender.feed() == before
    assert kept(server)[-1].status == 422
    problem: dict[str, Any] = answer.json()
    return problem


def last_reading(server: RunningBackend, **fields: Any) -> None:
    with server.database.reading() as session:
        row = session.scalars(select(m.Reading).where(m.Reading.read_at == LAST)).one()
    server.books.change(m.Reading, row.id, **fields)


def add_reading(server: RunningBackend, sender: Sender, **fields: Any) -> int:
    usual = {
        "contract_id": sender.home.id,
        "meter_id": sender.home.meter_id,
        "register_id": sender.home.register_id,
    }
    with server.database.writing() as session:
        row = m.Reading(**(usual | fields))
        session.add(row)
        session.flush()
        return row.id


def upload(sender: Sender) -> str:
    sha256 = hashlib.sha256(PHOTO).hexdigest()
    header = {"Authorization": f"Bearer {sender.token}"}
    assert sender.http.put(f"/v1/blobs/{sha256}", content=PHOTO, headers=header).is_success
    return sha256


# --- format


@pytest.mark.parametrize(
    "value", ["", "5 10", "510,5", "510.5", "-510", "+510", "٥١٠", "000510", "x"]
)
def test_a_value_is_at_most_the_digits_before_the_mark(
    server: RunningBackend, ana: Sender, value: str
) -> None:
    problem = refused(server, ana, value)
    assert (problem["reason"], problem["field"]) == ("format", "values")
    assert problem["data"] == {"register_id": str(ana.home.register_id), "digits": 5}


@pytest.mark.parametrize("value", ["510", "00510"])
def test_leading_zeros_may_be_left_out(ana: Sender, value: str) -> None:
    answer = ana.send(value)
    assert answer.json()["result"]["readings"][0]["value"] == "510"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"meter_id": "99"}, "meter_id"),
        ({"meter_id": 1}, "meter_id"),
        ({"values": []}, "values"),
        ({"values": [{"register_id": "77", "value": "00510"}]}, "values"),
        ({"values": "00510"}, "values"),
        ({"read_at": "yesterday"}, "read_at"),
        ({"read_at": "2026-02-30T10:00:00Z"}, "read_at"),
        ({"photo": "not a digest"}, "photo"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_a_payload_of_another_form_is_refused_for_good(
    server: RunningBackend, ana: Sender, changes: dict[str, Any], field: str
) -> None:
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
    future = refused(server, ana, "00510", read_at=iso(START + timedelta(seconds=1)))
    assert (future["reason"], future["data"]) == ("timestamp_future", {"now": iso(START)})
    for at in (LAST, LAST - timedelta(days=1)):
        past = refused(server, ana, "00510", read_at=iso(at))
        assert (past["reason"], past["field"]) == ("before_last_reading", "read_at")
        assert past["data"] == {
            "register_id": str(ana.home.register_id),
            "value": "500",
            "read_at": iso(LAST),
        }


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


# --- zero, lower, band


def test_zero_needs_the_customer_s_word(server: RunningBackend, ana: Sender) -> None:
    problem = refused(server, ana, "00500")
    assert (problem["reason"], problem["data"]["needs_photo"]) == ("zero_consumption", False)
    result = ana.send("00500", confirmed=["zero_consumption"]).json()["result"]
    assert result["review"] == ["zero_consumption"]
    assert (result["readings"][0]["consumption"], result["readings"][0]["quality"]) == (
        "0",
        "questionable",
    )


def test_lower_needs_the_word_and_a_photo_and_has_no_consumption(
    server: RunningBackend, ana: Sender
) -> None:
    problem = refused(server, ana, "00499")
    assert (problem["reason"], problem["field"]) == ("less_than_previous", "values")
    assert problem["data"] == {
        "register_id": str(ana.home.register_id),
        "value": "500",
        "read_at": iso(LAST),
        "needs_photo": True,
    }
    without = refused(server, ana, "00499", confirmed=["less_than_previous"])
    assert (without["reason"], without["field"]) == ("less_than_previous", "photo")
    answer = ana.send("00499", confirmed=["less_than_previous"], photo=upload(ana))
    (reading,) = answer.json()["result"]["readings"]
    assert (reading["quality"], reading["consumption"], reading["days"]) == (
        "questionable",
        None,
        None,
    )


def test_the_dial_went_past_its_end(server: RunningBackend, ana: Sender) -> None:
    last_reading(server, value=Decimal(99_995))
    (reading,) = ana.send("00004").json()["result"]["readings"]
    assert (reading["consumption"], reading["is_rollover"], reading["quality"]) == (
        "9",
        True,
        "customer",
    )


@pytest.mark.parametrize(("last", "value"), [(89_999, "00004"), (99_995, "00020")])
def test_a_rollover_from_too_low_or_too_far_is_none(
    server: RunningBackend, ana: Sender, last: int, value: str
) -> None:
    last_reading(server, value=Decimal(last))
    assert refused(server, ana, value)["reason"] == "less_than_previous"


def test_a_rollover_where_nothing_is_usual(server: RunningBackend, beto: Sender) -> None:
    at = START - timedelta(days=30)
    add_reading(server, beto, value=Decimal(95_000), read_at=at)
    assert refused(server, beto, "05001")["reason"] == "less_than_previous"
    (reading,) = beto.send("05000").json()["result"]["readings"]
    assert (reading["consumption"], reading["is_rollover"]) == ("10000", True)


def test_an_estimate_that_was_too_high_is_given_back(server: RunningBackend, ana: Sender) -> None:
    last_reading(server, quality=Quality.ESTIMATED, source=Source.SYSTEM)
    result = ana.send("00495").json()["result"]
    (reading,) = result["readings"]
    assert (reading["quality"], reading["consumption"]) == ("questionable", "-5")
    assert result["review"] == ["less_than_previous"]


def test_an_estimate_does_not_explain_less_than_was_measured_before(
    server: RunningBackend, ana: Sender
) -> None:
    last_reading(server, quality=Quality.ESTIMATED, source=Source.SYSTEM)
    assert refused(server, ana, "00489")["reason"] == "less_than_previous"


@pytest.mark.parametrize("value", ["00505", "00520"])
def test_the_band_has_its_ends_in_it(ana: Sender, value: str) -> None:
    (reading,) = ana.send(value).json()["result"]["readings"]
    assert reading["quality"] == "customer"


@pytest.mark.parametrize("value", ["00504", "00521", "00540"])
def test_outside_the_soft_band_the_word_is_enough(
    server: RunningBackend, ana: Sender, value: str
) -> None:
    problem = refused(server, ana, value)
    assert (problem["reason"], problem["data"]["needs_photo"]) == ("plausibility", False)
    figures = {name: problem["data"][name] for name in ("low", "high", "hard", "unit")}
    assert figures == {"low": "5", "high": "20", "hard": "40", "unit": "m3"}
    assert problem["data"]["consumption"] == str(int(value) - 500)
    result = ana.send(value, confirmed=["plausibility"]).json()["result"]
    assert result["review"] == ["plausibility"]
    assert result["readings"][0]["quality"] == "questionable"


def test_above_the_hard_limit_a_photo_is_needed(server: RunningBackend, ana: Sender) -> None:
    assert refused(server, ana, "00541")["data"]["needs_photo"] is True
    assert refused(server, ana, "00541", confirmed=CONFIRM)["field"] == "photo"
    answer = ana.send("00541", confirmed=CONFIRM, photo=upload(ana))
    assert answer.json()["result"]["review"] == ["plausibility"]


def test_the_limits_are_the_utility_s(server: RunningBackend, ana: Sender) -> None:
    server.books.utility(
        reading_soft_low=Decimal("0.1"),
        reading_soft_high=Decimal("1.5"),
        reading_hard_high=Decimal(3),
    )
    assert ana.http.get("/v1/utility").json()["self_reading"] == {
        "soft_low": "0.1",
        "soft_high": "1.5",
        "hard_high": "3",
    }
    assert refused(server, ana, "00516")["reason"] == "plausibility"
    assert refused(server, ana, "00531")["data"]["needs_photo"] is True
    assert ana.send("00501").json()["result"]["review"] == []


def test_last_year_s_season_counts_more_than_the_last_months(
    server: RunningBackend, ana: Sender
) -> None:
    with server.database.writing() as session:
        for row in session.scalars(select(m.Reading)):
            days = (NOON - row.read_at).days
            row.consumption = Decimal(100 if 330 <= days <= 400 else 10)
    assert refused(server, ana, "00520")["data"]["low"] == "50"
    assert ana.send("00600").status_code == 200


def test_without_last_year_the_last_three_measured_periods_count(
    server: RunningBackend, ana: Sender
) -> None:
    with server.database.writing() as session:
        rows = session.scalars(select(m.Reading).order_by(m.Reading.read_at.desc())).all()
        for row in rows[5:]:
            session.delete(row)
        for row, used in zip(rows, (30, 900, 30, 30, 500), strict=False):
            row.consumption = Decimal(used)
        rows[1].quality = Quality.ESTIMATED
    problem = refused(server, ana, "00501")
    assert problem["data"]["low"] == "15"


def test_the_first_reading_of_a_meter_has_nothing_to_be_compared_with(
    ana: Sender, beto: Sender
) -> None:
    (reading,) = beto.send("54321").json()["result"]["readings"]
    assert (reading["consumption"], reading["days"], reading["quality"]) == (None, None, "customer")


def test_after_a_change_of_meter_both_stretches_count(server: RunningBackend, ana: Sender) -> None:
    changed = START - timedelta(days=10)
    add_reading(
        server,
        ana,
        value=Decimal(508),
        read_at=changed,
        reason=ReadingReason.REMOVED,
        consumption=Decimal(8),
        days=20,
    )
    server.books.change(m.Meter, ana.home.meter_id, removed_on=changed.date())
    with server.database.writing() as session:
        register = m.Register(unit="m3", integer_digits=5, decimal_digits=0)
        meter = m.Meter(
            contract_id=ana.home.id,
            serial="NEW",
            installed_on=changed.date(),
            registers=[register],
        )
        session.add(meter)
        session.flush()
        new = {"meter_id": str(meter.id), "register": register.id, "meter": meter.id}
    add_reading(
        server,
        ana,
        value=Decimal(2),
        read_at=changed + timedelta(hours=1),
        reason=ReadingReason.INSTALLED,
        meter_id=new["meter"],
        register_id=new["register"],
    )
    assert refused(server, ana, "00510")["reason"] == "meter_decommissioned"

    def values(value: str) -> dict[str, Any]:
        return {
            "meter_id": new["meter_id"],
            "values": [{"register_id": str(new["register"]), "value": value}],
        }

    # 8 of the old meter and 15 of the new one, where 10 are usual in a month.
    assert refused(server, ana, "", **values("00017"))["data"]["consumption"] == "23"
    (reading,) = ana.send("", **values("00004")).json()["result"]["readings"]
    assert (reading["consumption"], reading["days"]) == ("2", 10)


def test_a_multiplier_turns_what_the_dial_shows_into_units(
    server: RunningBackend, ana: Sender
) -> None:
    server.books.change(m.Register, ana.home.register_id, multiplier=Decimal("1.5"))
    (reading,) = ana.send("00510").json()["result"]["readings"]
    assert reading["consumption"] == "15.0"


def test_decimals_that_the_utility_read_do_not_stand_in_the_way(
    server: RunningBackend, ana: Sender
) -> None:
    last_reading(server, value=Decimal("500.750"))
    assert refused(server, ana, "00500")["reason"] == "zero_consumption"
    assert ana.send("00510").json()["result"]["readings"][0]["consumption"] == "10"


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
