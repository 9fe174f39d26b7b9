"""The utility's server as `docs/protocol.md` defines it: the feed, and submissions taken once."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from desktop.domain.errors import Code, NetworkError
from desktop.domain.submissions import (
    BlobStatus,
    EpochChanged,
    NotTaken,
    SubmissionProblem,
    SubmitAnswer,
)
from tests.support.feed_server import FeedServer, ServedScope

Answer = SubmitAnswer | EpochChanged | NotTaken


@dataclass
class Books:
    """What a restore brings back: decided submissions, in their order, and attachments."""

    decided: dict[str, tuple[str, SubmitAnswer]] = field(default_factory=dict)  # sha256, answer
    effects: list[str] = field(default_factory=list)  # op_ids in the order they took effect
    blobs: dict[str, tuple[int, int]] = field(default_factory=dict)  # bytes received, of all


class ModelServer(FeedServer):
    """A feed server that takes submissions. What a body says of itself decides its fate:
    `poison` makes the server stumble each time, `refuse` is refused for good, `forbid` is not
    taken."""

    def __init__(self, *scopes: str) -> None:
        super().__init__(*scopes)
        self.books = Books()
        self.numbers = 0  # of entities; never given twice, not even after a restore
        self.saved: tuple[dict[str, ServedScope], Books] | None = None
        self.forgot = False  # whether a restore was ever kept from the clients

    def write(self, scope: str, name: str, body: bytes) -> None:
        """The utility writes an entity; after a restore that nobody was told of, a new one."""
        self.numbers += 1
        self.put(scope, "invoice", f"{name}-{self.numbers}" if self.forgot else name, body)

    def save(self) -> None:
        """A backup."""
        self.saved = (self.backup(), copy.deepcopy(self.books))

    def set_back(self, *, bump: bool) -> bool:
        """Restore the backup; False where there is none."""
        if self.saved is None:
            return False
        scopes, books = self.saved
        self.restore(scopes, bump=bump)
        self.books = copy.deepcopy(books)
        self.forgot = self.forgot or not bump
        return True

    def submit(self, op_id: str, body: bytes, epoch: int, now: datetime) -> Answer:
        """`PUT /v1/submissions/{op_id}`."""
        if epoch != self.epoch:
            return EpochChanged()
        digest = sha256(body).hexdigest()
        known = self.books.decided.get(op_id)
        if known is not None:
            if known[0] != digest:
                return NotTaken(SubmissionProblem("key-reused"))
            answer = known[1]
            return SubmitAnswer(op_id, answer.reference, answer.received_at, answer.problem, True)
        form: dict[str, Any] = json.loads(body)
        fate, scope = form["payload"], form["scope"]
        if fate.get("poison"):
            raise NetworkError(Code.SERVER_DOWN, detail="500")
        if fate.get("forbid"):
            return NotTaken(SubmissionProblem("forbidden"))
        photo = fate.get("photo")
        if photo is not None and not self.blob(photo).complete:
            return NotTaken(SubmissionProblem("blob-missing"))
        if fate.get("refuse"):
            problem = SubmissionProblem("less_than_previous", "values")
            return self._decide(op_id, digest, SubmitAnswer(op_id, "", now, problem))
        self.numbers += 1
        echo = json.dumps({"origin_op_id": op_id}).encode()
        self.put(scope, "reading", f"r{self.numbers}", echo)
        self.books.effects.append(op_id)
        return self._decide(op_id, digest, SubmitAnswer(op_id, f"L-{self.numbers}", now))

    def submission(self, op_id: str) -> SubmitAnswer | None:
        """`GET /v1/submissions/{op_id}`."""
        known = self.books.decided.get(op_id)
        return None if known is None else known[1]

    def blob(self, digest: str) -> BlobStatus:
        """`HEAD /v1/blobs/{sha256}`."""
        received, total = self.books.blobs.get(digest, (0, 0))
        return BlobStatus(received, received >= total > 0)

    def send_blob(self, digest: str, offset: int, total: int, size: int) -> BlobStatus:
        """`PUT /v1/blobs/{sha256}` with a range; a piece that is not the next one is ignored."""
        received, _ = self.books.blobs.get(digest, (0, 0))
        if offset == received:
            self.books.blobs[digest] = (received + size, total)
        return self.blob(digest)

    def _decide(self, op_id: str, digest: str, answer: SubmitAnswer) -> SubmitAnswer:
        self.books.decided[op_id] = (digest, answer)
        return answer
