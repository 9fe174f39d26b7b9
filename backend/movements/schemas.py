"""Body of `movement`. Amounts are minor units."""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict, Field

from backend.movements.models import MovementKind


class MovementBody(BaseModel):
    """One line of an account."""

    model_config = ConfigDict(extra="forbid")

    id: str
    contract_id: str
    order: int
    kind: MovementKind
    posted_on: datetime.date
    due_on: datetime.date | None
    reference: str
    description: str
    currency: str
    debit: int = Field(ge=0)
    credit: int = Field(ge=0)
    invoice_id: str | None
    settles: list[str]
