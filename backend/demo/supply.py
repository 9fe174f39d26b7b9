"""What the demonstration is made of, before it becomes rows of the loader's tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Person:
    """An invented customer; `username` only for the demonstration accounts."""

    code: str
    name: str
    document_type: str
    document_number: str
    email: str
    phone: str
    username: str = ""
    password: str = ""


@dataclass(slots=True)
class Meter:
    """A meter of one five-digit dial."""

    serial: str
    brand: str
    model: str
    size: str
    installed_on: date
    removed_on: date | None = None

    modulus = 100_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `amount` in the invoice's currency, rounded to the cent."""

    kind: str
    description: str
    amount: Decimal
    quantity: Decimal | None = None
    unit: str = ""
    unit_price: Decimal | None = None
    price_currency: str = ""
    fx_rate: Decimal | None = None
    tax_rate: Decimal | None = None


@dataclass(slots=True)
class Visit:
    """One reading; `at` in UTC, `value` as the dial shows it."""

    meter: Meter
    at: datetime
    value: int
    quality: str
    source: str
    reason: str = "regular"
    no_read_reason: str | None = None
    method: str | None = None
    bill: Bill | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two readings of one meter that a bill charges."""

    meter: Meter
    start: date
    previous: int
    end: date
    current: int
    quality: str
    consumption: int


@dataclass(slots=True)
class Bill:
    """An invoice or note. `status` is empty where the amounts decide."""

    kind: str
    issue: date
    start: date | None
    end: date | None
    due: date | None
    lines: tuple[Line, ...]
    stretches: tuple[Stretch, ...] = ()
    previous_balance: Decimal = Decimal(0)
    status: str = ""
    agreement: str | None = None
    claim: str | None = None
    replaced_by: Bill | None = None
    number: str = ""
    document: bytes | None = None

    @property
    def total(self) -> Decimal:
        """Sum of the lines."""
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def consumption(self) -> int:
        """m³ charged."""
        return sum(stretch.consumption for stretch in self.stretches)


@dataclass(slots=True)
class Payment:
    """Money for one bill."""

    bill: Bill
    on: date
    amount: Decimal
    channel: str
    receipt: str = ""


@dataclass(slots=True)
class Supply:
    """A contract with everything that happened to it."""

    number: str
    account: str
    holder: Person
    alias: str
    tariff: str
    category: str
    address: str
    start: date
    status: str = "active"
    cut_since: date | None = None
    next_visit: date | None = None
    meters: list[Meter] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    bills: list[Bill] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
