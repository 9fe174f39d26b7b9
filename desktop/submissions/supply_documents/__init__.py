"""Documents that the office sent back, sent anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.submissions.kinds import QT_TRANSLATE_NOOP, SubmissionKind

KIND = SubmissionKind(
    name="supply_documents",
    title=QT_TRANSLATE_NOOP("Submissions", "Documentación de una solicitud"),
    icon="file-text",
    page="supply_requests",
)


def documents_content(request_id: str, documents: Sequence[tuple[str, str]]) -> Mapping[str, Any]:
    """As the outbox takes it; `documents` are (code, sha256)."""
    return {
        "request_id": request_id,
        "documents": [{"code": code, "sha256": sha} for code, sha in documents],
    }
