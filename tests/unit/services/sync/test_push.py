"""What is sent, when, and what follows from each answer; the mirror has nothing to do here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.changes import Changes
from desktop.domain.errors import (
    AppError,
    Code,
    NetworkError,
    RefusedError,
    SessionError,
    StoreError,
)
from desktop.domain.feed import Cursor, MeUnchanged, Reset, Resume
from desktop.domain.submissions import (
    DEPENDENCY,
    TOO_OFTEN,
    BlobStatus,
    EpochChanged,
    NotTaken,
    Offer,
    Submission,
    SubmissionProblem,
    SubmissionState,
    SubmitAnswer,
)
from desktop.services.results import Connection, SyncOutcome
from desktop.services.sync import events as ev
from desktop.services.sync.engine import step
from desktop.services.sync.flow import offer
from desktop.services.sync.lanes import Lane, Lanes
from desktop.services.sync.state import Phase, Policy, Pull, State
from tests.support.engine_run import HERE, LATER, SERVER, complete, me, page
from tests.support.stores import a_submission

POLICY = Policy(retries=0)
DOWN = NetworkError(Code.SERVER_DOWN)
ONE = a_submission(number=1)
TWO = replace(a_submission(number=2), number=2)
CLAIM = replace(a_submission("claim-1", 3), number=3)
PHOTO = "ab" * 32
WITH_PHOTO = replace(ONE, depends_on=("blob:" + PHOTO,))


class PushRun:
    """A run whose mirror is complete, up to the moment when the queue is known."""

    def __init__(
        self,
        *items: Submission,
        states: Mapping[str, SubmissionState] | None = None,
        lanes: Mapping[str, Lane] | None = None,
        cursor: Cursor | None = None,
        policy: Policy = POLICY,
    ) -> None:
        self.cursor = cursor or complete()
        self.state = State(policy=policy)
        self.effects: tuple[ev.Effect, ...] = ()
        self.said: list[ev.Effect] = []
        resume = Resume("7", "etag-1", 1, (self.cursor,))
        self.tell(ev.Started(resume, True, lanes or {}, 100.0))
        self.unchanged()
        self.offer(*items, states=states)

    def tell(self, event: ev.Event) -> ev.Effect:
        self.state, self.effects = step(self.state, event)
        self.said += self.effects
        return self.effects[-1]

    def unchanged(self) -> ev.Effect:
        return self.tell(ev.MeAnswered(self.state.ticket, MeUnchanged(SERVER), HERE))

    def offer(
        self, *items: Submission, states: Mapping[str, SubmissionState] | None = None
    ) -> ev.Effect:
        return self.tell(ev.Offered(Offer(items, states or {}), 100.0))

    def mark(self, item: Submission) -> ev.Effect:
        last = self.effects[-1]
        assert isinstance(last, ev.MarkSending) and last.op_id == item.op_id, last
        sent = replace(item, state=SubmissionState.UNCERTAIN, attempts=item.attempts + 1)
        return self.tell(ev.SendingMarked(sent))

    def answer(self, answer: SubmitAnswer | EpochChanged | NotTaken) -> ev.Effect:
        return self.tell(ev.Submitted(self.state.ticket, answer, 0.5, 101.0))

    def accept(self, item: Submission, *, replayed: bool = False) -> ev.Effect:
        self.mark(item)
        answer = SubmitAnswer(item.op_id, "L-1", SERVER, replayed=replayed)
        assert self.answer(answer) == ev.KeepAnswer(answer, 1)
        return self.tell(ev.Recorded())

    def fail(self, error: AppError, at: float = 101.0) -> ev.Effect:
        return self.tell(ev.RequestFailed(self.state.ticket, error, 0.5, at))

    @property
    def outcome(self) -> SyncOutcome:
        last = self.effects[-1]
        assert isinstance(last, ev.Done), last
        return last.outcome


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


def test_another_epoch_is_read_first_and_then_everything_is_offered_anew() -> None:
    run = PushRun(ONE)
    run.mark(ONE)
    assert isinstance(run.answer(EpochChanged()), ev.AskMe)
    run.tell(ev.MeAnswered(run.state.ticket, me(epoch=2, C1=4), HERE))
    assert isinstance(run.tell(ev.MeKept(Changes())), ev.FetchPage)
    run.tell(ev.PageAnswered(run.state.ticket, page(epoch=2, seqs=(4,))))
    run.tell(ev.PageStored(Changes()))
    assert run.effects[-1] == ev.Offer(2, SERVER)
    run.offer(ONE)
    assert run.mark(ONE) == ev.Submit(run.state.ticket, ONE.op_id, ONE.payload, 2)


def test_a_server_that_never_agrees_is_not_asked_for_ever() -> None:
    run = PushRun(ONE)
    for _ in range(POLICY.rounds - 1):
        run.mark(ONE)
        run.answer(EpochChanged())
        run.unchanged()
        run.offer(ONE)
    run.mark(ONE)
    run.answer(EpochChanged())
    run.unchanged()
    assert run.outcome.sent == 0


def test_an_epoch_that_changed_while_sending_offers_everything_again() -> None:
    run = PushRun(ONE)
    run.accept(ONE)
    run.tell(ev.MeAnswered(run.state.ticket, me(epoch=2, C1=4), HERE))
    run.tell(ev.MeKept(Changes()))
    run.tell(ev.PageAnswered(run.state.ticket, page(epoch=2, seqs=(4,))))
    run.tell(ev.PageStored(Changes()))
    assert run.effects[-1] == ev.Offer(2, SERVER)
    run.offer()
    assert run.outcome.sent == 1


def test_a_server_behind_the_mirror_is_doubted_before_anything_is_sent() -> None:
    run = PushRun(cursor=replace(complete(seq=4), head=3))
    doubt = run.said.index(ev.Doubt(("C-1",)))
    assert isinstance(run.said[doubt + 1], ev.Offer)


def test_a_mirror_that_does_not_match_doubts_what_was_accepted() -> None:
    run = PushRun(cursor=replace(complete(seq=3), head=4))
    run.tell(ev.PageAnswered(run.state.ticket, page(seqs=(4,))))
    run.tell(ev.MirrorMismatch(StoreError(Code.MIRROR_MISMATCH)))
    assert ev.Doubt(("C-1",)) in run.effects
    run.tell(ev.PageAnswered(run.state.ticket, page(seqs=(4,))))
    run.tell(ev.PageStored(Changes()))
    assert isinstance(run.effects[-1], ev.Offer)


@pytest.mark.parametrize(("reason", "doubted"), [("damaged-token", True), ("schema", False)])
def test_only_a_reset_that_may_mean_a_loss_is_doubted(reason: str, doubted: bool) -> None:
    run = PushRun(cursor=replace(complete(seq=3), head=4))
    run.tell(ev.PageAnswered(run.state.ticket, Reset(reason)))
    assert (ev.Doubt(("C-1",)) in run.effects) is doubted


# ---- what depends on something -----------------------------------------------------------------


def test_a_follower_goes_when_its_leader_is_accepted() -> None:
    leader = replace(ONE, stream="other")
    follower = replace(TWO, depends_on=(ONE.op_id,))
    run = PushRun(leader, follower)
    assert run.accept(leader) == ev.MarkSending(TWO.op_id, SERVER)
    run = PushRun(follower, states={ONE.op_id: SubmissionState.ACCEPTED})
    assert run.effects[-1] == ev.MarkSending(TWO.op_id, SERVER)


@pytest.mark.parametrize(
    "state", [SubmissionState.REJECTED, SubmissionState.PARKED, SubmissionState.CANCELLED, None]
)
def test_a_follower_of_nothing_is_set_aside(state: SubmissionState | None) -> None:
    follower = replace(TWO, depends_on=(ONE.op_id,))
    run = PushRun(follower, states={ONE.op_id: state} if state else {})
    assert run.effects[-1] == ev.Park(TWO.op_id, SubmissionProblem(DEPENDENCY))


def test_a_follower_waits_for_a_leader_that_waits() -> None:
    leader = replace(ONE, stream="other")
    follower, free = replace(TWO, depends_on=(ONE.op_id,)), replace(ONE, number=9, op_id="free")
    run = PushRun(leader, follower, free, lanes={"other": Lane(1, 200.0)})
    run.accept(free)
    run.unchanged()
    assert run.outcome.sent == 1


@pytest.mark.parametrize("became", [SubmissionState.CANCELLED, SubmissionState.ACCEPTED])
def test_what_is_settled_meanwhile_is_not_sent(became: SubmissionState) -> None:
    follower = replace(TWO, depends_on=(ONE.op_id,))
    run = PushRun(ONE, follower)
    last = run.tell(ev.SendingMarked(replace(ONE, state=became)))
    if became is SubmissionState.ACCEPTED:
        assert last == ev.MarkSending(TWO.op_id, SERVER)
    else:
        assert last == ev.Park(TWO.op_id, SubmissionProblem(DEPENDENCY))


# ---- attachments -------------------------------------------------------------------------------


def status(run: PushRun, offset: int, *, complete: bool = False) -> ev.Effect:
    return run.tell(ev.BlobAnswered(run.state.ticket, BlobStatus(offset, complete), 0.5, 101.0))


def test_an_attachment_goes_first_from_where_it_was_cut() -> None:
    run = PushRun(WITH_PHOTO)
    assert run.effects[-1] == ev.AskBlob(run.state.ticket, PHOTO)
    size = POLICY.chunk
    assert status(run, 700) == ev.SendBlob(run.state.ticket, PHOTO, 700, size)
    assert status(run, 1400) == ev.SendBlob(run.state.ticket, PHOTO, 1400, size)
    assert status(run, 2000, complete=True) == ev.MarkSending(ONE.op_id, SERVER)


def test_an_attachment_that_does_not_get_on_waits() -> None:
    run = PushRun(WITH_PHOTO)
    status(run, 0)
    status(run, 0)
    assert run.state.lanes["C-1"].failures == 1
    assert run.outcome.sent == 0


def test_an_attachment_that_cannot_be_sent_now_waits_without_counting_against_it() -> None:
    run = PushRun(WITH_PHOTO, CLAIM)
    assert run.fail(DOWN) == ev.MarkSending(CLAIM.op_id, SERVER)
    run.accept(CLAIM)
    assert not any(isinstance(effect, ev.Strike) for effect in run.said)


def test_an_attachment_that_is_refused_sets_its_submission_aside() -> None:
    run = PushRun(WITH_PHOTO)
    refusal = RefusedError(Code.REFUSED, detail="blob-type")
    assert run.fail(refusal) == ev.Park(ONE.op_id, SubmissionProblem("blob-type"))


def test_an_attachment_that_the_server_forgot_is_asked_for_again() -> None:
    run = PushRun(WITH_PHOTO)
    status(run, 9, complete=True)
    run.mark(WITH_PHOTO)
    run.answer(NotTaken(SubmissionProblem("blob-missing")))
    assert run.state.lanes["C-1"].failures == 1
    assert PHOTO not in run.state.push.arrived


# ---- the end -----------------------------------------------------------------------------------


def test_cancelling_waits_for_the_disk_and_sends_nothing_more() -> None:
    run = PushRun(ONE, TWO)
    run.state, _ = step(run.state, ev.Cancelled())
    run.mark(ONE)
    assert run.outcome.sent == 0
    run = PushRun(ONE, TWO)
    run.mark(ONE)
    answer = SubmitAnswer(ONE.op_id, "L-1", SERVER)
    run.answer(answer)
    run.state, _ = step(run.state, ev.Cancelled())
    run.tell(ev.Recorded())
    assert run.outcome.sent == 1
    run = PushRun(ONE)
    run.mark(ONE)
    run.tell(ev.Cancelled())
    assert run.outcome.sent == 0


def test_cancelling_while_the_queue_is_asked_for_sends_nothing() -> None:
    state = State(policy=POLICY)
    resume = Resume("7", "etag-1", 1, (complete(),))
    state, _ = step(state, ev.Started(resume, True, {}, 0.0))
    state, _ = step(state, ev.MeAnswered(state.ticket, me(C1=4), HERE))
    state, _ = step(state, ev.Cancelled())
    state, effects = step(state, ev.MeKept(Changes()))
    assert isinstance(effects[-1], ev.Done)


def test_a_disk_that_fails_ends_the_run() -> None:
    run = PushRun(ONE)
    run.tell(ev.StoreFailed(StoreError(Code.DISK_FULL)))
    assert run.outcome.error is not None and run.outcome.error.code is Code.DISK_FULL


def test_a_late_answer_changes_nothing() -> None:
    run = PushRun(ONE)
    run.mark(ONE)
    before = run.state
    answer = SubmitAnswer(ONE.op_id, "L-1", SERVER)
    assert step(before, ev.Submitted(before.ticket - 1, answer, 0.5, 0.0)) == (before, ())
    assert before.phase is Phase.SENDING


def test_nothing_is_offered_to_a_server_that_has_not_answered() -> None:
    with pytest.raises(ValueError, match="what time"):
        offer(State())
    assert LATER > SERVER


def test_lanes_stay_between_runs_unless_they_are_freed() -> None:
    lanes = Lanes()
    waits = {"a": Lane(1, 5.0), "b": Lane(1, 5.0)}
    lanes.begin()
    lanes.end(waits)
    assert lanes.begin() == waits
    lanes.free("a")
    lanes.free("b")
    lanes.end({**waits, "b": Lane(2, 9.0)})  # it failed again after it was freed, or before
    assert lanes.begin() == {"b": Lane(2, 9.0)}


def test_what_was_accepted_once_does_not_wait_for_what_is_gone() -> None:
    again = replace(TWO, depends_on=(ONE.op_id,), reference="L-7", state=SubmissionState.UNCERTAIN)
    assert PushRun(again).effects[-1] == ev.MarkSending(TWO.op_id, SERVER)


def test_an_answer_to_a_question_that_was_not_asked_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="nothing was to be kept"):
        step(State(phase=Phase.KEEPING), ev.MeKept(Changes()))
    with pytest.raises(ValueError, match="no page"):
        step(State(phase=Phase.STORING, queue=(Pull("C-1"),)), ev.PageStored(Changes()))
