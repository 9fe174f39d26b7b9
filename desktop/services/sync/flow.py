"""Steps that both halves of a run take: asking `/v1/me`, beginning to send, and ending."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.errors import AppError, Code, NetworkError
from desktop.services.results import Connection, SyncOutcome
from desktop.services.sync import events as ev
from desktop.services.sync.state import Phase, Stage, State

Step = tuple[State, tuple[ev.Effect, ...]]

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


def ask(state: State, stage: Stage) -> Step:
    """Ask `/v1/me`, to go on with `stage`."""
    state = replace(state, phase=Phase.ASKING, stage=stage, queue=(), ticket=state.ticket + 1)
    return state, (ev.AskMe(state.ticket, state.resume.etag),)


def offer(state: State) -> Step:
    """Look at what there is to send."""
    state = replace(state, phase=Phase.OFFERING, again=False, rounds=state.rounds + 1)
    return state, (ev.Offer(state.epoch, state.now()),)


def finish(state: State, error: AppError | None) -> Step:
    """End the run."""
    error = state.error or error
    if error is not None:
        connection = _CONNECTIONS.get(error.code, Connection.ONLINE)
    else:
        connection = Connection.ONLINE if state.heard else Connection.UNKNOWN
    outcome = SyncOutcome(
        state.changes,
        state.verified_at(),
        connection,
        error,
        sent=state.sent,
        refused=state.refused,
        retry_in=state.retry_in(),
    )
    return replace(state, phase=Phase.DONE, error=error), (ev.Done(outcome, state.lanes),)


def invalid(detail: str) -> NetworkError:
    """The server said what cannot be."""
    return NetworkError(Code.INVALID_ANSWER, detail=detail)
