"""Invoices: what is owed, in which state, and why this one differs from the last.

All amounts of an invoice are in its one currency. Source of the states: the portal's own list
(pending, paid, overdue, in claim, in agreement) with "overdue" derived from the due date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.domain.money import Money, total
from desktop.domain.readings import Quality


class InvoiceKind(StrEnum):
    """Fiscal kind of the document."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    DEBIT_NOTE = "debit_note"


class PaymentStatus(StrEnum):
    """What the utility's books say; being overdue is a matter of the date, see `State`."""

    PENDING = "pending"
    IN_PROCESS = "in_process"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    IN_CLAIM = "in_claim"
    IN_AGREEMENT = "in_agreement"
    COMPENSATED = "compensated"
    CANCELLED = "cancelled"


_SETTLED_FOR_GOOD = (PaymentStatus.CANCELLED, PaymentStatus.COMPENSATED)


class State(StrEnum):
    """What a person is shown for an invoice on a given day."""

    OVERDUE = "overdue"
    PENDING = "pending"
    IN_PROCESS = "in_process"
    PARTIALLY_PAID = "partially_paid"
    IN_CLAIM = "in_claim"
    IN_AGREEMENT = "in_agreement"
    CREDIT = "credit"
    COMPENSATED = "compensated"
    CANCELLED = "cancelled"
    PAID = "paid"

    @property
    def is_apart(self) -> bool:
        """Open, but not paid one by one: in a claim, in an agreement, or being paid already."""
        return self in (State.IN_CLAIM, State.IN_AGREEMENT, State.IN_PROCESS)


class LineKind(StrEnum):
    """What a line charges for (after ESPI ItemKind)."""

    FIXED_CHARGE = "fixed_charge"
    USAGE = "usage"
    FEE = "fee"
    INTEREST = "interest"
    ADJUSTMENT = "adjustment"
    CREDIT = "credit"
    TAX = "tax"


# Looked up, not built: a page asks thousands of times.
_STATES = {status: State(status.value) for status in PaymentStatus}


@dataclass(frozen=True, slots=True)
class DueTerm:
    """Pay `amount` until `date` (inclusive, in the utility's zone)."""

    date: date
    amount: Money


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """`quantity` x `unit_price` (in `price_currency`) x `fx_rate` = `amount`, rounded."""

    kind: LineKind
    description: str
    quantity: Decimal | None
    unit: str
    unit_price: Decimal | None
    price_currency: str
    fx_rate: Decimal | None
    tax_rate: Decimal | None
    amount: Money


@dataclass(frozen=True, slots=True)
class InvoiceReading:
    """The two readings that a period was billed on."""

    meter_serial: str
    previous_date: date
    previous_value: Decimal
    current_date: date
    current_value: Decimal
    quality: Quality
    consumption: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document as the utility keeps it; `sha256` is the lower-case hex of its bytes."""

    id: str
    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice with its lines. `period_charge` is this period's charge, `amount_due`
    includes earlier debt: the two are never summed."""

    id: str
    contract_id: str
    number: str
    kind: InvoiceKind
    issue_date: date
    period_start: date | None
    period_end: date | None
    due_terms: tuple[DueTerm, ...]
    period_charge: Money
    previous_balance: Money
    total: Money
    paid: Money
    open: Money
    payment_status: PaymentStatus
    lines: tuple[InvoiceLine, ...]
    readings: tuple[InvoiceReading, ...]
    document: DocumentRef | None
    replaced_by: str | None
    agreement_number: str | None
    claim_number: str | None

    @property
    def due_date(self) -> date | None:
        """The first date to pay by; None where nothing is to be paid."""
        return self.due_terms[0].date if self.due_terms else None

    def next_due(self, today: date) -> date | None:
        """The next date to pay by, `today` included; None once the last one has passed."""
        return next((term.date for term in self.due_terms if term.date >= today), None)

    @property
    def days(self) -> int | None:
        """Days billed."""
        if self.period_start is None or self.period_end is None:
            return None
        return (self.period_end - self.period_start).days

    @property
    def consumption(self) -> Decimal | None:
        """Sum over the meters of the period; None for documents without readings."""
        return sum((r.consumption for r in self.readings), Decimal(0)) if self.readings else None

    @property
    def quality(self) -> Quality | None:
        """The weakest quality among the readings billed on."""
        return max((r.quality for r in self.readings), key=Quality.weakness, default=None)

    def state(self, today: date) -> State:
        """State on `today`, a date of the utility's zone. Due on the last day is not overdue."""
        if self.open.minor < 0 and self.payment_status not in _SETTLED_FOR_GOOD:
            return State.CREDIT
        if self.payment_status in (PaymentStatus.PENDING, PaymentStatus.PARTIALLY_PAID):
            if not self.open:
                return State.PAID
            if self.due_terms and today > self.due_terms[-1].date:
                return State.OVERDUE
        return _STATES[self.payment_status]


@dataclass(frozen=True, slots=True)
class Debt:
    """What a contract owes on one day. Amounts in claim or in an agreement are apart: they are
    not payable one by one."""

    overdue: Money
    to_be_due: Money
    credit: Money
    apart: Money
    next_due: date | None

    @property
    def payable(self) -> Money:
        """What can be asked for today: overdue and to be due."""
        return self.overdue + self.to_be_due


_PAYABLE = (State.PENDING, State.PARTIALLY_PAID)


def debt(invoices: Iterable[Invoice], today: date, currency: str) -> Debt:
    """Sort what is open into overdue, to be due, credit (positive) and apart."""
    rows = [(invoice.state(today), invoice) for invoice in invoices if invoice.open]

    def of(*states: State) -> Money:
        return total((i.open for state, i in rows if state in states), currency)

    dates = [due for state, i in rows if state in _PAYABLE and (due := i.next_due(today))]
    return Debt(
        overdue=of(State.OVERDUE),
        to_be_due=of(*_PAYABLE),
        credit=-of(State.CREDIT),
        apart=of(*(state for state in State if state.is_apart)),
        next_due=min(dates, default=None),
    )
