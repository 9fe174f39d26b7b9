"""Queries about agreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.agreements.figures import months_after
from backend.agreements.limits import Candidate, Standing
from backend.agreements.models import UNDER_WAY, Agreement, AgreementStatus, IncludedInvoice
from backend.agreements.rules import AgreementRules
from backend.contracts.models import Contract, ContractStatus
from backend.feed.publish import lock
from backend.invoices.models import Invoice
from backend.payments.opening import held
from backend.users.models import ContractLink, LinkRole


def hold(session: Session, contract_id: int) -> Contract:
    """A contract, while nobody else asks for an agreement on it, pays for it or changes it."""
    contract = session.get_one(Contract, contract_id, with_for_update={"key_share": True})
    lock(session.connection(), [contract_id])
    return contract


def by_number(session: Session, number: str) -> Agreement | None:
    """The agreement with this number, its contract held until the transaction ends."""
    contract_id = session.scalar(select(Agreement.contract_id).where(Agreement.number == number))
    if contract_id is None:
        return None
    hold(session, contract_id)
    return session.scalars(select(Agreement).where(Agreement.number == number)).one()


def under_way(session: Session) -> Iterator[Agreement]:
    """Every agreement that a new day may change; contracts are held in the order of their ids."""
    known = Agreement.status.in_(UNDER_WAY)
    contracts = select(Agreement.contract_id).where(known).distinct()
    for contract_id in sorted(session.scalars(contracts)):
        hold(session, contract_id)
        query = select(Agreement).where(known, Agreement.contract_id == contract_id)
        yield from session.scalars(query.order_by(Agreement.id)).all()


def being_paid(session: Session, included: Iterable[IncludedInvoice]) -> bool:
    """Whether somebody is at a bank's page with one of these invoices."""
    return held(session, [("invoice", one.invoice_id) for one in included]) is not None


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
