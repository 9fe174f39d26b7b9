"""Why an invoice differs from the one before it, cause by cause, to the last cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.domain.invoices import Invoice, LineKind, PaymentStatus
from desktop.domain.money import Money, minor_digits, total


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
