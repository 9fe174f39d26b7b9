"""An outbox in memory, for tests of what a person sees; the test plays the server."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.domain.errors import AppError
from desktop.domain.submissions import (
    Attachment,
    OutboxReport,
    Submission,
    SubmissionProblem,
    SubmissionState,
)
from desktop.services.results import Unsent
from tests.support.fake_drafts import FakeDrafts

CREATED = datetime(2026, 11, 22, 17, 2, tzinfo=UTC)


def submission(
    number: int = 1,
    state: SubmissionState = SubmissionState.QUEUED,
    content: Mapping[str, Any] | None = None,
    **more: Any,
) -> Submission:
    """A contributed reading of contract 17; `more` overrides fields."""
    entered = content or {
        "meter_id": "m1",
        "values": [{"register_id": "r1", "value": "12985"}],
        "read_at": "2026-11-22T17:02:00Z",
        "confirmed": [],
        "photo": None,
        "note": "",
    }
    kind, scope = more.pop("kind", "self_reading"), more.pop("scope", "C-17")
    created = more.pop("created_at", CREATED + timedelta(minutes=number))
    body = {
        "kind": kind,
        "schema": 1,
        "scope": scope,
        "created_at": created.isoformat(),
        "payload": entered,
    }
    payload = json.dumps(body).encode()
    values: dict[str, Any] = {
        "op_id": f"00000000-0000-4000-8000-{number:012}",
        "scope": scope,
        "stream": scope.removeprefix("C-"),
        "kind": kind,
        "payload": payload,
        "payload_sha256": hashlib.sha256(payload).hexdigest(),
        "created_at": created,
        "state": state,
        "number": number,
    }
    return Submission(**(values | more))


def accepted(one: Submission, reference: str = "L-2026-000117-3") -> Submission:
    """The same once the server took it."""
    return replace(
        one, state=SubmissionState.ACCEPTED, reference=reference, received_at=CREATED, attempts=1
    )


def rejected(one: Submission, code: str, **data: Any) -> Submission:
    """The same once the server refused it."""
    problem = SubmissionProblem(code, "values", data)
    return replace(one, state=SubmissionState.REJECTED, problem=problem, attempts=1)


@dataclass
class FakeOutbox:
    """Keeps what is given; `gate` holds back enqueueing, `error` refuses whatever is asked."""

    kept: list[Submission] = field(default_factory=list)
    attached: list[Attachment] = field(default_factory=list)
    files: list[str] = field(default_factory=list)  # sha256 of those kept before
    drafts: FakeDrafts = field(default_factory=FakeDrafts)
    error: AppError | None = None
    damage: OutboxReport | None = None
    failing: AppError | None = None  # of reading
    gate: threading.Event = field(default_factory=threading.Event)
    calls: list[str] = field(default_factory=list)
    verdict: Submission | None = None  # what check_now finds out

    def __post_init__(self) -> None:
        self.gate.set()

    def enqueue(
        self,
        kind: str,
        scope: str,
        stream: str,
        payload: Mapping[str, Any],
        *,
        depends_on: str | None = None,
        replaces: str | None = None,
        attachments: Sequence[Attachment] = (),
        files: Sequence[str] = (),
        draft: tuple[str, str] | None = None,
    ) -> Submission:
        self.calls.append(f"enqueue {kind}")
        self.gate.wait(10)
        self._refuse()
        for one in attachments:
            payload = {**payload, one.field: hashlib.sha256(one.content).hexdigest()}
        self.attached += attachments
        self.files += files
        if draft is not None:
            self.drafts.kept.pop(draft, None)
        made = submission(
            len(self.kept) + 1, content=payload, kind=kind, scope=scope, stream=stream,
            replaces=replaces,
        )  # fmt: skip
        self.kept.append(made)
        return made

    def items(self, include_done: bool = True) -> tuple[Submission, ...]:
        return tuple(s for s in self.kept if include_done or s.state.is_pending)

    def pending_count(self) -> int:
        if self.failing is not None:
            raise self.failing
        return len(self.items(include_done=False))

    def unsent(self) -> Unsent:
        return Unsent(self.pending_count(), len(self.drafts.kept))

    def report(self) -> OutboxReport | None:
        return self.damage

    def cancel(self, op_id: str) -> Submission:
        return self._turn("cancel", op_id, SubmissionState.CANCELLED)

    def replace(
        self,
        op_id: str,
        payload: Mapping[str, Any],
        *,
        attachments: Sequence[Attachment] = (),
        files: Sequence[str] = (),
        draft: tuple[str, str] | None = None,
    ) -> Submission:
        old = next(s for s in self.kept if s.op_id == op_id)
        if old.state not in (SubmissionState.QUEUED, SubmissionState.REJECTED):
            return old
        if old.state is SubmissionState.QUEUED:
            self._turn("replace", op_id, SubmissionState.CANCELLED)
        return self.enqueue(
            old.kind, old.scope, old.stream, payload, replaces=op_id, attachments=attachments,
            files=files, draft=draft,
        )  # fmt: skip

    def check_now(self, op_id: str) -> Submission:
        self.calls.append(f"check_now {op_id[-2:]}")
        self._refuse()
        if self.verdict is not None:
            self.put(self.verdict)
        return next(s for s in self.kept if s.op_id == op_id)

    def retry(self, op_id: str) -> Submission:
        return self._turn("retry", op_id, SubmissionState.QUEUED)

    def discard(self, op_id: str) -> Submission:
        return self._turn("discard", op_id, SubmissionState.CANCELLED)

    def export(self, path: Path) -> None:
        self.calls.append("export")
        self._refuse()
        path.write_text('{"submissions": []}')

    def put(self, fresh: Submission) -> None:
        """What the server did to one of them."""
        self.kept = [fresh if s.op_id == fresh.op_id else s for s in self.kept]

    def _turn(self, call: str, op_id: str, state: SubmissionState) -> Submission:
        self.calls.append(f"{call} {op_id[-2:]}")
        self._refuse()
        one = next(s for s in self.kept if s.op_id == op_id)
        self.put(replace(one, state=state))
        return next(s for s in self.kept if s.op_id == op_id)

    def _refuse(self) -> None:
        if self.error is not None:
            raise self.error
