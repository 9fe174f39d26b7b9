"""The payload of `reconnection`."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from backend.supply_requests.payloads import Code, Documents, Name, Notes, Phone


class Reconnection(BaseModel):
    """`on` and `slot` are when the person would like somebody to come; `declared` that the safety
    declaration was accepted and `adult` that somebody of age will be there."""

    model_config = ConfigDict(extra="forbid")

    contact_name: Name
    contact_phone: Phone
    on: date
    slot: Code
    access_notes: Notes = ""
    adult: bool
    declared: bool
    fitter_number: Code = ""
    documents: Documents = []
