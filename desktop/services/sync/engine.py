"""The sync as a pure function: `step(state, event) -> (state, effects)`.

It touches neither clock, network nor disk, so that a simulator can run it through any order of
faults. A run asks `/v1/me`, sends what waits (`push.py`), asks again if that changed anything, and
then reads the scopes that moved (`pull.py`). `driver.py` does what the effects say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop.domain.errors import Code
from desktop.domain.feed import Cursor, MeUnchanged
from desktop.services.sync import events as ev
from desktop.services.sync import pull, push
from desktop.services.sync.flow import Step, ask, finish, invalid, offer
from desktop.services.sync.state import Phase, Stage, State

# Asking again may help.
_TRANSIENT = frozenset(
    {Code.OFFLINE, Code.SERVER_DOWN, Code.SERVER_SLOW, Code.RATE_LIMITED, Code.INVALID_ANSWER}
)
_STORE_WORKS = (
    *(Phase.KEEPING, Phase.STORING, Phase.DROPPING),
    *(Phase.OFFERING, Phase.MARKING, Phase.RECORDING),
)


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
    state = replace(
        state,
        resume=event.resume,
        verified=verified,
        pushes=event.pushes,
        lanes=dict(event.lanes),
        at=event.at,
    )
    return ask(state, Stage.PUSH if event.pushes else Stage.PULL)


def _me_answered(state: State, event: ev.MeAnswered) -> Step:
    answer, resume = event.answer, state.resume
    state = replace(state, heard=True, attempt=0, server_time=answer.server_time)
    clock = ev.KeepClock((answer.server_time - event.now).total_seconds())
    if isinstance(answer, MeUnchanged):
        if resume.etag is None or resume.epoch is None:
            return finish(state, invalid("unchanged since nothing"))
        after, effects = _known(state, resume.epoch)
        return after, (clock, *effects)
    if resume.user_id not in (None, answer.user.id):
        return finish(state, invalid("another user"))
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
    resume = replace(
        state.resume, user_id=me.user.id, etag=me.etag, epoch=me.epoch, cursors=cursors
    )
    changes = state.changes | event.changes
    return _known(replace(state, verified=verified, changes=changes, resume=resume), me.epoch)


def _known(state: State, epoch: int) -> Step:
    """Who asks, and how far each scope has got, is known: send, or read."""
    again = state.again or (state.rounds > 0 and epoch != state.epoch)
    state = replace(state, epoch=epoch, again=again)
    if state.cancelled:
        return finish(state, None)
    ahead = tuple(c.scope for c in state.resume.cursors if c.epoch == epoch and c.seq > c.head)
    doubts: tuple[ev.Effect, ...] = ()
    if ahead and state.pushes:
        # It has gone back without saying so, and may have lost what it accepted.
        doubts = (ev.Doubt(ahead),)
        state = replace(state, again=True)
    if state.stage is Stage.PUSH:
        after, effects = offer(state)
    else:
        after, effects = pull.start(replace(state, pulled=True))
    return after, (*doubts, *effects)


def _request_failed(state: State, event: ev.RequestFailed) -> Step:
    if state.phase in (Phase.SENDING, Phase.UPLOADING):
        return push.failed(state, event)
    error, policy = event.error, state.policy
    # The server may not be the same since: what it accepted is confirmed by another run.
    state = replace(state, accepted=())
    if error.code in _TRANSIENT and state.attempt < policy.retries:
        pause = policy.pause(state.attempt, event.chance, error.retry_after)
        waiting = replace(state, phase=Phase.WAITING, attempt=state.attempt + 1)
        return waiting, (ev.Wait(pause),)
    if state.phase is Phase.FETCHING and error.code in pull.OF_ONE_SCOPE:
        return pull.scope_failed(replace(state, attempt=0), error)
    return finish(state, error)


def _store_failed(state: State, event: ev.StoreFailed) -> Step:
    return finish(state, event.error)


def _waited(state: State, _event: ev.Waited) -> Step:
    return pull.fetch_again(state) if state.queue else ask(state, state.stage)


def _cancelled(state: State, _event: ev.Cancelled) -> Step:
    state = replace(state, cancelled=True)
    # What the store is doing is waited for: it ends soon, and its answer belongs to the outcome.
    return (state, ()) if state.phase in _STORE_WORKS else finish(state, None)


_ANY = frozenset(Phase) - {Phase.IDLE, Phase.DONE}
# What is kept on the side (the clock, a proof) may fail when the run was thought to be over.
_BEGUN = frozenset(Phase) - {Phase.IDLE}
_REQUESTS = frozenset({Phase.ASKING, Phase.FETCHING, Phase.SENDING, Phase.UPLOADING})
_HANDLERS: dict[type[ev.Event], tuple[Callable[[State, Any], Step], frozenset[Phase]]] = {
    ev.Started: (_started, frozenset({Phase.IDLE})),
    ev.MeAnswered: (_me_answered, frozenset({Phase.ASKING})),
    ev.MeKept: (_me_kept, frozenset({Phase.KEEPING})),
    ev.PageAnswered: (pull.page_answered, frozenset({Phase.FETCHING})),
    ev.PageStored: (pull.page_stored, frozenset({Phase.STORING})),
    ev.MirrorMismatch: (pull.mismatch, frozenset({Phase.STORING})),
    ev.ScopeDropped: (pull.scope_dropped, frozenset({Phase.DROPPING})),
    ev.Offered: (push.offered, frozenset({Phase.OFFERING})),
    ev.BlobAnswered: (push.blob_answered, frozenset({Phase.UPLOADING})),
    ev.SendingMarked: (push.sending_marked, frozenset({Phase.MARKING})),
    ev.Submitted: (push.submitted, frozenset({Phase.SENDING})),
    ev.Recorded: (push.recorded, frozenset({Phase.RECORDING})),
    ev.RequestFailed: (_request_failed, _REQUESTS),
    ev.StoreFailed: (_store_failed, _BEGUN),
    ev.Waited: (_waited, frozenset({Phase.WAITING})),
    ev.Cancelled: (_cancelled, _ANY),
}
