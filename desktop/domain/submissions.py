"""What a person sends to the utility, from the moment they press the button until it is settled."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

RETENTION = timedelta(days=400)  # receipts are kept that long, and offered again after a restore
MAX_BODY = 64 * 1024  # bytes of one submission; the server refuses more
MAX_ATTACHMENT = 10 * 1024 * 1024  # bytes of one attachment
MAX_PIXELS = 50_000_000  # of a photo; a file that unfolds to more is not opened
ATTACHMENT_TYPES = ("application/pdf", "image/jpeg", "image/png")
BLOB = "blob:"  # a dependency on the attachment whose sha256 follows

DEPENDENCY = "dependency"  # problem: what it depends on came to nothing
TOO_OFTEN = "too-often"  # problem: the server stumbled over it again and again
UNREADABLE = "unreadable"  # problem: the server's answer names no reason that this app knows


class SubmissionState(StrEnum):
    """How far it has got. Nothing counts as sent before it is accepted."""

    QUEUED = "queued"  # kept on this computer, never sent
    UNCERTAIN = "uncertain"  # sent at least once; what became of it is not known yet
    ACCEPTED = "accepted"
    REJECTED = "rejected"  # refused for good
    PARKED = "parked"  # waits for the person: retry, export or discard
    CANCELLED = "cancelled"

    @property
    def is_pending(self) -> bool:
        """Whether something is still to happen to it, so that it must not be deleted."""
        return self in _PENDING


_PENDING = frozenset({SubmissionState.QUEUED, SubmissionState.UNCERTAIN, SubmissionState.PARKED})


@dataclass(frozen=True, slots=True)
class SubmissionProblem:
    """Why it was refused or parked: a stable code, the field of the payload it is about (None for
    the whole), and figures for the sentence."""

    code: str
    field: str | None = None
    data: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Submission:
    """One submission. `payload` are the exact bytes that are sent (the whole body), made once.

    `number` is its place in the queue, `stream` the lane in which order is kept (a contract or a
    claim). `depends_on` names op_ids that must be accepted first, and attachments as
    `blob:<sha256>`. Times are UTC, `received_at` is the server's. `replaces` is the op_id of the
    one that this one corrects.
    """

    op_id: str
    scope: str
    stream: str
    kind: str
    payload: bytes
    payload_sha256: str
    created_at: datetime
    state: SubmissionState = SubmissionState.QUEUED
    attempts: int = 0
    first_sent_at: datetime | None = None
    depends_on: tuple[str, ...] = ()
    reference: str = ""
    received_at: datetime | None = None
    problem: SubmissionProblem | None = None
    replaces: str | None = None
    number: int = 0

    @property
    def content(self) -> Mapping[str, Any]:
        """What the person entered, as it was given to the outbox."""
        content: Mapping[str, Any] = json.loads(self.payload)["payload"]
        return content

    @property
    def blobs(self) -> tuple[str, ...]:
        """sha256 of the attachments that have to arrive first."""
        return tuple(d.removeprefix(BLOB) for d in self.depends_on if d.startswith(BLOB))

    @property
    def follows(self) -> tuple[str, ...]:
        """op_ids that have to be accepted first."""
        return tuple(d for d in self.depends_on if not d.startswith(BLOB))


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a submission. Its sha256 takes the place of `field` in the payload."""

    field: str
    content: bytes


@dataclass(frozen=True, slots=True)
class SubmitAnswer:
    """What the server decided, once and for all. `problem` is None where it was accepted."""

    op_id: str
    reference: str
    received_at: datetime
    problem: SubmissionProblem | None = None
    replayed: bool = False  # it had decided before, and says so again

    @property
    def state(self) -> SubmissionState:
        """ACCEPTED or REJECTED."""
        return SubmissionState.REJECTED if self.problem else SubmissionState.ACCEPTED


@dataclass(frozen=True, slots=True)
class BlobStatus:
    """How much of an attachment the server has, in bytes from its start."""

    offset: int
    complete: bool


@dataclass(frozen=True, slots=True)
class EpochChanged:
    """Instead of an answer (412): the server was restored, nothing was stored."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Instead of an answer: the server will not decide on it as it is, and stored nothing."""

    problem: SubmissionProblem


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to send, in the order of the queue, and the state of what it depends on."""

    items: tuple[Submission, ...] = ()
    states: Mapping[str, SubmissionState] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OutboxReport:
    """What happened to the outbox when it was opened, for telling the person once.

    `restored` submissions came back after damage, `unsure` of them from an older copy: what they
    say of themselves is checked with the server. `lost_key` means that it was written under a key
    that is gone; the file is kept as `kept_as`.
    """

    restored: int
    unsure: int
    lost_key: bool
    kept_as: str
