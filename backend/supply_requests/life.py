"""One step of a request's life, the same for whoever takes it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.supply_requests.models import RequestEvent, SupplyRequest
from backend.supply_requests.words import RequestKind, RequirementState, Status, may_follow


class WrongStepError(Exception):
    """The request is not where this step can be taken from; `status` says where it is."""

    def __init__(self, request: SupplyRequest, wanted: Status) -> None:
        super().__init__(f"{request.number} is {request.status}, not ready for {wanted}")
        self.status = request.status


def find(session: Session, number: str) -> SupplyRequest | None:
    """The request of this number, locked."""
    query = select(SupplyRequest).where(SupplyRequest.number == number)
    return session.scalar(query.with_for_update())


def begin(request: SupplyRequest, now: datetime) -> None:
    """Write down that it came in, and where it stands."""
    request.events.append(RequestEvent(at=now, status=request.status, note=request.note))


def step(
    request: SupplyRequest,
    then: Status,
    now: datetime,
    *,
    note: str = "",
    until: date | None = None,
) -> None:
    """Go on to `then`; raises WrongStepError where that cannot follow. `until` is the last day of
    what is waited for from here on."""
    if not may_follow(request.kind, request.status, then):
        raise WrongStepError(request, then)
    request.status, request.note, request.until = then, note, until
    request.closed_at = now if then.is_over else None
    request.events.append(RequestEvent(at=now, status=then, note=note))


def lacking(request: SupplyRequest) -> list[str]:
    """Codes of the mandatory documents that are not here, or were sent back."""
    wrong = (RequirementState.MISSING, RequirementState.OBSERVED)
    return [r.code for r in request.requirements if r.mandatory and r.state in wrong]


def undecided(request: SupplyRequest) -> list[str]:
    """Codes of the mandatory documents that nobody at the office has accepted."""
    accepted = RequirementState.ACCEPTED
    return [r.code for r in request.requirements if r.mandatory and r.state is not accepted]


def resting_place(request: SupplyRequest) -> Status:
    """Where a request goes whose documents came anew."""
    if request.kind is RequestKind.HOLDER_CHANGE:
        return Status.VERIFYING
    return Status.PENDING_DOCUMENTS
