"""The demonstration's agreements: one of every state, and books that add up."""

from __future__ import annotations

from sqlalchemy import select

from backend import models as m
from backend.agreements.models import AgreementStatus, ExitReason, InstalmentStatus
from backend.database import Database
from backend.invoices.models import PaymentStatus
from backend.submissions.references import is_reference


def test_there_is_one_of_every_state(demo: Database) -> None:
    with demo.reading() as session:
        found = session.scalars(select(m.Agreement)).all()
    assert {one.status for one in found} == set(AgreementStatus)
    assert {one.exit_reason for one in found if one.exit_reason} == {
        ExitReason.COMPLETED,
        ExitReason.REJECTED,
        ExitReason.NON_PAYMENT,
    }
    assert all(is_reference(one.number) for one in found)


def test_every_invoice_in_an_agreement_names_it(demo: Database) -> None:
    with demo.reading() as session:
        invoices = session.scalars(
            select(m.Invoice).where(m.Invoice.payment_status == PaymentStatus.IN_AGREEMENT)
        ).all()
        numbers = set(session.scalars(select(m.Agreement.number)))
    assert invoices
    assert {one.agreement_number for one in invoices} <= numbers


def test_the_account_owes_what_is_open_and_what_instalments_are_due(demo: Database) -> None:
    with demo.reading() as session:
        for contract in session.scalars(select(m.Contract)):
            lines = session.scalars(select(m.Movement).where(m.Movement.contract_id == contract.id))
            owed = session.scalars(
                select(m.Invoice.open).where(
                    m.Invoice.contract_id == contract.id,
                    m.Invoice.payment_status != PaymentStatus.IN_AGREEMENT,
                )
            )
            due = session.scalars(
                select(m.Instalment)
                .join(m.Agreement, m.Agreement.id == m.Instalment.agreement_id)
                .where(
                    m.Agreement.contract_id == contract.id,
                    m.Agreement.status == AgreementStatus.ACTIVE,
                    m.Instalment.is_posted,
                    m.Instalment.status != InstalmentStatus.PAID,
                )
            )
            expected = sum(owed) + sum(one.open for one in due)
            assert sum(line.debit - line.credit for line in lines) == expected, contract.number
