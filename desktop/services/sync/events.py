"""What can happen to a sync, and what it can ask for: the whole vocabulary of the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.feed import Me, MeUnchanged, Page, Reset, Resume, Revoked
from desktop.domain.submissions import (
    BlobStatus,
    EpochChanged,
    NotTaken,
    Submission,
    SubmissionProblem,
    SubmitAnswer,
)
from desktop.domain.submissions import Offer as Offering
from desktop.services.results import SyncOutcome, SyncStep
from desktop.services.sync.lanes import Lane

# ---- events: facts from outside, with the time and chance that the engine may use ------------


@dataclass(frozen=True, slots=True)
class Started:
    """A run begins with what the mirror knows; `pushes` says whether there is an outbox, `lanes`
    which of its streams wait, and `at` are monotonic seconds."""

    resume: Resume
    pushes: bool = False
    lanes: Mapping[str, Lane] = field(default_factory=dict)
    at: float = 0.0


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
    """The request `ticket` came to nothing; `chance` is from [0, 1), `at` monotonic seconds."""

    ticket: int
    error: AppError
    chance: float
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to send; `at` are monotonic seconds."""

    offer: Offering
    at: float


@dataclass(frozen=True, slots=True)
class BlobAnswered:
    """The server answered the request `ticket` about an attachment."""

    ticket: int
    status: BlobStatus
    chance: float
    at: float


@dataclass(frozen=True, slots=True)
class SendingMarked:
    """The outbox has noted that it may be sent now, unless it is not to be sent any more: then
    its state says why."""

    item: Submission


@dataclass(frozen=True, slots=True)
class Submitted:
    """The server answered the request `ticket`."""

    ticket: int
    answer: SubmitAnswer | EpochChanged | NotTaken
    chance: float
    at: float


@dataclass(frozen=True, slots=True)
class Recorded:
    """The outbox has what became of the submission."""


@dataclass(frozen=True, slots=True)
class StoreFailed:
    """The mirror or the outbox could not do what it was asked."""

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
    | Offered
    | BlobAnswered
    | SendingMarked
    | Submitted
    | Recorded
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
class Offer:
    """Look at what there is to send to the server of `epoch`, where it is `now`; answered by
    `Offered` or `StoreFailed`."""

    epoch: int
    now: datetime


@dataclass(frozen=True, slots=True)
class AskBlob:
    """Ask how much of an attachment the server has; answered by `BlobAnswered` or
    `RequestFailed`."""

    ticket: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SendBlob:
    """Send up to `length` bytes of an attachment from `offset` on; answered by `BlobAnswered`,
    `RequestFailed` or `StoreFailed`."""

    ticket: int
    sha256: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class MarkSending:
    """Note on the disk that the submission may have arrived from now on; answered by
    `SendingMarked` or `StoreFailed`."""

    op_id: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Submit:
    """Send these bytes to the server of `epoch`; answered by `Submitted` or `RequestFailed`."""

    ticket: int
    op_id: str
    body: bytes
    epoch: int


@dataclass(frozen=True, slots=True)
class KeepAnswer:
    """Keep what the server of `epoch` decided; answered by `Recorded` or `StoreFailed`."""

    answer: SubmitAnswer
    epoch: int


@dataclass(frozen=True, slots=True)
class Park:
    """Set a submission aside for the person; answered by `Recorded` or `StoreFailed`."""

    op_id: str
    problem: SubmissionProblem


@dataclass(frozen=True, slots=True)
class Strike:
    """The server failed on these while others passed: set those aside that have `limit` strikes;
    no answer, or `StoreFailed`."""

    op_ids: tuple[str, ...]
    limit: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """The server may have lost what it accepted in these scopes; no answer, or `StoreFailed`."""

    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settle:
    """The mirror was proven whole after these were accepted; no answer, or `StoreFailed`."""

    op_ids: tuple[str, ...]


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
    """The run is over, and these streams wait."""

    outcome: SyncOutcome
    lanes: Mapping[str, Lane] = field(default_factory=dict)


Effect = (
    AskMe
    | KeepMe
    | KeepClock
    | MarkVerified
    | FetchPage
    | StorePage
    | DropScope
    | Offer
    | AskBlob
    | SendBlob
    | MarkSending
    | Submit
    | KeepAnswer
    | Park
    | Strike
    | Doubt
    | Settle
    | Report
    | Wait
    | Done
)

Request = AskMe | FetchPage | AskBlob | SendBlob | Submit  # what goes over the network
