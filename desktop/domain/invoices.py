"""Invoices: what is owed, in which state, and why this one differs from the last.

All amounts of an invoice are in its one currency. Source of the states: the portal's own list
(pending, paid, overdue, in claim, in agreement) with "overdue" derived from the due date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.domain.money import Money, minor_digits, total
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
        return State(self.payment_status.value)


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


class Cause(StrEnum):
    """Why an invoice differs from the one before it."""

    CONSUMPTION = "consumption"
    UNIT_PRICE = "unit_price"
    FX_RATE = "fx_rate"
    FIXED_CHARGE = "fixed_charge"
    OTHER_CHARGES = "other_charges"
    TAX = "tax"


@dataclass(frozen=True, slots=True)
class Difference:
    """`amount` of the change is owed to `cause`, whose figure went from `before` to `after`."""

    cause: Cause
    amount: Money
    before: Decimal | None
    after: Decimal | None
    unit: str


def previous_of(invoice: Invoice, invoices: Sequence[Invoice]) -> Invoice | None:
    """The invoice of the period before, same kind; None for the first one."""
    if invoice.period_start is None:
        return None
    before = [
        i
        for i in invoices
        if i.kind is invoice.kind
        and i.period_start is not None
        and i.period_start < invoice.period_start
        and i.payment_status is not PaymentStatus.CANCELLED
    ]
    return max(before, key=lambda i: i.period_start or date.min, default=None)


def explain(invoice: Invoice, before: Invoice) -> tuple[Difference, ...]:
    """Split `invoice.period_charge - before.period_charge` into causes, largest first.

    The amounts add up exactly to the difference: usage is split into quantity, price and
    exchange rate at the older figures, what the split leaves over goes to the quantity, and what
    the lines leave over of the charge (rounding) to the other charges. Two currencies raise
    ValueError.
    """
    currency = invoice.period_charge.currency
    rest = invoice.period_charge - before.period_charge
    found: list[Difference] = []
    usage = _sum(invoice, LineKind.USAGE) - _sum(before, LineKind.USAGE)
    if usage:
        found.extend(_usage_differences(invoice, before, usage))
    for cause, kind in _OTHER_CAUSES:
        change = _sum(invoice, kind) - _sum(before, kind)
        if change:
            found.append(Difference(cause, change, None, None, ""))
    rest -= total((d.amount for d in found), currency)
    if rest:
        found.append(Difference(Cause.OTHER_CHARGES, rest, None, None, ""))
    return tuple(sorted(found, key=lambda d: -abs(d.amount.minor)))


_OTHER_CAUSES = ((Cause.FIXED_CHARGE, LineKind.FIXED_CHARGE), (Cause.TAX, LineKind.TAX))


def _sum(invoice: Invoice, kind: LineKind) -> Money:
    lines = (line.amount for line in invoice.lines if line.kind is kind)
    return total(lines, invoice.period_charge.currency)


@dataclass(frozen=True, slots=True)
class _Usage:
    quantity: Decimal
    price: Decimal  # mean price of one unit in the price currency
    fx: Decimal
    unit: str
    currency: str

    def converted(self) -> _Usage:
        """The same, priced in the invoice's currency."""
        return _Usage(self.quantity, self.price * self.fx, Decimal(1), self.unit, "")


def _usage(invoice: Invoice) -> _Usage | None:
    lines = [
        line
        for line in invoice.lines
        if line.kind is LineKind.USAGE and line.quantity and line.unit_price
    ]
    quantity = sum((line.quantity or Decimal(0) for line in lines), Decimal(0))
    if not lines or not quantity:
        return None
    fx = lines[0].fx_rate or Decimal(1)
    priced = sum(((line.quantity or 0) * (line.unit_price or 0) for line in lines), Decimal(0))
    return _Usage(quantity, priced / quantity, fx, lines[0].unit, lines[0].price_currency)


def _usage_differences(invoice: Invoice, before: Invoice, change: Money) -> list[Difference]:
    new, old = _usage(invoice), _usage(before)
    if new is None or old is None:
        after = new.quantity if new else Decimal(0)
        earlier = old.quantity if old else Decimal(0)
        known = new or old
        unit = known.unit if known else ""
        return [Difference(Cause.CONSUMPTION, change, earlier, after, unit)]
    if new.currency != old.currency:
        new, old = new.converted(), old.converted()
    minor = Decimal(10) ** minor_digits(change.currency)
    fx = Money(int(new.quantity * new.price * (new.fx - old.fx) * minor), change.currency)
    price = Money(int(new.quantity * (new.price - old.price) * old.fx * minor), change.currency)
    quantity = change - fx - price
    found = [
        Difference(Cause.CONSUMPTION, quantity, old.quantity, new.quantity, new.unit),
        Difference(Cause.UNIT_PRICE, price, old.price, new.price, new.unit),
        Difference(Cause.FX_RATE, fx, old.fx, new.fx, ""),
    ]
    return [d for d in found if d.amount]
