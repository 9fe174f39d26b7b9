"""What lies between the app and the server: it loses, delays, doubles and garbles."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.errors import Code, NetworkError, SessionError
from desktop.domain.feed import Me, MeUnchanged, Page, Reset, Revoked
from desktop.domain.submissions import BlobStatus, SubmissionState, SubmitAnswer
from tests.simulation.chance import Violation
from tests.simulation.server import Answer

if TYPE_CHECKING:
    from tests.simulation.life import Life

T = TypeVar("T")

BEFORE = ("lost", "500 before", "429", "late", "expired")
AFTER = ("twice", "500 after", "answer lost", "garbled")


class Network:
    """A `Remote` and a `Counter`, as the app sees the server of a life."""

    def __init__(self, life: Life) -> None:
        self._life = life
        self.late: list[Callable[[], object]] = []  # requests that arrive when nobody waits
        self.floors: dict[str, float] = {}  # per stream, before which nothing may be sent
        self.stumbles: dict[str, int] = {}  # per op_id, answers that told of a fault at the server

    def me(self, etag: str, /) -> Me | MeUnchanged:
        """See `Remote`."""
        return self._call(lambda: self._life.server.me(etag))

    def page(self, scope: str, token: str | None, limit: int, /) -> Page | Reset | Revoked:
        """See `Remote`."""
        return self._call(lambda: self._life.server.page(scope, token, limit))

    def submit(self, op_id: str, body: bytes, epoch: int, /) -> Answer:
        """See `Counter`."""
        life = self._life
        self._look_at(op_id, body)
        try:
            answer = self._call(
                lambda: life.server.submit(op_id, body, epoch, life.server.now), can_be_late=True
            )
        except NetworkError as error:
            if error.retry_after is not None:
                stream = life.outbox.rows[op_id].item.stream
                self.floors[stream] = life.elapsed + error.retry_after
            self.stumbles[op_id] = self.stumbles.get(op_id, 0) + (error.code is not Code.OFFLINE)
            raise
        life.passed += 1
        return answer

    def submission(self, op_id: str) -> SubmitAnswer | None:
        """`GET /v1/submissions/{op_id}`."""
        return self._call(lambda: self._life.server.submission(op_id))

    def blob(self, sha256: str, /) -> BlobStatus:
        """See `Counter`."""
        return self._call(lambda: self._life.server.blob(sha256))

    def send_blob(
        self, sha256: str, offset: int, total: int, piece: bytes, media_type: str, /
    ) -> BlobStatus:
        """See `Counter`."""
        size = len(piece)
        return self._call(lambda: self._life.server.send_blob(sha256, offset, total, size))

    def deliver_late(self) -> None:
        """Something that was given up arrives after all."""
        if self.late:
            request = self.late.pop(self._life.rng.randrange(len(self.late)))
            try:
                request()
            except NetworkError:
                return  # the server stumbles, and nobody hears it

    def _call(self, request: Callable[[], T], *, can_be_late: bool = False) -> T:
        life = self._life
        life.between()
        if life.elapsed < life.down_until:
            raise NetworkError(Code.SERVER_DOWN, detail="restarting")
        if life.is_signed_out:
            raise SessionError(Code.SESSION_EXPIRED)
        fault = life.fault((*BEFORE, *AFTER))
        if fault in BEFORE:
            self._fail_before(fault, request if can_be_late else None)
        answer = request()
        if fault == "twice":
            answer = request()
        elif fault in AFTER:
            code = {"500 after": Code.SERVER_DOWN, "garbled": Code.INVALID_ANSWER}
            raise NetworkError(code.get(fault, Code.SERVER_SLOW))
        life.maybe_crash()
        return answer

    def _fail_before(self, fault: str, request: Callable[[], object] | None) -> None:
        life = self._life
        if fault == "late" and request is not None:
            self.late.append(request)
            raise NetworkError(Code.SERVER_SLOW)
        if fault == "429":
            raise NetworkError(Code.RATE_LIMITED, retry_after=float(life.rng.randrange(1, 90)))
        if fault == "expired" and life.rng.random() < 0.2:
            life.is_signed_out = True
            raise SessionError(Code.SESSION_EXPIRED)
        raise NetworkError(Code.SERVER_DOWN if fault == "500 before" else Code.OFFLINE)

    def _look_at(self, op_id: str, body: bytes) -> None:
        """Whether this may be sent, and now."""
        life = self._life
        kept = life.outbox.rows.get(op_id)
        if kept is None:
            raise Violation("what is sent was never kept")
        item = kept.item
        if item.payload != body:
            raise Violation("the bytes that are sent are not those that were kept")
        if item.state is not SubmissionState.UNCERTAIN or not item.attempts:
            raise Violation(f"sent while the disk says {item.state}")
        if life.elapsed < self.floors.get(item.stream, 0.0):
            raise Violation("sent before the server wanted it")
        for other in life.outbox.items(include_done=False):
            stands_in_front = other.stream == item.stream and other.number < item.number
            waits = other.follows or other.state is SubmissionState.PARKED
            if stands_in_front and not waits:
                raise Violation("sent before what stands in front of it")
