"""A question in free words (Nueva Pregunta)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.submissions.kinds import QT_TRANSLATE_NOOP, SubmissionKind


def summary(content: Mapping[str, Any]) -> str:
    """The subject as typed."""
    return str(content["subject"])


KIND = SubmissionKind(
    name="question",
    title=QT_TRANSLATE_NOOP("Submissions", "Pregunta"),
    icon="message-circle-question",
    page="cases",
    summary=summary,
)
