"""What each guard of the engine is there for, where nothing else would notice that it is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.changes import Changes
from desktop.domain.errors import Code, NetworkError, RefusedError
from desktop.domain.feed import Cursor, MeUnchanged, Page, Reset, Resume
from desktop.domain.submissions import (
    TOO_OFTEN,
    BlobStatus,
    EpochChanged,
    Offer,
    Submission,
    SubmissionProblem,
    SubmissionState,
    SubmitAnswer,
)
from desktop.services.results import Connection
from desktop.services.sync import events as ev
from desktop.services.sync.engine import step
from desktop.services.sync.lanes import Lane, Lanes
from desktop.services.sync.state import State
from tests.support.engine_run import HERE, SERVER, EngineRun, complete, me, page
from tests.support.push_run import CLAIM, DOWN, ONE, PHOTO, TWO, WITH_PHOTO, PushRun

# ---- asking who is there


@pytest.mark.parametrize(("etag", "epoch"), [(None, 1), ("etag-1", None), (None, None)])
def test_unchanged_means_nothing_without_all_that_was_known(
    etag: str | None, epoch: int | None
) -> None:
    state, _ = step(State(), ev.Started(Resume("7", etag, epoch, (complete(),))))
    answer = ev.MeAnswered(state.ticket, MeUnchanged(SERVER), HERE)
    _, effects = step(state, answer)
    (done,) = effects
    assert isinstance(done, ev.Done)
    assert done.outcome.error is not None
    assert done.outcome.error.code is Code.INVALID_ANSWER
    assert done.outcome.connection is Connection.SERVER_DOWN


def test_the_first_round_is_the_only_one_where_nothing_changes() -> None:
    run = PushRun()
    assert isinstance(run.effects[-1], ev.Done)
    assert sum(isinstance(effect, ev.AskMe) for effect in run.said) == 1
    assert sum(isinstance(effect, ev.Offer) for effect in run.said) == 1


def test_a_mirror_of_another_epoch_is_not_ahead() -> None:
    run = PushRun(cursor=replace(complete(seq=4, epoch=9), head=3))
    assert not any(isinstance(effect, ev.Doubt) for effect in run.said)


def test_who_sends_nothing_doubts_nothing() -> None:
    run = EngineRun(replace(complete(seq=4), head=3))
    effects = run.me(MeUnchanged(SERVER))
    assert not any(isinstance(effect, ev.Doubt) for effect in effects)
    assert run.fetched() == ("C-1", None)


def test_after_a_restore_nothing_is_offered_to_a_server_that_does_not_say_who_it_is() -> None:
    run = PushRun(ONE)
    run.mark(ONE)
    run.answer(EpochChanged())
    run.fail(DOWN)
    assert run.outcome.error is DOWN
    assert sum(isinstance(effect, ev.Offer) for effect in run.said) == 1


def test_only_what_stood_still_is_marked_as_proven() -> None:
    run = EngineRun(complete(seq=3))
    effects = run.known(me(C1=4))
    assert not any(isinstance(effect, ev.MarkVerified) for effect in effects)


# ---- sending


def test_what_waits_for_its_time_is_not_counted_as_due() -> None:
    run = PushRun(ONE, TWO, CLAIM, lanes={"C-1": Lane(1, 130.0)})
    assert run.state.step.to_send == 1


def test_a_stream_that_got_through_is_in_trouble_no_more() -> None:
    run = PushRun(ONE, TWO, lanes={"C-1": Lane(5, 100.0)})
    run.accept(ONE)
    assert run.state.lanes == {}
    run.mark(TWO)
    run.fail(DOWN)
    assert run.state.lanes == {"C-1": Lane(1, 102.0)}, "as if for the first time"
    run = PushRun(ONE, lanes={"C-1": Lane(5, 100.0), "other": Lane(2, 140.0)})
    run.accept(ONE)
    assert run.state.lanes == {"other": Lane(2, 140.0)}


def test_what_is_accepted_twice_in_a_run_is_settled_once() -> None:
    run = PushRun(ONE)
    run.accept(ONE)
    run.tell(ev.MeAnswered(run.state.ticket, me(epoch=2, C1=5), HERE))
    run.tell(ev.MeKept(Changes()))
    run.tell(ev.PageAnswered(run.state.ticket, page("C-9", epoch=2)))  # cannot be used
    assert run.effects[-1] == ev.Offer(2, SERVER), "the server was restored"
    run.offer(ONE)
    run.mark(ONE)
    run.answer(SubmitAnswer(ONE.op_id, "L-1", SERVER, replayed=True))
    run.tell(ev.Recorded())
    run.unchanged()
    run.tell(ev.PageAnswered(run.state.ticket, page(epoch=2, seqs=(5,))))
    run.tell(ev.PageStored(Changes()))
    settled = [effect for effect in run.said if isinstance(effect, ev.Settle)]
    assert settled == [ev.Settle((ONE.op_id,))]


@pytest.mark.parametrize(("code", "parked"), [(Code.RATE_LIMITED, False), (Code.SERVER_SLOW, True)])
def test_only_what_the_server_fails_on_is_set_aside_for_its_age(code: Code, parked: bool) -> None:
    old = replace(ONE, attempts=20, first_sent_at=SERVER - timedelta(hours=200))
    run = PushRun(old)
    run.mark(old)
    last = run.fail(NetworkError(code))
    assert (last == ev.Park(ONE.op_id, SubmissionProblem(TOO_OFTEN))) is parked


def test_what_failed_often_in_a_short_time_is_tried_on() -> None:
    young = replace(ONE, attempts=20, first_sent_at=SERVER - timedelta(hours=47))
    run = PushRun(young)
    run.mark(young)
    run.fail(DOWN)
    assert not any(isinstance(effect, ev.Park) for effect in run.said)


@pytest.mark.parametrize(("detail", "code"), [("", "refused"), ("blob-type", "blob-type")])
def test_a_no_without_a_reason_is_named_after_its_kind(detail: str, code: str) -> None:
    run = PushRun(ONE)
    run.mark(ONE)
    last = run.fail(RefusedError(Code.REFUSED, detail=detail))
    assert last == ev.Park(ONE.op_id, SubmissionProblem(code))


def test_what_is_sent_out_of_turn_is_in_the_queue_once() -> None:
    run = PushRun(ONE, TWO, CLAIM, lanes={"C-1": Lane(1, 130.0)})
    assert run.effects[-1] == ev.MarkSending(CLAIM.op_id, SERVER)
    assert [item.op_id for item in run.state.push.items] == [CLAIM.op_id, ONE.op_id, TWO.op_id]


def test_nothing_is_read_twice_for_having_sent_nothing() -> None:
    run = PushRun(ONE)
    run.mark(ONE)
    run.answer(EpochChanged())
    run.unchanged()
    run.offer()  # the person has cancelled it meanwhile
    reads = [effect for effect in run.said if isinstance(effect, ev.MarkVerified)]
    assert isinstance(run.effects[-1], ev.Done)
    assert len(reads) == 1


def test_an_attachment_goes_on_where_the_server_has_got_to() -> None:
    run = PushRun(WITH_PHOTO)
    for offset in (0, 300):
        status = BlobStatus(offset, complete=False)
        last = run.tell(ev.BlobAnswered(run.state.ticket, status, 0.5, 101.0))
        assert last == ev.SendBlob(run.state.ticket, PHOTO, offset, run.state.policy.chunk)


def test_on_its_way_is_what_is_uploaded_marked_or_sent() -> None:
    run = PushRun(WITH_PHOTO)
    assert run.state.sending == ONE.op_id, "its picture"
    run.tell(ev.BlobAnswered(run.state.ticket, BlobStatus(9, complete=True), 0.5, 101.0))
    assert run.state.sending == ONE.op_id, "about to be"
    run.mark(WITH_PHOTO)
    assert run.state.sending == ONE.op_id
    run.fail(DOWN)
    assert run.state.sending == ""
    assert SubmissionState.UNCERTAIN not in run.state.push.states.values()


def test_what_was_just_read_is_not_read_again_in_the_next_round() -> None:
    run = PushRun(cursor=replace(complete(seq=3), head=4))
    run.tell(ev.PageAnswered(run.state.ticket, Reset("damaged-token")))
    run.tell(ev.PageAnswered(run.state.ticket, page(seqs=(4,))))
    run.tell(ev.PageStored(Changes()))
    assert sum(isinstance(effect, ev.Offer) for effect in run.said) == 2
    run.offer(ONE)
    run.accept(ONE)
    run.unchanged()
    assert isinstance(run.effects[-1], ev.Done), "the mirror is where the head is"


def test_what_is_wrong_with_two_scopes_only_lets_the_third_be_read() -> None:
    run = EngineRun()
    run.known(me(C1=4, C2=4, C3=4))
    run.fail(RefusedError(Code.NOT_FOUND))
    run.fail(RefusedError(Code.NOT_FOUND))
    assert run.fetched() == ("C-3", None)


class TwoScopes:
    """A run over C-1, which has moved, and C-2, up to the moment when something is accepted."""

    def __init__(self, second: Cursor) -> None:
        cursors = (replace(complete(seq=3), head=4), second)
        started = ev.Started(Resume("7", "etag-1", 1, cursors), True, {}, 100.0)
        self.state, self.effects = step(State(), started)
        self.said = list(self.effects)
        self.unchanged()

    def tell(self, event: ev.Event) -> None:
        self.state, self.effects = step(self.state, event)
        self.said += self.effects

    def unchanged(self) -> None:
        self.tell(ev.MeAnswered(self.state.ticket, MeUnchanged(SERVER), HERE))

    def offer(self, *items: Submission) -> None:
        self.tell(ev.Offered(Offer(items), 100.0))

    def accept(self, item: Submission, *, replayed: bool) -> None:
        self.tell(ev.SendingMarked(replace(item, state=SubmissionState.UNCERTAIN)))
        answer = SubmitAnswer(item.op_id, "L-1", SERVER, replayed=replayed)
        self.tell(ev.Submitted(self.state.ticket, answer, 0.5, 101.0))
        self.tell(ev.Recorded())

    def read(self, answer: Page | Reset) -> None:
        self.tell(ev.PageAnswered(self.state.ticket, answer))
        if isinstance(answer, Page):
            self.tell(ev.PageStored(Changes()))


def test_what_was_reached_in_one_scope_says_nothing_of_another() -> None:
    run = TwoScopes(complete("C-2", seq=7))
    run.offer()
    run.read(Reset("damaged-token"))
    run.read(page(seqs=(4,)))
    run.offer(ONE)
    run.accept(ONE, replayed=False)
    run.unchanged()
    assert isinstance(run.effects[-1], ev.Done), "C-2 is where it was"


def test_a_scope_settles_only_what_is_its_own_and_once() -> None:
    other = replace(ONE, scope="C-2", stream="C-2")
    run = TwoScopes(replace(complete("C-2", seq=7), head=8))
    run.offer(other)
    run.accept(other, replayed=False)
    run.unchanged()
    run.read(page("C-1", seqs=(4,)))
    assert not any(isinstance(effect, ev.Settle) for effect in run.said)
    run.read(page("C-2", seqs=(8,)))
    assert [e for e in run.said if isinstance(e, ev.Settle)] == [ev.Settle((other.op_id,))]
    assert run.state.accepted == ()


def test_a_lane_that_was_freed_once_waits_later_like_any_other() -> None:
    lanes, waits = Lanes(), {"a": Lane(1, 130.0)}
    lanes.begin()
    lanes.free("a")
    for _ in range(3):
        lanes.end(waits)
        assert lanes.begin() == waits
