"""A run of the engine whose mirror is complete: what is left is to send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.errors import (
    AppError,
    Code,
    NetworkError,
)
from desktop.domain.feed import Cursor, MeUnchanged, Resume
from desktop.domain.submissions import (
    EpochChanged,
    NotTaken,
    Offer,
    Submission,
    SubmissionState,
    SubmitAnswer,
)
from desktop.services.results import SyncOutcome
from desktop.services.sync import events as ev
from desktop.services.sync.engine import step
from desktop.services.sync.lanes import Lane
from desktop.services.sync.state import Policy, State
from tests.support.engine_run import HERE, SERVER, complete
from tests.support.stores import a_submission

POLICY = Policy(retries=0)
DOWN = NetworkError(Code.SERVER_DOWN)
ONE = a_submission(number=1)
TWO = replace(a_submission(number=2), number=2)
CLAIM = replace(a_submission("claim-1", 3), number=3)
PHOTO = "ab" * 32
WITH_PHOTO = replace(ONE, depends_on=("blob:" + PHOTO,))


class PushRun:
    """A run whose mirror is complete, up to the moment when the queue is known."""

    def __init__(
        self,
        *items: Submission,
        states: Mapping[str, SubmissionState] | None = None,
        lanes: Mapping[str, Lane] | None = None,
        cursor: Cursor | None = None,
        policy: Policy = POLICY,
    ) -> None:
        self.cursor = cursor or complete()
        self.state = State(policy=policy)
        self.effects: tuple[ev.Effect, ...] = ()
        self.said: list[ev.Effect] = []
        resume = Resume("7", "etag-1", 1, (self.cursor,))
        self.tell(ev.Started(resume, True, lanes or {}, 100.0))
        self.unchanged()
        self.offer(*items, states=states)

    def tell(self, event: ev.Event) -> ev.Effect:
        self.state, self.effects = step(self.state, event)
        self.said += self.effects
        return self.effects[-1]

    def unchanged(self) -> ev.Effect:
        return self.tell(ev.MeAnswered(self.state.ticket, MeUnchanged(SERVER), HERE))

    def offer(
        self, *items: Submission, states: Mapping[str, SubmissionState] | None = None
    ) -> ev.Effect:
        return self.tell(ev.Offered(Offer(items, states or {}), 100.0))

    def mark(self, item: Submission) -> ev.Effect:
        last = self.effects[-1]
        assert isinstance(last, ev.MarkSending) and last.op_id == item.op_id, last
        sent = replace(item, state=SubmissionState.UNCERTAIN, attempts=item.attempts + 1)
        return self.tell(ev.SendingMarked(sent))

    def answer(self, answer: SubmitAnswer | EpochChanged | NotTaken) -> ev.Effect:
        return self.tell(ev.Submitted(self.state.ticket, answer, 0.5, 101.0))

    def accept(self, item: Submission, *, replayed: bool = False) -> ev.Effect:
        self.mark(item)
        answer = SubmitAnswer(item.op_id, "L-1", SERVER, replayed=replayed)
        assert self.answer(answer) == ev.KeepAnswer(answer, 1)
        return self.tell(ev.Recorded())

    def fail(self, error: AppError, at: float = 101.0) -> ev.Effect:
        return self.tell(ev.RequestFailed(self.state.ticket, error, 0.5, at))

    @property
    def outcome(self) -> SyncOutcome:
        last = self.effects[-1]
        assert isinstance(last, ev.Done), last
        return last.outcome
