"""The payload of `holder_change`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.feed.formats import Sha256Text
from backend.supply_requests.payloads import Documents, Email, Phone
from backend.supply_requests.rules import PersonType

Short = Annotated[str, Field(max_length=40)]
Name = Annotated[str, Field(min_length=2, max_length=120)]


class HandoverDial(BaseModel):
    """The digits before the mark, as one register shows them."""

    model_config = ConfigDict(extra="forbid")

    register_id: Short
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

    reason: Short
    person_type: PersonType
    document_type: Annotated[str, Field(max_length=16)]
    document_number: Annotated[str, Field(min_length=4, max_length=32)]
    full_name: Name
    born_on: date | None = None
    email: Email
    phone: Phone
    other_phone: Annotated[str, Field(max_length=40)] = ""
    postal_address: Annotated[str, Field(max_length=200)] = ""
    representative_name: Annotated[str, Field(max_length=120)] = ""
    representative_document: Annotated[str, Field(max_length=32)] = ""
    link: Short
    effective_on: date
    handover: Handover | None = None
    assumes_debt: bool = False
    documents: Documents = []
    terms_version: Short
