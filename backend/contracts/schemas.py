"""Bodies of `contract` and `meter`."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from backend.contracts.models import ConnectedState, ContractStatus, CutReason, ServiceKind
from backend.feed.formats import DecimalText, InstantText


class CutBody(BaseModel):
    """Supply is cut."""

    model_config = ConfigDict(extra="forbid")

    since: date
    reason: CutReason


class WindowBody(BaseModel):
    """When an own reading is taken."""

    model_config = ConfigDict(extra="forbid")

    opens_at: InstantText
    closes_at: InstantText


class ContractBody(BaseModel):
    """A contract."""

    model_config = ConfigDict(extra="forbid")

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
    cut: CutBody | None
    next_read_date: date | None
    reading_window: WindowBody | None


class RegisterBody(BaseModel):
    """One dial."""

    model_config = ConfigDict(extra="forbid")

    id: str
    unit: str
    integer_digits: int
    decimal_digits: int
    multiplier: DecimalText


class MeterBody(BaseModel):
    """A meter with its dials."""

    model_config = ConfigDict(extra="forbid")

    id: str
    contract_id: str
    serial: str
    brand: str
    model: str
    size: str
    installed_on: date
    removed_on: date | None
    telemetered: bool
    registers: list[RegisterBody]
