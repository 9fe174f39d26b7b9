"""The mistakes themselves: each wraps what is right so that it goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop.domain.errors import Code
from desktop.domain.feed import Reset, Staged
from desktop.domain.submissions import (
    Offer,
    SubmissionProblem,
    SubmissionState,
    SubmitAnswer,
)
from desktop.services.sync import events as ev
from desktop.services.sync import pull, push
from desktop.services.sync.flow import invalid
from desktop.services.sync.lanes import Lane
from desktop.services.sync.state import Phase
from tests.simulation import disk
from tests.simulation.disk import VirtualMirror, VirtualOutbox
from tests.simulation.patches import Bug, Wrap
from tests.simulation.server import ModelServer


def on_outbox(name: str, method: str) -> Callable[[Wrap], Bug]:
    return lambda wrap: Bug(name, ((VirtualOutbox, method),), (wrap,))


def on_push(name: str, function: str) -> Callable[[Wrap], Bug]:
    return lambda wrap: Bug(name, ((push, function),), (wrap,))


def on_event(name: str, event: type[ev.Event]) -> Callable[[Wrap], Bug]:
    return lambda wrap: Bug(name, (event,), (wrap,))


def on_mirror(name: str, method: str) -> Callable[[Wrap], Bug]:
    return lambda wrap: Bug(name, ((VirtualMirror, method),), (wrap,))


def constant(value: Any) -> Wrap:
    return lambda _right: lambda *_args, **_named: value


# ---- keys, bytes and answers -------------------------------------------------------------------


@lambda wrap: Bug("a new key with each try", ((ModelServer, "submit"),), (wrap,))
def new_key(right: Any) -> Any:
    def submit(self: ModelServer, op_id: str, *rest: Any) -> Any:
        self.books.decided.pop(op_id, None)
        return right(self, op_id, *rest)

    return submit


@on_event("what is sent is written anew", ev.SendingMarked)
def rewritten(right: Any) -> Any:
    def marked(state: Any, event: Any) -> Any:
        state, effects = right(state, event)
        return state, tuple(
            replace(e, body=json.dumps(json.loads(e.body)).encode())
            if isinstance(e, ev.Submit)
            else e
            for e in effects
        )

    return marked


def failing(codes: set[Code], then: Callable[[Any, Any, Any], Any]) -> Wrap:
    def wrap(right: Any) -> Any:
        def failed(state: Any, event: Any) -> Any:
            if state.phase is Phase.SENDING and event.error.code in codes:
                return then(state, event, state.push.items[0])
            return right(state, event)

        return failed

    return wrap


def set_aside(state: Any, _event: Any, item: Any) -> Any:
    return push._park(state, item, SubmissionProblem("too-often"))


def believe(state: Any, event: Any, item: Any) -> Any:
    answer = SubmitAnswer(item.op_id, "", state.now())
    return push.submitted(state, ev.Submitted(event.ticket, answer, event.chance, event.at))


def answered(kind: type[Any], then: Callable[[Any, Any], Any]) -> Wrap:
    def wrap(right: Any) -> Any:
        def submitted(state: Any, event: Any) -> Any:
            return then(state, event) if isinstance(event.answer, kind) else right(state, event)

        return submitted

    return wrap


def tried_again(state: Any, event: Any) -> Any:
    return push._wait(state, state.push.items[0], event)


def refusals_tried_again(right: Any) -> Any:
    def submitted(state: Any, event: Any) -> Any:
        refused = isinstance(event.answer, SubmitAnswer) and event.answer.problem is not None
        return tried_again(state, event) if refused else right(state, event)

    return submitted


def sent_under_the_next_epoch(state: Any, _event: Any) -> Any:
    item = state.push.items[0]
    state = replace(state, epoch=state.epoch + 1, ticket=state.ticket + 1)
    return state, (ev.Submit(state.ticket, item.op_id, item.payload, state.epoch),)


@on_outbox("an answer is kept for the wrong one", "keep_answer")
def wrong_one(right: Any) -> Any:
    def keep_answer(self: VirtualOutbox, answer: Any, epoch: int) -> None:
        waiting = [i.op_id for i in self.items(include_done=False)]
        right(self, replace(answer, op_id=waiting[-1] if waiting else answer.op_id), epoch)

    return keep_answer


@on_outbox("the epoch of an answer is the next one", "keep_answer")
def next_epoch(right: Any) -> Any:
    return lambda self, answer, epoch: right(self, answer, epoch + 1)


# ---- the disk ----------------------------------------------------------------------------------


@on_push("sent without a note on the disk", "_begin")
def no_note(right: Any) -> Any:
    def begin(state: Any, item: Any) -> Any:
        after, effects = right(state, item)
        if not isinstance(effects[-1], ev.MarkSending):
            return after, effects
        after = replace(after, phase=Phase.SENDING, ticket=after.ticket + 1)
        return after, (ev.Submit(after.ticket, item.op_id, item.payload, after.epoch),)

    return begin


@on_outbox("the note is not on the disk yet", "mark_sending")
def note_in_memory(right: Any) -> Any:
    def mark(self: VirtualOutbox, op_id: str, now: Any) -> Any:
        item = self.rows[op_id].item
        return replace(item, state=SubmissionState.UNCERTAIN, attempts=item.attempts + 1)

    return mark


@on_outbox("what was cancelled is sent", "mark_sending")
def cancelled_sent(right: Any) -> Any:
    def mark(self: VirtualOutbox, op_id: str, now: Any) -> Any:
        kept = self.rows[op_id]
        state = SubmissionState.UNCERTAIN
        self._commit({op_id: disk._with(kept, state=state, attempts=kept.item.attempts + 1)})
        return self.rows[op_id].item

    return mark


def forget_some(right: Any) -> Any:
    def add(self: Any, item: Any, blobs: Any = ()) -> Any:
        before = self.rows
        added = right(self, item, blobs)
        self.commits = [before]  # the next power cut takes it
        return added

    return add


def cut(right: Any) -> Any:
    def cut_power(self: Any, rng: Any) -> None:
        if self.commits and len(self.rows) == len(self.commits[-1]) + 1:
            self.rows = self.commits[-1]
        right(self, rng)

    return cut_power


# ---- the queue ---------------------------------------------------------------------------------


@on_push("the rest of a stream does not wait", "_is_due")
def no_waiting(right: Any) -> Any:
    return lambda state, item: f"op {item.op_id}" not in state.lanes


def lane_of_its_own(right: Any) -> Any:
    def waits(state: Any, item: Any, event: Any, floor: Any) -> Any:
        return replace(state, lanes={**state.lanes, f"op {item.op_id}": Lane(1, 0.0)})

    return waits


def offered(change: Callable[[Any], Any]) -> Wrap:
    def wrap(right: Any) -> Any:
        def offer(self: VirtualOutbox, epoch: int, now: Any) -> Offer:
            found = right(self, epoch, now)
            return Offer(tuple(change(found.items)), found.states)

        return offer

    return wrap


@on_outbox("a restored server is not offered what it had", "offer")
def no_second_offer(right: Any) -> Any:
    def offer(self: VirtualOutbox, epoch: int, now: Any) -> Offer:
        self.rows = {k: replace(kept, epoch=epoch, settled=True) for k, kept in self.rows.items()}
        found: Offer = right(self, epoch, now)
        return found

    return offer


@on_outbox("accepted counts as confirmed", "keep_answer")
def settled_at_once(right: Any) -> Any:
    def keep_answer(self: VirtualOutbox, answer: Any, epoch: int) -> None:
        right(self, answer, epoch)
        self.settle([answer.op_id])

    return keep_answer


@on_outbox("what was sent can be cancelled", "cancel")
def late_cancel(right: Any) -> Any:
    def cancel(self: VirtualOutbox, op_id: str) -> Any:
        self._turn(op_id, SubmissionState.UNCERTAIN)
        return right(self, op_id)

    return cancel


@on_outbox("the corrected one is sent as well", "replace")
def both_sent(right: Any) -> Any:
    def put(self: VirtualOutbox, op_id: str, item: Any, blobs: Any = ()) -> Any:
        before = self.rows[op_id]
        new = right(self, op_id, item, blobs)
        self._commit({op_id: before})
        return new

    return put


def goes_nowhere(right: Any) -> Any:
    def fate(state: Any, item: Any) -> Any:
        found = right(state, item)
        return None if found is SubmissionState.PARKED else found

    return fate


def struck_in_any_case(right: Any) -> Any:
    def over(state: Any) -> Any:
        after, effects = right(state)
        if state.push.stumbled and not state.push.passed:
            effects = (ev.Strike(state.push.stumbled, state.policy.poison), *effects)
        return after, effects

    return over


def never_found_is_never_sent(right: Any) -> Any:
    def check_now(self: Any, op_id: str) -> Any:
        item = right(self, op_id)
        if item.state is SubmissionState.UNCERTAIN:
            with self._desk.using() as store:
                rows = store.outbox._file.rows
                unsent = disk._with(rows[op_id], state=SubmissionState.QUEUED)
                store.outbox._file._commit({op_id: unsent})
        return item

    return check_now


# ---- the mirror --------------------------------------------------------------------------------


@on_mirror("pages are shown as they come", "stage")
def no_staging(right: Any) -> Any:
    def stage(self: VirtualMirror, page: Any, asked: Any) -> None:
        right(self, page, asked)
        scope = self.image.scopes[page.scope]
        self._put(replace(scope, rows={**scope.rows, **scope.stage}))

    return stage


def first_token(right: Any) -> Any:
    def stage(self: VirtualMirror, page: Any, asked: Any) -> None:
        scope, _rows, full = self._received(page, asked)
        staged = Staged(page.next, page.epoch, full)
        self._put(replace(scope, cursor=replace(scope.cursor, staged=staged)))

    return stage


@on_mirror("deletions are skipped", "_received")
def no_tombstones(right: Any) -> Any:
    def received(self: VirtualMirror, page: Any, asked: Any) -> Any:
        left = tuple(change for change in page.changes if not change.deleted)
        return right(self, replace(page, changes=left), asked)

    return received


def reset_ignored(right: Any) -> Any:
    def answered(state: Any, event: Any) -> Any:
        if isinstance(event.answer, Reset):
            return pull.scope_failed(state, invalid("reset"))
        return right(state, event)

    return answered


def from_here(state: Any) -> Any:
    return pull.start(replace(state, moved=False, pulled=True)) if state.moved else None


def not_read_back(right: Any) -> Any:
    return lambda state: from_here(state) or right(state)


def floorless(right: Any) -> Any:
    return lambda self, failures, chance, floor: right(self, failures, chance, None)
