"""A request to connect a supply again that was cut (Reconexión)."""

from __future__ import annotations

from desktop.submissions.kinds import QT_TRANSLATE_NOOP, SubmissionKind
from desktop.submissions.reconnection.content import summary

KIND = SubmissionKind(
    name="reconnection",
    title=QT_TRANSLATE_NOOP("Submissions", "Reconexión"),
    icon="plug-zap",
    page="supply_requests",
    summary=summary,
)
