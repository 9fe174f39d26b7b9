"""A request that another person become the holder (Cambio de Titular)."""

from __future__ import annotations

from desktop.submissions.holder_change.content import summary
from desktop.submissions.kinds import QT_TRANSLATE_NOOP, SubmissionKind

KIND = SubmissionKind(
    name="holder_change",
    title=QT_TRANSLATE_NOOP("Submissions", "Cambio de titular"),
    icon="user",
    page="supply_requests",
    summary=summary,
)
