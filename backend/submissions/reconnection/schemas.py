"""The payload of `reconnection`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.supply_requests.payloads import Documents, Phone


class Reconnection(BaseModel):
    """`on` and `slot` are when the person would like somebody to come; `declared` that the safety
    declaration was accepted and `adult` that somebody of age will be there."""

    model_config = ConfigDict(extra="forbid")

    contact_name: Annotated[str, Field(min_length=2, max_length=120)]
    contact_phone: Phone
    on: date
    slot: Annotated[str, Field(max_length=40)]
    access_notes: Annotated[str, Field(max_length=1000)] = ""
    adult: bool
    declared: bool
    fitter_number: Annotated[str, Field(max_length=40)] = ""
    documents: Documents = []
