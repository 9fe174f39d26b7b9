"""The driver between the engine and the outbox."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from desktop.domain.errors import Code, NetworkError, StoreError
from desktop.domain.feed import Resume
from desktop.domain.submissions import BLOB, SubmissionState
from desktop.services.results import SyncOutcome, SyncStep
from desktop.services.sync import driver as driver_module
from desktop.services.sync import events as ev
from desktop.services.sync.driver import Driver
from desktop.services.sync.ports import Post
from desktop.services.sync.state import Policy, State
from tests.simulation.disk import VirtualMirror, VirtualOutbox
from tests.simulation.server import ModelServer
from tests.support.feed_server import START
from tests.support.stores import a_submission

FINE = b'{"payload":{},"scope":"C-1"}'
PDF = ("ab" * 32, "application/pdf", b"x" * 700)


class Clock:
    def now(self) -> datetime:
        return START

    def monotonic(self) -> float:
        return 0.0


class Line:
    """The model server without a network; `trouble` comes before each call."""

    def __init__(self, server: ModelServer) -> None:
        self.server = server
        self.trouble: Callable[[str], None] = lambda _call: None

    def me(self, etag: str, /) -> Any:
        return self.server.me(etag)

    def page(self, scope: str, token: str | None, limit: int, /) -> Any:
        return self.server.page(scope, token, limit)

    def submit(self, op_id: str, body: bytes, epoch: int, /) -> Any:
        self.trouble("submit")
        return self.server.submit(op_id, body, epoch, START)

    def blob(self, sha256: str, /) -> Any:
        return self.server.blob(sha256)

    def send_blob(self, sha256: str, offset: int, total: int, piece: bytes, kind: str, /) -> Any:
        assert kind == "application/pdf"
        return self.server.send_blob(sha256, offset, total, len(piece))


class Scene:
    def __init__(self) -> None:
        self.server = ModelServer("C-1")
        self.line = Line(self.server)
        self.mirror = VirtualMirror()
        self.outbox = VirtualOutbox()
        self.post = Post(self.line, self.outbox)
        self.steps: list[SyncStep] = []

    def sync(self, *, post: Post | None = None, policy: Policy | None = None) -> SyncOutcome:
        driver = Driver(
            self.line,
            self.mirror,
            Clock(),
            random.Random(1),
            policy=policy or Policy(retries=0, chunk=300),
            wait=lambda _seconds, cancelled: cancelled(),
            post=post or self.post,
        )
        return driver.run(self.steps.append, lambda: False)


def test_an_attachment_and_its_submission_arrive() -> None:
    scene = Scene()
    scene.outbox.add(a_submission(depends_on=(BLOB + PDF[0],), payload=FINE), [PDF])
    outcome = scene.sync()
    assert (outcome.error, outcome.sent) == (None, 1)
    assert scene.server.books.blobs[PDF[0]] == (700, 700)
    assert scene.mirror.visible("C-1") == scene.server.scopes["C-1"].contents()
    assert scene.outbox.rows[a_submission().op_id].settled


def test_it_is_told_which_one_is_on_its_way_and_only_then() -> None:
    scene = Scene()
    first = scene.outbox.add(a_submission("a", 1, depends_on=(BLOB + PDF[0],), payload=FINE), [PDF])
    second = scene.outbox.add(a_submission("b", 2, payload=FINE))
    third = scene.outbox.add(a_submission("a", 3, payload=FINE))
    waiting = ["", first.op_id, second.op_id, third.op_id]

    def trouble(_call: str) -> None:
        assert scene.steps[-1].sending == waiting[1]
        if waiting[1] == second.op_id:
            waiting.pop(1)
            raise NetworkError(Code.SERVER_DOWN)
        waiting.pop(1)

    scene.line.trouble = trouble
    assert scene.sync().sent == 2
    told = [step.sending for step in scene.steps]
    changes = [name for name, before in zip(told, ["", *told], strict=False) if name != before]
    assert changes == [first.op_id, "", second.op_id, third.op_id, ""]


def test_a_stream_that_waits_waits_in_the_next_run_too() -> None:
    scene = Scene()
    item = scene.outbox.add(a_submission(payload=FINE))

    def trouble(_call: str) -> None:
        raise NetworkError(Code.RATE_LIMITED, retry_after=60)

    scene.line.trouble = trouble
    assert (scene.sync().retry_in or 0) >= 60
    scene.line.trouble = lambda _call: None
    for _ in range(3):
        outcome = scene.sync()
        assert outcome.sent == 0
        assert outcome.retry_in == pytest.approx(60, rel=0.2)
    scene.post.lanes.free(item.stream)
    assert scene.sync().sent == 1


def test_what_the_server_fails_on_is_counted_and_parked_and_doubts_are_kept() -> None:
    scene = Scene()
    poison = scene.outbox.add(a_submission("a", 1, payload=b'{"payload":{"poison":1},"scope":"x"}'))
    for number in range(2, 5):
        scene.outbox.add(a_submission(f"b{number}", number, payload=FINE, scope="C-1"))
        scene.sync(policy=Policy(retries=0, poison=2))
        scene.post.lanes.free("a")
    parked = scene.outbox.item(poison.op_id)
    assert parked.state is SubmissionState.PARKED
    forbidden = b'{"payload":{"forbid":1},"scope":"C-1"}'
    other = scene.outbox.add(a_submission("c", 9, payload=forbidden))
    scene.sync()
    assert scene.outbox.item(other.op_id).state is SubmissionState.PARKED
    scene.server.save()
    scene.outbox.add(a_submission("d", 10, payload=FINE, scope="C-1"))
    scene.sync()
    scene.server.set_back(bump=False)
    for name in "12":
        scene.server.write("C-1", name, b"1")
    scene.sync()
    assert len(scene.server.books.effects) == 4, "what the restore lost is there again"


def test_an_outbox_that_fails_ends_the_run_with_its_error() -> None:
    scene = Scene()
    scene.outbox.add(a_submission(depends_on=(BLOB + PDF[0],)), [PDF])

    class Full(VirtualOutbox):
        def blob(self, *_: object) -> Any:
            raise StoreError(Code.DISK_FULL)

    full = Full()
    full.rows = scene.outbox.rows
    outcome = scene.sync(post=Post(scene.line, full))
    assert outcome.error is not None and outcome.error.code is Code.DISK_FULL


def test_without_an_outbox_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene()

    def step(state: State, _event: ev.Event) -> tuple[State, tuple[ev.Effect, ...]]:
        return state, (ev.Offer(1, START),)

    monkeypatch.setattr(driver_module, "step", step)
    driver = Driver(scene.line, scene.mirror, Clock(), random.Random(1))
    with pytest.raises(RuntimeError, match="without an outbox"):
        driver.run(lambda _step: None, lambda: False)


def test_an_engine_that_waits_for_nothing_is_our_own_mistake(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scene = Scene()
    monkeypatch.setattr(driver_module, "step", lambda state, _event: (state, ()))
    driver = Driver(scene.line, scene.mirror, Clock(), random.Random(1))
    with pytest.raises(RuntimeError, match="in vain"):
        driver.run(lambda _step: None, lambda: False)
    assert Resume(None, None, None, ()) == scene.mirror.resume()
