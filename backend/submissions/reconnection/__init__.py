"""A request to connect a supply again that was cut."""

from __future__ import annotations

from backend.submissions.kinds import Kind
from backend.submissions.reconnection.effect import apply
from backend.submissions.reconnection.schemas import Reconnection

KIND = Kind(
    name="reconnection",
    schema_rev=1,
    letter="RC",
    payload=Reconnection,
    apply=apply,
    blobs=lambda request: [document.sha256 for document in request.documents],
)
