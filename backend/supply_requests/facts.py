"""How a contract stands, read from the books."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.catalogue.models import Utility
from backend.contracts.models import Contract
from backend.invoices.models import Invoice, PaymentStatus
from backend.supply_requests.blocks import Account
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.words import RequestKind

_ASKED_FOR = (PaymentStatus.PENDING, PaymentStatus.PARTIALLY_PAID)


def today(session: Session, now: datetime) -> date:
    """The date in the utility's zone."""
    return now.astimezone(zone(session)).date()


def zone(session: Session) -> ZoneInfo:
    """Where the utility is."""
    return ZoneInfo(session.get_one(Utility, 1).zone)


def account(
    session: Session, contract: Contract, kind: RequestKind, day: date, *, but: int | None = None
) -> Account:
    """The contract on `day`; the request `but` does not count as under way."""
    return Account(
        status=contract.status,
        cut=contract.cut_reason if contract.cut_since is not None else None,
        overdue=overdue(session, contract.id, day),
        currency=contract.currency,
        under_way=under_way(session, contract.id, kind, but=but),
    )


def overdue(session: Session, contract_id: int, day: date) -> int:
    """What is overdue on `day`, in minor units."""
    return sum(invoice.open for invoice in overdue_invoices(session, contract_id, day))


def overdue_invoices(session: Session, contract_id: int, day: date) -> list[Invoice]:
    """Bills that are overdue on `day` and neither in an agreement, in a claim nor being paid."""
    query = select(Invoice).where(
        Invoice.contract_id == contract_id,
        Invoice.open > 0,
        Invoice.payment_status.in_(_ASKED_FOR),
    )
    return [
        invoice
        for invoice in session.scalars(query.order_by(Invoice.id))
        if invoice.due_terms and invoice.due_terms[-1].date < day
    ]


def under_way(
    session: Session, contract_id: int, kind: RequestKind, *, but: int | None = None
) -> str:
    """The number of an unfinished request of this kind; empty where there is none."""
    query = select(SupplyRequest).where(
        SupplyRequest.contract_id == contract_id, SupplyRequest.kind == kind
    )
    for request in session.scalars(query):
        if not request.status.is_over and request.id != but:
            return request.number
    return ""
