"""Who is signed in, and the utility they are a customer of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Role(StrEnum):
    """What a user is to the utility."""

    CUSTOMER = "customer"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class User:
    """The person signed in."""

    id: str
    username: str
    full_name: str
    email: str
    role: Role


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """A sign-in that a demonstration server offers to anyone."""

    username: str
    password: str


@dataclass(frozen=True, slots=True)
class SelfReadingLimits:
    """Shares of the usual consumption: between the soft ones a reading is taken as it is, beyond
    them it needs the person's word, above the hard one the server refuses it."""

    soft_low: Decimal = Decimal("0.5")
    soft_high: Decimal = Decimal(2)
    hard_high: Decimal = Decimal(4)


@dataclass(frozen=True, slots=True)
class Utility:
    """The utility's profile: what the screens need to know of it. `zone` is an IANA name,
    `locale` a BCP 47 tag, `accent` an #rrggbb colour."""

    id: str
    name: str
    legal_name: str
    country: str
    zone: str
    locale: str
    currency: str
    accent: str
    emergency_phone: str
    customer_phone: str
    regulator: str
    is_demo: bool
    demo_account: DemoAccount | None
    estimates_in_a_row: int  # consecutive estimates from which a person is told what to do
    self_reading: SelfReadingLimits = SelfReadingLimits()
