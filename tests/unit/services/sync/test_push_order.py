"""What is offered again, what waits for what, attachments, and stopping half-way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.changes import Changes
from desktop.domain.errors import (
    Code,
    RefusedError,
    StoreError,
)
from desktop.domain.feed import Reset, Resume
from desktop.domain.submissions import (
    DEPENDENCY,
    BlobStatus,
    EpochChanged,
    NotTaken,
    SubmissionProblem,
    SubmissionState,
    SubmitAnswer,
)
from desktop.services.sync import events as ev
from desktop.services.sync.engine import step
from desktop.services.sync.flow import offer
from desktop.services.sync.lanes import Lane, Lanes
from desktop.services.sync.state import Phase, Pull, State
from tests.support.engine_run import HERE, LATER, SERVER, complete, me, page
from tests.support.push_run import CLAIM, DOWN, ONE, PHOTO, POLICY, TWO, WITH_PHOTO, PushRun


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
