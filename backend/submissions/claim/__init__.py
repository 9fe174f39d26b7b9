"""A claim with its subtype."""

from __future__ import annotations

from backend.cases.opening import claim
from backend.cases.sent import Claim
from backend.submissions.kinds import Kind

KIND = Kind(
    name="claim",
    schema_rev=1,
    letter="R",
    payload=Claim,
    apply=claim,
    blobs=lambda sent: [file.sha256 for file in sent.files],
    number=lambda result: str(result["number"]),
)
