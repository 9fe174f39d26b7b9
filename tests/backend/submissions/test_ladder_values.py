"""The rungs about the value: zero, lower than the one before, band."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from backend import models as m
from backend.readings.models import Quality, ReadingReason, Source
from tests.backend.submissions.conftest import LAST, Sender, iso
from tests.backend.submissions.rungs import (
    CONFIRM,
    NOON,
    add_reading,
    last_reading,
    refused,
    upload,
)
from tests.support.backend import START, RunningBackend

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


def test_a_rollover_from_too_low_or_too_far_is_none(server: RunningBackend, ana: Sender) -> None:
    for last, value in ((89_999, "00004"), (99_995, "00020")):
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
