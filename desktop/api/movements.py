"""Lines of accounts as they stand on the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from desktop.api.fields import Currency, Entity, Id
from desktop.domain import movements
from desktop.domain.money import Money

_Positive = Annotated[int, Meta(ge=0, le=10**15)]
_Order = Annotated[int, Meta(ge=0, le=2**63 - 1)]
_Months = Annotated[int, Meta(ge=1, le=600)]


class Movement(Entity, frozen=True, gc=False):
    """Kind `movement`."""

    contract_id: Id
    order: _Order
    kind: movements.MovementKind
    posted_on: date
    due_on: date | None
    reference: str
    description: str
    currency: Currency
    debit: _Positive
    credit: _Positive
    invoice_id: Id | None
    settles: list[str]

    def keys(self) -> int:
        """How many names its JSON text has."""
        return 13

    def domain(self) -> movements.Movement:
        """The domain object."""
        return movements.Movement(
            id=self.id,
            contract_id=self.contract_id,
            order=self.order,
            kind=self.kind,
            posted_on=self.posted_on,
            due_on=self.due_on,
            reference=self.reference,
            description=self.description,
            debit=Money(self.debit, self.currency),
            credit=Money(self.credit, self.currency),
            invoice_id=self.invoice_id,
            settles=tuple(self.settles),
        )


class MovementRules(Struct, frozen=True):
    """Rules of area `movements`."""

    default_months: _Months
    max_months: _Months
    ageing_days: Annotated[list[Annotated[int, Meta(ge=1, le=3650)]], Meta(min_length=1)]

    def domain(self) -> movements.MovementRules:
        """The domain object."""
        return movements.MovementRules(
            self.default_months, self.max_months, tuple(self.ageing_days)
        )


ENTITIES = {"movement": (Movement, movements.Movement)}
POLICIES = {"movements": (MovementRules, movements.MovementRules)}
