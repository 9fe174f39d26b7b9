"""A request that another person become the holder."""

from __future__ import annotations

from backend.submissions.holder_change.effect import apply
from backend.submissions.holder_change.schemas import HolderChange
from backend.submissions.kinds import Kind


def _blobs(request: HolderChange) -> list[str]:
    found = [document.sha256 for document in request.documents]
    photo = request.handover.photo if request.handover is not None else None
    return [*found, photo] if photo else found


KIND = Kind(
    name="holder_change",
    schema_rev=1,
    letter="CT",
    payload=HolderChange,
    apply=apply,
    blobs=_blobs,
)
