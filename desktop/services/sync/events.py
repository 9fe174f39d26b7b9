"""What can happen to a sync, and what it can ask for: the whole vocabulary of the engine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.feed import Me, MeUnchanged, Page, Reset, Resume, Revoked
from desktop.services.results import SyncOutcome, SyncStep

# ---- events: facts from outside, with the time and chance that the engine may use ------------


@dataclass(frozen=True, slots=True)
class Started:
    """A run begins with what the mirror knows."""

    resume: Resume


@dataclass(frozen=True, slots=True)
class MeAnswered:
    """`/v1/me` answered the request `ticket`; `now` is this computer's clock, UTC."""

    ticket: int
    answer: Me | MeUnchanged
    now: datetime


@dataclass(frozen=True, slots=True)
class MeKept:
    """The mirror has the answer of `/v1/me`; `changes` are links that came, went or changed."""

    changes: Changes


@dataclass(frozen=True, slots=True)
class PageAnswered:
    """The server answered the request `ticket`."""

    ticket: int
    answer: Page | Reset | Revoked


@dataclass(frozen=True, slots=True)
class PageStored:
    """The mirror has the page; `changes` are empty while it is only staged."""

    changes: Changes


@dataclass(frozen=True, slots=True)
class MirrorMismatch:
    """Count or digest of what would have become visible differ from the server's."""

    error: AppError


@dataclass(frozen=True, slots=True)
class ScopeDropped:
    """The mirror has forgotten a scope."""

    changes: Changes


@dataclass(frozen=True, slots=True)
class RequestFailed:
    """The request `ticket` came to nothing; `chance` is from [0, 1)."""

    ticket: int
    error: AppError
    chance: float


@dataclass(frozen=True, slots=True)
class StoreFailed:
    """The mirror could not do what it was asked."""

    error: AppError


@dataclass(frozen=True, slots=True)
class Waited:
    """The wait is over."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The person, or the end of the app, wants no more."""


Event = (
    Started
    | MeAnswered
    | MeKept
    | PageAnswered
    | PageStored
    | MirrorMismatch
    | ScopeDropped
    | RequestFailed
    | StoreFailed
    | Waited
    | Cancelled
)

# ---- effects: done in their order; the last one that expects an answer comes last -------------


@dataclass(frozen=True, slots=True)
class AskMe:
    """Ask `/v1/me`; answered by `MeAnswered` or `RequestFailed`."""

    ticket: int
    etag: str | None


@dataclass(frozen=True, slots=True)
class KeepMe:
    """Keep a changed `/v1/me`; answered by `MeKept` or `StoreFailed`."""

    me: Me


@dataclass(frozen=True, slots=True)
class KeepClock:
    """Keep by how many seconds the server's clock is ahead; no answer, or `StoreFailed`."""

    offset: float


@dataclass(frozen=True, slots=True)
class MarkVerified:
    """These scopes have not moved, said the server at `at`; no answer, or `StoreFailed`."""

    scopes: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class FetchPage:
    """Ask for a page; answered by `PageAnswered` or `RequestFailed`."""

    ticket: int
    scope: str
    token: str | None
    limit: int


@dataclass(frozen=True, slots=True)
class StorePage:
    """Stage the page that answers the token `asked`, and make all visible if it is the last;
    answered by `PageStored`, `MirrorMismatch` or `StoreFailed`."""

    page: Page
    asked: str | None


@dataclass(frozen=True, slots=True)
class DropScope:
    """Forget a scope; answered by `ScopeDropped` or `StoreFailed`."""

    scope: str


@dataclass(frozen=True, slots=True)
class Report:
    """Tell whoever watches; no answer."""

    step: SyncStep


@dataclass(frozen=True, slots=True)
class Wait:
    """Let `seconds` pass; answered by `Waited` or `Cancelled`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """The run is over."""

    outcome: SyncOutcome


Effect = (
    AskMe
    | KeepMe
    | KeepClock
    | MarkVerified
    | FetchPage
    | StorePage
    | DropScope
    | Report
    | Wait
    | Done
)
