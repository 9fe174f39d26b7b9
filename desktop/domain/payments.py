"""Paying through a bank: the utility's rules, its banks, and what became of each attempt.

Whether money arrived is only ever the service's word: a bank's page that was closed, or one that
came back, proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.coupons import CouponRules
from desktop.domain.money import Money


class PayState(StrEnum):
    """Where an attempt stands. `paid` follows from any other."""

    CREATED = "created"
    REDIRECTED = "redirected"
    PENDING = "pending"
    PAID = "paid"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"

    @property
    def is_open(self) -> bool:
        """Whether it may still be paid, so that its debts must not be paid otherwise."""
        return self in (PayState.CREATED, PayState.REDIRECTED, PayState.PENDING)


class Review(StrEnum):
    """Why the utility's office looks at a payment."""

    LATE = "late"
    TWICE = "twice"
    SHORT = "short"
    OVER = "over"
    NOT_OWED = "not_owed"
    CURRENCY = "currency"
    UNKNOWN_ORDER = "unknown_order"
    UNANSWERED = "unanswered"


class BankTrouble(StrEnum):
    """Why a bank cannot be chosen now."""

    CLOSED = "closed"
    MAINTENANCE = "maintenance"
    CURRENCY = "currency"
    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class PaymentRules:
    """How the utility takes payments; lengths are as their names say. A balance is shown for
    paying while it is younger than `fresh_minutes`."""

    expiry_minutes: int
    fresh_minutes: int
    posting_hours: int
    claim_after_hours: int
    oldest_first_required: bool
    coupon: CouponRules | None

    def is_fresh(self, verified_at: datetime | None, now: datetime) -> bool:
        """Whether the balance may be paid as it is shown."""
        age = timedelta(minutes=self.fresh_minutes)
        return verified_at is not None and now - verified_at <= age


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank on offer. Limits are minor units; `hosts` are the only ones where its pages may be;
    times are UTC."""

    id: str
    code: str
    name: str
    currencies: tuple[str, ...]
    min_amount: int
    max_amount: int | None
    hosts: tuple[str, ...]
    sort: int
    enabled: bool
    maintenance_until: datetime | None

    def trouble(self, amount: Money, now: datetime) -> BankTrouble | None:
        """Why `amount` cannot be paid there at `now`; None where it can."""
        if not self.enabled:
            return BankTrouble.CLOSED
        if self.maintenance_until is not None and self.maintenance_until > now:
            return BankTrouble.MAINTENANCE
        if amount.currency not in self.currencies:
            return BankTrouble.CURRENCY
        if amount.minor < self.min_amount:
            return BankTrouble.BELOW
        if self.max_amount is not None and amount.minor > self.max_amount:
            return BankTrouble.ABOVE
        return None


@dataclass(frozen=True, slots=True)
class PaymentItem:
    """A debt of an attempt; `target` and `id` name it, `label` is its number for people."""

    target: str
    id: str
    label: str
    amount: Money
    credited: Money


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money that the utility has received."""

    number: str
    bank_reference: str
    amount: Money
    paid_at: datetime


@dataclass(frozen=True, slots=True)
class Payment:
    """An attempt to pay. `pay_id` is the app's id for it, `reason` the bank's word for a refusal,
    `review` why the office looks at it."""

    id: str
    pay_id: str
    contract_id: str
    bank: str
    bank_name: str
    amount: Money
    state: PayState
    reason: str
    created_at: datetime
    expires_at: datetime
    closed_at: datetime | None
    review: Review | None
    items: tuple[PaymentItem, ...]
    receipts: tuple[Receipt, ...]

    def holds(self, target: str, target_id: str) -> bool:
        """Whether this attempt keeps others from paying a debt."""
        named = any((i.target, i.id) == (target, target_id) for i in self.items)
        return self.state.is_open and named


@dataclass(frozen=True, slots=True)
class PayItem:
    """A debt that somebody wants to pay: `amount` of it, as it stood when the number of its last
    change was `seq`."""

    target: str
    id: str
    label: str
    amount: Money
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is on the disk before the service is asked: `saved_at` is UTC."""

    pay_id: str
    contract_id: str
    bank: str
    items: tuple[PayItem, ...]
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Started:
    """The service took an attempt; `bank_url` is where to go on, None where there is no need."""

    payment: Payment
    bank_url: str | None


class Refusal(StrEnum):
    """Why an attempt did not begin. ALREADY_OPEN names the other attempt, CHANGED brings the new
    figures."""

    ALREADY_OPEN = "already_open"
    CHANGED = "changed"
    IN_CLAIM = "in_claim"
    IN_AGREEMENT = "in_agreement"
    IN_PROCESS = "in_process"
    OLDEST_FIRST = "oldest_first"
    BANK_CLOSED = "bank_closed"
    BANK_UNAVAILABLE = "bank_unavailable"
    BANK_AMOUNT = "bank_amount"
    BANK_CURRENCY = "bank_currency"
    NOT_OFFERED = "not_offered"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NotStarted:
    """The service said no. `about` is a number for the sentence (of an invoice, an agreement),
    `pay_id` of the attempt that is open already, `owed` minor units by (target, id)."""

    reason: Refusal
    about: str = ""
    pay_id: str = ""
    owed: tuple[tuple[str, str, int], ...] = ()


def holder_of(payments: Iterable[Payment], target: str, target_id: str) -> Payment | None:
    """The attempt that a debt is being paid by, if there is one."""
    return next((p for p in payments if p.holds(target, target_id)), None)


def newest_first(payments: Iterable[Payment]) -> tuple[Payment, ...]:
    """In the order in which people look for them."""
    return tuple(sorted(payments, key=lambda p: (p.created_at, p.id), reverse=True))


def last_paid_at(payments: Iterable[Payment]) -> datetime | None:
    """When money last arrived."""
    times = [receipt.paid_at for p in payments for receipt in p.receipts]
    return max(times, default=None)
