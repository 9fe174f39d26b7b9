"""The payload of `delivery_preference`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.delivery.models import DeliveryChannel

# Enough to send a mail to; whether it arrives is what the confirmation is for.
Address = Annotated[
    str,
    Field(
        max_length=254,
        pattern=r"^([^\s@<>,;\x00-\x1f]{1,64}@[^\s@<>,;\x00-\x1f]+\.[^\s@<>,;\x00-\x1f]{2,})?$",
    ),
]


class DeliveryPreference(BaseModel):
    """`email` is empty for paper; an empty `postal_address` is the supply's. `consent_version`
    names the text that the customer agreed to."""

    model_config = ConfigDict(extra="forbid")

    channel: DeliveryChannel
    email: Address = ""
    second_email: Address = ""
    postal_address: Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f]*$")] = ""
    consent_version: Annotated[str, Field(max_length=40, pattern=r"^[^\x00]*$")] = ""
