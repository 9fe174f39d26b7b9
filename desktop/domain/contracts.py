"""Contracts, their supply points, and what a person may see of them.

Names follow ESPI 4.0 / CIM where they exist (CustomerAgreement, UsagePoint, ServiceKind).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ServiceKind(StrEnum):
    """What is supplied (ESPI ServiceKind)."""

    GAS = "gas"
    WATER = "water"
    POWER = "power"


class ContractStatus(StrEnum):
    """Commercial state of a contract."""

    PENDING = "pending"
    ACTIVE = "active"
    CUT = "cut"
    ENDED = "ended"


class ConnectedState(StrEnum):
    """Physical state of the supply point (ESPI UsagePointConnectedKind)."""

    CONNECTED = "connected"
    LOGICALLY_DISCONNECTED = "logically_disconnected"
    PHYSICALLY_DISCONNECTED = "physically_disconnected"


class CutReason(StrEnum):
    """Why supply was cut; the reason decides the way back."""

    NON_PAYMENT = "non_payment"
    REQUESTED = "requested"
    SAFETY = "safety"
    FRAUD = "fraud"
    UNFIT_INSTALLATION = "unfit_installation"
    CLOSED_PREMISES = "closed_premises"


class LinkRole(StrEnum):
    """What a user is to a contract."""

    HOLDER = "holder"
    AUTHORISED = "authorised"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class Cut:
    """Supply is cut since `since`."""

    since: date
    reason: CutReason


@dataclass(frozen=True, slots=True)
class ReadingWindow:
    """When the next own reading is taken: instants in UTC, decided by the server."""

    opens_at: datetime
    closes_at: datetime

    def is_open(self, now: datetime) -> bool:
        """Whether `now` (server time, UTC) lies inside the window."""
        return self.opens_at <= now <= self.closes_at


@dataclass(frozen=True, slots=True)
class Contract:
    """One contract. `number` is the N° de contrato, `account_number` the N° de cuenta."""

    id: str
    number: str
    account_number: str
    holder_name: str
    service: ServiceKind
    status: ContractStatus
    tariff: str
    category: str
    address: str
    city: str
    supply_point: str
    connected_state: ConnectedState
    currency: str
    start_date: date
    end_date: date | None
    cut: Cut | None
    next_read_date: date | None
    reading_window: ReadingWindow | None


@dataclass(frozen=True, slots=True)
class ContractLink:
    """A contract as one user knows it: own name for it, role, and the scope that carries it."""

    scope: str
    contract_id: str
    alias: str
    role: LinkRole
