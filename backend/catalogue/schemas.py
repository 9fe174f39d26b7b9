"""Body of `utility`."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from backend.feed.formats import DecimalText


class DemoAccountBody(BaseModel):
    """A sign-in for anyone."""

    model_config = ConfigDict(extra="forbid")

    username: str
    password: str


class SelfReadingBody(BaseModel):
    """Limits of a customer's own reading, as shares of the usual consumption."""

    model_config = ConfigDict(extra="forbid")

    soft_low: DecimalText
    soft_high: DecimalText
    hard_high: DecimalText


class UtilityBody(BaseModel):
    """The utility's profile."""

    model_config = ConfigDict(extra="forbid")

    id: str
    name: str
    legal_name: str
    country: str
    zone: str
    locale: str
    currency: str
    accent: str = Field(pattern="^#[0-9a-f]{6}$")
    emergency_phone: str
    customer_phone: str
    regulator: str
    is_demo: bool
    demo_account: DemoAccountBody | None
    estimates_in_a_row: int
    self_reading: SelfReadingBody
