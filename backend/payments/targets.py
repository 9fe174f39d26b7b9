"""What can be paid: invoices, and whatever else an area adds.

An area whose debts can be paid is a package of `backend` with a module `payable` whose `TARGET`
fulfils `Target`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol

from sqlalchemy.orm import Session

from backend.invoices.models import Payment


@dataclass(frozen=True, slots=True)
class Due:
    """A debt as it stands. `open` are minor units; `refusal` is why it cannot be paid by itself
    (`in_claim`, `in_agreement`, `settled`), empty where it can; `about` is the number that goes
    with the refusal; `label` is what people call the debt."""

    id: int
    label: str
    currency: str
    open: int
    due_date: date | None
    refusal: str = ""
    about: str = ""


class Target(Protocol):
    """One kind of debt. `name` is its word on the wire, and the kind of its entities in the
    feed."""

    @property
    def name(self) -> str:
        """At most 16 letters, as `invoice`."""

    def dues(self, session: Session, contract_id: int) -> Sequence[Due]:
        """Everything of a contract that is owed and can be paid by itself."""

    def find(self, session: Session, contract_id: int, ids: Sequence[int]) -> Mapping[int, Due]:
        """Debts of a contract by id, payable or not; ids of others are left out."""

    def settle(self, session: Session, target_id: int, amount: int, payment: Payment) -> int:
        """Credit at most `amount` of `payment` to a debt, in the caller's transaction; how much of
        it was still owed. It has to be safe for a debt that nobody owes any more: 0 then."""


@cache
def targets() -> Mapping[str, Target]:
    """Every kind of debt, by name."""
    import backend

    found: dict[str, Target] = {}
    for package in pkgutil.iter_modules(backend.__path__):
        if not package.ispkg:
            continue
        modules = importlib.import_module(f"backend.{package.name}")
        if any(module.name == "payable" for module in pkgutil.iter_modules(modules.__path__)):
            target: Target = importlib.import_module(f"backend.{package.name}.payable").TARGET
            found[target.name] = target
    return found


def due_key(due: Due) -> tuple[bool, date, int]:
    """Sorts debts the oldest first; those without a date last."""
    return (due.due_date is None, due.due_date or date.max, due.id)
