"""What an agreement costs: the French system, in whole minor units.

Nothing here knows of the database. The app has the same rules in code of its own, and
`tests/contract` holds both against one table of cases.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal, localcontext

from backend.agreements.rules import AgreementRules

# Enough for 120 periods of any rate, on the largest amount, to be exact where it is rounded.
_DIGITS = 60

WorkingDay = Callable[[date], date]
"""The day itself where people work, else the next one on which they do."""


@dataclass(frozen=True, slots=True)
class Owed:
    """An invoice's open amount, and until when it was to be paid."""

    amount: int
    due: date | None


@dataclass(frozen=True, slots=True)
class Share:
    """One instalment; `tax` is the one on its interest."""

    number: int
    due: date
    capital: int
    interest: int
    tax: int

    @property
    def total(self) -> int:
        """What is to be paid."""
        return self.capital + self.interest + self.tax


@dataclass(frozen=True, slots=True)
class Base:
    """What there is to agree on: the invoices, their interest to date and the tax on that."""

    debt: int
    arrears: int
    arrears_tax: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.debt + self.arrears + self.arrears_tax


@dataclass(frozen=True, slots=True)
class Plan:
    """An agreement to the cent. The shares' capital adds up to what is left of the base after the
    down payment."""

    base: Base
    down_payment: int
    shares: tuple[Share, ...]

    @property
    def principal(self) -> int:
        """What is divided."""
        return self.base.total - self.down_payment

    @property
    def interest(self) -> int:
        """Of all instalments."""
        return sum(share.interest for share in self.shares)

    @property
    def tax(self) -> int:
        """On the interest of all instalments."""
        return sum(share.tax for share in self.shares)

    @property
    def total(self) -> int:
        """The down payment and every instalment."""
        return self.down_payment + sum(share.total for share in self.shares)


def base_of(owed: Sequence[Owed], today: date, rules: AgreementRules) -> Base:
    """Interest to date is simple, by days of 365, on each invoice since its due date."""
    arrears = sum(
        _rounded(Decimal(one.amount) * rules.late_rate * (today - one.due).days / 36500)
        for one in owed
        if one.due is not None and one.due < today
    )
    tax = _rounded(arrears * rules.tax_rate / 100)
    return Base(sum(one.amount for one in owed), arrears, tax)


def min_down_payment(base: Base, rules: AgreementRules) -> int:
    """The least down payment, rounded up to the minor unit."""
    least = base.total * rules.min_down_payment / 100
    return int(least.to_integral_value(ROUND_CEILING))


def plan(
    base: Base,
    down_payment: int,
    count: int,
    today: date,
    rules: AgreementRules,
    working_day: WorkingDay,
) -> Plan | None:
    """The French system: equal shares of capital and interest, rounded, the difference in the
    last. None where an instalment would repay nothing: the amount is too small to be divided so.
    The first one is due a month after `today`."""
    left = base.total - down_payment
    with localcontext() as context:
        context.prec = _DIGITS
        rate = rules.nominal_rate / 1200
        equal = _equal(left, rate, count, rules.rounding)
        shares: list[Share] = []
        for number in range(1, count + 1):
            interest = _rounded(left * rate)
            capital = left if number == count else equal - interest
            if capital < 1 or capital > left:
                return None
            due = working_day(months_after(today, number))
            tax = _rounded(interest * rules.tax_rate / 100)
            shares.append(Share(number, due, capital, interest, tax))
            left -= capital
    return Plan(base, down_payment, tuple(shares))


def _equal(principal: int, rate: Decimal, count: int, unit: int) -> int:
    exact = Decimal(principal) / count
    if rate:
        exact = principal * rate / (1 - (1 + rate) ** -count)
    return _rounded(exact / unit) * unit


def _rounded(exact: Decimal) -> int:
    return int(exact.to_integral_value(ROUND_HALF_UP))


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
