"""What the demonstration tells beyond its books: one module per area, each with a `write`.

`write(stage)` is called once the books are written, in the order of the modules' names after
their `ORDER` (an int). It opens its own transactions, depends on nothing but the stage, and puts
an example of every state of its area before the demonstration's accounts.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from backend.contracts.models import Contract
from backend.database import Database
from backend.users.models import ContractLink, User


@dataclass(frozen=True, slots=True)
class Stage:
    """The database as the books left it, on the morning of `today`; `now` is UTC."""

    database: Database
    today: date
    now: datetime

    def contracts(self, username: str) -> list[Contract]:
        """The contracts of an account, in the order of their numbers; detached."""
        query = (
            select(Contract)
            .join(ContractLink, ContractLink.contract_id == Contract.id)
            .join(User, User.id == ContractLink.user_id)
            .where(User.username == username)
            .order_by(Contract.number)
        )
        with self.database.reading() as session:
            return list(session.scalars(query))


def write(stage: Stage) -> None:
    """Write every chapter."""
    modules = [
        importlib.import_module(f"{__name__}.{found.name}")
        for found in pkgutil.iter_modules(__path__)
    ]
    for module in sorted(modules, key=lambda m: (m.ORDER, m.__name__)):
        module.write(stage)
