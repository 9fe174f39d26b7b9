"""The sync as a pure function: `step(state, event) -> (state, effects)`.

It touches neither clock, network nor disk, so that a simulator can run it through any order of
faults. A run asks `/v1/me`, then reads the scopes that moved one after another; what is visible
changes only when the store proves a scope complete. `driver.py` does what the effects say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Code, NetworkError
from desktop.domain.feed import Cursor, MeUnchanged, Page, Reset
from desktop.services.results import Connection, SyncOutcome, SyncStep
from desktop.services.sync import events as ev
from desktop.services.sync.state import Phase, State, plan

Step = tuple[State, tuple[ev.Effect, ...]]

# Asking again may help.
_TRANSIENT = frozenset(
    {Code.OFFLINE, Code.SERVER_DOWN, Code.SERVER_SLOW, Code.RATE_LIMITED, Code.INVALID_ANSWER}
)
# May be true of one scope only: the others are still tried.
_OF_ONE_SCOPE = frozenset(
    {
        Code.SERVER_DOWN,
        Code.SERVER_SLOW,
        Code.INVALID_ANSWER,
        Code.NOT_FOUND,
        Code.FORBIDDEN,
        Code.REFUSED,
    }
)
_SERVER_FAILS = frozenset({Code.SERVER_DOWN, Code.SERVER_SLOW})
_CONNECTIONS = {
    Code.OFFLINE: Connection.OFFLINE,
    Code.CERTIFICATE: Connection.OFFLINE,
    Code.CAPTIVE_PORTAL: Connection.PORTAL,
    Code.SERVER_DOWN: Connection.SERVER_DOWN,
    Code.SERVER_SLOW: Connection.SERVER_DOWN,
    Code.INVALID_ANSWER: Connection.SERVER_DOWN,
    Code.SESSION_EXPIRED: Connection.AUTH_NEEDED,
    Code.BAD_CREDENTIALS: Connection.AUTH_NEEDED,
    Code.USER_LOCKED: Connection.AUTH_NEEDED,
}
_STORE_WORKS = (Phase.KEEPING, Phase.STORING, Phase.DROPPING)


def step(state: State, event: ev.Event) -> Step:
    """The next state and what is to be done. Events that nobody waits for change nothing."""
    handler, phases = _HANDLERS[type(event)]
    if state.phase not in phases:
        return state, ()
    ticket = getattr(event, "ticket", state.ticket)
    if ticket != state.ticket:
        return state, ()  # an answer to a request that was given up
    return handler(state, event)


def _started(state: State, event: ev.Started) -> Step:
    verified = {cursor.scope: cursor.verified_at for cursor in event.resume.cursors}
    return _ask(replace(state, resume=event.resume, verified=verified))


def _me_answered(state: State, event: ev.MeAnswered) -> Step:
    state = replace(state, heard=True, attempt=0)
    answer, resume = event.answer, state.resume
    clock = ev.KeepClock((answer.server_time - event.now).total_seconds())
    if isinstance(answer, MeUnchanged):
        if resume.etag is None or resume.epoch is None:
            return _finish(state, _invalid("unchanged since nothing"))
        return _pull_what_moved(state, resume.cursors, resume.epoch, answer.server_time, (clock,))
    if resume.user_id not in (None, answer.user.id):
        return _finish(state, _invalid("another user"))
    return replace(state, phase=Phase.KEEPING, me=answer), (clock, ev.KeepMe(answer))


def _me_kept(state: State, event: ev.MeKept) -> Step:
    me = state.me
    if me is None:
        raise ValueError("nothing was to be kept")
    known = {cursor.scope: cursor for cursor in state.resume.cursors}
    cursors = tuple(
        replace(known.get(head.scope) or Cursor(head.scope, head.head), head=head.head)
        for head in me.scopes
    )
    verified = {cursor.scope: cursor.verified_at for cursor in cursors}
    state = replace(state, verified=verified, changes=state.changes | event.changes)
    return _pull_what_moved(state, cursors, me.epoch, me.server_time, ())


def _pull_what_moved(
    state: State,
    cursors: tuple[Cursor, ...],
    epoch: int,
    server_time: datetime,
    first: tuple[ev.Effect, ...],
) -> Step:
    planned = {cursor.scope: plan(cursor, cursor.head, epoch) for cursor in cursors}
    still = tuple(scope for scope, pull in planned.items() if pull is None)
    state = replace(
        state,
        queue=tuple(pull for pull in planned.values() if pull is not None),
        verified={**state.verified, **dict.fromkeys(still, server_time)},
        step=SyncStep(len(still), len(planned), 0),
    )
    marks = (ev.MarkVerified(still, server_time),) if still else ()
    after, effects = _go_on(state)
    return after, (*first, *marks, ev.Report(state.step), *effects)


def _page_answered(state: State, event: ev.PageAnswered) -> Step:
    state = replace(state, heard=True, attempt=0)
    pull, answer = state.queue[0], event.answer
    if isinstance(answer, Reset):
        if pull.resets == state.policy.resets:
            return _scope_failed(state, _invalid(f"no end of resets: {answer.reason}"))
        again = replace(pull.anew(), resets=pull.resets + 1)
        return _fetch(replace(state, queue=(again, *state.queue[1:])))
    if isinstance(answer, Page):
        problem = _problem(answer, pull.scope, pull.token, pull.epoch)
        if problem is not None:
            return _scope_failed(state, _invalid(problem))
        progress = replace(state.step, rows=state.step.rows + len(answer.changes))
        state = replace(state, phase=Phase.STORING, page=answer, step=progress)
        return state, (ev.Report(progress), ev.StorePage(answer, pull.token))
    return replace(state, phase=Phase.DROPPING), (ev.DropScope(pull.scope),)


def _page_stored(state: State, event: ev.PageStored) -> Step:
    page, pull = state.page, state.queue[0]
    if page is None:
        raise ValueError("no page was to be stored")
    state = replace(state, page=None, changes=state.changes | event.changes, server_failures=0)
    if page.more:
        pull = replace(pull, token=page.next, epoch=page.epoch)
        return _go_on(replace(state, queue=(pull, *state.queue[1:])))
    verified = {**state.verified, pull.scope: page.server_time}
    return _scope_over(replace(state, verified=verified))


def _mismatch(state: State, event: ev.MirrorMismatch) -> Step:
    pull = state.queue[0]
    state = replace(state, page=None)
    if pull.mismatched:
        return _scope_failed(state, event.error)
    again = replace(pull.anew(), mismatched=True)
    return _go_on(replace(state, queue=(again, *state.queue[1:])))


def _scope_dropped(state: State, event: ev.ScopeDropped) -> Step:
    gone = state.queue[0].scope
    verified = {scope: at for scope, at in state.verified.items() if scope != gone}
    return _scope_over(replace(state, verified=verified, changes=state.changes | event.changes))


def _request_failed(state: State, event: ev.RequestFailed) -> Step:
    error, policy = event.error, state.policy
    if error.code in _TRANSIENT and state.attempt < policy.retries:
        pause = policy.pause(state.attempt, event.chance, error.retry_after)
        waiting = replace(state, phase=Phase.WAITING, attempt=state.attempt + 1)
        return waiting, (ev.Wait(pause),)
    if state.phase is Phase.FETCHING and error.code in _OF_ONE_SCOPE:
        return _scope_failed(replace(state, attempt=0), error)
    return _finish(state, error)


def _store_failed(state: State, event: ev.StoreFailed) -> Step:
    return _finish(state, event.error)


def _waited(state: State, _event: ev.Waited) -> Step:
    return _fetch(state) if state.queue else _ask(state)


def _cancelled(state: State, _event: ev.Cancelled) -> Step:
    state = replace(state, cancelled=True)
    # What the store is doing is waited for: it ends soon, and its answer belongs to the outcome.
    return (state, ()) if state.phase in _STORE_WORKS else _finish(state, None)


# ---- what several events lead to --------------------------------------------------------------


def _ask(state: State) -> Step:
    state = replace(state, phase=Phase.ASKING, ticket=state.ticket + 1)
    return state, (ev.AskMe(state.ticket, state.resume.etag),)


def _fetch(state: State) -> Step:
    pull = state.queue[0]
    state = replace(state, phase=Phase.FETCHING, ticket=state.ticket + 1)
    return state, (ev.FetchPage(state.ticket, pull.scope, pull.token, state.policy.limit),)


def _go_on(state: State) -> Step:
    if state.cancelled or not state.queue:
        return _finish(state, None)
    return _fetch(state)


def _scope_over(state: State) -> Step:
    progress = replace(state.step, done=state.step.done + 1)
    after, effects = _go_on(replace(state, queue=state.queue[1:], step=progress))
    return after, (ev.Report(progress), *effects)


def _scope_failed(state: State, error: AppError) -> Step:
    failures = state.server_failures + 1 if error.code in _SERVER_FAILS else 0
    state = replace(
        state, queue=state.queue[1:], error=state.error or error, server_failures=failures
    )
    # One scope may be what the server stumbles over; with two in a row it is the server.
    return _finish(state, error) if failures == 2 else _go_on(state)


def _finish(state: State, error: AppError | None) -> Step:
    error = state.error or error
    if error is not None:
        connection = _CONNECTIONS.get(error.code, Connection.ONLINE)
    else:
        connection = Connection.ONLINE if state.heard else Connection.UNKNOWN
    changes = state.changes if state.changes else Changes()
    outcome = SyncOutcome(changes, state.verified_at(), connection, error)
    return replace(state, phase=Phase.DONE, error=error), (ev.Done(outcome),)


def _problem(page: Page, scope: str, token: str | None, epoch: int | None) -> str | None:
    """What is wrong with an answer that could be decoded; None where nothing is."""
    if page.scope != scope:
        return "a page of another scope"
    if epoch is not None and page.epoch != epoch:
        return "a page of another epoch"
    numbers = [change.seq for change in page.changes]
    if any(after <= before for before, after in pairwise(numbers)):
        return "a page out of order"
    if page.more:
        return "a page that leads nowhere" if page.next == token else None
    if page.seq is None or page.count is None or page.digest is None:
        return "a last page without proof"
    if numbers and numbers[-1] > page.seq:
        return "a page beyond its own head"
    return None


def _invalid(detail: str) -> NetworkError:
    return NetworkError(Code.INVALID_ANSWER, detail=detail)


_ANY = frozenset(Phase) - {Phase.IDLE, Phase.DONE}
# What is kept on the side (the clock, a proof) may fail when the run was thought to be over.
_BEGUN = frozenset(Phase) - {Phase.IDLE}
_HANDLERS: dict[type[ev.Event], tuple[Callable[[State, Any], Step], frozenset[Phase]]] = {
    ev.Started: (_started, frozenset({Phase.IDLE})),
    ev.MeAnswered: (_me_answered, frozenset({Phase.ASKING})),
    ev.MeKept: (_me_kept, frozenset({Phase.KEEPING})),
    ev.PageAnswered: (_page_answered, frozenset({Phase.FETCHING})),
    ev.PageStored: (_page_stored, frozenset({Phase.STORING})),
    ev.MirrorMismatch: (_mismatch, frozenset({Phase.STORING})),
    ev.ScopeDropped: (_scope_dropped, frozenset({Phase.DROPPING})),
    ev.RequestFailed: (_request_failed, frozenset({Phase.ASKING, Phase.FETCHING})),
    ev.StoreFailed: (_store_failed, _BEGUN),
    ev.Waited: (_waited, frozenset({Phase.WAITING})),
    ev.Cancelled: (_cancelled, _ANY),
}
