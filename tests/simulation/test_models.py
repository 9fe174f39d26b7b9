"""The models that the simulator lives with are what they stand for: the same random orders go to
the outbox in memory and to the real one, and to the server in memory and to the real backend."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest

from desktop.api.client import Client
from desktop.domain.feed import Me
from desktop.domain.submissions import (
    EpochChanged,
    NotTaken,
    Submission,
    SubmissionProblem,
    SubmissionState,
    SubmitAnswer,
)
from desktop.store.outbox import Outbox
from desktop.store.outbox_file import OutboxFile
from tests.simulation.disk import VirtualOutbox
from tests.simulation.server import ModelServer
from tests.support.backend import RunningBackend, running_backend
from tests.support.stores import OUTBOX_KEY, a_submission

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
PHOTO = ("ab" * 32, "image/png", b"0123456789")

ACTS = (
    *("add", "add", "replace", "cancel", "discard", "retry", "offer", "offer", "send"),
    *("accept", "accept", "refuse", "park", "strike", "doubt", "settle"),
)


def script(rng: Random) -> list[tuple[str, tuple[Any, ...]]]:
    """Random calls; ops are named by their number of creation."""
    calls: list[tuple[str, tuple[Any, ...]]] = []
    made = 0
    now = NOW
    for _ in range(60):
        now += timedelta(days=rng.choice((0, 0, 1, 150)))
        op = str(UUID(int=rng.randrange(1, made + 1) if made else 1, version=4))
        name = rng.choice(ACTS)
        if not made and name != "add":
            continue
        if name in ("add", "replace"):
            made += 1
            item = a_submission(rng.choice(("C-1", "C-2")), made, created_at=now)
            if rng.random() < 0.3:
                item = replace(item, depends_on=(op, "blob:" + PHOTO[0]))
            calls.append((name, (item, [PHOTO]) if name == "add" else (op, item)))
        else:
            answer = SubmitAnswer(op, f"L-{made}", now)
            refused = replace(answer, reference="", problem=SubmissionProblem("format", "values"))
            epoch = rng.randrange(1, 3)
            calls.append(
                {
                    "offer": ("offer", (epoch, now)),
                    "send": ("mark_sending", (op, now)),
                    "accept": ("keep_answer", (answer, epoch)),
                    "refuse": ("keep_answer", (refused, epoch)),
                    "park": ("park", (op, SubmissionProblem("forbidden"))),
                    "strike": ("strike", ([op], 2)),
                    "doubt": ("doubt", (["C-1"],)),
                    "settle": ("settle", ([op],)),
                }.get(name, (name, (op,)))
            )
    return calls


def outcome(outbox: Outbox | VirtualOutbox, name: str, args: tuple[Any, ...]) -> object:
    try:
        return getattr(outbox, name)(*args)
    except KeyError:
        return "unknown"  # it was forgotten after its time


@pytest.mark.parametrize("seed", range(25))
def test_the_outbox_in_memory_is_the_outbox(seed: int, tmp_path: Path) -> None:
    file = OutboxFile(tmp_path, OUTBOX_KEY)
    file.open()
    real, model = Outbox(file), VirtualOutbox()
    known: set[str] = set()
    for name, args in script(Random(seed)):
        if name in ("keep_answer", "park", "strike", "settle"):
            ops = args[0].op_id if name == "keep_answer" else args[0]
            if not known.issuperset([ops] if isinstance(ops, str) else ops):
                continue
        assert outcome(real, name, args) == outcome(model, name, args), name
        assert real.items() == model.items(), name
        known = {item.op_id for item in real.items()}
        assert real.items(include_done=False) == model.items(include_done=False)
        assert real.pending_count() == model.pending_count()
    file.close()


# ---- the server --------------------------------------------------------------------------------


@pytest.fixture
def backend(tmp_path: Path) -> Any:
    with running_backend(tmp_path) as server:
        yield server


class Twin:
    """The same submissions to the model and to the real backend."""

    def __init__(self, backend: RunningBackend) -> None:
        books = backend.books
        books.utility()
        ana = books.user("ana", "secreta")
        home = books.contract([ana])
        books.readings(home, 2)
        books.open_window(home, backend.movable_clock.now())
        self.scope = f"C-{home.id}"
        self.home = home
        self.client = Client(backend.url, "test-device", heard=lambda _when: None)
        self.client.sign_in("ana", "secreta")
        me = self.client.me()
        assert isinstance(me, Me)
        self.epoch = me.epoch
        self.model = ModelServer(self.scope)
        self.model.epoch = self.epoch

    def send(self, item: Submission, *, epoch: int = 0) -> tuple[object, object]:
        """What the real one says, and what the model says, as far as they can agree."""
        epoch = epoch or self.epoch
        real = self.client.submit(item.op_id, item.payload, epoch)
        model = self.model.submit(item.op_id, item.payload, epoch, NOW)
        return self._plain(real), self._plain(model)

    def known(self, op_id: str) -> tuple[bool, bool]:
        """Whether each has seen it."""
        return self.client.submission(op_id) is not None, op_id in self.model.books.decided

    def _plain(self, answer: SubmitAnswer | EpochChanged | NotTaken) -> object:
        if isinstance(answer, SubmitAnswer):
            return answer.op_id, answer.state, answer.replayed
        return answer if isinstance(answer, EpochChanged) else answer.problem.code


def refused(scope: str, number: int, meter: str = "none") -> Submission:
    """A reading of a meter that is not there, which both refuse for good."""
    payload = {"refuse": True, "meter_id": meter, "values": [], "read_at": "x"}
    return sent(scope, number, payload)


def sent(scope: str, number: int, payload: dict[str, Any]) -> Submission:
    form = {"kind": "self_reading", "schema": 1, "scope": scope, "payload": payload}
    body = json.dumps({**form, "created_at": "2026-03-02T12:00:00Z"}).encode()
    return a_submission(scope, number, payload=body)


def test_the_server_in_memory_answers_as_the_backend(backend: RunningBackend) -> None:
    twin = Twin(backend)
    one = refused(twin.scope, 1)
    assert twin.known(one.op_id) == (False, False)
    scripts = [
        (one, 0),  # decided
        (one, 0),  # said again
        (refused(twin.scope, 1, "other"), 0),  # the same id, other bytes
        (one, twin.epoch + 1),  # a server of another epoch keeps nothing
        (refused(twin.scope, 2), twin.epoch + 1),
        (refused(twin.scope, 2), 0),
    ]
    for item, epoch in scripts:
        real, model = twin.send(item, epoch=epoch)
        assert real == model
        assert twin.known(item.op_id)[0] == twin.known(item.op_id)[1]
    twin.client.close()


def test_what_is_accepted_once_is_accepted_for_ever_by_both(backend: RunningBackend) -> None:
    twin = Twin(backend)
    value = {"register_id": str(twin.home.register_id), "value": "500"}
    payload: dict[str, Any] = {
        "meter_id": str(twin.home.meter_id),
        "values": [value],
        "note": "",
        "photo": None,
    }
    payload |= {"read_at": "2026-03-02T11:00:00Z", "confirmed": ["plausibility"]}
    item = sent(twin.scope, 1, payload)
    for replayed in (False, True, True):
        real, model = twin.send(item)
        assert real == model == (item.op_id, SubmissionState.ACCEPTED, replayed)
    twin.client.close()
