"""Consulta de Movimientos: the accounts of the contracts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.domain.contracts import Contract
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import Invoice, PaymentStatus, State
from desktop.domain.money import Money, total
from desktop.domain.movements import (
    Ageing,
    Line,
    LineState,
    Movement,
    MovementKind,
    MovementRules,
    Statement,
    account,
    ageing,
    line_state,
    statement,
)

if TYPE_CHECKING:
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk
    from desktop.store.local import LocalStore


@dataclass(frozen=True, slots=True)
class MovementBook:
    """The whole account of one contract. `rules` is None where the utility offers no statements.
    `invoices` are the states of invoices by id. `unexplained` is what the open lines differ by
    from the open invoices: not zero while a payment is being sorted out."""

    contract: Contract
    alias: str
    lines: tuple[Line, ...]
    invoices: Mapping[str, State]
    rules: MovementRules | None
    unexplained: Money
    today: date
    now: datetime
    freshness: Freshness

    @property
    def balance(self) -> Money:
        """What is owed today; below zero it is in the customer's favour."""
        return self.lines[-1].balance if self.lines else Money(0, self.contract.currency)

    @property
    def ageing(self) -> Ageing:
        """The debt by its age today."""
        steps = self.rules.ageing_days if self.rules else ()
        return ageing(self.lines, self.today, steps, self.contract.currency)

    def statement(self, first: date, last: date) -> Statement:
        """The lines of a period, both days inclusive."""
        return statement(self.lines, first, last, self.contract.currency)

    def state(self, line: Line) -> LineState:
        """What a line has come to."""
        invoice = self.invoices.get(line.movement.invoice_id or "")
        return line_state(line, self.today, invoice)


class MovementService:
    """Reads accounts from the mirror; never asks the network."""

    def __init__(self, desk: Desk, clock: ServerClock) -> None:
        self._desk = desk
        self._clock = clock

    def book(self, contract_id: str) -> MovementBook | None:
        """The account of a contract; None while the contract has not arrived."""
        with self._desk.using() as store:
            contract = store.contracts.get(contract_id)
            return None if contract is None else self._read(store, contract)

    def books(self) -> tuple[MovementBook, ...]:
        """The accounts of every contract that has arrived, in the server's order."""
        with self._desk.using() as store:
            contracts = {contract.id: contract for contract in store.contracts.every()}
            order = [link.contract_id for link in store.cache.links()]
            found = [contracts[at] for at in order if at in contracts]
            return tuple(self._read(store, contract) for contract in found)

    def _read(self, store: LocalStore, contract: Contract) -> MovementBook:
        today = self._clock.today()
        movements = store.mirror.of(Movement, contract.id)
        invoices = store.invoices.of(contract.id)
        links = {link.contract_id: link.alias for link in store.cache.links()}
        lines = account(movements, contract.currency)
        return MovementBook(
            contract=contract,
            alias=links.get(contract.id, ""),
            lines=lines,
            invoices={invoice.id: invoice.state(today) for invoice in invoices},
            rules=store.mirror.policy(MovementRules),
            unexplained=_unexplained(lines, invoices, contract.currency),
            today=today,
            now=self._clock.now(),
            freshness=store.cache.freshness(contract.id),
        )


def _unexplained(lines: tuple[Line, ...], invoices: tuple[Invoice, ...], currency: str) -> Money:
    """Open lines less open invoices. What is in an agreement is asked for by the agreement."""
    moved = {i.id for i in invoices if i.payment_status is PaymentStatus.IN_AGREEMENT}
    asked = total(
        (
            -line.open if line.movement.credit else line.open
            for line in lines
            if (line.movement.invoice_id or line.movement.kind is MovementKind.AGREEMENT)
            and line.movement.invoice_id not in moved
        ),
        currency,
    )
    owed = (i.open for i in invoices if i.id not in moved and i.open.currency == currency)
    return asked - total(owed, currency)
