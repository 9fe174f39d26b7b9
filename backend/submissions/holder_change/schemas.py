"""The payload of `holder_change`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.feed.formats import Sha256Text
from backend.supply_requests.payloads import (
    Address,
    Code,
    DocumentNumber,
    Documents,
    Email,
    Name,
    OptionalName,
    OptionalNumber,
    OptionalPhone,
    Phone,
)
from backend.supply_requests.rules import PersonType


class HandoverDial(BaseModel):
    """The digits before the mark, as one register shows them."""

    model_config = ConfigDict(extra="forbid")

    register_id: Code
    value: Annotated[str, Field(pattern="^[0-9]{1,15}$")]


class Handover(BaseModel):
    """What the meter showed on the day of the hand-over."""

    model_config = ConfigDict(extra="forbid")

    on: date
    values: Annotated[list[HandoverDial], Field(min_length=1, max_length=20)]
    photo: Sha256Text | None = None


class HolderChange(BaseModel):
    """Who is to be the holder, why, since when, and what proves it."""

    model_config = ConfigDict(extra="forbid")

    reason: Code
    person_type: PersonType
    document_type: Annotated[Code, Field(max_length=16)]
    document_number: DocumentNumber
    full_name: Name
    born_on: date | None = None
    email: Email
    phone: Phone
    other_phone: OptionalPhone = ""
    postal_address: Address = ""
    representative_name: OptionalName = ""
    representative_document: OptionalNumber = ""
    link: Code
    effective_on: date
    handover: Handover | None = None
    assumes_debt: bool = False
    documents: Documents = []
    terms_version: Code
