"""A reading that the customer took (Aportar Lectura)."""

from __future__ import annotations

from desktop.submissions.kinds import QT_TRANSLATE_NOOP, SubmissionKind
from desktop.submissions.self_reading.content import summary

KIND = SubmissionKind(
    name="self_reading",
    title=QT_TRANSLATE_NOOP("Submissions", "Lectura del medidor"),
    icon="gauge",
    page="self_reading",
    summary=summary,
    has_window=True,
)
