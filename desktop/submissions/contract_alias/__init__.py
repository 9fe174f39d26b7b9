"""A person's own name for a contract (Mi cuenta)."""

from __future__ import annotations

from desktop.submissions.contract_alias.content import summary
from desktop.submissions.kinds import QT_TRANSLATE_NOOP, SubmissionKind

KIND = SubmissionKind(
    name="contract_alias",
    title=QT_TRANSLATE_NOOP("Submissions", "Nombre de un contrato"),
    icon="user",
    page="account",
    summary=summary,
)
