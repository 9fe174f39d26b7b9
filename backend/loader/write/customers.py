"""Customers, and the users among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from backend.contracts.models import Contract, Customer
from backend.loader.rows import Entry, RefusedError, Row
from backend.loader.write.batch import Batch, Known, Values, given, text
from backend.loader.write.links import link_holders
from backend.users.models import User
from backend.users.passwords import hash_password

_NAMES = {
    "customer": "external_id",
    "name": "full_name",
    "document_type": "document_type",
    "document_number": "document_number",
    "email": "email",
    "phone": "phone",
}
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{3,39}")


def write_customers(batch: Batch, entries: Sequence[Entry]) -> None:
    """Insert and update customers by their code; a new username makes a user."""
    known = batch.find(Customer, "external_id", (e.row["customer"] for e in entries))
    owners = _document_owners(batch, entries)
    users = batch.find(User, "username", (_username(e.row) for e in entries))
    taken = _takers(batch, users)

    def judge(row: Row) -> Values:
        code = row["customer"]
        document = _document(row)
        if document is not None and owners.setdefault(document, code) != code:
            raise RefusedError(
                f"customer {owners[document]} has the same document", "document_number"
            )
        _check_user(row, taken)
        return given(row, _NAMES)

    accepted = list(batch.accepted(entries, judge))
    wanted = {values["external_id"]: values for _, values in accepted}
    changed = batch.upsert(Customer, wanted, known)
    if changed:
        contracts = batch.find(Contract, ("customer_id", "id"), changed)
        batch.touch("contract", {row["id"] for row in contracts.values()})
    _write_users(batch, [entry for entry, _ in accepted], users)


def _document(row: Row) -> tuple[Any, Any] | None:
    kind, number = row.get("document_type"), row.get("document_number")
    return (kind, number) if kind and number else None


def _document_owners(batch: Batch, entries: Sequence[Entry]) -> dict[tuple[Any, Any], Any]:
    numbers = (row["document_number"] for row in (e.row for e in entries) if _document(row))
    found = batch.find(Customer, ("document_number", "document_type"), numbers)
    return {(kind, number): row["external_id"] for (number, kind), row in found.items()}


def _username(row: Row) -> str:
    return text(row, "username").casefold()


def _takers(batch: Batch, users: dict[Any, Known]) -> dict[str, Any]:
    """The code of the customer that each username belongs to; None for the utility's own staff."""
    ids = (u["customer_id"] for u in users.values() if u["customer_id"] is not None)
    codes = {at: row["external_id"] for at, row in batch.find(Customer, "id", ids).items()}
    return {name: codes.get(user["customer_id"]) for name, user in users.items()}


def _check_user(row: Row, taken: dict[str, Any]) -> None:
    name = _username(row)
    if not name:
        return
    if not _USERNAME.fullmatch(name):
        raise RefusedError("a username has 4 to 40 of a-z 0-9 . _ -", "username")
    if name in taken:
        if taken[name] != row["customer"]:
            raise RefusedError("another customer has this username", "username")
    elif not text(row, "password"):
        raise RefusedError("a new user needs a password", "password")
    else:
        taken[name] = row["customer"]


def _write_users(batch: Batch, entries: Sequence[Entry], users: dict[Any, Known]) -> None:
    wanted = {_username(e.row): e.row for e in entries if _username(e.row)}
    if not wanted:
        return
    customers = batch.find(Customer, "external_id", (row["customer"] for row in wanted.values()))
    new: dict[str, Values] = {}
    old: dict[str, Values] = {}
    for name, row in wanted.items():
        customer = customers[row["customer"]]
        values = {
            "username": name,
            "full_name": customer["full_name"],
            "email": customer["email"],
            "customer_id": customer["id"],
        }
        if "role" in row:
            values["role"] = row["role"]
        if name in users:
            old[name] = values
        else:
            new[name] = values | {"password_hash": hash_password(text(row, "password"))}
    batch.upsert(User, old, users, counted=False)
    batch.insert(User, list(new.values()))
    link_holders(batch, [customers[row["customer"]]["id"] for row in wanted.values()])
