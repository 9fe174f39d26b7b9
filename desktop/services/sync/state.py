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
from desktop.services.results import SyncStep


class Phase(StrEnum):
    """What the engine waits for."""

    IDLE = "idle"
    ASKING = "asking"
    KEEPING = "keeping"
    FETCHING = "fetching"
    STORING = "storing"
    DROPPING = "dropping"
    WAITING = "waiting"
    DONE = "done"


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

    def pause(self, attempt: int, chance: float, floor: float | None) -> float:
        """How long to wait before retry number `attempt` (from 0)."""
        jitter = chance * min(self.cap, ldexp(self.base, attempt))
        return max(jitter, min(self.longest, floor or 0.0))


@dataclass(frozen=True, slots=True)
class Pull:
    """A scope being read: the next page is asked for with `token`, and comes with `epoch` where
    that is known already."""

    scope: str
    token: str | None = None
    epoch: int | None = None
    resets: int = 0
    mismatched: bool = False

    def anew(self) -> Pull:
        """From the beginning; what is visible stays until the end is reached."""
        return replace(self, token=None, epoch=None)


Verified = Mapping[str, datetime | None]
_NO_RESUME = Resume(None, None, None, ())
_NO_STEP = SyncStep(0, 0, 0)
_NO_CHANGES = Changes()


@dataclass(frozen=True, slots=True)
class State:
    """One run. `queue[0]` is the scope being read; `ticket` numbers the requests."""

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
        return Pull(cursor.scope, cursor.staged.token, epoch)
    if cursor.token is None or cursor.epoch != epoch or cursor.seq > head:
        return Pull(cursor.scope)
    if cursor.seq < head:
        return Pull(cursor.scope, cursor.token, epoch)
    return None
