"""What the utility's people do about banks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from backend.banks.models import Bank
from backend.office.acts import Act, Desk, OfficeRefusedError


class BankForm(BaseModel):
    """Whether a bank can be used. A time without a zone is UTC."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(pattern="^[a-z0-9_]{1,24}$", description="the bank's code")
    enabled: bool = Field(True, description="false: nobody is sent there")
    maintenance_until: datetime | None = Field(None, description="closed until then (ISO 8601)")


def set_bank(desk: Desk, form: BankForm) -> dict[str, Any]:
    """Open or close a bank."""
    bank = desk.session.scalar(select(Bank).where(Bank.code == form.code))
    if bank is None:
        raise OfficeRefusedError("unknown-bank", form.code)
    until = form.maintenance_until
    if until is not None and until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    bank.is_enabled, bank.maintenance_until = form.enabled, until
    return {"code": bank.code, "enabled": bank.is_enabled}


ACTS = (Act("set-bank", BankForm, set_bank, "open or close a bank for payments"),)
