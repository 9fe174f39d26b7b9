"""Each statement, each commit and each request fails once, one run for each of them: nothing that
was said to be kept is lost, nothing counts twice, and the error is the world's, never ours."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import Engine, event

from desktop.domain.errors import AppError, Code, NetworkError
from desktop.domain.feed import Me, MeUnchanged, Page, Reset, Revoked
from desktop.domain.submissions import Attachment, BlobStatus, SubmissionState, SubmitAnswer
from desktop.services.outbox import OutboxService
from desktop.services.results import SyncOutcome
from desktop.services.sync.driver import Cancelled, Driver
from desktop.services.sync.lanes import Lanes
from desktop.services.sync.ports import Post
from desktop.services.sync.state import Policy
from desktop.store.database import Database
from tests.simulation.server import Answer, ModelServer
from tests.support.feed_server import START
from tests.support.stores import Disk, visible

T = TypeVar("T")
SCOPE = "C-1"
PDF = b"%PDF-" + b"x" * 500
POLICY = Policy(retries=0, chunk=300)


class StillClock:
    def now(self) -> datetime:
        return START

    def monotonic(self) -> float:
        return 0.0


def no_wait(_seconds: float, _cancelled: Cancelled) -> bool:
    return False


@dataclass
class Trigger:
    """Counts calls and fires at the one numbered `at`."""

    at: int = 0
    count: int = 0
    fired: bool = False

    def pull(self, fire: Callable[[], None]) -> None:
        self.count += 1
        if self.count == self.at:
            self.fired = True
            fire()


@dataclass
class Line:
    """The way to the model server; what fails is lost before it arrives, or its answer after."""

    server: ModelServer
    before: Trigger
    after: Trigger
    seen: list[str] = field(default_factory=list)

    def _call(self, call: Callable[[], T]) -> T:
        self.before.pull(self._lost)
        answer = call()
        self.after.pull(self._lost)
        return answer

    def _lost(self) -> None:
        raise NetworkError(Code.OFFLINE, detail="lost")

    def me(self, etag: str, /) -> Me | MeUnchanged:
        return self._call(lambda: self.server.me(etag))

    def page(self, scope: str, token: str | None, limit: int, /) -> Page | Reset | Revoked:
        return self._call(lambda: self.server.page(scope, token, limit))

    def submit(self, op_id: str, body: bytes, epoch: int, /) -> Answer:
        return self._call(lambda: self.server.submit(op_id, body, epoch, START))

    def submission(self, op_id: str) -> SubmitAnswer | None:
        return self._call(lambda: self.server.submission(op_id))

    def blob(self, sha256: str, /) -> BlobStatus:
        return self._call(lambda: self.server.blob(sha256))

    def send_blob(
        self, sha256: str, offset: int, total: int, piece: bytes, _type: str, /
    ) -> BlobStatus:
        size = len(piece)
        return self._call(lambda: self.server.send_blob(sha256, offset, total, size))


@contextmanager
def failing_disk(statements: Trigger, commits: Trigger, copies: Trigger) -> Iterator[None]:
    """The disk is full at one statement, one commit, or one copy of the file."""

    def fail() -> None:
        error = sqlcipher3.dbapi2.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    def execute(*_: object) -> None:
        statements.pull(fail)

    def commit(_connection: object) -> None:
        commits.pull(fail)

    copy = Database.copy_to

    def copied(self: Database, path: Path) -> None:
        copies.pull(lambda: (_ for _ in ()).throw(OSError(28, "full")))
        copy(self, path)

    event.listen(Engine, "before_cursor_execute", execute)
    event.listen(Engine, "commit", commit)
    Database.copy_to = copied  # type: ignore[method-assign]
    try:
        yield
    finally:
        Database.copy_to = copy  # type: ignore[method-assign]
        event.remove(Engine, "before_cursor_execute", execute)
        event.remove(Engine, "commit", commit)


@dataclass
class Day:
    """A person sends three readings, one with a photo, and syncs twice; then the trouble is
    over."""

    triggers: dict[str, Trigger]
    said: list[str] = field(default_factory=list)  # op_ids that were said to be kept
    errors: list[Code] = field(default_factory=list)

    def live(self) -> None:
        server = ModelServer(SCOPE)
        for number in range(4):
            server.put(SCOPE, "invoice", str(number), b'{"open":1}')
        wire = Line(server, self.triggers["request"], self.triggers["answer"])
        with tempfile.TemporaryDirectory() as root:
            store = Disk(Path(root)).open()
            desk: Any = SimpleNamespace(using=lambda: _held(store))
            session: Any = SimpleNamespace(client=wire)
            clock: Any = StillClock()
            service = OutboxService(session, desk, clock, Lanes())

            def sync() -> SyncOutcome:
                post = Post(wire, store.outbox)
                rng = random.Random(1)
                driver = Driver(
                    wire, store.cache, clock, rng, policy=POLICY, wait=no_wait, post=post
                )
                outcome = driver.run(lambda _step: None, lambda: False)
                if outcome.error is not None:
                    self.errors.append(outcome.error.code)
                return outcome

            disk = [self.triggers[name] for name in ("statement", "commit", "copy")]
            with failing_disk(disk[0], disk[1], disk[2]):
                self._send(service, "1")
                self._send(service, "2", [Attachment("photo", PDF)])
                sync()
                self._send(service, "3")
                self._check(service)
                sync()
            for trigger in self.triggers.values():
                trigger.at = 0
            while store.outbox.pending_count() or visible(store, SCOPE) != _all(server):
                assert sync().error is None
            states = {item.op_id: item.state for item in store.outbox.items()}
            assert all(states[op_id] is SubmissionState.ACCEPTED for op_id in self.said)
            # What failed after its commit may be there, and then it was sent once as well.
            assert sorted(server.books.effects) == sorted(states)
            store.close()

    def _send(
        self, service: OutboxService, value: str, files: list[Attachment] | None = None
    ) -> None:
        try:
            item = service.enqueue(
                "self_reading", SCOPE, SCOPE, {"value": value}, attachments=files or []
            )
            self.said.append(item.op_id)
        except AppError as error:
            self.errors.append(error.code)

    def _check(self, service: OutboxService) -> None:
        try:
            for item in service.items():
                service.check_now(item.op_id)
        except AppError as error:
            self.errors.append(error.code)


@contextmanager
def _held(store: Any) -> Iterator[Any]:
    yield store


def _all(server: ModelServer) -> object:
    return server.scopes[SCOPE].contents()


NAMES = ("statement", "commit", "copy", "request", "answer")
EXPECTED = {
    "statement": {Code.DISK_FULL},
    "commit": {Code.DISK_FULL},
    "copy": set[Code](),
    "request": {Code.OFFLINE},
    "answer": {Code.OFFLINE},
}


COPY = pytest.param("copy", marks=pytest.mark.expect_logs("the outbox was not copied: OSError"))


@pytest.mark.parametrize("name", ["statement", "commit", COPY, "request", "answer"])
def test_whichever_fails_nothing_is_lost(name: str) -> None:
    number = 0
    failed = 0
    while True:
        number += 1
        day = Day({each: Trigger() for each in NAMES})
        trigger = day.triggers[name]
        trigger.at = number
        day.live()
        if not trigger.fired:
            break
        failed += bool(day.errors)
        assert set(day.errors) <= EXPECTED[name], f"{name} {number}"
        if name == "copy":
            assert len(day.said) == 3
    floor = {"statement": 60, "commit": 15, "copy": 3, "request": 8, "answer": 8}
    assert number > floor[name], "there was something to fail"
    assert failed or name == "copy"
