"""The payload of `agreement_request`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Short = Annotated[str, Field(max_length=40)]
Minor = Annotated[int, Field(ge=0, le=10**15, strict=True)]


class SimulatedInstalment(BaseModel):
    """One row of the schedule that was shown."""

    model_config = ConfigDict(extra="forbid")

    due_date: date
    capital: Minor
    interest: Minor
    tax: Minor


class AgreementRequest(BaseModel):
    """What was simulated on `simulated_on` (the utility's date) and consented to: the service
    computes it anew and refuses other figures. `consent_version` names the text that was shown."""

    model_config = ConfigDict(extra="forbid")

    invoices: Annotated[list[Short], Field(min_length=1, max_length=200)]
    down_payment: Minor
    simulated_on: date
    arrears: Minor
    arrears_tax: Minor
    instalments: Annotated[list[SimulatedInstalment], Field(min_length=1, max_length=120)]
    total: Minor
    consent: Literal[True]
    consent_version: Short
