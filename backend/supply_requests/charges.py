"""What supply requests put into an account."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from backend.contracts.models import Contract
from backend.feed.hook import PublishingSession
from backend.invoices.models import (
    DueTerm,
    Invoice,
    InvoiceKind,
    InvoiceLine,
    LineKind,
    PaymentStatus,
)
from backend.movements.books import follow
from backend.movements.models import MovementKind
from backend.movements.post import post
from backend.supply_requests.facts import overdue_invoices
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.words import FeeStatus


def charge_fee(session: Session, request: SupplyRequest, on: date) -> None:
    """Write the fee into the account's ledger, once."""
    post(
        session,
        request.contract_id,
        MovementKind.RECONNECTION_CHARGE,
        on,
        request.number,
        "Cargo de reconexión",
        debit=request.fee,
        source=f"supply_request:{request.id}:fee",
        due=on,
    )


def receive_fee(session: Session, request: SupplyRequest, on: date) -> None:
    """The fee was paid beforehand."""
    request.fee_status = FeeStatus.PAID
    post(
        session,
        request.contract_id,
        MovementKind.PAYMENT,
        on,
        request.number,
        "Pago del cargo de reconexión",
        credit=request.fee,
        source=f"supply_request:{request.id}:paid",
        settles=[request.number],
    )


def take_over_debt(
    session: Session, request: SupplyRequest, old: Contract, new: Contract, on: date, due: date
) -> None:
    """Close what is overdue on the old contract and ask for the sum on the new one until `due`,
    in a note that names none of the bills."""
    bills = overdue_invoices(session, old.id, on)
    amount = sum(bill.open for bill in bills)
    if amount == 0:
        return
    for bill in bills:
        bill.open, bill.payment_status = 0, PaymentStatus.COMPENSATED
    about = "Deuda asumida con el cambio de titular"
    line = InvoiceLine(position=1, kind=LineKind.ADJUSTMENT, description=about, amount=amount)
    note = Invoice(
        contract_id=new.id,
        number=f"ND-{request.number}",
        kind=InvoiceKind.DEBIT_NOTE,
        currency=new.currency,
        issue_date=on,
        period_charge=amount,
        total=amount,
        open=amount,
        due_terms=[DueTerm(date=due, amount=amount)],
        lines=[line],
    )
    session.add(note)
    session.flush()
    if isinstance(session, PublishingSession):
        changed = [note.id, *(bill.id for bill in bills)]
        follow(session.connection(), session.touch, invoices=changed)
