"""The name that a user gives a contract of theirs."""

from __future__ import annotations

from backend.submissions.contract_alias.effect import apply
from backend.submissions.contract_alias.schemas import ContractAlias
from backend.submissions.kinds import Kind

KIND = Kind(
    name="contract_alias",
    schema_rev=1,
    letter="N",
    payload=ContractAlias,
    apply=apply,
    blobs=lambda _alias: (),
)
