"""What a customer does with a question or claim that exists: reply, reopen, rate, give up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.submissions.kinds import QT_TRANSLATE_NOOP, SubmissionKind


def summary(content: Mapping[str, Any]) -> str:
    """The message, or the rating in figures."""
    rating = content.get("rating")
    return f"{rating}/5" if rating else " ".join(str(content["message"]).split())


KIND = SubmissionKind(
    name="case_message",
    title=QT_TRANSLATE_NOOP("Submissions", "Mensaje sobre un trámite"),
    icon="message-circle-question",
    page="cases",
    summary=summary,
)
