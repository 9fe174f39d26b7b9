"""Every rule of reading as a table: in this state, at this event, these effects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.changes import Changes
from desktop.domain.errors import Code, StoreError
from desktop.domain.feed import Cursor, MeUnchanged, Page, Reset, Resume, Revoked, Staged
from desktop.services.results import Connection, SyncOutcome, SyncStep
from desktop.services.sync import events as ev
from desktop.services.sync.state import Policy
from tests.support.engine_run import (
    CLARA,
    LATER,
    LINKS,
    MOVED,
    OLD,
    SERVER,
    EngineRun,
    complete,
    me,
    page,
)

# ---- which scopes are read, and from where


@pytest.mark.parametrize(
    ("cursor", "head", "epoch", "token"),
    [
        pytest.param(Cursor("C-1", 0), 4, 1, None, id="never read"),
        pytest.param(complete(seq=3), 4, 1, "live-3", id="head moved"),
        pytest.param(replace(complete(), token=None), 4, 1, None, id="distrusted"),
        pytest.param(complete(), 4, 2, None, id="server restored"),
        pytest.param(complete(seq=9), 4, 1, None, id="mirror ahead of the server"),
        pytest.param(
            replace(complete(seq=3), staged=Staged("s", 1, False)), 4, 1, "s", id="delta staged"
        ),
        pytest.param(
            replace(complete(), staged=Staged("s", 1, True)), 4, 1, "s", id="head equal but staged"
        ),
        pytest.param(
            Cursor("C-1", 0, staged=Staged("s", 1, True)), 4, 1, "s", id="first sync staged"
        ),
        pytest.param(
            replace(complete(seq=3), staged=Staged("s", 1, False)), 4, 2, None, id="stage outlived"
        ),
    ],
)
def test_a_scope_is_read_from_where_it_stands(
    cursor: Cursor, head: int, epoch: int, token: str | None
) -> None:
    run = EngineRun(cursor)
    run.known(me(epoch, C1=head))
    assert run.fetched() == ("C-1", token)


def test_a_scope_whose_head_did_not_move_is_verified_without_being_read() -> None:
    run = EngineRun(complete())
    effects = run.known(me(C1=4))
    assert ev.MarkVerified(("C-1",), SERVER) in effects
    assert run.outcome == SyncOutcome(Changes(), SERVER, Connection.ONLINE, None)


def test_unchanged_me_verifies_everything_and_reads_nothing() -> None:
    run = EngineRun(complete(), complete("C-2"))
    assert run.effects == (ev.AskMe(1, "etag-1"),)
    effects = run.me(MeUnchanged(SERVER))
    assert effects[:2] == (ev.KeepClock(30.0), ev.MarkVerified(("C-1", "C-2"), SERVER))
    assert run.outcome.verified_at == SERVER
    assert run.outcome.error is None


def test_unchanged_me_still_reads_what_was_left_unfinished() -> None:
    run = EngineRun(complete(), replace(complete("C-2"), head=9))
    run.me(MeUnchanged(SERVER))
    assert run.fetched() == ("C-2", "live-4")


def test_unchanged_me_is_refused_where_nothing_was_known() -> None:
    run = EngineRun()
    run.state = replace(run.state, resume=Resume(None, None, None, ()))
    run.me(MeUnchanged(SERVER))
    assert run.outcome.error is not None
    assert run.outcome.error.code is Code.INVALID_ANSWER


def test_me_is_kept_before_any_page_is_asked_for() -> None:
    run = EngineRun()
    answer = me(C1=2)
    assert run.me(answer) == (ev.KeepClock(30.0), ev.KeepMe(answer))
    run.tell(ev.MeKept(LINKS))
    assert run.fetched() == ("C-1", None)
    assert run.pages(page())
    assert run.outcome.changes == MOVED | LINKS


def test_another_persons_me_is_refused() -> None:
    run = EngineRun(complete())
    effects = run.me(replace(me(C1=9), user=replace(CLARA, id="8")))
    assert run.outcome.error is not None
    assert run.outcome.error.code is Code.INVALID_ANSWER
    assert not any(isinstance(effect, ev.KeepMe) for effect in effects)


# ---- reading


def test_pages_are_stored_before_the_next_is_asked_for() -> None:
    run = EngineRun()
    run.known(me(C1=4, C2=1))
    assert run.fetched() == ("C-1", None)
    first, last = page(more=True), page(seqs=(3, 4))
    assert run.answer(first) == (ev.Report(SyncStep(0, 2, 2)), ev.StorePage(first, None))
    run.tell(ev.PageStored(Changes()))
    assert run.fetched() == ("C-1", "after-2")
    assert run.answer(last)[-1] == ev.StorePage(last, "after-2")
    run.tell(ev.PageStored(MOVED))
    assert run.effects[0] == ev.Report(SyncStep(1, 2, 4))
    assert run.fetched() == ("C-2", None)
    run.pages(page("C-2", seqs=(1,)))
    assert run.outcome == SyncOutcome(MOVED, LATER, Connection.ONLINE, None)


def test_the_oldest_proof_is_the_age_of_the_whole() -> None:
    run = EngineRun(complete(), complete("C-2", seq=1))
    run.known(me(C1=4, C2=2))
    run.pages(page("C-2", seqs=(2,)))
    assert run.outcome.verified_at == SERVER  # C-1 at the answer of /v1/me, C-2 five seconds later


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(page("C-2"), id="another scope"),
        pytest.param(page(epoch=2), id="another epoch"),
        pytest.param(page(seqs=(2, 1)), id="out of order"),
        pytest.param(page(seqs=(2, 2)), id="twice the same number"),
        pytest.param(replace(page(more=True), next="live-3"), id="more, but no step further"),
        pytest.param(replace(page(), count=None), id="last without count"),
        pytest.param(replace(page(), digest=None), id="last without digest"),
        pytest.param(replace(page(), seq=None), id="last without head"),
        pytest.param(replace(page(), seq=1), id="beyond its own head"),
    ],
)
def test_a_page_that_does_not_fit_is_never_stored(wrong: Page) -> None:
    run = EngineRun(complete(seq=3))
    run.known(me(C1=4))
    effects = run.answer(wrong)
    assert not any(isinstance(effect, ev.StorePage) for effect in effects)
    assert run.outcome.error is not None
    assert run.outcome.error.code is Code.INVALID_ANSWER
    assert run.outcome.verified_at == OLD  # what is visible keeps its age


def test_an_empty_page_may_have_more_after_it() -> None:
    run = EngineRun()
    run.known(me(C1=4))
    empty = replace(page(more=True, seqs=()), next="after-2")
    run.pages(empty)
    assert run.fetched() == ("C-1", "after-2")


def test_a_new_epoch_is_accepted_only_from_the_beginning() -> None:
    run = EngineRun()
    run.known(me(C1=4))
    run.pages(page(more=True, epoch=2))
    assert run.fetched() == ("C-1", "after-2")
    run.answer(page(seqs=(3,), epoch=1))
    assert run.outcome.error is not None


@pytest.mark.fault(14, "U")
def test_a_reset_begins_anew_and_drops_nothing() -> None:
    run = EngineRun(complete(seq=3))
    run.known(me(C1=4))
    assert run.answer(Reset("tombstones-purged")) == (
        ev.FetchPage(run.state.ticket, "C-1", None, run.state.policy.limit),
    )
    run.pages(page(seqs=(1, 4)))
    assert run.outcome.error is None


def test_resets_without_end_are_given_up_and_the_others_read() -> None:
    run = EngineRun(policy=Policy(resets=2))
    run.known(me(C1=4, C2=1))
    for _ in range(3):
        assert run.fetched() == ("C-1", None)
        run.answer(Reset("epoch"))
    assert run.fetched() == ("C-2", None)
    run.pages(page("C-2"))
    assert run.outcome.error is not None
    assert run.outcome.error.code is Code.INVALID_ANSWER
    assert run.outcome.verified_at is None  # C-1 was never proven


def test_a_revoked_scope_is_dropped_without_an_error() -> None:
    run = EngineRun(complete(seq=3), complete("C-2"))
    run.known(me(C1=4, C2=4))
    assert run.answer(Revoked()) == (ev.DropScope("C-1"),)
    run.tell(ev.ScopeDropped(LINKS))
    assert run.outcome == SyncOutcome(LINKS, SERVER, Connection.ONLINE, None)


@pytest.mark.fault(16, "U")
def test_a_first_mismatch_reads_anew_and_a_second_is_an_error() -> None:
    run = EngineRun(complete(seq=3))
    run.known(me(C1=4, C2=1))
    wrong = StoreError(Code.MIRROR_MISMATCH)
    run.answer(page(seqs=(4,)))
    run.tell(ev.MirrorMismatch(wrong))
    assert run.fetched() == ("C-1", None)
    run.answer(page(seqs=(1, 4)))
    run.tell(ev.MirrorMismatch(wrong))
    assert run.fetched() == ("C-2", None)
    run.pages(page("C-2"))
    assert run.outcome.error is wrong
    assert run.outcome.connection is Connection.ONLINE


def test_a_mismatch_that_heals_is_no_error() -> None:
    run = EngineRun(complete(seq=3))
    run.known(me(C1=4))
    run.answer(page(seqs=(4,)))
    run.tell(ev.MirrorMismatch(StoreError(Code.MIRROR_MISMATCH)))
    run.pages(page(seqs=(1, 4)))
    assert run.outcome == SyncOutcome(MOVED, LATER, Connection.ONLINE, None)
