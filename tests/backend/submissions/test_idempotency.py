"""The same id: one effect and one answer, whatever else happens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from httpx import Client, Response

from backend import models as m
from backend.submissions.references import is_reference
from tests.backend.submissions.conftest import Sender, iso, kept, new_id, own_readings, reason
from tests.support.backend import RunningBackend


def at_once(server: RunningBackend, work: Sequence[Callable[[Client], Response]]) -> list[Response]:
    """Each on a connection of its own, all of them let go at the same moment."""
    gate = threading.Barrier(len(work))

    def run(one: Callable[[Client], Response]) -> Response:
        with Client(base_url=server.url, timeout=30) as client:
            client.get("/v1/ping")  # the connection is open
            gate.wait()
            return one(client)

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(run, work))


def through(sender: Sender, op_id: str, body: bytes) -> Callable[[Client], Response]:
    return lambda client: Sender(client, sender.token, sender.home).put(op_id, body)


def test_an_accepted_reading_has_a_number_and_comes_back_in_the_feed(
    server: RunningBackend, ana: Sender
) -> None:
    op_id = new_id()
    answer = ana.send("00510", op_id)
    told = answer.json()
    assert (answer.status_code, told["op_id"], told["state"]) == (200, op_id, "accepted")
    assert told["reference"].startswith("L-2026-") and is_reference(told["reference"])
    assert told["received_at"] == "2026-03-02T12:00:00Z"
    (reading,) = [r for r in ana.feed() if r["origin_op_id"] == op_id]
    assert (reading["value"], reading["quality"], reading["source"], reading["consumption"]) == (
        "510",
        "customer",
        "customer_portal",
        "10",
    )
    assert (reading["days"], reading["reason"], reading["is_rollover"]) == (30, "regular", False)
    assert told["result"]["readings"][0]["id"] == reading["id"]
    (contract,) = ana.feed("contract")
    assert contract["reading_window"]["opens_at"] == "2026-02-25T12:00:00Z"
    assert contract["next_read_date"] == "2026-03-07"


@pytest.mark.fault(8, "D")
def test_a_replay_gets_the_same_bytes(ana: Sender) -> None:
    op_id, body = new_id(), ana.body("00510")
    first, again = ana.put(op_id, body), ana.put(op_id, body)
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (again.status_code, again.content) == (first.status_code, first.content)
    told = ana.ask(op_id)
    assert told.json() == first.json()
    for answer in (first, again, told):
        assert answer.headers["Content-Type"] == "application/json"


def test_what_was_sent_is_kept_as_it_came(server: RunningBackend, ana: Sender) -> None:
    op_id, body = new_id(), ana.body("00510")
    told = ana.put(op_id, body)
    (row,) = kept(server)
    assert (row.op_id, row.scope_id, row.body) == (op_id, ana.home.id, body)
    assert (row.kind, row.schema_rev) == ("self_reading", 1)
    assert (row.reference, row.answer) == (told.json()["reference"], told.content)
    assert iso(row.received_at) == told.json()["received_at"]


def test_each_of_several_gets_its_own_answer_again(ana: Sender) -> None:
    bodies = {new_id(): ana.body(value) for value in ("00510", "00499", "00512")}
    first = {op_id: ana.put(op_id, body) for op_id, body in bodies.items()}
    assert [answer.status_code for answer in first.values()] == [200, 422, 200]
    for op_id, body in bodies.items():
        again = ana.put(op_id, body)
        assert (again.status_code, again.content) == (
            first[op_id].status_code,
            first[op_id].content,
        )
        told = ana.ask(op_id).json()
        assert told["op_id"] == op_id
        assert told["state"] == ("accepted" if again.status_code == 200 else "rejected")


def test_a_refusal_is_replayed_too_although_it_would_pass_now(
    server: RunningBackend, ana: Sender
) -> None:
    op_id, body = new_id(), ana.body("00510")
    server.books.change(m.Contract, ana.home.id, window_opens_at=None, window_closes_at=None)
    first = ana.put(op_id, body)
    assert (reason(first), first.json()["op_id"]) == ("no_window", op_id)
    server.books.open_window(ana.home, server.movable_clock.now())
    again = ana.put(op_id, body)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.headers["Content-Type"] == "application/problem+json"
    assert own_readings(server) == []
    outcome = ana.ask(op_id).json()
    assert (outcome["op_id"], outcome["state"], outcome["reason"]) == (
        op_id,
        "rejected",
        "no_window",
    )


@pytest.mark.fault(10, "A")
def test_same_id_other_amount(server: RunningBackend, ana: Sender) -> None:
    op_id = new_id()
    assert ana.send("00510", op_id).status_code == 200
    other = ana.send("00511", op_id)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/key-reused")
    assert [reading.value for reading in own_readings(server)] == [510]


def test_same_id_other_account(server: RunningBackend, ana: Sender, beto: Sender) -> None:
    op_id = new_id()
    assert ana.send("00510", op_id).status_code == 200
    for body in (ana.body("00510"), beto.body("00020")):
        other = beto.put(op_id, body)
        assert (other.status_code, other.json()["type"]) == (404, "/problems/not-found")
    assert beto.ask(op_id).status_code == 404
    assert len(own_readings(server)) == len(kept(server)) == 1


def test_refused_then_corrected_under_a_new_id(server: RunningBackend, ana: Sender) -> None:
    first = new_id()
    assert reason(ana.send("00499", first)) == "less_than_previous"
    corrected = ana.send("00509")
    assert corrected.status_code == 200
    assert reason(ana.send("00499", first)) == "less_than_previous"
    assert [reading.value for reading in own_readings(server)] == [509]


def test_an_id_that_is_no_uuid_in_lower_case(server: RunningBackend, ana: Sender) -> None:
    longer, upper = new_id() + "0", "6F9619FF-8B86-D011-B42D-00CF4FC964FF"
    for op_id in ("x" * 300, longer, upper, upper.replace("-", ""), "1"):
        answer = ana.send("00510", op_id)
        assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")
    assert kept(server) == [] and own_readings(server) == []


@pytest.mark.fault(9, 10, "D")
def test_two_amounts_under_one_id_at_once(server: RunningBackend, ana: Sender) -> None:
    for turn in range(5):
        op_id = new_id()
        first = 505 + 2 * turn
        bodies = [ana.body(f"{first + extra:05}") for extra in (0, 1)]
        answers = at_once(server, [through(ana, op_id, body) for body in bodies])
        assert sorted(answer.status_code for answer in answers) == [200, 422]
        (refused,) = [answer for answer in answers if answer.status_code == 422]
        assert refused.json()["type"] == "/problems/key-reused"
        assert len([row for row in kept(server) if row.op_id == op_id]) == 1


def test_two_accounts_under_one_id_at_once(
    server: RunningBackend, ana: Sender, beto: Sender
) -> None:
    op_id = new_id()
    work = [through(ana, op_id, ana.body("00510")), through(beto, op_id, beto.body("00020"))]
    answers = at_once(server, work)
    assert sorted(answer.status_code for answer in answers) == [200, 404]
    assert len(own_readings(server)) == len(kept(server)) == 1


def test_a_refusal_and_its_correction_at_once(server: RunningBackend, ana: Sender) -> None:
    work = [
        through(ana, new_id(), ana.body("00499")),
        through(ana, new_id(), ana.body("00509")),
    ]
    refused, accepted = at_once(server, work)
    assert reason(refused) == "less_than_previous"
    assert accepted.status_code == 200
    assert [reading.value for reading in own_readings(server)] == [509]


def test_over_long_ids_at_once(server: RunningBackend, ana: Sender) -> None:
    body = ana.body("00510")
    answers = at_once(server, [through(ana, "a" * 4000, body)] * 2)
    assert [answer.status_code for answer in answers] == [422, 422]
    assert kept(server) == []


@pytest.mark.fault(9, "D")
def test_eight_clients_with_one_id_have_one_effect(server: RunningBackend, ana: Sender) -> None:
    op_id, body = new_id(), ana.body("00510")
    answers = at_once(server, [through(ana, op_id, body)] * 8)
    assert {(answer.status_code, answer.content) for answer in answers} == {
        (200, answers[0].content)
    }
    replayed = [answer.headers.get("Idempotency-Replayed") for answer in answers]
    assert sorted(replayed, key=str) == [None, *["true"] * 7]
    assert len(own_readings(server)) == len(kept(server)) == 1


def test_two_different_readings_of_one_contract_at_once_are_judged_one_after_the_other(
    server: RunningBackend, ana: Sender
) -> None:
    body = ana.body("00510")
    answers = at_once(server, [through(ana, new_id(), body) for _ in range(4)])
    assert sorted(answer.status_code for answer in answers) == [200, 422, 422, 422]
    refused = {reason(answer) for answer in answers if answer.status_code == 422}
    assert refused == {"duplicate_reading"}
    assert len(own_readings(server)) == 1


@pytest.mark.fault(6, "D")
def test_a_500_after_the_commit_and_a_retry_are_one_effect(
    server: RunningBackend, ana: Sender
) -> None:
    op_id, body = new_id(), ana.body("00510")
    server.faults.fail_after_commit(2)
    assert [ana.put(op_id, body).status_code for _ in range(2)] == [500, 500]
    answer = ana.put(op_id, body)
    assert (answer.status_code, answer.headers["Idempotency-Replayed"]) == (200, "true")
    assert len(own_readings(server)) == len(kept(server)) == 1
    assert server.faults.seen == 3


@pytest.mark.fault(7, "D")
def test_a_lost_answer_is_found_by_asking(server: RunningBackend, ana: Sender) -> None:
    op_id, body = new_id(), ana.body("00510")
    server.faults.drop_answers()
    with pytest.raises(httpx.RemoteProtocolError):
        ana.put(op_id, body)
    outcome = ana.ask(op_id)
    assert (outcome.status_code, outcome.json()["state"]) == (200, "accepted")
    assert ana.put(op_id, body).content == outcome.content
    assert len(own_readings(server)) == 1


@pytest.mark.fault(5, "D")
def test_a_500_before_anything_happened_leaves_nothing(server: RunningBackend, ana: Sender) -> None:
    op_id, body = new_id(), ana.body("00510")
    server.faults.fail_before_commit()
    assert ana.put(op_id, body).status_code == 503
    assert ana.ask(op_id).status_code == 404
    assert "Idempotency-Replayed" not in ana.put(op_id, body).headers
