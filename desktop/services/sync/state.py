"""What the engine knows between two events. Values only: a simulator can keep and compare them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from math import ldexp

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.feed import Cursor, Me, Page, Resume
from desktop.domain.submissions import Submission, SubmissionState
from desktop.services.results import SyncStep
from desktop.services.sync.lanes import Lane


class Phase(StrEnum):
    """What the engine waits for."""

    IDLE = "idle"
    ASKING = "asking"
    KEEPING = "keeping"
    FETCHING = "fetching"
    STORING = "storing"
    DROPPING = "dropping"
    OFFERING = "offering"
    UPLOADING = "uploading"
    MARKING = "marking"
    SENDING = "sending"
    RECORDING = "recording"
    WAITING = "waiting"
    DONE = "done"


class Stage(StrEnum):
    """What follows the answer of `/v1/me`."""

    PUSH = "push"
    PULL = "pull"


@dataclass(frozen=True, slots=True)
class Policy:
    """How patient a run is; times in seconds.

    The n-th retry waits U(0, min(`cap`, `base` * 2^n)), or as long as the server asks for if that
    is longer, up to `longest`.
    """

    limit: int = 1000  # rows of a page; the server cuts at 1 MiB, and fewer commits are faster
    retries: int = 3
    base: float = 0.5
    cap: float = 300.0
    longest: float = 3600.0
    resets: int = 3  # of one scope in one run
    rounds: int = 3  # of sending in one run
    stumbles: int = 4  # failures in a row after which it is the server and not what was sent
    poison: int = 8  # failures while others pass after which a submission is set aside
    hours: float = 48.0  # or since it was first sent
    chunk: int = 256 * 1024  # bytes of an attachment in a request: a slow line has a minute for it

    def pause(self, attempt: int, chance: float, floor: float | None) -> float:
        """How long to wait before retry number `attempt` (from 0)."""
        jitter = chance * min(self.cap, ldexp(self.base, attempt))
        return max(jitter, min(self.longest, floor or 0.0))

    def lane_pause(self, failures: int, chance: float, floor: float | None) -> float:
        """How long a stream waits after its failure number `failures` (from 1)."""
        asked = min(self.longest, floor or 0.0)
        jitter = chance * min(self.cap, ldexp(1.0, min(failures, 16)))
        return max(jitter, asked * (1 + chance / 5))


@dataclass(frozen=True, slots=True)
class Pull:
    """A scope being read: the next page is asked for with `token`, and comes with `epoch` where
    that is known already."""

    scope: str
    token: str | None = None
    epoch: int | None = None
    resets: int = 0
    mismatched: bool = False
    full: bool = True  # it replaces what is visible

    def anew(self) -> Pull:
        """From the beginning; what is visible stays until the end is reached."""
        return replace(self, token=None, epoch=None, full=True)


@dataclass(frozen=True, slots=True)
class Push:
    """A round of sending. `items[0]` is being sent, the others are in the order of the queue;
    `states` are of what is not among them any more."""

    items: tuple[Submission, ...] = ()
    states: Mapping[str, SubmissionState] = field(default_factory=dict)
    arrived: frozenset[str] = frozenset()  # attachments that the server has
    offset: int | None = None  # of the attachment being sent
    passed: bool = False  # whether the server decided on anything
    stumbled: tuple[str, ...] = ()  # what the server failed on
    in_a_row: int = 0  # failures

    def missing(self) -> tuple[str, ...]:
        """sha256 of the attachments that have to arrive before the first submission."""
        return tuple(sha256 for sha256 in self.items[0].blobs if sha256 not in self.arrived)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What the server accepted in this run, and the mirror has not been proven whole since."""

    op_id: str
    scope: str
    replayed: bool


Verified = Mapping[str, datetime | None]
_NO_RESUME = Resume(None, None, None, ())
_NO_STEP = SyncStep(0, 0, 0)
_NO_CHANGES = Changes()
_NO_PUSH = Push()
_ON_ITS_WAY = frozenset({Phase.UPLOADING, Phase.MARKING, Phase.SENDING})


@dataclass(frozen=True, slots=True)
class State:
    """One run. `queue[0]` is the scope being read; `ticket` numbers the requests; `at` are the
    monotonic seconds of the last event that told them."""

    policy: Policy = field(default_factory=Policy)
    phase: Phase = Phase.IDLE
    ticket: int = 0
    attempt: int = 0
    resume: Resume = _NO_RESUME
    me: Me | None = None
    queue: tuple[Pull, ...] = ()
    page: Page | None = None  # being stored
    step: SyncStep = _NO_STEP
    changes: Changes = _NO_CHANGES
    verified: Verified = field(default_factory=dict)
    server_failures: int = 0  # scopes in a row that the server could not answer
    error: AppError | None = None
    heard: bool = False  # whether the server answered anything
    cancelled: bool = False
    # sending
    pushes: bool = False
    stage: Stage = Stage.PULL
    epoch: int = 0
    server_time: datetime | None = None
    lanes: Mapping[str, Lane] = field(default_factory=dict)
    at: float = 0.0
    push: Push = _NO_PUSH
    rounds: int = 0
    again: bool = False  # whether there is to be another round when everything has been read
    moved: bool = False  # whether anything was accepted that the mirror has not seen
    pulled: bool = False  # whether the mirror has seen what the last `/v1/me` told of
    accepted: tuple[Accepted, ...] = ()
    sent: int = 0
    refused: int = 0

    @property
    def sending(self) -> str:
        """op_id of the submission that is on its way, or its attachments; "" where none is."""
        return self.push.items[0].op_id if self.phase in _ON_ITS_WAY else ""

    def now(self) -> datetime:
        """The server's time as `/v1/me` told it."""
        if self.server_time is None:
            raise ValueError("the server has not said what time it is")
        return self.server_time

    def retry_in(self) -> float | None:
        """Seconds until the first stream that waits may be tried again."""
        due = [lane.due for lane in self.lanes.values()]
        return max(0.0, min(due) - self.at) if due else None

    def verified_at(self) -> datetime | None:
        """The oldest proof among the scopes; None where one was never proven."""
        times = list(self.verified.values())
        found = [time for time in times if time is not None]
        return min(found) if found and len(found) == len(times) else None


def plan(cursor: Cursor, head: int, epoch: int) -> Pull | None:
    """What has to be read of a scope whose `head` and `epoch` were just told; None if nothing.

    A mirror that is ahead of the server belongs to a server that was set back: begin anew.
    """
    if cursor.staged is not None and cursor.staged.epoch == epoch:
        return Pull(cursor.scope, cursor.staged.token, epoch, full=cursor.staged.full)
    if cursor.token is None or cursor.epoch != epoch or cursor.seq > head:
        return Pull(cursor.scope)
    if cursor.seq < head:
        return Pull(cursor.scope, cursor.token, epoch, full=False)
    return None
