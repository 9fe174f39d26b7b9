"""The payload of `self_reading`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.feed.formats import Sha256Text
from backend.submissions.schemas import SentInstant

Short = Annotated[str, Field(max_length=40)]


class RegisterValue(BaseModel):
    """The digits before the mark, as one register shows them."""

    model_config = ConfigDict(extra="forbid")

    register_id: Short
    value: Short


class SelfReading(BaseModel):
    """`confirmed` are the reasons that the customer was shown and insisted on."""

    model_config = ConfigDict(extra="forbid")

    meter_id: Short
    values: Annotated[list[RegisterValue], Field(min_length=1, max_length=20)]
    read_at: SentInstant
    confirmed: Annotated[list[Short], Field(max_length=20)] = []
    photo: Sha256Text | None = None
    note: Annotated[str, Field(max_length=1000)] = ""

    @property
    def instant(self) -> datetime:
        """When the dial was read, in UTC."""
        return datetime.fromisoformat(self.read_at)
