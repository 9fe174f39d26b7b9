"""The half of a run that sends: each stream in its order, one submission at a time.

Before its first byte leaves, a submission is kept as one that may have arrived; what the server
then decides is kept before the next one is touched. A stream that meets trouble waits, others go
on.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desktop.domain.changes import Changes
from desktop.domain.errors import Code
from desktop.domain.submissions import (
    DEPENDENCY,
    TOO_OFTEN,
    EpochChanged,
    NotTaken,
    Submission,
    SubmissionProblem,
    SubmissionState,
)
from desktop.services.sync import events as ev
from desktop.services.sync import pull
from desktop.services.sync.flow import Step, ask, finish
from desktop.services.sync.lanes import Lane
from desktop.services.sync.state import Accepted, Phase, Push, Stage, State

_Timed = ev.RequestFailed | ev.BlobAnswered | ev.Submitted

_BLOB_MISSING = "blob-missing"
_SESSION = frozenset({Code.SESSION_EXPIRED, Code.BAD_CREDENTIALS, Code.USER_LOCKED})
_SERVER_FAILS = frozenset({Code.SERVER_DOWN, Code.SERVER_SLOW, Code.INVALID_ANSWER})
_NO_WAY = frozenset({Code.OFFLINE, Code.CERTIFICATE, Code.CAPTIVE_PORTAL, Code.CLIENT_TOO_OLD})
_DEFINITE = frozenset({Code.NOT_FOUND, Code.FORBIDDEN, Code.REFUSED})


def offered(state: State, event: ev.Offered) -> Step:
    """The queue, in its order."""
    push = Push(event.offer.items, dict(event.offer.states))
    streams = {item.stream for item in push.items}
    # What the server wanted a stream to wait goes for what is put into it meanwhile, too.
    lanes = {
        stream: lane
        for stream, lane in state.lanes.items()
        if stream in streams or lane.due > event.at
    }
    state = replace(state, lanes=lanes, at=event.at)
    due = sum(1 for item in push.items if _is_due(state, item))
    state = replace(state, push=push, step=replace(state.step, sent=0, to_send=due))
    return _next(state)


def blob_answered(state: State, event: ev.BlobAnswered) -> Step:
    """How far an attachment has got at the server: the next piece, or the next thing."""
    push, status = state.push, event.status
    item, sha256 = push.items[0], push.missing()[0]
    if status.complete:
        return _next(replace(state, push=replace(push, arrived=push.arrived | {sha256})))
    if push.offset is not None and status.offset <= push.offset:
        return _wait(state, item, event)  # it does not get on
    state = replace(state, push=replace(push, offset=status.offset), ticket=state.ticket + 1)
    return state, (ev.SendBlob(state.ticket, sha256, status.offset, state.policy.chunk),)


def sending_marked(state: State, event: ev.SendingMarked) -> Step:
    """The disk knows that it may arrive from now on: send it."""
    if event.item.state is not SubmissionState.UNCERTAIN:
        # It was cancelled meanwhile, or the person asked what became of it.
        return _next(_without(state, event.item, event.item.state))
    if state.cancelled:
        return finish(state, None)
    push = replace(state.push, items=(event.item, *state.push.items[1:]))
    item = event.item
    state = replace(_touched(state, item), push=push)
    state = replace(state, phase=Phase.SENDING, ticket=state.ticket + 1)
    return state, (ev.Submit(state.ticket, item.op_id, item.payload, state.epoch),)


def submitted(state: State, event: ev.Submitted) -> Step:
    """The server has decided, or wants its present epoch known first."""
    answer, item = event.answer, state.push.items[0]
    if isinstance(answer, EpochChanged):
        return _turned_back(state)
    if isinstance(answer, NotTaken) and answer.problem.code == _BLOB_MISSING:
        # It was there a moment ago: the server was set back, or forgot it. Ask for it anew.
        return _wait(replace(state, push=replace(state.push, arrived=frozenset())), item, event)
    state = replace(state, push=replace(state.push, passed=True, in_a_row=0), phase=Phase.RECORDING)
    state = replace(state, lanes={k: v for k, v in state.lanes.items() if k != item.stream})
    if isinstance(answer, NotTaken):
        return _park(state, item, answer.problem)
    if answer.state is SubmissionState.ACCEPTED:
        accepted = Accepted(item.op_id, item.scope, answer.replayed)
        others = tuple(each for each in state.accepted if each.op_id != item.op_id)
        state = replace(state, accepted=(*others, accepted), moved=True, sent=state.sent + 1)
    else:
        state = replace(state, refused=state.refused + 1)
    return _without(_touched(state, item), item, answer.state), (
        ev.KeepAnswer(answer, state.epoch),
    )


def recorded(state: State, _event: ev.Recorded) -> Step:
    """What became of a submission is on the disk."""
    progress = replace(state.step, sent=state.step.sent + 1)
    after, effects = _next(replace(state, step=progress))
    return after, (ev.Report(progress), *effects)


def failed(state: State, event: ev.RequestFailed) -> Step:
    """A submission or a piece of an attachment came to nothing, as far as we know."""
    error, item = event.error, state.push.items[0]
    # The server may not be the same since: what it accepted is confirmed by another run.
    state = replace(state, accepted=())
    if error.code in _SESSION:
        return finish(state, error)
    if error.code in _NO_WAY:
        state = _lane_waits(state, item, event, error.retry_after)
        state = replace(state, error=error if error.code is Code.CLIENT_TOO_OLD else state.error)
        return _over(state)
    # What has its number is only confirmed again: nobody has to look at it, however long it takes.
    is_new = not item.reference
    if error.code in _SERVER_FAILS and is_new and _is_old(state, item):
        return _park(state, item, SubmissionProblem(TOO_OFTEN))
    if error.code in _DEFINITE:
        return _park(state, item, SubmissionProblem(error.detail or error.code))
    push = replace(state.push, in_a_row=state.push.in_a_row + 1)
    if error.code in _SERVER_FAILS and is_new and state.phase is Phase.SENDING:
        push = replace(push, stumbled=(*push.stumbled, item.op_id))
    return _wait(replace(state, push=push), item, event, error.retry_after)


# ---- what several events lead to --------------------------------------------------------------


def _next(state: State) -> Step:
    """The first submission that may be sent now."""
    if state.cancelled:
        return finish(state, None)
    for item in state.push.items:
        if not _is_due(state, item):
            continue
        fate = _fate(state.push, item)
        if fate is SubmissionState.PARKED:
            return _park(state, item, SubmissionProblem(DEPENDENCY))
        if fate is SubmissionState.ACCEPTED:
            return _begin(state, item)
        # What it depends on is of another stream, or was taken up again behind it.
    return _over(state)


def _begin(state: State, item: Submission) -> Step:
    first = tuple(sorted(state.push.items, key=lambda each: each.op_id != item.op_id))
    state = replace(state, push=replace(state.push, items=first, offset=None))
    missing = state.push.missing()
    if missing:
        state = replace(state, phase=Phase.UPLOADING, ticket=state.ticket + 1)
        return state, (ev.AskBlob(state.ticket, missing[0]),)
    state = replace(state, phase=Phase.MARKING)
    return state, (ev.MarkSending(item.op_id, state.now()),)


def _wait(state: State, item: Submission, event: _Timed, floor: float | None = None) -> Step:
    state = _lane_waits(state, item, event, floor)
    in_order = tuple(sorted(state.push.items, key=lambda each: each.number))
    state = replace(state, push=replace(state.push, items=in_order))
    # Some may be what the server stumbles over; with several in a row it is the server.
    return _over(state) if state.push.in_a_row >= state.policy.stumbles else _next(state)


def _over(state: State) -> Step:
    """Nothing more can be sent now."""
    push = state.push
    first: tuple[ev.Effect, ...] = ()
    if push.passed and push.stumbled:
        first = (ev.Strike(push.stumbled, state.policy.poison),)
    after, effects = _go_on(replace(state, push=replace(push, stumbled=())))
    return after, (*first, *effects)


def _go_on(state: State) -> Step:
    if state.moved:
        return ask(replace(state, moved=False, pulled=False), Stage.PULL)
    return finish(state, None) if state.pulled else pull.start(replace(state, pulled=True))


def _turned_back(state: State) -> Step:
    """The server is not the one whose epoch we know: see what it has before sending more."""
    state = replace(state, again=True, moved=False, pulled=False, accepted=())
    return ask(state, Stage.PULL)


def _lane_waits(state: State, item: Submission, event: _Timed, floor: float | None) -> State:
    failures = state.lanes[item.stream].failures + 1 if item.stream in state.lanes else 1
    pause = state.policy.lane_pause(failures, event.chance, floor)
    lane = Lane(failures, event.at + pause)
    return replace(state, lanes={**state.lanes, item.stream: lane}, at=event.at)


def _is_due(state: State, item: Submission) -> bool:
    lane = state.lanes.get(item.stream)
    return lane is None or lane.due <= state.at


def _fate(push: Push, item: Submission) -> SubmissionState | None:
    """ACCEPTED where it may be sent, PARKED where it never can, None where it has to wait."""
    waiting = {each.op_id for each in push.items}
    if any(name in waiting for name in item.follows):
        return None
    if item.reference:
        return SubmissionState.ACCEPTED  # the server took it once, and knows what came before
    states = {push.states.get(name) for name in item.follows}
    return (
        SubmissionState.ACCEPTED
        if states <= {SubmissionState.ACCEPTED}
        else (SubmissionState.PARKED)
    )


def _is_old(state: State, item: Submission) -> bool:
    """Whether it has been tried for so long that a person should look at it."""
    age = state.now() - (item.first_sent_at or state.now())
    return age >= timedelta(hours=state.policy.hours) and item.attempts >= state.policy.poison


def _park(state: State, item: Submission, problem: SubmissionProblem) -> Step:
    state = _without(_touched(state, item), item, SubmissionState.PARKED)
    return replace(state, phase=Phase.RECORDING), (ev.Park(item.op_id, problem),)


def _touched(state: State, item: Submission) -> State:
    """Screens that show `item` have to look again."""
    changes = Changes(frozenset({item.scope}), frozenset({"submission"}))
    return replace(state, changes=state.changes | changes)


def _without(state: State, item: Submission, became: SubmissionState) -> State:
    """The queue without `item`, in its order again."""
    left = [each for each in state.push.items if each.op_id != item.op_id]
    push = replace(
        state.push,
        items=tuple(sorted(left, key=lambda each: each.number)),
        states={**state.push.states, item.op_id: became},
    )
    return replace(state, push=push)
