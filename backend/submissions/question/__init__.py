"""A question in free words."""

from __future__ import annotations

from backend.cases.opening import ask
from backend.cases.sent import Question
from backend.submissions.kinds import Kind

KIND = Kind(
    name="question",
    schema_rev=1,
    letter="P",
    payload=Question,
    apply=ask,
    blobs=lambda sent: [file.sha256 for file in sent.files],
    number=lambda result: str(result["number"]),
)
