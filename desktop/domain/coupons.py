"""The coupon that a collection network reads: its digits are what the utility's rules say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.domain.money import Money


class CouponProblem(StrEnum):
    """Why there is no coupon."""

    NOT_OFFERED = "not_offered"
    OLD_DATA = "old_data"
    NOTHING_OWED = "nothing_owed"
    TOO_LARGE = "too_large"


class CouponError(Exception):
    """A value has more digits than the coupon has room for."""


@dataclass(frozen=True, slots=True)
class CouponField:
    """One stretch of the digits; `source` is `text`, `contract`, `amount` or `until`."""

    source: str
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class CouponRules:
    """`symbology` is `i2of5`, `code128` or `qr`; `check` is `none`, `mod10` or `mod11`."""

    symbology: str
    fields: tuple[CouponField, ...]
    check: str
    valid_days: int
    max_age_hours: int
    networks: tuple[str, ...]

    def is_young(self, verified_at: datetime | None, now: datetime) -> bool:
        """Whether the balance may still be printed."""
        age = timedelta(hours=self.max_age_hours)
        return verified_at is not None and now - verified_at <= age

    def until(self, today: date) -> date:
        """The last day on which a coupon of today is taken."""
        return today + timedelta(days=self.valid_days)


@dataclass(frozen=True, slots=True)
class Coupon:
    """What is printed: `digits` in `symbology`, for `amount` until `until`, inclusive."""

    symbology: str
    digits: str
    amount: Money
    until: date
    labels: tuple[str, ...]
    networks: tuple[str, ...]


def compose(rules: CouponRules, contract_number: str, amount: Money, until: date) -> str:
    """The digits, check digit last. Raises CouponError for a value that does not fit."""
    values = {
        "contract": "".join(c for c in contract_number if c.isascii() and c.isdigit()),
        "amount": str(amount.minor),
        "until": f"{until:%y%m%d}",
    }
    parts = []
    for field in rules.fields:
        value = values.get(field.source, field.text)
        if len(value) > field.length:
            raise CouponError(field.source)
        parts.append(value.zfill(field.length))
    digits = "".join(parts)
    return digits + check_digit(digits, rules.check)


def check_digit(digits: str, rule: str) -> str:
    """`mod10`: weights 3, 1 from the right. `mod11`: weights 2 to 7 from the right, 10 and 11 are
    0. Nothing for `none`."""
    backwards = [int(c) for c in reversed(digits)]
    if rule == "mod10":
        total = sum(d * (3 if place % 2 == 0 else 1) for place, d in enumerate(backwards))
        return str(-total % 10)
    if rule == "mod11":
        total = sum(d * (2 + place % 6) for place, d in enumerate(backwards))
        return str(-total % 11 % 10)
    return ""
