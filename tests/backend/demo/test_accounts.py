"""The accounts of the demonstration."""

from __future__ import annotations

from sqlalchemy import func, select

from backend import models as m
from backend.database import Database
from backend.movements.models import MovementKind
from tests.support.backend_account import balance


def test_every_account_of_the_demonstration_is_right_to_the_cent(demo: Database) -> None:
    """Invoices outside of agreements and what agreements have asked for so far, less money that
    nobody owed, is what the ledger says."""
    with demo.reading() as session:
        contracts = session.scalars(select(m.Contract.id)).all()
        agreements = session.scalars(select(m.Agreement)).all()
        asked: dict[int, int] = {}
        for agreement in agreements:
            if not agreement.status.is_under_way:
                continue
            due = sum(one.open for one in agreement.instalments if one.is_posted)
            if agreement.down_payment_paid:
                due += agreement.down_payment - agreement.down_payment_paid
            asked[agreement.contract_id] = asked.get(agreement.contract_id, 0) + due
        owed = dict(
            session.execute(
                select(m.Invoice.contract_id, func.sum(m.Invoice.open))
                .where(m.Invoice.payment_status != "in_agreement")
                .group_by(m.Invoice.contract_id)
            ).all()
        )
    for contract in contracts:
        assert balance(demo, contract) == int(owed.get(contract, 0)) + asked.get(contract, 0)
    with demo.reading() as session:
        kinds = set(session.scalars(select(m.Movement.kind).distinct()))
    assert {MovementKind.INVOICE, MovementKind.PAYMENT, MovementKind.AGREEMENT} <= kinds
