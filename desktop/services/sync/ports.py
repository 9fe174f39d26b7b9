"""What a sync works with: the server on one side, mirror and outbox on the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from desktop.domain.changes import Changes
from desktop.domain.feed import Me, MeUnchanged, Page, Reset, Resume, Revoked
from desktop.domain.submissions import (
    BlobStatus,
    EpochChanged,
    NotTaken,
    Offer,
    Submission,
    SubmissionProblem,
    SubmitAnswer,
)
from desktop.services.sync.lanes import Lanes


class Remote(Protocol):
    """The server. Calls raise `AppError`."""

    def me(self, etag: str, /) -> Me | MeUnchanged:
        """`GET /v1/me`; an empty etag for none."""

    def page(self, scope: str, token: str | None, limit: int, /) -> Page | Reset | Revoked:
        """`GET /v1/scopes/{scope}/changes`."""


class Mirror(Protocol):
    """The local copy; `store.cache.Cache` is one. Calls raise `StoreError`."""

    def resume(self) -> Resume:
        """What a sync has to know before it starts."""

    def keep_me(self, me: Me, /) -> Changes:
        """Keep who asks, the scopes and their heads."""

    def keep_clock(self, offset: float, /) -> None:
        """Keep by how many seconds the server's clock is ahead."""

    def mark_verified(self, scopes: Iterable[str], at: datetime, /) -> None:
        """These scopes have not moved, said the server at `at`."""

    def stage(self, page: Page, asked: str | None, /) -> None:
        """Keep a page out of sight."""

    def swap(self, page: Page, asked: str | None, /) -> Changes:
        """Make everything staged and the last page visible; MIRROR_MISMATCH if it is not whole."""

    def drop_scope(self, name: str, /) -> Changes:
        """Forget everything of a scope."""


class Counter(Protocol):
    """Where submissions are handed in. Calls raise `AppError`."""

    def submit(
        self, op_id: str, body: bytes, epoch: int, /
    ) -> SubmitAnswer | EpochChanged | NotTaken:
        """`PUT /v1/submissions/{op_id}`."""

    def blob(self, sha256: str, /) -> BlobStatus:
        """`HEAD /v1/blobs/{sha256}`."""

    def send_blob(
        self, sha256: str, offset: int, total: int, piece: bytes, media_type: str, /
    ) -> BlobStatus:
        """`PUT /v1/blobs/{sha256}` with a range."""


class Queue(Protocol):
    """The outbox; `store.outbox.Outbox` is one. Calls raise `StoreError`, and what they changed
    is on the disk when they return."""

    def offer(self, epoch: int, now: datetime, /) -> Offer:
        """What there is to send to the server of `epoch`."""

    def mark_sending(self, op_id: str, now: datetime, /) -> Submission:
        """It may have arrived from now on and is UNCERTAIN; in another state it is not to be sent
        any more."""

    def keep_answer(self, answer: SubmitAnswer, epoch: int, /) -> None:
        """Keep what the server decided."""

    def park(self, op_id: str, problem: SubmissionProblem, /) -> None:
        """Set it aside for the person."""

    def strike(self, op_ids: Collection[str], limit: int, /) -> None:
        """Count a failure of each."""

    def doubt(self, scopes: Collection[str], /) -> None:
        """The server may have lost what it accepted in these scopes."""

    def settle(self, op_ids: Collection[str], /) -> None:
        """These are confirmed."""

    def blob(self, sha256: str, offset: int, length: int, /) -> tuple[bytes, int, str]:
        """A piece of an attachment, the size of the whole, and its media type."""


@dataclass(slots=True)
class Post:
    """What sending needs. `lanes` are the streams that wait; they go from one run to the next."""

    counter: Counter
    queue: Queue
    lanes: Lanes = field(default_factory=Lanes)
