"""How the bills are to come (Solicitar factura electrónica)."""

from __future__ import annotations

from desktop.submissions.delivery_preference.content import summary
from desktop.submissions.kinds import QT_TRANSLATE_NOOP, SubmissionKind

KIND = SubmissionKind(
    name="delivery_preference",
    title=QT_TRANSLATE_NOOP("Submissions", "Envío de la factura"),
    icon="mail",
    page="delivery",
    summary=summary,
)
