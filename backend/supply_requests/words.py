"""The words of supply requests, and which state may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class RequestKind(StrEnum):
    """What is asked for."""

    RECONNECTION = "reconnection"
    HOLDER_CHANGE = "holder_change"


class Status(StrEnum):
    """How far it has got."""

    RECEIVED = "received"
    PENDING_PAYMENT = "pending_payment"
    PENDING_DOCUMENTS = "pending_documents"
    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    EXECUTED = "executed"
    FAILED = "failed"
    PENDING_ACCEPTANCE = "pending_acceptance"
    VERIFYING = "verifying"
    OBSERVED = "observed"
    APPROVED = "approved"
    EFFECTIVE = "effective"
    REJECTED = "rejected"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    CLOSED = "closed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self in _OVER


_OVER = frozenset(
    {
        Status.EXECUTED,
        Status.EFFECTIVE,
        Status.REJECTED,
        Status.EXPIRED,
        Status.CANCELLED,
        Status.CLOSED,
    }
)


class RequirementState(StrEnum):
    """How a document that is asked for stands."""

    MISSING = "missing"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    OBSERVED = "observed"


class FeeStatus(StrEnum):
    """What became of a reconnection's fee."""

    DUE = "due"  # to be paid before anybody comes
    PAID = "paid"
    NEXT_BILL = "next_bill"  # charged once it is done
    CHARGED = "charged"


class AcceptanceState(StrEnum):
    """Whether the outgoing holder agrees."""

    NOT_NEEDED = "not_needed"
    WAITING = "waiting"
    ACCEPTED = "accepted"


class AcceptanceMethod(StrEnum):
    """How the outgoing holder agreed."""

    LINK = "link"
    APP = "app"
    OFFICE = "office"


class FailureReason(StrEnum):
    """Why a visit came to nothing."""

    ABSENT = "absent"
    INACCESSIBLE = "inaccessible"
    NOT_FOUND = "not_found"
    UNINHABITED = "uninhabited"
    UNFIT_INSTALLATION = "unfit_installation"
    OTHER = "other"


_S = Status
_ENDS = {_S.REJECTED, _S.CANCELLED}
FOLLOWERS: Mapping[RequestKind, Mapping[Status, frozenset[Status]]] = {
    RequestKind.RECONNECTION: {
        _S.RECEIVED: frozenset({_S.SCHEDULED, *_ENDS}),
        _S.PENDING_PAYMENT: frozenset({_S.PENDING_DOCUMENTS, _S.RECEIVED, *_ENDS}),
        _S.PENDING_DOCUMENTS: frozenset({_S.RECEIVED, _S.OBSERVED, _S.EXPIRED, *_ENDS}),
        _S.OBSERVED: frozenset({_S.PENDING_DOCUMENTS, _S.EXPIRED, *_ENDS}),
        _S.SCHEDULED: frozenset({_S.IN_PROGRESS, _S.EXECUTED, _S.FAILED, _S.SCHEDULED, *_ENDS}),
        _S.IN_PROGRESS: frozenset({_S.EXECUTED, _S.FAILED}),
        _S.FAILED: frozenset({_S.SCHEDULED, _S.RECEIVED, _S.CLOSED, *_ENDS}),
    },
    RequestKind.HOLDER_CHANGE: {
        _S.PENDING_ACCEPTANCE: frozenset({_S.VERIFYING, _S.EXPIRED, *_ENDS}),
        _S.VERIFYING: frozenset({_S.OBSERVED, _S.APPROVED, *_ENDS}),
        _S.OBSERVED: frozenset({_S.VERIFYING, _S.EXPIRED, *_ENDS}),
        _S.APPROVED: frozenset({_S.EFFECTIVE, *_ENDS}),
    },
}


def may_follow(kind: RequestKind, now: Status, then: Status) -> bool:
    """Whether a request of `kind` can go from `now` to `then`."""
    return then in FOLLOWERS[kind].get(now, frozenset())
