"""Puts documents in the place of those that were sent back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from backend.submissions.kinds import RejectedError, Work
from backend.submissions.supply_documents.schemas import SupplyDocuments
from backend.supply_requests.facts import today
from backend.supply_requests.life import lacking, resting_place, step
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.words import RequirementState, Status


def apply(work: Work, payload: SupplyDocuments) -> dict[str, Any]:
    """Keep them; raises RejectedError. When nothing is lacking any more the office looks again."""
    query = select(SupplyRequest).where(SupplyRequest.contract_id == work.scope_id)
    query = query.with_for_update(of=SupplyRequest)
    found = {str(request.id): request for request in work.session.scalars(query)}
    request = found.get(payload.request_id)
    if request is None:
        raise RejectedError("format", "request_id")
    if request.status is not Status.OBSERVED:
        raise RejectedError("not_observed", status=request.status)
    if request.until is not None and today(work.session, work.now) > request.until:
        raise RejectedError("too_late", until=str(request.until))
    wanted = {requirement.code: requirement for requirement in request.requirements}
    for document in payload.documents:
        requirement = wanted.get(document.code)
        if requirement is None or requirement.state is RequirementState.ACCEPTED:
            raise RejectedError("not_wanted", "documents", document=document.code)
        requirement.sha256 = document.sha256
        requirement.state, requirement.remark = RequirementState.RECEIVED, ""
    if not lacking(request):
        step(request, resting_place(request), work.now)
    return {"number": request.number, "status": request.status}
