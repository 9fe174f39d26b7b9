"""Body of `utility`."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class DemoAccountBody(BaseModel):
    """A sign-in for anyone."""

    model_config = ConfigDict(extra="forbid")

    username: str
    password: str


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
