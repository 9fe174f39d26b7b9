"""A request for a payment agreement (Acuerdos de Pago)."""

from __future__ import annotations

from desktop.submissions.agreement_request.content import summary
from desktop.submissions.kinds import QT_TRANSLATE_NOOP, SubmissionKind

KIND = SubmissionKind(
    name="agreement_request",
    title=QT_TRANSLATE_NOOP("Submissions", "Solicitud de acuerdo de pago"),
    icon="handshake",
    page="agreements",
    summary=summary,
)
