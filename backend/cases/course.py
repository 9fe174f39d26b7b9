"""The life of a case: what moves it on, what stops its clock, what it holds back."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from backend.cases.models import (
    Author,
    Case,
    CaseClock,
    CaseInvoice,
    CaseMessage,
    CaseOutcome,
    CaseStatus,
    MessageKind,
)
from backend.cases.rules import CaseRules
from backend.catalogue.models import Utility
from backend.invoices.models import Invoice, PaymentStatus
from backend.workdays import add_working_days, calendar_of, working_days_between

_DEMANDED = (PaymentStatus.PENDING, PaymentStatus.PARTIALLY_PAID)


def today(session: Session, now: datetime) -> date:
    """The utility's day."""
    return now.astimezone(ZoneInfo(session.get_one(Utility, 1).zone)).date()


def deadline(session: Session, now: datetime, days: int) -> date:
    """`days` working days from today on."""
    return add_working_days(today(session, now), days, calendar_of(session))


def say(
    case: Case,
    now: datetime,
    author: Author,
    kind: MessageKind,
    body: str,
    *,
    clerk: str = "",
    is_internal: bool = False,
    origin_op_id: str | None = None,
) -> CaseMessage:
    """Add a message to the thread."""
    message = CaseMessage(
        case_id=case.id,
        at=now,
        author=author,
        kind=kind,
        body=body,
        clerk=clerk,
        is_internal=is_internal,
        origin_op_id=origin_op_id,
    )
    case.messages.append(message)
    return message


def pause(session: Session, case: Case, now: datetime, reply_days: int) -> None:
    """Wait for the customer: the days that are left stay as they are."""
    if case.clock is CaseClock.RUNNING:
        calendar = calendar_of(session)
        left = working_days_between(today(session, now), case.due_on, calendar)
        case.clock, case.days_left = CaseClock.PAUSED, left
    case.status = CaseStatus.AWAITING_CUSTOMER
    case.reply_by = deadline(session, now, reply_days)


def resume(session: Session, case: Case, now: datetime) -> None:
    """The customer answered: what was left is counted from today on."""
    if case.clock is CaseClock.PAUSED:
        left = case.days_left or 0
        case.due_on = deadline(session, now, left) if left > 0 else case.due_on
        case.clock, case.days_left = CaseClock.RUNNING, None
    case.reply_by = None
    case.status = CaseStatus.IN_ANALYSIS


def resolve(
    session: Session, case: Case, now: datetime, outcome: CaseOutcome, rules: CaseRules
) -> None:
    """It is answered; what it held can be demanded again."""
    case.status, case.outcome = CaseStatus.RESOLVED, outcome
    case.clock, case.days_left, case.reply_by = CaseClock.STOPPED, None, None
    case.answered_at = now
    case.reopen_by = None if case.reopened else deadline(session, now, rules.reopen_days)
    release(case)


def reopen(session: Session, case: Case, now: datetime) -> None:
    """Look at it once more, with a deadline of its own."""
    case.status, case.outcome, case.reopened = CaseStatus.REOPENED, None, True
    case.clock, case.due_on = CaseClock.RUNNING, deadline(session, now, case.days)
    case.answered_at = case.reopen_by = None
    hold(case)


def end(case: Case, now: datetime, status: CaseStatus) -> None:
    """Nothing more will happen to it."""
    case.status, case.closed_at = status, now
    case.clock, case.days_left, case.reply_by, case.reopen_by = CaseClock.STOPPED, None, None, None
    release(case)


def hold(case: Case) -> None:
    """Take what is still demanded of its disputed invoices out of what can be demanded."""
    for line in case.invoices:
        invoice = line.invoice
        if invoice.open > 0 and invoice.payment_status in _DEMANDED:
            line.held = invoice.open
            invoice.payment_status = PaymentStatus.IN_CLAIM
            invoice.claim_number = case.number
    case.amount_held = sum(line.held for line in case.invoices)


def release(case: Case) -> None:
    """Give back what `hold` took."""
    for line in case.invoices:
        if line.held and line.invoice.payment_status is PaymentStatus.IN_CLAIM:
            line.invoice.payment_status = _status_by_amount(line.invoice)
        line.held = 0
    case.amount_held = 0


def _status_by_amount(invoice: Invoice) -> PaymentStatus:
    if invoice.open <= 0:
        return PaymentStatus.PAID
    return PaymentStatus.PARTIALLY_PAID if invoice.paid else PaymentStatus.PENDING


def disputing(case: Case, invoices: list[Invoice]) -> None:
    """Put the invoices that it is about to a case."""
    case.invoices = [CaseInvoice(invoice=invoice) for invoice in invoices]
