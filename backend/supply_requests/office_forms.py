"""What a clerk fills in for an act about a supply request."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.supply_requests.words import FailureReason

_LINE = r"^[^\x00-\x1f\x7f]*$"
Number = Annotated[str, Field(max_length=40, pattern=_LINE, description="number of the request")]
Words = Annotated[
    str,
    Field(min_length=1, max_length=400, pattern=r"^[^\x00]*$", description="for the customer"),
]
Code = Annotated[str, Field(max_length=40, pattern=_LINE, description="code of the document")]


class NumberForm(BaseModel):
    """Which request."""

    model_config = ConfigDict(extra="forbid")

    number: Number


class DocumentForm(NumberForm):
    """Which document is right."""

    document: Code


class ObserveForm(DocumentForm):
    """Which document is not, and why."""

    remark: Words


class ScheduleForm(NumberForm):
    """When the crew goes."""

    on: Annotated[date, Field(description="day, YYYY-MM-DD")]
    slot: Annotated[str, Field(max_length=40, pattern=_LINE, description="code of the slot")]


class FailForm(NumberForm):
    """Why the visit came to nothing."""

    reason: FailureReason


class ReasonForm(NumberForm):
    """Why."""

    text: Words


class EffectiveForm(NumberForm):
    """`contract` only where the utility numbers contracts elsewhere."""

    contract: Annotated[
        str, Field(max_length=40, pattern=_LINE, description="number of the new contract")
    ] = ""


class NothingForm(BaseModel):
    """No fields."""

    model_config = ConfigDict(extra="forbid")
