"""The real client sends through a spoilt line to the real server: whatever happens to a request or
its answer, the reading counts once, and what this computer says of it is true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from desktop.api.transport import Limits
from desktop.domain.errors import Code
from desktop.domain.submissions import SubmissionState
from desktop.services.office import Office
from desktop.services.results import Connection
from tests.faults.conftest import House, enter, reading, state
from tests.support import chaos, spoilt_line
from tests.support.chaos import Behaviour, Chaos, Exchange, problem
from tests.support.offices import an_office, synced

SUBMISSIONS = "/v1/submissions/"
QUEUED, UNCERTAIN = SubmissionState.QUEUED, SubmissionState.UNCERTAIN
ACCEPTED, REJECTED = SubmissionState.ACCEPTED, SubmissionState.REJECTED


@dataclass(frozen=True)
class Spoilt:
    """What happens to the first PUT (`times` of them), and what is true after that one sync: the
    state here, and whether the server has decided."""

    behaviour: Callable[[int], Behaviour]
    state: SubmissionState
    is_decided: bool
    times: int = 1


def never_delivered(answer: Behaviour) -> Callable[[int], Behaviour]:
    """The server does not hear of it."""
    return lambda _port: answer


def after_commit(answer: Behaviour) -> Callable[[int], Behaviour]:
    """The server decides, and the client meets `answer`."""
    return lambda port: spoilt_line.after_delivery(port, answer)


BAD_GATEWAY = chaos.answer(b"<html>502</html>", 502, Content_Type="text/html", X_Request_Id=None)
SPOILS = {
    # On a connection that was used before, the client may not know that anything was lost.
    "cut before the server": Spoilt(never_delivered(spoilt_line.reset), UNCERTAIN, False, times=2),
    "answer lost": Spoilt(after_commit(spoilt_line.reset), UNCERTAIN, True, times=2),
    "answer lost once, on an old connection": Spoilt(
        after_commit(spoilt_line.reset), ACCEPTED, True
    ),
    "500 before commit": Spoilt(never_delivered(problem("internal", 500)), UNCERTAIN, False),
    "500 after commit": Spoilt(after_commit(problem("internal", 500)), UNCERTAIN, True),
    "503": Spoilt(never_delivered(problem("unavailable", 503)), UNCERTAIN, False),
    "a gateway's 502 after commit": Spoilt(after_commit(BAD_GATEWAY), UNCERTAIN, True),
    "cut in the answer's body": Spoilt(
        lambda port: spoilt_line.cut_answer(port, lambda answer: answer[:-9]), UNCERTAIN, True
    ),
    "cut in the answer's head": Spoilt(
        lambda port: spoilt_line.cut_answer(port, lambda answer: answer[:40]),
        UNCERTAIN,
        True,
        times=2,
    ),
    "delivered twice": Spoilt(spoilt_line.twice, ACCEPTED, True),
    "an answer that is no JSON": Spoilt(after_commit(chaos.answer(b"oops")), UNCERTAIN, True),
    "an empty answer": Spoilt(after_commit(chaos.answer(b"")), UNCERTAIN, True),
    "an answer for somebody else": Spoilt(
        lambda port: chaos.through(port, lambda body: body.replace(b'"op_id":"', b'"op_id":"0')),
        UNCERTAIN,
        True,
    ),
    "a portal's page in place of one answer": Spoilt(after_commit(chaos.portal), UNCERTAIN, True),
    "rate-limited": Spoilt(
        never_delivered(problem("rate-limited", 429, headers={"Retry-After": "120"})),
        UNCERTAIN,
        False,
    ),
}


@pytest.mark.parametrize("name", SPOILS)
@pytest.mark.fault(5, 6, 7, 8, 55, "P")
def test_a_spoilt_exchange_ends_in_exactly_one_reading(
    house: House, line: Chaos, office: Office, name: str
) -> None:
    spoilt = SPOILS[name]
    item = enter(office, house.home)
    assert state(office, item).state is QUEUED
    line.otherwise = spoilt_line.at_first(
        house.port, spoilt.behaviour(house.port), of=SUBMISSIONS, times=spoilt.times
    )
    outcome = synced(office)
    assert (outcome.connection, outcome.error) == (Connection.ONLINE, None)  # reading still works
    assert state(office, item).state is spoilt.state
    assert [row.op_id for row in house.decided()] == [item.op_id] * spoilt.is_decided
    assert (outcome.retry_in is not None) == (spoilt.state is UNCERTAIN)
    line.otherwise = chaos.through(house.port)
    house.advance(hours=2)
    synced(office)
    settled = state(office, item)
    assert settled.state is ACCEPTED
    assert [row.reference for row in house.decided()] == [settled.reference]
    assert house.effects() == [item.op_id]
    assert office.outbox.pending_count() == 0
    bodies = {r.body for r in line.requests if r.method == "PUT"}
    assert bodies == {item.payload}, "what is sent again are the same bytes"


@pytest.mark.parametrize(("asked", "least"), [("120", 120.0), ("999999999", 3600.0), ("soon", 0.0)])
@pytest.mark.fault(19, "P")
def test_a_server_that_asks_for_patience_gets_it_up_to_an_hour(
    house: House, line: Chaos, office: Office, asked: str, least: float
) -> None:
    enter(office, house.home)
    busy = problem("rate-limited", 429, headers={"Retry-After": asked})
    line.otherwise = spoilt_line.at_first(house.port, busy, of=SUBMISSIONS)
    outcome = synced(office)
    assert outcome.retry_in is not None
    assert least <= outcome.retry_in <= max(least * 1.2, 2.0)
    line.requests.clear()
    again = synced(office)  # too early: nothing is sent
    if least:
        assert not [r for r in line.requests if r.method == "PUT"]
        assert again.retry_in is not None
    house.advance(hours=2)
    assert synced(office).sent == 1


@pytest.mark.fault(21, "P")
def test_while_a_hotel_answers_nothing_is_taken_for_an_answer(
    house: House, line: Chaos, office: Office
) -> None:
    item = enter(office, house.home)

    def caught(exchange: Exchange) -> None:
        line.otherwise = chaos.portal
        chaos.portal(exchange)

    line.otherwise = spoilt_line.at_first(house.port, caught, of=SUBMISSIONS)
    synced(office)
    assert state(office, item).state is UNCERTAIN
    outcome = synced(office)
    assert (outcome.connection, outcome.error and outcome.error.code) == (
        Connection.PORTAL,
        Code.CAPTIVE_PORTAL,
    )
    line.otherwise = chaos.through(house.port)
    house.advance(hours=2)
    synced(office)
    assert state(office, item).state is ACCEPTED
    assert house.effects() == [item.op_id]


@pytest.mark.fault(2, 3, "P")
def test_a_refusal_whose_words_were_cut_is_told_once_they_arrive(
    house: House, line: Chaos, office: Office
) -> None:
    item = enter(office, house.home, read_at="2027-01-01T12:00:00Z")
    cut = spoilt_line.cut_answer(house.port, lambda answer: answer[:-9])
    line.otherwise = spoilt_line.at_first(house.port, cut, of=SUBMISSIONS)
    synced(office)
    assert state(office, item).state is UNCERTAIN
    house.advance(hours=2)
    outcome = synced(office)
    refused = state(office, item)
    assert (refused.state, outcome.refused) == (REJECTED, 1)
    assert refused.problem is not None and refused.problem.code == "timestamp_future"
    assert len(house.decided()) == 1
    corrected = office.outbox.replace(item.op_id, reading(house.home))
    synced(office)
    assert state(office, corrected).state is ACCEPTED
    assert house.effects() == [corrected.op_id]


@pytest.mark.fault(7, "P")
def test_a_lost_answer_can_be_asked_for(house: House, line: Chaos, office: Office) -> None:
    item = enter(office, house.home)
    lost = spoilt_line.after_delivery(house.port, problem("internal", 500))
    line.otherwise = spoilt_line.at_first(house.port, lost, of=SUBMISSIONS)
    synced(office)
    assert office.outbox.check_now(item.op_id).state is ACCEPTED
    assert house.effects() == [item.op_id]


@pytest.mark.fault(5, "P")
def test_what_never_arrived_stays_uncertain_when_asked_for_and_goes_out(
    house: House, line: Chaos, office: Office
) -> None:
    item = enter(office, house.home)
    line.otherwise = spoilt_line.at_first(house.port, problem("internal", 500), of=SUBMISSIONS)
    synced(office)
    assert office.outbox.check_now(item.op_id).state is UNCERTAIN
    assert synced(office).sent == 1  # and nobody has to wait for it
    assert house.effects() == [item.op_id]


@pytest.mark.fault(23, "P")
def test_a_drip_is_cut_and_the_reading_counts_once(
    house: House, line: Chaos, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = enter(office, house.home)
    transport = office.session.client._transport
    monkeypatch.setattr(transport, "_limits", Limits(wall=0.5))
    drip = spoilt_line.after_delivery(house.port, chaos.drip(0.02))
    line.otherwise = spoilt_line.at_first(house.port, drip, of=SUBMISSIONS)
    synced(office)
    assert state(office, item).state is UNCERTAIN
    house.advance(hours=2)
    synced(office)
    assert state(office, item).state is ACCEPTED
    assert house.effects() == [item.op_id]


LOSSES = {
    "lost before": never_delivered(spoilt_line.reset),
    "lost after": after_commit(spoilt_line.reset),
    "500 after": after_commit(problem("internal", 500)),
}
CALLS = 8  # of a sync that sends two readings: me, two PUTs, me, pages


@pytest.mark.parametrize("how", LOSSES)
@pytest.mark.fault(1, 5, 6, 7, "P")
def test_whichever_call_of_a_sync_is_lost_the_next_one_mends_it(
    house: House, line: Chaos, how: str
) -> None:
    spoil = LOSSES[how](house.port)
    reached: set[str] = set()
    expected: list[str] = []
    with an_office(line.url, house.folder, house.keyring, house.clock) as office:
        office.session.sign_in("ana", "secreta")
        assert synced(office).error is None
        for number in range(CALLS):
            at = 500 + 2 * number
            expected += [enter(office, house.home, at).op_id, enter(office, house.shop, at).op_id]
            line.otherwise = spoilt_line.nth(house.port, spoil, number)
            line.requests.clear()
            synced(office)
            reached |= {r.path for r in line.requests[number : number + 1]}
            line.otherwise = chaos.through(house.port)
            house.advance(hours=2)
            assert synced(office).error is None
            assert house.effects() == sorted(expected), f"call {number}"
            assert {item.state for item in office.outbox.items()} == {ACCEPTED}
    assert any("/changes" in path for path in reached), "the sweep ends before the sync does"


@pytest.mark.fault(7, "P")
def test_an_app_closed_while_it_sends_knows_that_it_may_have_arrived(
    house: House, line: Chaos, office: Office
) -> None:
    item = enter(office, house.home)

    def closed(exchange: Exchange) -> None:
        spoilt_line.delivered(exchange, house.port)
        office.session.client.close()
        exchange.close()

    line.otherwise = spoilt_line.at_first(house.port, closed, of=SUBMISSIONS)
    outcome = synced(office)
    office.close()
    assert outcome.error is not None or outcome.retry_in is not None
    line.otherwise = chaos.through(house.port)
    with an_office(line.url, house.folder, house.keyring, house.clock) as again:
        assert again.session.restore() is not None
        assert state(again, item).state is UNCERTAIN
        assert synced(again).error is None
        assert state(again, item).state is ACCEPTED
    assert house.effects() == [item.op_id]
