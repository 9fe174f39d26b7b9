"""What the next bill would come to, from a reading and the prices of the last one: an estimate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from desktop.domain.invoices import Invoice, InvoiceKind, InvoiceLine, LineKind, PaymentStatus
from desktop.domain.money import Money, total


@dataclass(frozen=True, slots=True)
class ChargePreview:
    """Consumption, fixed charges and taxes of a period like the last one. `fx_rate` is the
    exchange rate used, None where prices are in the bill's own currency."""

    total: Money
    usage: Money
    fixed: Money
    tax: Money
    invoice_number: str
    fx_rate: Decimal | None


def last_billed(invoices: Iterable[Invoice]) -> Invoice | None:
    """The newest invoice that charged for consumption."""
    billed = (
        invoice
        for invoice in invoices
        if invoice.kind is InvoiceKind.INVOICE
        and invoice.payment_status is not PaymentStatus.CANCELLED
        and _of(invoice, LineKind.USAGE)
    )
    return max(billed, key=lambda invoice: invoice.issue_date, default=None)


def preview_charge(last_invoice: Invoice, consumption: Decimal) -> ChargePreview | None:
    """The charge of a period with `consumption` (unit of the meter) at the last invoice's prices,
    exchange rate and fixed charges. What was billed once (fees, interest, adjustments, credits)
    is left out. None where that invoice gives no price per unit."""
    usage_lines = _of(last_invoice, LineKind.USAGE)
    before = last_invoice.consumption
    if consumption < 0 or not usage_lines or not before or before < 0:
        return None
    currency = last_invoice.period_charge.currency
    share = consumption / before
    usage = total((_scaled(line.amount, share) for line in usage_lines), currency)
    fixed = _sum(last_invoice, currency, LineKind.FIXED_CHARGE)
    base = _sum(last_invoice, currency, LineKind.FIXED_CHARGE, LineKind.USAGE, LineKind.FEE)
    tax = Money(0, currency)
    if base.minor > 0:
        ratio = Decimal((usage + fixed).minor) / base.minor
        tax = _scaled(_sum(last_invoice, currency, LineKind.TAX), ratio)
    foreign = [line for line in usage_lines if line.price_currency != currency]
    rates = [line.fx_rate for line in foreign if line.fx_rate is not None]
    return ChargePreview(
        usage + fixed + tax, usage, fixed, tax, last_invoice.number, rates[0] if rates else None
    )


def _of(invoice: Invoice, *kinds: LineKind) -> list[InvoiceLine]:
    return [line for line in invoice.lines if line.kind in kinds]


def _sum(invoice: Invoice, currency: str, *kinds: LineKind) -> Money:
    return total((line.amount for line in _of(invoice, *kinds)), currency)


def _scaled(amount: Money, share: Decimal) -> Money:
    minor = (amount.minor * share).to_integral_value(ROUND_HALF_UP)
    return Money(int(minor), amount.currency)
