"""A claim with its subtype (Nuevo Trámite)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.submissions.kinds import QT_TRANSLATE_NOOP, SubmissionKind

_SHOWN = 80  # characters of the description


def summary(content: Mapping[str, Any]) -> str:
    """The beginning of the description."""
    text = " ".join(str(content["description"]).split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


KIND = SubmissionKind(
    name="claim",
    title=QT_TRANSLATE_NOOP("Submissions", "Reclamación"),
    icon="scale",
    page="cases",
    summary=summary,
)
