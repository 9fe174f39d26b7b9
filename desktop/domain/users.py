"""Who is signed in, and the utility they are a customer of."""

from __future__ import annotations

from dataclasses import dataclass
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
