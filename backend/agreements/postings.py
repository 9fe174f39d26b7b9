"""How agreements show in the account's ledger: debt leaves it, instalments come as they are due."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from backend.agreements.models import Agreement, Instalment
from backend.invoices.models import Invoice, Payment
from backend.movements.models import MovementKind
from backend.movements.post import post

CHANNEL = "counter"


def reference_of(agreement: Agreement, number: int) -> str:
    """What the ledger calls an instalment, or the down payment (number 0)."""
    return f"{agreement.number}/{number}"


def debt_moved(session: Session, agreement: Agreement, on: date) -> None:
    """The included invoices are no longer asked for one by one."""
    post(
        session,
        agreement.contract_id,
        MovementKind.AGREEMENT,
        on,
        agreement.number,
        f"Deuda incluida en el acuerdo {agreement.number}",
        credit=agreement.debt,
        source=f"agreement:{agreement.id}:moved",
        settles=[one.invoice.number for one in agreement.included],
    )


def down_payment_due(session: Session, agreement: Agreement, on: date) -> None:
    """The down payment is asked for."""
    post(
        session,
        agreement.contract_id,
        MovementKind.AGREEMENT_INSTALMENT,
        on,
        reference_of(agreement, 0),
        f"Anticipo del acuerdo {agreement.number}",
        debit=agreement.down_payment,
        source=f"agreement:{agreement.id}:down",
        due=agreement.down_payment_due,
    )


def instalment_due(session: Session, agreement: Agreement, one: Instalment, on: date) -> None:
    """One instalment is asked for."""
    count = len(agreement.instalments)
    post(
        session,
        agreement.contract_id,
        MovementKind.AGREEMENT_INSTALMENT,
        on,
        reference_of(agreement, one.number),
        f"Cuota {one.number} de {count} del acuerdo {agreement.number}",
        debit=one.total,
        source=f"agreement:{agreement.id}:{one.number}",
        due=one.due_date,
    )


def debt_returned(session: Session, agreement: Agreement, on: date) -> None:
    """What the invoices still owe is asked for again, and unpaid instalments no longer."""
    asked = [one for one in agreement.instalments if one.is_posted]
    unpaid = {reference_of(agreement, one.number): one.total - one.paid for one in asked}
    if agreement.down_payment_paid:
        lacking = agreement.down_payment - agreement.down_payment_paid
        unpaid[reference_of(agreement, 0)] = lacking
    if any(unpaid.values()):
        post(
            session,
            agreement.contract_id,
            MovementKind.AGREEMENT,
            on,
            agreement.number,
            f"Cuotas que ya no se piden del acuerdo {agreement.number}",
            credit=sum(unpaid.values()),
            source=f"agreement:{agreement.id}:ended",
            settles=[reference for reference, minor in unpaid.items() if minor],
        )
    for included in agreement.included:
        _asked_again(session, agreement, included.invoice, on)


def _asked_again(session: Session, agreement: Agreement, invoice: Invoice, on: date) -> None:
    if invoice.open:
        post(
            session,
            agreement.contract_id,
            MovementKind.AGREEMENT,
            on,
            invoice.number,
            f"Deuda que vuelve del acuerdo {agreement.number}",
            debit=invoice.open,
            source=f"agreement:{agreement.id}:back:{invoice.id}",
            due=max((term.date for term in invoice.due_terms), default=None),
        )


def counter_payment(
    session: Session, agreement: Agreement, number: int, on: date, minor: int
) -> None:
    """Money at the counter for the down payment (number 0) or an instalment: a receipt in the
    books, and its line."""
    reference = reference_of(agreement, number)
    payment = Payment(
        contract_id=agreement.contract_id,
        reference=_receipt(session, reference),
        paid_on=on,
        currency=agreement.currency,
        amount=minor,
        channel=CHANNEL,
    )
    session.add(payment)
    session.flush()
    post(
        session,
        agreement.contract_id,
        MovementKind.PAYMENT,
        on,
        payment.reference,
        "Pago en oficina comercial",
        credit=minor,
        source=f"payment:{payment.id}",
        settles=[reference],
    )


def _receipt(session: Session, reference: str) -> str:
    query = session.query(Payment).filter(Payment.reference.startswith(f"{reference}."))
    return f"{reference}.{query.count() + 1}"
