"""Which users see which contracts: a user that is a customer sees what that customer holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backend.contracts.models import Contract
from backend.loader.write.batch import Batch, Values
from backend.users.models import ContractLink, LinkRole, User


def link(
    batch: Batch, customers: Iterable[int], aliases: Mapping[int, str | None] | None = None
) -> None:
    """Link the users of these customers to all their contracts; `aliases` by contract id."""
    users = batch.find(User, ("customer_id", "id"), customers)
    owners = {user["customer_id"] for user in users.values()}
    contracts = batch.find(Contract, ("customer_id", "id"), owners)
    known = batch.find(
        ContractLink, ("user_id", "contract_id"), (user["id"] for user in users.values())
    )
    wanted: dict[tuple[int, int], Values] = {}
    for user in users.values():
        held = (c for c in contracts.values() if c["customer_id"] == user["customer_id"])
        for sort, contract in enumerate(sorted(held, key=lambda c: int(c["id"]))):
            values: Values = {
                "user_id": user["id"],
                "contract_id": contract["id"],
                "role": LinkRole.HOLDER,
                "sort": sort,
            }
            before = known.get((user["id"], contract["id"]))
            values["alias"] = before["alias"] if before else ""
            if aliases and contract["id"] in aliases:
                values["alias"] = aliases[contract["id"]] or ""
            wanted[user["id"], contract["id"]] = values
    batch.upsert(ContractLink, wanted, known, counted=False)
