"""What the engine makes of failures, of being cancelled and of answers that come late."""

from __future__ import annotations

import pytest

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Code, NetworkError, SessionError, StoreError
from desktop.domain.feed import MeUnchanged
from desktop.services.results import Connection, SyncOutcome
from desktop.services.sync import events as ev
from desktop.services.sync.state import Phase, Policy
from tests.support.engine_run import (
    HERE,
    LINKS,
    MOVED,
    OLD,
    SERVER,
    EngineRun,
    complete,
    me,
    page,
    resume,
)

# ---- failures


@pytest.mark.fault(20, "U")
def test_waits_grow_with_full_jitter_and_then_the_run_ends() -> None:
    run = EngineRun(policy=Policy(retries=3, base=2.0, cap=5.0))
    offline = NetworkError(Code.OFFLINE)
    waits = []
    for chance in (0.5, 0.5, 0.9):
        effect = run.fail(offline, chance)[-1]
        assert isinstance(effect, ev.Wait)
        waits.append(effect.seconds)
        assert isinstance(run.tell(ev.Waited())[-1], ev.AskMe)
    assert waits == [1.0, 2.0, 4.5]  # of 2, 4, and 5 at most
    run.fail(offline)
    assert run.outcome == SyncOutcome(Changes(), None, Connection.OFFLINE, offline)


@pytest.mark.parametrize(
    ("asked", "waited"), [(None, 0.25), (0.1, 0.25), (60.0, 60.0), (1e9, 3600.0), (-5.0, 0.25)]
)
@pytest.mark.fault(19, "U")
def test_what_the_server_asks_for_is_the_least_wait_up_to_an_hour(
    asked: float | None, waited: float
) -> None:
    run = EngineRun()
    run.known(me(C1=4))
    assert run.fail(NetworkError(Code.RATE_LIMITED, retry_after=asked)) == (ev.Wait(waited),)
    run.tell(ev.Waited())
    assert run.fetched() == ("C-1", None)


def test_an_answer_gives_back_the_patience() -> None:
    run = EngineRun(policy=Policy(retries=1))
    run.known(me(C1=4))
    for more in (page(more=True), page(more=True, seqs=(3, 4))):
        assert isinstance(run.fail(NetworkError(Code.OFFLINE))[-1], ev.Wait)
        run.tell(ev.Waited())
        run.pages(more)
    assert run.fetched() == ("C-1", "after-4")


@pytest.mark.parametrize(
    ("error", "connection"),
    [
        (SessionError(Code.SESSION_EXPIRED), Connection.AUTH_NEEDED),
        (SessionError(Code.CLIENT_TOO_OLD), Connection.ONLINE),
        (NetworkError(Code.CAPTIVE_PORTAL), Connection.PORTAL),
        (NetworkError(Code.CERTIFICATE), Connection.OFFLINE),
    ],
)
@pytest.mark.parametrize("asking", ["me", "page"])
def test_what_waiting_does_not_help_ends_the_run_at_once(
    error: AppError, connection: Connection, asking: str
) -> None:
    run = EngineRun(complete(seq=3), complete("C-2", seq=3))
    if asking == "page":
        run.known(me(C1=4, C2=4))
    run.fail(error)
    assert run.outcome.error is error
    assert run.outcome.connection is connection
    assert run.outcome.verified_at == OLD


@pytest.mark.parametrize(
    "code", [Code.NOT_FOUND, Code.FORBIDDEN, Code.REFUSED, Code.INVALID_ANSWER, Code.SERVER_DOWN]
)
def test_what_may_be_true_of_one_scope_lets_the_others_be_read(code: Code) -> None:
    run = EngineRun()
    run.known(me(C1=4, C2=4))
    error = AppError(code)
    if code in (Code.INVALID_ANSWER, Code.SERVER_DOWN):
        run.fail_for_good(error)
    else:
        run.fail(error)
    assert run.fetched() == ("C-2", None)
    run.pages(page("C-2"))
    assert run.outcome.error is error
    assert run.outcome.changes == MOVED


def test_a_server_that_fails_two_scopes_in_a_row_is_left_alone() -> None:
    run = EngineRun()
    run.known(me(C1=4, C2=4, C3=4))
    run.fail_for_good(NetworkError(Code.SERVER_DOWN))
    run.fail_for_good(NetworkError(Code.SERVER_SLOW))
    assert run.outcome.error is not None
    assert run.outcome.error.code is Code.SERVER_DOWN  # the first one is told


@pytest.mark.parametrize("code", [Code.OFFLINE, Code.RATE_LIMITED])
def test_what_is_true_of_every_scope_ends_the_run(code: Code) -> None:
    run = EngineRun()
    run.known(me(C1=4, C2=4))
    run.fail_for_good(NetworkError(code))
    assert run.outcome.error is not None
    assert run.outcome.error.code is code


@pytest.mark.parametrize("code", [Code.DISK_FULL, Code.STORE_CORRUPT, Code.STORE_BUSY])
def test_a_failing_store_ends_the_run(code: Code) -> None:
    run = EngineRun()
    run.known(me(C1=4, C2=4))
    run.answer(page())
    error = StoreError(code)
    run.tell(ev.StoreFailed(error))
    assert run.outcome.error is error


def test_a_store_that_fails_after_the_last_scope_is_heard() -> None:
    run = EngineRun(complete())
    run.me(MeUnchanged(SERVER))
    assert run.state.phase is Phase.DONE
    error = StoreError(Code.DISK_FULL)
    run.tell(ev.StoreFailed(error))
    assert run.outcome.error is error


# ---- cancelling and late answers


def test_cancelling_between_pages_ends_the_run_with_what_is_known() -> None:
    run = EngineRun(complete(seq=3))
    run.known(me(C1=4))
    run.tell(ev.Cancelled())
    assert run.outcome == SyncOutcome(Changes(), OLD, Connection.ONLINE, None)


def test_cancelling_before_anything_was_heard_says_nothing_of_the_network() -> None:
    run = EngineRun()
    run.tell(ev.Cancelled())
    assert run.outcome.connection is Connection.UNKNOWN


def test_cancelling_while_the_store_works_waits_for_it() -> None:
    run = EngineRun()
    run.known(me(C1=4, C2=4))
    run.answer(page())
    assert run.tell(ev.Cancelled()) == ()
    run.tell(ev.PageStored(MOVED))
    assert run.outcome.changes == MOVED


def test_cancelling_a_wait_ends_the_run() -> None:
    run = EngineRun()
    run.fail(NetworkError(Code.OFFLINE))
    run.tell(ev.Cancelled())
    assert run.outcome.error is None


@pytest.mark.fault(11, "U")
def test_late_answers_change_nothing() -> None:
    run = EngineRun()
    run.known(me(C1=4))
    late = run.state.ticket
    run.fail(NetworkError(Code.SERVER_SLOW))
    before = run.state
    assert run.tell(ev.PageAnswered(late, page())) == ()
    assert run.state == before
    run.tell(ev.Waited())
    before = run.state
    events: tuple[ev.Event, ...] = (
        ev.PageAnswered(late, page()),
        ev.RequestFailed(late, NetworkError(Code.OFFLINE), 0.5),
        ev.MeAnswered(run.state.ticket, me(C1=9), HERE),
        ev.MeKept(LINKS),
        ev.PageStored(MOVED),
        ev.Waited(),
        ev.Started(resume()),
    )
    for event in events:
        assert run.tell(event) == ()
        assert run.state == before


def test_nothing_but_a_failing_store_is_heard_after_the_end() -> None:
    run = EngineRun(complete())
    run.me(MeUnchanged(SERVER))
    before = run.state
    for event in (ev.Cancelled(), ev.Waited(), ev.Started(resume())):
        assert run.tell(event) == ()
        assert run.state == before
