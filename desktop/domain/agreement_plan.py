"""What an agreement would cost and whether it may be had: the utility's rules, to the cent.

French system (equal shares of capital and interest), in whole minor units, the rounding in the
last instalment. The service computes the same and decides.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum

from desktop.domain.invoices import Invoice, PaymentStatus
from desktop.domain.money import Money, total

# Enough for 120 periods of any rate, on the largest amount, to be exact where it is rounded.
_DIGITS = 60

WorkingDay = Callable[[date], date]
"""The day itself where people work, else the next one on which they do."""


class CollectionMode(StrEnum):
    """How instalments are asked for."""

    ON_INVOICE = "on_invoice"
    OWN_COUPON = "own_coupon"


@dataclass(frozen=True, slots=True)
class AgreementRules:
    """What the utility has decided. Rates are percent: nominal a year, of interest (`tax_rate`),
    of the debt with its interest to date (`min_down_payment`). Amounts are minor units of the
    contract's currency. `max_debt` None is no limit."""

    can_simulate: bool
    can_request: bool
    holder_only: bool
    mode: CollectionMode
    nominal_rate: Decimal
    tax_rate: Decimal
    late_rate: Decimal
    min_instalments: int
    max_instalments: int
    min_instalment: int
    min_down_payment: Decimal
    min_debt: int
    max_debt: int | None
    max_active: int
    max_broken: int
    broken_months: int
    consecutive_unpaid: int
    total_unpaid: int
    days_to_pay: int
    rounding: int
    consent_version: str
    consent: str
    paper: tuple[str, ...]

    @property
    def effective_rate(self) -> Decimal:
        """Percent a year with the interest of each month counted (TEA), two digits."""
        exact = ((1 + self.nominal_rate / 1200) ** 12 - 1) * 100
        return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


class Obstacle(StrEnum):
    """Why there is no agreement. The words are those of the wire."""

    CONTRACT_ENDED = "contract_ended"
    NOT_HOLDER = "not_holder"
    ACTIVE = "active_agreement"
    BROKEN = "broken_agreements"
    NO_INVOICE = "no_invoice"
    IN_CLAIM = "invoice_in_claim"
    IN_AGREEMENT = "invoice_in_agreement"
    NOT_PAYABLE = "invoice_not_payable"
    DEBT_LOW = "debt_low"
    DEBT_HIGH = "debt_high"
    INSTALMENTS = "instalments"
    DOWN_PAYMENT_LOW = "down_payment_low"
    DOWN_PAYMENT_HIGH = "down_payment_high"
    INSTALMENT_LOW = "instalment_low"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An obstacle with the figures of its sentence: amounts in minor units, or counts."""

    reason: Obstacle
    data: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """One instalment; `tax` is the one on its interest."""

    number: int
    due: date
    capital: Money
    interest: Money
    tax: Money

    @property
    def total(self) -> Money:
        """What is to be paid."""
        return self.capital + self.interest + self.tax


@dataclass(frozen=True, slots=True)
class Base:
    """What there is to agree on: the invoices, their interest to date and the tax on that."""

    debt: Money
    arrears: Money
    arrears_tax: Money

    @property
    def total(self) -> Money:
        """All of it."""
        return self.debt + self.arrears + self.arrears_tax


@dataclass(frozen=True, slots=True)
class Plan:
    """A simulated agreement of `day`; the shares' capital adds up to the principal."""

    day: date
    base: Base
    down_payment: Money
    shares: tuple[Share, ...]

    @property
    def principal(self) -> Money:
        """What is divided."""
        return self.base.total - self.down_payment

    @property
    def interest(self) -> Money:
        """Of all instalments."""
        return total((share.interest for share in self.shares), self.principal.currency)

    @property
    def tax(self) -> Money:
        """On the interest of all instalments."""
        return total((share.tax for share in self.shares), self.principal.currency)

    @property
    def total(self) -> Money:
        """The down payment and every instalment."""
        return self.down_payment + total(
            (share.total for share in self.shares), self.principal.currency
        )

    @property
    def cost(self) -> Money:
        """What it costs more than paying the invoices' open amounts today."""
        return self.total - self.base.debt


def base_of(invoices: Iterable[Invoice], today: date, rules: AgreementRules, currency: str) -> Base:
    """Interest to date is simple, by days of 365, on each invoice since its last due date."""
    debt = arrears = 0
    for invoice in invoices:
        debt += invoice.open.minor
        due = invoice.due_terms[-1].date if invoice.due_terms else today
        late = max((today - due).days, 0)
        arrears += _whole(invoice.open.minor * rules.late_rate * late / 36500)
    tax = _whole(arrears * rules.tax_rate / 100)
    return Base(Money(debt, currency), Money(arrears, currency), Money(tax, currency))


def min_down_payment(base: Base, rules: AgreementRules) -> Money:
    """The least down payment, rounded up to the minor unit."""
    exact = base.total.minor * rules.min_down_payment / 100
    return Money(int(exact.to_integral_value(ROUND_CEILING)), base.debt.currency)


def plan(
    base: Base,
    down_payment: Money,
    count: int,
    today: date,
    rules: AgreementRules,
    working_day: WorkingDay,
) -> Plan | None:
    """What `count` instalments would be, the first one due a month after `today`. None where one
    of them would repay nothing: the amount is too small to be divided so."""
    currency = base.debt.currency
    balance = (base.total - down_payment).minor
    shares: list[Share] = []
    with localcontext() as context:
        context.prec = _DIGITS
        monthly = rules.nominal_rate / 1200
        quota = Decimal(balance) / count
        if monthly:
            quota = balance * monthly / (1 - (1 + monthly) ** -count)
        equal = _whole(quota / rules.rounding) * rules.rounding
        for number in range(1, count + 1):
            interest = _whole(balance * monthly)
            capital = equal - interest if number < count else balance
            if not 0 < capital <= balance:
                return None
            balance -= capital
            parts = (capital, interest, _whole(interest * rules.tax_rate / 100))
            due = working_day(month_later(today, number))
            shares.append(Share(number, due, *(Money(part, currency) for part in parts)))
    return Plan(today, base, down_payment, tuple(shares))


def fits(invoice: Invoice, currency: str) -> Obstacle | None:
    """Why an invoice cannot be part of an agreement; None where it can."""
    if invoice.payment_status is PaymentStatus.IN_CLAIM:
        return Obstacle.IN_CLAIM
    if invoice.payment_status is PaymentStatus.IN_AGREEMENT:
        return Obstacle.IN_AGREEMENT
    is_owed = invoice.payment_status in (PaymentStatus.PENDING, PaymentStatus.PARTIALLY_PAID)
    if not is_owed or invoice.open.minor <= 0 or invoice.open.currency != currency:
        return Obstacle.NOT_PAYABLE
    return None


def judge(
    chosen: Sequence[Invoice],
    down_payment: Money,
    count: int,
    today: date,
    rules: AgreementRules,
    working_day: WorkingDay,
) -> Plan | Refusal:
    """The plan for these invoices, or the first thing in its way."""
    if not chosen:
        return Refusal(Obstacle.NO_INVOICE)
    for invoice in chosen:
        unfit = fits(invoice, down_payment.currency)
        if unfit is not None:
            return Refusal(unfit, {"number": invoice.number})
    base = base_of(chosen, today, rules, down_payment.currency)
    wrong = _terms(base, down_payment, count, rules)
    if wrong is not None:
        return wrong
    made = plan(base, down_payment, count, today, rules, working_day)
    if made is None or min(share.total.minor for share in made.shares) < rules.min_instalment:
        return Refusal(Obstacle.INSTALMENT_LOW, {"min": rules.min_instalment})
    return made


def _terms(base: Base, down_payment: Money, count: int, rules: AgreementRules) -> Refusal | None:
    owed = base.total.minor
    if owed < rules.min_debt:
        return Refusal(Obstacle.DEBT_LOW, {"min": rules.min_debt})
    if rules.max_debt is not None and owed > rules.max_debt:
        return Refusal(Obstacle.DEBT_HIGH, {"max": rules.max_debt})
    if count < rules.min_instalments or count > rules.max_instalments:
        bounds = {"min": rules.min_instalments, "max": rules.max_instalments}
        return Refusal(Obstacle.INSTALMENTS, bounds)
    least = min_down_payment(base, rules).minor
    if down_payment.minor < least:
        percent = f"{rules.min_down_payment.normalize():f}"
        return Refusal(Obstacle.DOWN_PAYMENT_LOW, {"min": least, "percent": percent})
    if down_payment.minor >= owed:
        return Refusal(Obstacle.DOWN_PAYMENT_HIGH, {"max": owed - 1})
    return None


def month_later(day: date, months: int) -> date:
    """The same day `months` later, or that month's last one."""
    months += day.month - 1
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _whole(exact: Decimal) -> int:
    return int(exact.to_integral_value(ROUND_HALF_UP))
