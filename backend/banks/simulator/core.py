"""The simulated bank itself: orders, money, and answers that come late, twice or never."""

from __future__ import annotations

import csv
import io
import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from backend.banks.adapter import Money, Outcome
from backend.clock import Clock, iso

LATE = timedelta(seconds=30)
COLUMNS = ("transaction", "order", "amount", "currency", "at")


class Answer(StrEnum):
    """What somebody may do on the bank's page. WRONG takes 100 minor units less than asked."""

    APPROVE = "approve"
    REFUSE = "refuse"
    ABANDON = "abandon"
    LATE = "late"
    TWICE = "twice"
    CHARGE_TWICE = "charge_twice"
    WRONG = "wrong"
    NEVER = "never"


@dataclass(slots=True)
class BankOrder:
    """An order at the bank. `due` is when it will be paid that is answered late."""

    id: str
    reference: str
    amount: int
    currency: str
    payee: str
    description: str
    expires_at: str
    return_url: str
    notify_url: str
    outcome: Outcome = Outcome.WAITING
    reason: str = ""
    due: datetime | None = None
    money: list[Money] = field(default_factory=list)


class Bank:
    """Orders of one bank, in memory. Thread-safe. `notify` is called with an address and an order
    for each message that the bank sends, on the caller's thread."""

    def __init__(
        self,
        clock: Clock,
        notify: Callable[[str, str], None] = lambda _url, _order: None,
        number: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        self._clock = clock
        self._notify = notify
        self._number = number
        self._orders: dict[str, BankOrder] = {}
        self._of_reference: dict[str, str] = {}
        self._lock = threading.RLock()

    def create(
        self,
        reference: str,
        amount: int,
        currency: str,
        *,
        payee: str = "",
        description: str = "",
        expires_at: str = "",
        return_url: str = "",
        notify_url: str = "",
        order_id: str = "",
    ) -> BankOrder:
        """Make an order, or find the one of that reference."""
        with self._lock:
            known = self._of_reference.get(reference)
            if known is not None:
                return self._orders[known]
            order = BankOrder(
                order_id or f"o-{self._number()}",
                reference,
                amount,
                currency,
                payee,
                description,
                expires_at,
                return_url,
                notify_url,
            )
            self._orders[order.id] = order
            self._of_reference[reference] = order.id
            return order

    def find(self, order_id: str) -> BankOrder | None:
        """An order as it is now; what was to be answered by now has been."""
        with self._lock:
            order = self._orders.get(order_id)
            if order is not None and order.due is not None and self._clock.now() >= order.due:
                order.due = None
                self._pay(order, order.amount)
            return order

    def void(self, order_id: str) -> BankOrder | None:
        """Take an order back that nobody has begun to pay."""
        with self._lock:
            order = self.find(order_id)
            if order is not None and order.outcome is Outcome.WAITING:
                order.outcome = Outcome.CANCELLED
            return order

    def answer(self, order_id: str, answer: Answer) -> BankOrder | None:
        """Somebody pressed a button on the bank's page; only the first press counts."""
        with self._lock:
            order = self.find(order_id)
            if order is None or order.outcome is not Outcome.WAITING:
                return order
            messages = self._decide(order, answer)
        for _ in range(messages):
            self._notify(order.notify_url, order.id)
        return order

    def statement(self, day: date | None = None) -> Iterator[Money]:
        """What arrived on a day (UTC), or ever."""
        with self._lock:
            for order_id in list(self._orders):
                self.find(order_id)
            everything = [money for order in self._orders.values() for money in order.money]
        yield from sorted(
            (m for m in everything if day is None or m.at.date() == day),
            key=lambda m: (m.at, m.transaction),
        )

    def _decide(self, order: BankOrder, answer: Answer) -> int:
        """How many messages the bank sends about it."""
        if answer is Answer.ABANDON:
            return 0
        if answer is Answer.REFUSE:
            order.outcome, order.reason = Outcome.REFUSED, "fondos insuficientes"
            return 1
        if answer in (Answer.LATE, Answer.NEVER):
            order.outcome = Outcome.PROCESSING
            order.due = self._clock.now() + LATE if answer is Answer.LATE else None
            return 0
        self._pay(order, max(order.amount - 100, 1) if answer is Answer.WRONG else order.amount)
        if answer is Answer.CHARGE_TWICE:
            self._pay(order, order.amount)
        return 2 if answer is Answer.TWICE else 1

    def _pay(self, order: BankOrder, amount: int) -> None:
        order.outcome = Outcome.PAID
        money = Money(f"t-{self._number()}", order.id, amount, order.currency, self._clock.now())
        order.money.append(money)


def as_csv(money: Iterator[Money]) -> str:
    """The daily file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for m in money:
        writer.writerow((m.transaction, m.order, m.amount, m.currency, iso(m.at)))
    return text.getvalue()
