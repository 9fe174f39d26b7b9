"""Which users see which contracts: a user that is a customer sees what that customer holds, and
the users that a contract names as authorised see it too."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from backend.contracts.models import Contract
from backend.loader.rows import RefusedError, Row
from backend.loader.write.batch import Batch, Known, Values, text
from backend.registration.models import RemovedLink
from backend.users.models import ContractLink, LinkRole, User


def link_holders(
    batch: Batch, customers: Iterable[int], aliases: Mapping[int, str] | None = None
) -> None:
    """Link the users of these customers to all their contracts, and take the contracts from users
    of earlier holders. `aliases` by contract id."""
    owners = set(customers)
    contracts = batch.find(Contract, ("customer_id", "id"), owners)
    by_id = {contract["id"]: contract for contract in contracts.values()}
    users: dict[int, list[int]] = {}
    for user in batch.find(User, ("customer_id", "id"), owners).values():
        users.setdefault(user["customer_id"], []).append(user["id"])
    known = batch.find(ContractLink, ("contract_id", "user_id"), by_id)
    removed = batch.find(RemovedLink, ("contract_id", "user_id"), by_id)
    wanted: dict[tuple[int, int], Values] = {}
    for sort, contract in enumerate(sorted(by_id.values(), key=lambda c: int(c["id"]))):
        for user_id in users.get(contract["customer_id"], ()):
            if (contract["id"], user_id) in removed:
                continue
            before = known.get((contract["id"], user_id))
            alias = before["alias"] if before else ""
            wanted[contract["id"], user_id] = {
                "contract_id": contract["id"],
                "user_id": user_id,
                "role": LinkRole.HOLDER,
                "sort": sort,
                "alias": (aliases or {}).get(contract["id"], alias),
            }
    batch.upsert(ContractLink, wanted, known, counted=False)
    proved = {key: link for key, link in known.items() if link["proved_for"] is not None}
    good = {
        key for key, link in proved.items() if link["proved_for"] == by_id[key[0]]["customer_id"]
    }
    _drop(batch, known, LinkRole.HOLDER, keep=good | set(wanted))
    # Whoever proved once that an ended contract was theirs may not look at the next holder's.
    _drop(batch, proved, LinkRole.VIEWER, keep=good)


def authorised_users(batch: Batch, rows: Iterable[Row]) -> dict[str, int]:
    """Ids of the users that these contracts name, by username."""
    names = {name for row in rows for name in _names(row)}
    return {name: user["id"] for name, user in batch.find(User, "username", names).items()}


def check_authorised(row: Row, users: Mapping[str, int]) -> None:
    """Refuse a contract that names a user who is not there."""
    for name in _names(row):
        if name not in users:
            raise RefusedError(f"there is no user {name}", "authorised")


def link_authorised(batch: Batch, rows: Mapping[int, Row], users: Mapping[str, int]) -> None:
    """Give these contracts, by id, exactly the authorised users that their rows name."""
    known = batch.find(ContractLink, ("contract_id", "user_id"), rows)
    wanted: dict[tuple[int, int], Values] = {}
    for contract, row in rows.items():
        for sort, name in enumerate(_names(row)):
            key = (contract, users[name])
            if key not in known or known[key]["role"] is not LinkRole.HOLDER:
                wanted[key] = {
                    "contract_id": contract,
                    "user_id": users[name],
                    "role": LinkRole.AUTHORISED,
                    "sort": sort,
                }
    batch.upsert(ContractLink, wanted, known, counted=False)
    _drop(batch, known, LinkRole.AUTHORISED, keep=wanted)


def _names(row: Row) -> list[str]:
    return text(row, "authorised").casefold().split()


def _drop(
    batch: Batch,
    known: Mapping[tuple[int, int], Known],
    role: LinkRole,
    *,
    keep: Container[tuple[int, int]],
) -> None:
    """Remove links of `role` that are not wanted: the next holder's data are not theirs to see."""
    gone = [row["id"] for key, row in known.items() if row["role"] is role and key not in keep]
    batch.delete(ContractLink, gone)
