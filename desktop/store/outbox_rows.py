"""What a row of the outbox says, to and from the words of the app."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import RowMapping

from desktop.domain.submissions import Submission, SubmissionProblem, SubmissionState


def item_of(row: RowMapping) -> Submission:
    """The submission in a row of the table."""
    return Submission(
        op_id=row["op_id"],
        scope=row["scope"],
        stream=row["stream"],
        kind=row["kind"],
        payload=row["payload"],
        payload_sha256=row["payload_sha256"],
        created_at=datetime.fromisoformat(row["created_at"]),
        state=SubmissionState(row["state"]),
        attempts=row["attempts"],
        first_sent_at=_instant(row["first_sent_at"]),
        depends_on=tuple(row["depends_on"].split()),
        reference=row["reference"],
        received_at=_instant(row["received_at"]),
        problem=_problem(row["problem"]),
        replaces=row["replaces"],
        number=row["number"],
    )


def row_of(item: Submission) -> dict[str, Any]:
    """The row of a new submission."""
    return {
        "op_id": item.op_id,
        "number": item.number,
        "scope": item.scope,
        "stream": item.stream,
        "kind": item.kind,
        "payload": item.payload,
        "payload_sha256": item.payload_sha256,
        "created_at": text_of(item.created_at),
        "state": item.state,
        "attempts": item.attempts,
        "strikes": 0,
        "depends_on": " ".join(item.depends_on),
        "reference": item.reference,
        "settled": 0,
        "replaces": item.replaces,
    }


def text_of(when: datetime) -> str:
    """A time as it is kept."""
    # One form for all, so that texts compare as the instants do.
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def problem_text(problem: SubmissionProblem | None) -> str | None:
    """A problem as it is kept."""
    if problem is None:
        return None
    return json.dumps([problem.code, problem.field, dict(problem.data)])


def _problem(text: str | None) -> SubmissionProblem | None:
    return None if text is None else SubmissionProblem(*json.loads(text))
