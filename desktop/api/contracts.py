"""Contracts and the utility as they stand on the wire, and the domain objects made of them.

A struct names exactly the fields of `docs/protocol.md`; unknown ones are ignored. `keys()` is the
number of names in its JSON text, by which `wire` notices a name that stands twice; `search()` is
the text by which a person may look for it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated
from zoneinfo import ZoneInfo

from msgspec import Meta, Struct, field

from desktop.api.fields import Count, Currency, Id, Instant, Number
from desktop.domain import contracts, users


class DemoAccount(Struct, frozen=True, gc=False):
    """`demo_account` of a utility."""

    username: str
    password: str


class SelfReading(Struct, frozen=True, gc=False):
    """`self_reading` of a utility; the defaults are for servers that do not name it."""

    soft_low: Number = "0.5"
    soft_high: Number = "2"
    hard_high: Number = "4"


class Utility(Struct, frozen=True, gc=False):
    """Kind `utility`, and the answer of `/v1/utility`."""

    id: Id
    name: str
    legal_name: str
    country: str
    zone: str
    locale: str
    currency: Currency
    accent: Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}\Z")]
    emergency_phone: str
    customer_phone: str
    regulator: str
    is_demo: bool
    demo_account: DemoAccount | None
    estimates_in_a_row: Count
    self_reading: SelfReading = field(default_factory=SelfReading)

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.zone)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("no such time zone - at `$.zone`") from error

    def keys(self) -> int:
        """How many names its JSON text has."""
        return 18 + (2 if self.demo_account else 0)

    def search(self) -> str:
        """Nobody looks for the utility."""
        return ""

    def domain(self) -> users.Utility:
        """The domain object."""
        demo = self.demo_account
        return users.Utility(
            id=self.id,
            name=self.name,
            legal_name=self.legal_name,
            country=self.country,
            zone=self.zone,
            locale=self.locale,
            currency=self.currency,
            accent=self.accent,
            emergency_phone=self.emergency_phone,
            customer_phone=self.customer_phone,
            regulator=self.regulator,
            is_demo=self.is_demo,
            demo_account=users.DemoAccount(demo.username, demo.password) if demo else None,
            estimates_in_a_row=self.estimates_in_a_row,
            self_reading=users.SelfReadingLimits(
                soft_low=Decimal(self.self_reading.soft_low),
                soft_high=Decimal(self.self_reading.soft_high),
                hard_high=Decimal(self.self_reading.hard_high),
            ),
        )


class Cut(Struct, frozen=True, gc=False):
    """`cut` of a contract."""

    since: date
    reason: contracts.CutReason


class ReadingWindow(Struct, frozen=True, gc=False):
    """`reading_window` of a contract."""

    opens_at: Instant
    closes_at: Instant


class Contract(Struct, frozen=True, gc=False):
    """Kind `contract`."""

    id: Id
    number: str
    account_number: str
    holder_name: str
    service: contracts.ServiceKind
    status: contracts.ContractStatus
    tariff: str
    category: str
    address: str
    city: str
    supply_point: str
    connected_state: contracts.ConnectedState
    currency: Currency
    start_date: date
    end_date: date | None
    cut: Cut | None
    next_read_date: date | None
    reading_window: ReadingWindow | None

    def keys(self) -> int:
        """How many names its JSON text has."""
        return 18 + (2 if self.cut else 0) + (2 if self.reading_window else 0)

    def search(self) -> str:
        """What a person may look for it by, not yet folded."""
        return " ".join(
            (
                self.number,
                self.account_number,
                self.holder_name,
                self.address,
                self.city,
                self.supply_point,
            )
        )

    def domain(self) -> contracts.Contract:
        """The domain object."""
        cut, window = self.cut, self.reading_window
        return contracts.Contract(
            id=self.id,
            number=self.number,
            account_number=self.account_number,
            holder_name=self.holder_name,
            service=self.service,
            status=self.status,
            tariff=self.tariff,
            category=self.category,
            address=self.address,
            city=self.city,
            supply_point=self.supply_point,
            connected_state=self.connected_state,
            currency=self.currency,
            start_date=self.start_date,
            end_date=self.end_date,
            cut=contracts.Cut(cut.since, cut.reason) if cut else None,
            next_read_date=self.next_read_date,
            reading_window=(
                contracts.ReadingWindow(window.opens_at, window.closes_at) if window else None
            ),
        )


ENTITIES = {"contract": (Contract, contracts.Contract), "utility": (Utility, users.Utility)}
