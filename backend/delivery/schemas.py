"""Body of `delivery`."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from backend.delivery.models import DeliveryChannel, DeliveryStatus
from backend.feed.formats import InstantText


class ConsentBody(BaseModel):
    """What the customer agreed to, word by word."""

    model_config = ConfigDict(extra="forbid")

    version: str
    text: str


class DeliveryBody(BaseModel):
    """A request to receive the bills in a way."""

    model_config = ConfigDict(extra="forbid")

    id: str
    contract_id: str
    channel: DeliveryChannel
    email: str
    second_email: str
    postal_address: str
    status: DeliveryStatus
    requested_by: str
    requested_at: InstantText
    consent: ConsentBody | None
    confirmed_at: InstantText | None
    first_reading: date | None
    effective_from: date | None
    is_late: bool
    ends_on: date | None
    bounces: int
    suspended_on: date | None
    origin_op_id: str | None
