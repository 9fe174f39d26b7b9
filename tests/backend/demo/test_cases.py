"""The demonstration shows every state and every outcome of questions and claims."""

from __future__ import annotations

from sqlalchemy import select

from backend.cases.models import Case, CaseKind, CaseOutcome, CaseStatus
from backend.cases.numbers import is_case_number
from backend.database import Database
from backend.invoices.models import Invoice, PaymentStatus
from backend.users.models import ContractLink, User


def test_every_state_and_outcome_is_before_somebodys_eyes(demo: Database) -> None:
    with demo.reading() as session:
        query = (
            select(Case)
            .join(ContractLink, ContractLink.contract_id == Case.contract_id)
            .join(User, User.id == ContractLink.user_id)
            .where(User.username.in_(("demo", "empresa", "cortado", "medidor")))
        )
        cases = list(session.scalars(query))
        assert {case.status for case in cases} == set(CaseStatus)
        assert {case.outcome for case in cases} == {None, *CaseOutcome}
        assert {case.kind for case in cases} == set(CaseKind)
        assert all(is_case_number(case.number) for case in cases)


def test_what_is_claimed_is_held_back_under_the_claims_number(demo: Database) -> None:
    with demo.reading() as session:
        claimed = session.scalars(
            select(Invoice)
            .join(ContractLink, ContractLink.contract_id == Invoice.contract_id)
            .join(User, User.id == ContractLink.user_id)
            .where(User.username == "demo", Invoice.payment_status == PaymentStatus.IN_CLAIM)
        ).all()
        assert claimed
        for invoice in claimed:
            case = session.scalars(select(Case).where(Case.number == invoice.claim_number)).one()
            assert case.amount_held == invoice.open
            assert case.status.is_open
