"""What the real server may answer while we send: it was restored, it does not know us any more, it
takes a right away, it stumbles. Each reading counts once or waits for the person."""

from __future__ import annotations

import json

import pytest

from backend import models as m
from desktop.domain.errors import Code
from desktop.domain.submissions import SubmissionState
from desktop.services.office import Office
from desktop.services.results import Connection
from tests.faults.conftest import House, enter, reading, state
from tests.support import chaos, spoilt_line
from tests.support.chaos import Chaos, Exchange, problem
from tests.support.offices import synced

SUBMISSIONS = "/v1/submissions/"
QUEUED, UNCERTAIN = SubmissionState.QUEUED, SubmissionState.UNCERTAIN
ACCEPTED, PARKED = SubmissionState.ACCEPTED, SubmissionState.PARKED


@pytest.mark.fault(15, "P")
def test_a_server_restored_while_we_send_is_read_before_more_is_sent(
    house: House, line: Chaos, office: Office
) -> None:
    item = enter(office, house.home)

    def restored(exchange: Exchange) -> None:
        with house.server.database.writing() as session:
            session.get_one(m.FeedMeta, 1).epoch += 1
        chaos.through(house.port)(exchange)

    line.otherwise = spoilt_line.at_first(house.port, restored, of=SUBMISSIONS)
    outcome = synced(office)
    assert outcome.error is None
    assert state(office, item).state is ACCEPTED
    assert house.effects() == [item.op_id]
    puts = [r for r in line.requests if r.method == "PUT"]
    assert [r.headers["if-epoch"] for r in puts][:2] == ["1", "2"]


@pytest.mark.fault(15, "P")
def test_a_restored_server_gets_again_what_it_lost(
    house: House, line: Chaos, office: Office
) -> None:
    item = enter(office, house.home)
    synced(office)
    assert state(office, item).state is ACCEPTED
    with house.server.database.writing() as session:
        session.query(m.Submission).delete()
        for row in session.query(m.Reading).filter(m.Reading.origin_op_id.is_not(None)):
            session.delete(row)
        session.get_one(m.FeedMeta, 1).epoch += 1
    assert synced(office).error is None
    assert state(office, item).state is ACCEPTED
    assert house.effects() == [item.op_id] == [row.op_id for row in house.decided()]


@pytest.mark.fault(26, "P")
def test_a_token_that_ran_out_is_renewed_and_the_reading_sent_again(
    house: House, line: Chaos, office: Office
) -> None:
    item = enter(office, house.home)

    def expired(exchange: Exchange) -> None:
        house.server.movable_clock.advance(minutes=30)
        chaos.through(house.port)(exchange)

    line.otherwise = spoilt_line.at_first(house.port, expired, of=SUBMISSIONS)
    assert synced(office).error is None
    assert state(office, item).state is ACCEPTED
    assert [r.path for r in line.requests].count("/v1/session/refresh") == 1
    assert house.effects() == [item.op_id]


@pytest.mark.fault(29, "P")
def test_a_session_that_ended_keeps_what_was_to_be_sent(
    house: House, line: Chaos, office: Office
) -> None:
    item = enter(office, house.home)

    def ended(exchange: Exchange) -> None:
        with house.server.database.writing() as session:
            for model in (m.AccessToken, m.RefreshToken):
                session.query(model).delete()
        chaos.through(house.port)(exchange)

    line.otherwise = spoilt_line.at_first(house.port, ended, of=SUBMISSIONS)
    outcome = synced(office)
    assert outcome.error is not None and outcome.error.code is Code.SESSION_EXPIRED
    assert outcome.connection is Connection.AUTH_NEEDED
    assert state(office, item).state is UNCERTAIN
    office.session.sign_in("ana", "secreta")
    assert synced(office).sent == 1
    assert house.effects() == [item.op_id]


@pytest.mark.fault(28, "P")
def test_a_right_taken_away_sets_the_reading_aside_and_loses_nothing(
    house: House, line: Chaos, office: Office
) -> None:
    item, other = enter(office, house.home), enter(office, house.shop)

    def revoked(exchange: Exchange) -> None:
        house.server.books.unlink(1, house.home)
        chaos.through(house.port)(exchange)

    line.otherwise = spoilt_line.at_first(house.port, revoked, of=SUBMISSIONS)
    synced(office)
    parked = state(office, item)
    assert parked.state is PARKED
    assert parked.problem is not None and parked.problem.code == "forbidden"
    assert parked.content == reading(house.home)
    assert house.effects() == [other.op_id]


@pytest.mark.fault(10, "P")
def test_an_id_that_carries_other_bytes_is_set_aside(
    house: House, line: Chaos, office: Office
) -> None:
    item = enter(office, house.home)

    def garbled(exchange: Exchange) -> None:
        form = json.loads(exchange.body)
        form["payload"]["note"] = "another"
        body, sent = exchange.body, json.dumps(form).encode()
        exchange.body, exchange.headers["content-length"] = sent, str(len(sent))
        spoilt_line.delivered(exchange, house.port)
        exchange.body, exchange.headers["content-length"] = body, str(len(body))
        chaos.through(house.port)(exchange)

    line.otherwise = spoilt_line.at_first(house.port, garbled, of=SUBMISSIONS)
    synced(office)
    parked = state(office, item)
    assert parked.state is PARKED
    assert parked.problem is not None and parked.problem.code == "key-reused"
    assert len(house.effects()) == 1


@pytest.mark.fault(45, "P")
def test_a_stream_in_trouble_does_not_hold_another_and_keeps_its_order(
    house: House, line: Chaos, office: Office
) -> None:
    first = enter(office, house.home, 505)
    second = enter(office, house.home, 506)
    elsewhere = enter(office, house.shop, 700)
    line.otherwise = spoilt_line.always(house.port, problem("internal", 500), of=first.op_id)
    synced(office)
    assert [state(office, each).state for each in (first, second, elsewhere)] == [
        UNCERTAIN,
        QUEUED,
        ACCEPTED,
    ]
    line.otherwise = chaos.through(house.port)
    house.advance(hours=2)
    synced(office)
    assert [row.op_id for row in house.decided()] == [
        elsewhere.op_id,
        first.op_id,
        second.op_id,
    ]


@pytest.mark.fault(45, "P")
def test_what_the_server_stumbles_over_is_set_aside_and_others_pass(
    house: House, line: Chaos, office: Office
) -> None:
    poison = enter(office, house.home, 505)
    line.otherwise = spoilt_line.always(house.port, problem("internal", 500), of=poison.op_id)
    for number in range(8):
        enter(office, house.shop, 600 + number)
        house.advance(minutes=10)
        synced(office)
    parked = state(office, poison)
    assert parked.state is PARKED
    assert parked.problem is not None and parked.problem.code == "too-often"
    assert len(house.effects()) == 8
    line.otherwise = chaos.through(house.port)
    office.outbox.retry(poison.op_id)
    assert synced(office).sent == 1
