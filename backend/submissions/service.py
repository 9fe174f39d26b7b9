"""Takes submissions: one transaction for the row, the effect, the feed and the answer."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from backend.blobs.repository import missing
from backend.clock import Clock, iso
from backend.database import Database
from backend.feed.models import FeedMeta
from backend.feed.wire import encode, scope_id_of
from backend.problems import Problem
from backend.submissions import repository
from backend.submissions.kinds import Kind, RejectedError, Work, discover
from backend.submissions.models import State, Submission
from backend.submissions.references import reference
from backend.submissions.schemas import SubmissionForm
from backend.users.repository import may_submit


@dataclass(frozen=True, slots=True)
class Answer:
    """What the client gets, to the byte; `replayed` is true where it was decided earlier."""

    status: int
    content: bytes
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class SubmissionService:
    """Submissions of one database. Raises `Problem` where nothing is to be kept."""

    database: Database
    clock: Clock

    def submit(
        self,
        user_id: int,
        op_id: str,
        body: bytes,
        form: SubmissionForm,
        *,
        epoch: int | None,
        request_id: str,
    ) -> Answer:
        """Decide, or repeat what was decided. `epoch` is the one that the client lives in."""
        kind = discover().get(form.kind)
        if kind is None or kind.schema_rev != form.schema_rev:
            where = {"field": "body.kind", "message": "this server does not know the kind"}
            raise Problem("invalid-request", errors=[where])
        now = self.clock.now()
        digest = hashlib.sha256(body).digest()
        scope_id = scope_id_of(form.scope)
        with self.database.writing() as session:
            current = session.get_one(FeedMeta, 1).epoch
            if epoch is not None and epoch != current:
                raise Problem("epoch-changed", epoch=current)
            values = {
                "op_id": op_id,
                "user_id": user_id,
                "scope_id": 0 if scope_id is None else scope_id,
                "kind": kind.name,
                "schema_rev": form.schema_rev,
                "sha256": digest,
                "body": body,
                "received_at": now,
                # Until the end of this transaction, which nobody else sees.
                "state": State.REJECTED,
                "status": 0,
                "answer": b"",
            }
            row = repository.begin(session, values)
            if row is None:
                return _repeated(repository.known(session, op_id, user_id), digest)
            if scope_id is None or not may_submit(session, user_id, scope_id):
                raise Problem("forbidden")
            work = Work(session, op_id, user_id, scope_id, now)
            _decide(work, kind, form.payload, row, request_id)
            return Answer(row.status, row.answer)

    def outcome(self, user_id: int, op_id: str) -> bytes:
        """What became of a user's own submission; `not-found` where it never arrived."""
        with self.database.reading() as session:
            row = repository.known(session, op_id, user_id)
        if row is None:
            raise Problem("not-found")
        if row.state is State.ACCEPTED:
            return row.answer
        problem = json.loads(row.answer)
        kept = {name: problem[name] for name in ("received_at", "reason", "field", "data")}
        return encode({"op_id": op_id, "state": State.REJECTED} | kept)


def _repeated(row: Submission | None, digest: bytes) -> Answer:
    if row is None:  # somebody else's: that it exists is nobody's business
        raise Problem("not-found")
    if row.sha256 != digest:
        raise Problem("key-reused")
    return Answer(row.status, row.answer, replayed=True)


def _decide(
    work: Work, kind: Kind[Any], content: dict[str, Any], row: Submission, request_id: str
) -> None:
    try:
        payload = _payload(kind, content)
        lacking = missing(work.session, work.user_id, kind.blobs(payload))
        if lacking:
            raise Problem("blob-missing", data={"sha256": lacking})
        with work.session.begin_nested():
            result = kind.apply(work, payload)
    except RejectedError as error:
        problem = Problem(
            "submission-rejected",
            reason=error.reason,
            field=error.field,
            data=error.data,
            op_id=work.op_id,
            received_at=iso(work.now),
        )
        row.status = problem.status
        row.answer = encode(problem.body(request_id))
        return
    row.state = State.ACCEPTED
    row.status = 200
    row.reference = kind.number(result) or reference(kind.letter, work.now.year, row.id)
    row.answer = encode(
        {
            "op_id": work.op_id,
            "state": State.ACCEPTED,
            "reference": row.reference,
            "received_at": iso(work.now),
            "result": result,
        }
    )


def _payload(kind: Kind[Any], content: dict[str, Any]) -> Any:
    try:
        return kind.payload.model_validate(content)
    except ValidationError as error:
        place = error.errors()[0]["loc"]
        raise RejectedError("format", str(place[0]) if place else None) from error
