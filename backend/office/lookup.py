"""What acts of several areas look up."""

from __future__ import annotations

from sqlalchemy import select

from backend.contracts.models import Contract
from backend.office.acts import Desk, OfficeRefusedError


def contract_by_number(desk: Desk, number: str) -> Contract:
    """The contract with this number, held until the act is done; raises OfficeRefusedError."""
    query = select(Contract).where(Contract.number == number)
    contract = desk.session.scalar(query.with_for_update(key_share=True))
    if contract is None:
        raise OfficeRefusedError("unknown-contract", number)
    return contract
