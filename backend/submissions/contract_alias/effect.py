"""Writes the alias on the user's own link; nobody else sees it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from backend.submissions.contract_alias.schemas import ContractAlias
from backend.submissions.kinds import Work
from backend.users.models import ContractLink


def apply(work: Work, payload: ContractAlias) -> dict[str, Any]:
    """Name the contract; the answer says the name as it is kept."""
    link = work.session.scalars(
        select(ContractLink).where(
            ContractLink.user_id == work.user_id, ContractLink.contract_id == work.scope_id
        )
    ).one()
    link.alias = payload.alias
    return {"alias": payload.alias}
