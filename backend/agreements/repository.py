"""Queries about agreements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.agreements.figures import months_after
from backend.agreements.limits import Candidate, Standing
from backend.agreements.models import UNDER_WAY, Agreement, AgreementStatus
from backend.agreements.rules import AgreementRules
from backend.contracts.models import Contract, ContractStatus
from backend.invoices.models import Invoice
from backend.users.models import ContractLink, LinkRole


def by_number(session: Session, number: str) -> Agreement | None:
    """The agreement with this number, locked until the transaction ends."""
    query = select(Agreement).where(Agreement.number == number).with_for_update()
    return session.scalar(query)


def under_way(session: Session) -> Sequence[Agreement]:
    """Every agreement that a new day may change, locked."""
    query = select(Agreement).where(Agreement.status.in_(UNDER_WAY)).order_by(Agreement.id)
    return session.scalars(query.with_for_update()).all()


def standing(
    session: Session, contract: Contract, user_id: int, today: date, rules: AgreementRules
) -> Standing:
    """What a contract has had, and what the user is to it."""
    of_contract = select(func.count(Agreement.id)).where(Agreement.contract_id == contract.id)
    since = months_after(today, -rules.broken_months)
    active = session.scalar(of_contract.where(Agreement.status.in_(UNDER_WAY)))
    broken = session.scalar(
        of_contract.where(Agreement.status == AgreementStatus.BROKEN, Agreement.ended_on >= since)
    )
    role = session.scalar(
        select(ContractLink.role).where(
            ContractLink.contract_id == contract.id, ContractLink.user_id == user_id
        )
    )
    return Standing(
        active=active or 0,
        broken=broken or 0,
        is_ended=contract.status is ContractStatus.ENDED,
        is_holder=role is LinkRole.HOLDER,
    )


def invoices(session: Session, contract_id: int, ids: Sequence[str]) -> list[Invoice] | None:
    """A contract's invoices in the order asked for; None where one is not of the contract or
    stands twice."""
    query = select(Invoice).where(Invoice.contract_id == contract_id)
    found = {str(invoice.id): invoice for invoice in session.scalars(query)}
    if len(set(ids)) != len(ids) or not found.keys() >= set(ids):
        return None
    return [found[one] for one in ids]


def candidate(invoice: Invoice) -> Candidate:
    """An invoice as the limits see it."""
    due = max((term.date for term in invoice.due_terms), default=None)
    return Candidate(invoice.number, invoice.payment_status, invoice.open, invoice.currency, due)
