"""Documents that the office sent back, sent anew."""

from __future__ import annotations

from backend.submissions.kinds import Kind
from backend.submissions.supply_documents.effect import apply
from backend.submissions.supply_documents.schemas import SupplyDocuments

KIND = Kind(
    name="supply_documents",
    schema_rev=1,
    letter="SD",
    payload=SupplyDocuments,
    apply=apply,
    blobs=lambda sent: [document.sha256 for document in sent.documents],
)
