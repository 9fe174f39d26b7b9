"""Invoices as debts that can be paid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.invoices.models import Invoice, Payment, PaymentAllocation, PaymentStatus
from backend.payments.targets import Due

_PAYABLE = (PaymentStatus.PENDING, PaymentStatus.PARTIALLY_PAID)
_APART = {
    PaymentStatus.IN_CLAIM: "in_claim",
    PaymentStatus.IN_AGREEMENT: "in_agreement",
    PaymentStatus.IN_PROCESS: "in_process",
}
# Whatever is open there is not owed, or is owed as something else.
_NOT_OWED = (PaymentStatus.CANCELLED, PaymentStatus.COMPENSATED, PaymentStatus.IN_AGREEMENT)


class InvoiceTarget:
    """Invoices and debit notes with something open."""

    name = "invoice"

    def dues(self, session: Session, contract_id: int) -> Sequence[Due]:
        """Invoices that are owed and in no claim, agreement or other process."""
        query = select(Invoice).where(
            Invoice.contract_id == contract_id,
            Invoice.open > 0,
            Invoice.payment_status.in_(_PAYABLE),
        )
        return [_due(invoice) for invoice in session.scalars(query)]

    def find(self, session: Session, contract_id: int, ids: Sequence[int]) -> Mapping[int, Due]:
        """Invoices of a contract by id."""
        query = select(Invoice).where(Invoice.contract_id == contract_id, Invoice.id.in_(ids))
        return {invoice.id: _due(invoice) for invoice in session.scalars(query)}

    def settle(self, session: Session, target_id: int, amount: int, payment: Payment) -> int:
        """Credit an invoice. Its state follows the amounts, but for a claim, which stays until it
        is answered or nothing is open any more."""
        invoice = session.get_one(Invoice, target_id, populate_existing=True)
        part = min(amount, invoice.open)
        if part <= 0 or invoice.payment_status in _NOT_OWED:
            return 0
        invoice.paid += part
        invoice.open -= part
        if not invoice.open:
            invoice.payment_status = PaymentStatus.PAID
        elif invoice.payment_status is not PaymentStatus.IN_CLAIM:
            invoice.payment_status = PaymentStatus.PARTIALLY_PAID
        session.add(PaymentAllocation(payment_id=payment.id, invoice_id=invoice.id, amount=part))
        session.flush()
        return part


def _due(invoice: Invoice) -> Due:
    apart = _APART.get(invoice.payment_status, "")
    is_owed = invoice.open > 0 and invoice.payment_status not in _NOT_OWED
    return Due(
        id=invoice.id,
        label=invoice.number,
        currency=invoice.currency,
        open=max(invoice.open, 0) if is_owed or apart else 0,
        due_date=max((term.date for term in invoice.due_terms), default=None),
        refusal=apart or ("" if is_owed else "settled"),
        about=invoice.agreement_number or invoice.claim_number or "",
    )


TARGET = InvoiceTarget()
