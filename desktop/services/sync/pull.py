"""The half of a run that brings the mirror up to date: scopes that moved, one after another.

What is visible changes only when the store proves a scope complete.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from desktop.domain.errors import AppError, Code
from desktop.domain.feed import Page, Reset, Staged
from desktop.services.sync import events as ev
from desktop.services.sync.flow import Step, finish, invalid, offer
from desktop.services.sync.state import Phase, State, plan

# May be true of one scope only: the others are still tried.
OF_ONE_SCOPE = frozenset(
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
# A token is given up for these without the server having lost anything.
_HARMLESS_RESETS = frozenset({"tombstones-purged", "schema", "kinds", "epoch"})


def start(state: State) -> Step:
    """Read every scope whose head is not where the mirror is."""
    cursors = state.resume.cursors
    planned = {cursor.scope: plan(cursor, cursor.head, state.epoch) for cursor in cursors}
    still = tuple(scope for scope, pull in planned.items() if pull is None)
    state = replace(
        state,
        queue=tuple(pull for pull in planned.values() if pull is not None),
        verified={**state.verified, **dict.fromkeys(still, state.now())},
        step=replace(state.step, done=len(still), total=len(planned), rows=0),
    )
    first: tuple[ev.Effect, ...] = ()
    if still:
        first = (ev.MarkVerified(still, state.now()),)
    state, settled = _settled(state, still, replayed=True)
    after, effects = _go_on(state)
    return after, (*first, *settled, ev.Report(state.step), *effects)


def page_answered(state: State, event: ev.PageAnswered) -> Step:
    """A page, a reset or the end of a right: what was asked for, if it is sound."""
    state = replace(state, heard=True, attempt=0)
    pull, answer = state.queue[0], event.answer
    if isinstance(answer, Reset):
        if pull.resets == state.policy.resets:
            return scope_failed(state, invalid(f"no end of resets: {answer.reason}"))
        again = replace(pull.anew(), resets=pull.resets + 1)
        state = replace(state, queue=(again, *state.queue[1:]))
        state, doubts = _doubted(state, answer.reason not in _HARMLESS_RESETS)
        after, effects = _fetch(state)
        return after, (*doubts, *effects)
    if isinstance(answer, Page):
        problem = _problem(answer, pull.scope, pull.token, pull.epoch)
        if problem is not None:
            return scope_failed(state, invalid(problem))
        progress = replace(state.step, rows=state.step.rows + len(answer.changes))
        state = replace(state, phase=Phase.STORING, page=answer, step=progress)
        return state, (ev.Report(progress), ev.StorePage(answer, pull.token))
    return replace(state, phase=Phase.DROPPING), (ev.DropScope(pull.scope),)


def page_stored(state: State, event: ev.PageStored) -> Step:
    """The page is on the disk: on to the next one, or to the next scope."""
    page, pull = state.page, state.queue[0]
    if page is None:
        raise ValueError("no page was to be stored")
    state = replace(state, page=None, changes=state.changes | event.changes, server_failures=0)
    if page.more:
        state = _reached(state, staged=Staged(page.next, page.epoch, pull.full))
        pull = replace(pull, token=page.next, epoch=page.epoch)
        return _go_on(replace(state, queue=(pull, *state.queue[1:])))
    where = {"token": page.next, "epoch": page.epoch, "seq": page.seq or 0}
    state = _reached(state, **where, staged=None, verified_at=page.server_time)
    state = replace(state, verified={**state.verified, pull.scope: page.server_time})
    state, settled = _settled(state, (pull.scope,), replayed=False)
    after, effects = _scope_over(state)
    return after, (*settled, *effects)


def mismatch(state: State, event: ev.MirrorMismatch) -> Step:
    """The store did not add up to the proof: once more from the beginning, then give up."""
    pull = state.queue[0]
    state = _reached(replace(state, page=None), token=None, staged=None)
    if pull.mismatched:
        return scope_failed(state, event.error)
    again = replace(pull.anew(), mismatched=True)
    state = replace(state, queue=(again, *state.queue[1:]))
    # What was visible and is not the server's any more may be what it lost.
    state, doubts = _doubted(state, True)
    after, effects = _go_on(state)
    return after, (*doubts, *effects)


def scope_dropped(state: State, event: ev.ScopeDropped) -> Step:
    """Nothing is kept any more of a scope that may not be seen."""
    gone = state.queue[0].scope
    verified = {scope: at for scope, at in state.verified.items() if scope != gone}
    # Its absence has to be confirmed by a whole answer, which also says what there is now.
    state = replace(state, resume=replace(state.resume, etag=None))
    return _scope_over(replace(state, verified=verified, changes=state.changes | event.changes))


def fetch_again(state: State) -> Step:
    """The page that is read now, once more."""
    return _fetch(state)


def scope_failed(state: State, error: AppError) -> Step:
    """Leave a scope for another run."""
    failures = state.server_failures + 1 if error.code in _SERVER_FAILS else 0
    state = replace(
        state, queue=state.queue[1:], error=state.error or error, server_failures=failures
    )
    # One scope may be what the server stumbles over; with two in a row it is the server.
    return finish(state, error) if failures == 2 else _go_on(state)


def _fetch(state: State) -> Step:
    pull = state.queue[0]
    state = replace(state, phase=Phase.FETCHING, ticket=state.ticket + 1)
    return state, (ev.FetchPage(state.ticket, pull.scope, pull.token, state.policy.limit),)


def _go_on(state: State) -> Step:
    if state.cancelled:
        return finish(state, None)
    if state.queue:
        return _fetch(state)
    if state.again and state.rounds < state.policy.rounds:
        return offer(state)
    return finish(state, None)


def _scope_over(state: State) -> Step:
    progress = replace(state.step, done=state.step.done + 1)
    after, effects = _go_on(replace(state, queue=state.queue[1:], step=progress))
    return after, (ev.Report(progress), *effects)


def _reached(state: State, **changes: Any) -> State:
    """What the mirror knows now of the scope that is read: a later part of the run goes on from
    there."""
    scope = state.queue[0].scope
    cursors = tuple(
        replace(cursor, **changes) if cursor.scope == scope else cursor
        for cursor in state.resume.cursors
    )
    return replace(state, resume=replace(state.resume, cursors=cursors))


def _settled(
    state: State, scopes: tuple[str, ...], *, replayed: bool
) -> tuple[State, tuple[ev.Effect, ...]]:
    """What was accepted in scopes that are proven whole now.

    Where the head has not moved, that says something of what the server had decided before only.
    """
    names = tuple(
        accepted.op_id
        for accepted in state.accepted
        if accepted.scope in scopes and (accepted.replayed or not replayed)
    )
    if not names:
        return state, ()
    left = tuple(accepted for accepted in state.accepted if accepted.op_id not in names)
    return replace(state, accepted=left), (ev.Settle(names),)


def _doubted(state: State, really: bool) -> tuple[State, tuple[ev.Effect, ...]]:
    """The server may have been set back without saying so: offer again what it accepted."""
    if not really or not state.pushes:
        return state, ()
    return replace(state, again=True), (ev.Doubt((state.queue[0].scope,)),)


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
