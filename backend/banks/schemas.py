"""Body of `bank`."""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict


class BankBody(BaseModel):
    """A bank that customers may pay through. Amounts are minor units."""

    model_config = ConfigDict(extra="forbid")

    id: str
    code: str
    name: str
    currencies: list[str]
    min_amount: int
    max_amount: int | None
    hosts: list[str]
    sort: int
    enabled: bool
    maintenance_until: datetime.datetime | None
