"""A request for a payment agreement, with the figures that the customer consented to."""

from __future__ import annotations

from backend.submissions.agreement_request.effect import LETTER, apply
from backend.submissions.agreement_request.schemas import AgreementRequest
from backend.submissions.kinds import Kind

KIND = Kind(
    name="agreement_request",
    schema_rev=1,
    letter=LETTER,
    payload=AgreementRequest,
    apply=apply,
    blobs=lambda _request: (),
)
