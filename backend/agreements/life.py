"""The life of an agreement, from acceptance to its end, in the caller's transaction.

Every step that is not possible as things stand raises `NotPossibleError`. Days are of the
utility's zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from backend.agreements import postings, repository
from backend.agreements.models import (
    Agreement,
    AgreementStatus,
    ExitReason,
    Instalment,
    InstalmentStatus,
)
from backend.invoices.models import Invoice, PaymentStatus

_OWED = (PaymentStatus.PENDING, PaymentStatus.PARTIALLY_PAID)


class NotPossibleError(Exception):
    """A step that the agreement's state does not allow; `reason` is a stable code."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def accept(session: Session, agreement: Agreement, today: date, due: date) -> None:
    """Take the invoices into the agreement. Its down payment is due on `due`; without one it is
    active at once."""
    _need(agreement, AgreementStatus.REQUESTED)
    if agreement.instalments[0].due_date <= today:
        raise NotPossibleError("too-late", "the first instalment would be due already")
    if repository.being_paid(session, agreement.included):
        raise NotPossibleError("being-paid", "a payment of an invoice is under way")
    for included in agreement.included:
        invoice = included.invoice
        if invoice.payment_status not in _OWED or invoice.open != included.amount:
            raise NotPossibleError("debt-changed", invoice.number)
    for included in agreement.included:
        included.invoice.payment_status = PaymentStatus.IN_AGREEMENT
        included.invoice.agreement_number = agreement.number
    agreement.accepted_on = today
    agreement.status = AgreementStatus.AWAITING_DOWN_PAYMENT
    agreement.down_payment_due = due
    postings.debt_moved(session, agreement, today)
    if not agreement.down_payment:
        agreement.down_payment_due = None
        agreement.status = AgreementStatus.ACTIVE


def cancel(
    session: Session, agreement: Agreement, today: date, reason: ExitReason, note: str = ""
) -> None:
    """End an agreement that is under way without anybody being to blame."""
    if not agreement.status.is_under_way:
        raise NotPossibleError("not-under-way", agreement.status)
    was_accepted = agreement.status is not AgreementStatus.REQUESTED
    agreement.note = note
    _end(agreement, AgreementStatus.CANCELLED, reason, today)
    if was_accepted:
        _give_back(session, agreement, today)


def pay_down(session: Session, agreement: Agreement, on: date, minor: int) -> None:
    """`minor` units of the down payment arrived on `on`; once it is whole, the agreement is
    active."""
    _need(agreement, AgreementStatus.AWAITING_DOWN_PAYMENT)
    _within(minor, down_payment_open(agreement))
    if not agreement.down_payment_paid:
        postings.down_payment_due(session, agreement, on)
    agreement.down_payment_paid += minor
    if not down_payment_open(agreement):
        agreement.down_payment_paid_on = on
        agreement.status = AgreementStatus.ACTIVE


def pay(session: Session, agreement: Agreement, one: Instalment, on: date, minor: int) -> None:
    """`minor` units for one instalment arrived on `on`. With the last one the agreement is
    fulfilled and its invoices are paid."""
    _need(agreement, AgreementStatus.ACTIVE)
    _within(minor, one.open)
    _post_due(session, agreement, one, on)
    one.paid += minor
    if one.open:
        if one.status is InstalmentStatus.PENDING:
            one.status = InstalmentStatus.PARTIAL
        return
    one.status = InstalmentStatus.PAID
    one.paid_on = on
    if all(other.status is InstalmentStatus.PAID for other in agreement.instalments):
        _end(agreement, AgreementStatus.FULFILLED, ExitReason.COMPLETED, on)
        _settle([included.invoice for included in agreement.included], agreement.debt)


def down_payment_open(agreement: Agreement) -> int:
    """What is still to come of the down payment."""
    return agreement.down_payment - agreement.down_payment_paid


def grow_old(session: Session, agreement: Agreement, today: date) -> bool:
    """What a new day brings: instalments fall due, become overdue and break the agreement, or the
    down payment never came. Whether anything changed."""
    if agreement.status is AgreementStatus.AWAITING_DOWN_PAYMENT:
        due = agreement.down_payment_due
        if due is None or due >= today:
            return False
        _end(agreement, AgreementStatus.CANCELLED, ExitReason.NOT_ESTABLISHED, today)
        _give_back(session, agreement, today)
        return True
    if agreement.status is not AgreementStatus.ACTIVE:
        return False
    changed = False
    for one in agreement.instalments:
        if one.due_date <= today and not one.is_posted:
            _post_due(session, agreement, one, one.due_date)
            changed = True
        if one.due_date < today and one.status in _UNPAID:
            one.status = InstalmentStatus.OVERDUE
            changed = True
    if is_broken(agreement):
        _end(agreement, AgreementStatus.BROKEN, ExitReason.NON_PAYMENT, today)
        _give_back(session, agreement, today)
    return changed


_UNPAID = (InstalmentStatus.PENDING, InstalmentStatus.BILLED, InstalmentStatus.PARTIAL)


def is_broken(agreement: Agreement) -> bool:
    """Whether as many instalments are overdue as break the agreement: in a row, or in all."""
    row = longest = count = 0
    for one in agreement.instalments:
        is_overdue = one.status is InstalmentStatus.OVERDUE
        row = row + 1 if is_overdue else 0
        longest, count = max(longest, row), count + is_overdue
    return longest >= agreement.consecutive_unpaid or count >= agreement.total_unpaid


def repaid(agreement: Agreement) -> int:
    """How much of the debt with its interest to date has been paid; of an instalment paid in
    part, interest and tax come first."""
    capital = (max(0, one.paid - one.interest - one.tax) for one in agreement.instalments)
    return agreement.down_payment_paid + sum(capital)


def _post_due(session: Session, agreement: Agreement, one: Instalment, on: date) -> None:
    if not one.is_posted:
        one.is_posted = True
        postings.instalment_due(session, agreement, one, on)


def _within(minor: int, still_open: int) -> None:
    if not 0 < minor <= still_open:
        raise NotPossibleError("amount", str(still_open))


def _need(agreement: Agreement, status: AgreementStatus) -> None:
    if agreement.status is not status:
        raise NotPossibleError("state", agreement.status)


def _end(agreement: Agreement, status: AgreementStatus, reason: ExitReason, today: date) -> None:
    agreement.status = status
    agreement.exit_reason = reason
    agreement.ended_on = today
    for one in agreement.instalments:
        # What broke it stays to be seen.
        if one.status not in (InstalmentStatus.PAID, InstalmentStatus.OVERDUE):
            one.status = InstalmentStatus.CANCELLED


def _give_back(session: Session, agreement: Agreement, today: date) -> None:
    """The invoices are payable again; what was paid settles the interest to date, then the oldest
    of them."""
    invoices = [one.invoice for one in agreement.included]
    for invoice in invoices:
        invoice.payment_status = PaymentStatus.PENDING
        if not agreement.down_payment_paid:
            invoice.agreement_number = None
    left = repaid(agreement) - agreement.arrears - agreement.arrears_tax
    _settle(invoices, max(0, left))
    for invoice in invoices:
        if invoice.payment_status is PaymentStatus.PENDING and invoice.paid:
            invoice.payment_status = PaymentStatus.PARTIALLY_PAID
    postings.debt_returned(session, agreement, today)


def _settle(invoices: Sequence[Invoice], minor: int) -> None:
    for invoice in sorted(invoices, key=lambda one: (one.issue_date, one.id)):
        share = min(minor, invoice.open)
        minor -= share
        invoice.paid += share
        invoice.open -= share
        if not invoice.open:
            invoice.payment_status = PaymentStatus.PAID
