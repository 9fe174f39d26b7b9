"""Accounts to look at: a year of bills, a payment that is late, one of everything."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.domain.contracts import Contract
from desktop.domain.errors import AppError
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import State
from desktop.domain.money import Money
from desktop.domain.movements import Movement, MovementKind, MovementRules, account
from desktop.services.movements import MovementBook
from tests.support.books import NOW, TODAY
from tests.support.stage import summary

RULES = MovementRules(12, 60, (30, 60, 90))


def movement(
    order: int,
    kind: MovementKind,
    minor: int,
    on: date,
    reference: str = "",
    *,
    due: date | None = None,
    description: str = "",
    settles: tuple[str, ...] = (),
    invoice_id: str | None = None,
    currency: str = "UYU",
) -> Movement:
    """A line; `minor` below zero is a credit."""
    return Movement(
        id=str(order),
        contract_id="7",
        order=order,
        kind=kind,
        posted_on=on,
        due_on=due,
        reference=reference or f"X-{order}",
        description=description or f"Renglón {order}",
        debit=Money(max(minor, 0), currency),
        credit=Money(max(-minor, 0), currency),
        invoice_id=invoice_id,
        settles=settles,
    )


def year(months: int = 12) -> list[Movement]:
    """An invoice of $ 1.000,00 each month, all but the last two paid by hand of their number."""
    rows = []
    for back in range(months, 0, -1):
        on = TODAY - timedelta(days=30 * back)
        number = f"A-{months - back:03}"
        due = on + timedelta(days=14)
        at = 2 * (months - back)
        rows.append(
            movement(at, MovementKind.INVOICE, 100_000, on, number, due=due, invoice_id=f"i{at}")
        )
        if back > 2:
            rows.append(
                movement(at + 1, MovementKind.PAYMENT, -100_000, due, f"R-{at}", settles=(number,))
            )
    return rows


def everything() -> list[Movement]:
    """A line of each kind."""
    kinds = list(MovementKind)
    credits_ = {MovementKind.PAYMENT, MovementKind.CREDIT_NOTE, MovementKind.REFUND}
    return [
        movement(n, kind, -5_000 if kind in credits_ else 5_000, TODAY - timedelta(days=40 * n))
        for n, kind in enumerate(kinds)
    ]


def book(
    rows: Sequence[Movement] | None = None,
    contract: Contract | None = None,
    *,
    unexplained: int = 0,
    rules: MovementRules | None = RULES,
    states: dict[str, State] | None = None,
) -> MovementBook:
    """The account of the stage's contract."""
    whose = contract or summary().contract
    return MovementBook(
        contract=whose,
        alias="Casa",
        lines=account(year() if rows is None else rows, whose.currency),
        invoices=states or {},
        rules=rules,
        unexplained=Money(unexplained, whose.currency),
        today=TODAY,
        now=NOW,
        freshness=Freshness(NOW),
    )


@dataclass
class FakeMovements:
    """Answers books, or raises; `gate` holds exports back until a test opens it."""

    answer: MovementBook | AppError | None
    others: tuple[MovementBook, ...] = ()
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def book(self, contract_id: str) -> MovementBook | None:
        self.gate.wait(10)
        if isinstance(self.answer, AppError):
            raise self.answer
        return self.answer

    def books(self) -> tuple[MovementBook, ...]:
        self.gate.wait(10)
        assert isinstance(self.answer, MovementBook)
        return (self.answer, *self.others)
