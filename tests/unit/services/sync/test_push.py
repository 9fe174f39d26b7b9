"""What is sent, when, and what follows from each answer; the mirror has nothing to do here."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.changes import Changes
from desktop.domain.errors import (
    Code,
    NetworkError,
    RefusedError,
    SessionError,
)
from desktop.domain.submissions import (
    TOO_OFTEN,
    NotTaken,
    SubmissionProblem,
    SubmissionState,
    SubmitAnswer,
)
from desktop.services.results import Connection, SyncOutcome
from desktop.services.sync import events as ev
from desktop.services.sync.lanes import Lane
from desktop.services.sync.state import Policy
from tests.support.engine_run import HERE, SERVER, me, page
from tests.support.push_run import CLAIM, DOWN, ONE, TWO, PushRun
from tests.support.stores import a_submission


def test_nothing_to_send_goes_on_to_what_is_to_be_read() -> None:
    run = PushRun()
    assert run.outcome == SyncOutcome(Changes(), SERVER, Connection.ONLINE, None)


def test_the_disk_knows_before_the_server_does() -> None:
    run = PushRun(ONE)
    assert run.effects[-1] == ev.MarkSending(ONE.op_id, SERVER)
    submit = run.mark(ONE)
    assert submit == ev.Submit(run.state.ticket, ONE.op_id, ONE.payload, 1)


def test_what_is_accepted_is_kept_and_then_read_back() -> None:
    run = PushRun(ONE)
    assert run.accept(ONE) == ev.AskMe(run.state.ticket, "etag-1")
    assert ev.Report(run.state.step) in run.effects
    assert (run.state.step.sent, run.state.step.to_send) == (1, 1)
    run.tell(ev.MeAnswered(run.state.ticket, me(C1=5), HERE))
    run.tell(ev.MeKept(Changes()))
    run.tell(ev.PageAnswered(run.state.ticket, page(seqs=(5,))))
    run.tell(ev.PageStored(Changes()))
    assert ev.Settle((ONE.op_id,)) in run.effects
    assert (run.outcome.sent, run.outcome.refused, run.outcome.error) == (1, 0, None)
    assert run.outcome.changes.touches("C-1", "submission")


def test_what_was_decided_before_is_settled_where_nothing_moved() -> None:
    run = PushRun(ONE)
    run.accept(ONE, replayed=True)
    run.unchanged()
    assert ev.Settle((ONE.op_id,)) in run.effects


def test_what_was_just_decided_is_not_settled_by_a_head_that_did_not_move() -> None:
    run = PushRun(ONE)
    run.accept(ONE)
    run.unchanged()
    assert not any(isinstance(effect, ev.Settle) for effect in run.said)


def test_a_failure_after_it_leaves_the_proof_to_another_run() -> None:
    run = PushRun(ONE, CLAIM)
    run.accept(ONE, replayed=True)
    run.mark(CLAIM)
    run.fail(DOWN)
    run.unchanged()
    assert not any(isinstance(effect, ev.Settle) for effect in run.said)


def test_a_refusal_is_kept_and_the_stream_goes_on() -> None:
    run = PushRun(ONE, TWO)
    run.mark(ONE)
    refused = SubmitAnswer(ONE.op_id, "", SERVER, SubmissionProblem("format"))
    assert run.answer(refused) == ev.KeepAnswer(refused, 1)
    assert run.tell(ev.Recorded()) == ev.MarkSending(TWO.op_id, SERVER)
    run.accept(TWO)
    run.unchanged()
    assert (run.outcome.sent, run.outcome.refused) == (1, 1)


def test_what_is_not_taken_is_set_aside() -> None:
    run = PushRun(ONE)
    run.mark(ONE)
    problem = SubmissionProblem("forbidden")
    assert run.answer(NotTaken(problem)) == ev.Park(ONE.op_id, problem)
    run.tell(ev.Recorded())
    assert run.outcome.changes.touches("C-1", "submission")


def test_trouble_makes_one_stream_wait_and_others_go_on() -> None:
    run = PushRun(ONE, TWO, CLAIM)
    run.mark(ONE)
    assert run.fail(DOWN) == ev.MarkSending(CLAIM.op_id, SERVER)
    run.accept(CLAIM)
    run.unchanged()
    assert run.state.lanes == {"C-1": Lane(1, 102.0)}
    assert run.outcome.retry_in == pytest.approx(1.0)
    assert run.outcome.sent == 1 and run.outcome.error is None


def test_a_stream_that_waits_is_left_alone_until_its_time() -> None:
    late, early = {"C-1": Lane(3, 100.5)}, {"C-1": Lane(3, 100.0)}
    assert isinstance(PushRun(ONE, lanes=late).effects[-1], ev.Done)
    run = PushRun(ONE, lanes=early)
    run.mark(ONE)
    run.fail(DOWN, at=101.0)
    assert run.state.lanes["C-1"] == Lane(4, 101.0 + 0.5 * 16)


def test_a_lane_of_nothing_is_forgotten_once_its_time_is_over() -> None:
    run = PushRun(lanes={"a": Lane(1, 99.0), "b": Lane(1, 130.0)})
    assert run.state.lanes == {"b": Lane(1, 130.0)}
    assert run.outcome.retry_in == pytest.approx(30.0)


def test_the_server_says_how_long_to_wait_at_least() -> None:
    run = PushRun(ONE)
    run.mark(ONE)
    run.fail(NetworkError(Code.RATE_LIMITED, retry_after=60.0))
    assert run.state.lanes["C-1"].due == pytest.approx(101.0 + 66.0)


def test_waiting_grows_to_five_minutes_and_never_over_an_hour() -> None:
    policy = Policy()
    assert policy.lane_pause(1, 1.0, None) == 2.0
    assert policy.lane_pause(50, 1.0, None) == 300.0
    assert policy.lane_pause(1, 0.0, 1e9) == 3600.0


def test_several_failures_in_a_row_are_the_servers() -> None:
    items = [replace(a_submission(f"s{n}", n), number=n) for n in range(1, 7)]
    run = PushRun(*items)
    for item in items[:4]:
        run.mark(item)
        run.fail(DOWN)
    assert run.outcome.sent == 0
    assert not any(isinstance(effect, ev.Strike) for effect in run.said), "nothing passed"


def test_what_the_server_stumbles_over_while_others_pass_is_counted() -> None:
    run = PushRun(ONE, CLAIM)
    run.mark(ONE)
    run.fail(DOWN)
    run.accept(CLAIM)
    assert ev.Strike((ONE.op_id,), 8) in run.said


def test_what_is_not_the_servers_fault_is_not_counted() -> None:
    run = PushRun(ONE, CLAIM)
    run.mark(ONE)
    run.fail(NetworkError(Code.RATE_LIMITED))
    run.accept(CLAIM)
    assert not any(isinstance(effect, ev.Strike) for effect in run.said)


def test_what_has_its_number_is_never_set_aside_for_being_asked_again() -> None:
    again = replace(
        ONE,
        state=SubmissionState.UNCERTAIN,
        reference="L-7",
        attempts=9,
        first_sent_at=SERVER - timedelta(hours=480),
    )
    run = PushRun(again, CLAIM)
    run.mark(again)
    run.fail(DOWN)
    run.accept(CLAIM)
    assert not any(isinstance(effect, ev.Strike | ev.Park) for effect in run.said)


def test_what_was_tried_for_two_days_waits_for_the_person() -> None:
    old = replace(ONE, attempts=7, first_sent_at=SERVER - timedelta(hours=48))
    for item, parked in ((old, True), (replace(old, attempts=6), False)):
        run = PushRun(item)
        run.mark(item)
        last = run.fail(DOWN)
        assert (last == ev.Park(ONE.op_id, SubmissionProblem(TOO_OFTEN))) is parked


@pytest.mark.parametrize("code", [Code.OFFLINE, Code.CERTIFICATE, Code.CAPTIVE_PORTAL])
def test_without_a_way_nothing_more_is_tried(code: Code) -> None:
    run = PushRun(ONE, CLAIM)
    run.mark(ONE)
    run.fail(NetworkError(code))
    assert "C-1" in run.state.lanes
    assert run.outcome.error is None, "what was read is still proven"


def test_an_app_that_is_too_old_says_so() -> None:
    run = PushRun(ONE)
    run.mark(ONE)
    run.fail(RefusedError(Code.CLIENT_TOO_OLD))
    assert run.outcome.error is not None and run.outcome.error.code is Code.CLIENT_TOO_OLD


def test_an_expired_session_ends_the_run() -> None:
    run = PushRun(ONE)
    run.mark(ONE)
    run.fail(SessionError(Code.SESSION_EXPIRED))
    assert run.outcome.connection is Connection.AUTH_NEEDED
