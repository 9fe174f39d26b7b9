"""Accounts in a backend's books: what the ledger says, and money that arrives."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from backend import models as m
from backend.database import Database
from backend.feed.hook import PublishingSession
from backend.invoices.models import PaymentStatus
from backend.movements.books import follow
from tests.support.backend_books import ContractIds


def write_account(database: Database, contract: ContractIds) -> None:
    """Have the ledger say what the contract's invoices and payments say."""
    with database.writing() as session:
        assert isinstance(session, PublishingSession)
        invoices = session.scalars(
            select(m.Invoice.id).where(m.Invoice.contract_id == contract.id)
        ).all()
        payments = session.scalars(
            select(m.Payment.id).where(m.Payment.contract_id == contract.id)
        ).all()
        follow(session.connection(), session.touch, invoices=invoices, payments=payments)


def pay(database: Database, contract: ContractIds, number: str, minor: int, on: date) -> str:
    """Money for an invoice, with its receipt and its line; the receipt's number."""
    with database.writing() as session:
        invoice = session.scalars(select(m.Invoice).where(m.Invoice.number == number)).one()
        invoice.paid += minor
        invoice.open -= minor
        invoice.payment_status = (
            PaymentStatus.PARTIALLY_PAID if invoice.open else PaymentStatus.PAID
        )
        receipt = m.Payment(
            contract_id=contract.id,
            reference=f"R-{number}-{minor}",
            paid_on=on,
            currency=invoice.currency,
            amount=minor,
            channel="web_bank",
            allocations=[m.PaymentAllocation(invoice_id=invoice.id, amount=minor)],
        )
        session.add(receipt)
    write_account(database, contract)
    return receipt.reference


def balance(database: Database, contract_id: int) -> int:
    """What the ledger says is owed, in minor units."""
    lines = select(func.sum(m.Movement.debit - m.Movement.credit))
    with database.reading() as session:
        return int(session.scalar(lines.where(m.Movement.contract_id == contract_id)) or 0)


def open_invoices(database: Database, contract_id: int) -> int:
    """What the invoices say is owed, less credits."""
    query = select(func.sum(m.Invoice.open)).where(m.Invoice.contract_id == contract_id)
    with database.reading() as session:
        return int(session.scalar(query) or 0)
