"""Thousands of payments through a bank that loses, delays, doubles and reorders what it says, at a
service that crashes.

    python -m tests.backend.payments.many 10000 --seed 7

ends with 0 if every promise held, and says otherwise which did not and how to live it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from backend import models as m
from backend.banks.adapter import BankUnreachableError, Money, Order, OrderRequest, Outcome, Status
from backend.banks.simulator.core import Answer, Bank, BankOrder
from backend.database import Database
from backend.feed.hook import PublishingSession
from backend.migrations import upgrade
from backend.payments.models import OPEN, Decision, IntentState
from backend.payments.reconcile import reconcile
from backend.payments.schemas import PayForm
from backend.payments.service import PaymentService
from backend.problems import Problem
from tests.support.backend import MovableClock
from tests.support.backend_books import Books
from tests.support.payments import offer_payments

CONTRACTS = 60
ANSWERS = (
    (Answer.APPROVE, 46),
    (Answer.REFUSE, 8),
    (Answer.ABANDON, 8),
    (Answer.LATE, 14),
    (Answer.TWICE, 8),
    (Answer.CHARGE_TWICE, 4),
    (Answer.WRONG, 4),
    (Answer.NEVER, 8),
)


class CrashError(Exception):
    """The service's process ended here."""


class CrashingDatabase(Database):
    """Crashes before or after a commit, as often as `luck` says. One in `odds`; 0 is never."""

    def __init__(self, url: str, clock: MovableClock, luck: random.Random) -> None:
        super().__init__(url, clock)
        self.luck, self.odds, self.crashes = luck, 0, 0

    @contextmanager
    def writing(self) -> Iterator[PublishingSession]:
        with super().writing() as session:
            yield session
            self._crash()
        self._crash()

    def _crash(self) -> None:
        if self.odds and self.luck.randrange(self.odds) == 0:
            self.crashes += 1
            raise CrashError


class BadBank:
    """The adapter of a bank on a bad day; with `is_calm` it is on a good one."""

    def __init__(self, bank: Bank, luck: random.Random) -> None:
        self._bank, self._luck = bank, luck
        self._seen: dict[str, Status] = {}
        self.is_calm = False

    def create_order(self, request: OrderRequest) -> Order:
        self._lose()
        made = self._bank.create(
            request.reference, request.amount, request.currency, notify_url="/"
        )
        self._lose()
        return Order(made.id, f"https://bank.example/{made.id}")

    def status(self, order: str) -> Status:
        self._lose()
        now = _status(self._bank.find(order))
        if not self.is_calm and order in self._seen and self._luck.random() < 0.15:
            return self._seen[order]  # an older answer that was held up on the way
        self._seen[order] = now
        self._lose()
        return now

    def void(self, order: str) -> Status:
        self._lose()
        if self.is_calm or self._luck.random() < 0.7:  # else the bank forgets it
            self._bank.void(order)
        found = self._bank.find(order)
        self._lose()
        status = _status(found)
        return Status(Outcome.WAITING) if status.outcome is Outcome.CANCELLED else status

    def order_of_webhook(self, headers: Mapping[str, str], body: bytes) -> str | None:
        del headers
        return body.decode()

    def parse_statement(self, content: bytes) -> Iterator[Money]:
        del content
        return self._bank.statement()

    def _lose(self) -> None:
        if not self.is_calm and self._luck.random() < 0.06:
            raise BankUnreachableError("lost")


def _status(order: BankOrder | None) -> Status:
    if order is None:
        return Status(Outcome.UNKNOWN)
    money = tuple(order.money) if order.outcome is Outcome.PAID else ()
    return Status(order.outcome, money, order.reason)


@dataclass
class Report:
    """What was lived through, and the promises that did not hold."""

    intents: int
    money: int
    crashes: int
    states: Counter[str]
    reviews: Counter[str]
    broken: list[str]


class World:
    """Customers of one utility who pay as fast as they can."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.luck = random.Random(seed)
        self.clock = MovableClock()
        self.database = CrashingDatabase(f"sqlite:///{folder / 'many.db'}", self.clock, self.luck)
        upgrade(self.database)
        self.post: list[str] = []
        self.bank = Bank(self.clock, lambda _url, order: self.post.append(order), self._number)
        self.adapter = BadBank(self.bank, self.luck)
        self.service = PaymentService(self.database, self.clock, {"simulator": self.adapter})
        self.numbers = 0
        books = Books(self.database)
        books.utility()
        offer_payments(self.database)
        self.user = books.user("ana", "clave")
        self.contracts = [books.contract([self.user]).id for _ in range(CONTRACTS)]
        self.invoices: dict[int, list[int]] = {at: [] for at in self.contracts}
        self.pay_ids: list[str] = []
        self.orders: list[str] = []

    def live(self, count: int) -> Report:
        """Begin `count` attempts, then calm down, and look whether every promise held."""
        self.database.odds = 60
        while len(self.pay_ids) < count:
            self._step()
        self.database.odds, self.adapter.is_calm = 0, True
        for _ in range(3):
            self.clock.advance(hours=25)
            self.service.sweep()
        with self.database.writing() as session:
            bank = session.query(m.Bank).filter_by(code="plaza").one()
            reconcile(session, self.clock.now(), bank, list(self.bank.statement()))
        return self._report()

    def _step(self) -> None:
        acts = (
            (self._pay, 30),
            (self._answer, 30),
            (self._webhook, 26),
            (self._look, 10),
            (self._cancel, 3),
            (self._wait, 6),
        )
        (act,) = self.luck.choices([a for a, _ in acts], [w for _, w in acts])
        try:
            act()
        except (CrashError, Problem):
            return  # the app gets no answer, or a refusal; it asks again some other time

    def _pay(self) -> None:
        contract = self.luck.choice(self.contracts)
        if len(self.invoices[contract]) < 3 or self.luck.random() < 0.7:
            self._bill(contract)
        recent = self.invoices[contract][-6:]
        chosen = self.luck.sample(recent, min(len(recent), self.luck.choice((1, 1, 2, 3))))
        again = self.pay_ids and self.luck.random() < 0.04
        pay_id = self.pay_ids[-1] if again else f"{len(self.pay_ids):08}-0000-4000-8000-{0:012}"
        if not again:
            self.pay_ids.append(pay_id)
        form = PayForm.model_validate(
            {
                "contract_id": str(contract),
                "bank": "plaza",
                "items": [
                    {"target": "invoice", "id": str(at), "amount": self._amount(at)}
                    for at in chosen
                ],
            }
        )
        for _ in range(self.luck.choice((1, 1, 1, 2))):  # some press twice, or ask again
            begun = self.service.start(self.user, pay_id, form)
            if begun["bank_url"]:
                self.orders.append(str(begun["bank_url"]).rsplit("/", 1)[-1])

    def _amount(self, invoice: int) -> int:
        with self.database.reading() as session:
            left = session.get_one(m.Invoice, invoice).open
        return max(left, 1) if self.luck.random() < 0.9 else max(left // 2, 1)

    def _bill(self, contract: int) -> None:
        self.numbers += 1
        with Database.writing(self.database) as session:  # the utility's other programs go on
            row = m.Invoice(
                contract_id=contract,
                number=f"B-{self.numbers:06}",
                currency="UYU",
                issue_date=self.clock.now().date(),
                period_charge=10_000,
                total=10_000,
                open=10_000,
            )
            session.add(row)
            session.flush()
            self.invoices[contract].append(row.id)

    def _answer(self) -> None:
        if self.orders:
            place = self.luck.randrange(max(len(self.orders) - 30, 0), len(self.orders))
            (answer,) = self.luck.choices([a for a, _ in ANSWERS], [w for _, w in ANSWERS])
            self.bank.answer(self.orders[place], answer)

    def _webhook(self) -> None:
        if not self.post:
            return
        order = self.post.pop(self.luck.randrange(len(self.post)))  # in any order
        fate = self.luck.random()
        if fate < 0.1:
            return  # lost
        self.service.heard_of("plaza", order)
        if fate < 0.3:
            self.post.append(order)  # and told once more, later

    def _look(self) -> None:
        if self.pay_ids:
            self.service.look(self.user, self.luck.choice(self.pay_ids[-40:]))

    def _cancel(self) -> None:
        if self.pay_ids:
            self.service.cancel(self.user, self.luck.choice(self.pay_ids[-20:]))

    def _wait(self) -> None:
        self.clock.advance(minutes=self.luck.choice((1, 1, 3, 31)))
        self.service.sweep()

    def _number(self) -> str:
        self.numbers += 1
        return f"{self.numbers:08}"

    def _report(self) -> Report:
        with self.database.reading() as session:
            intents = session.scalars(select(m.PaymentIntent)).all()
            reviews = session.scalars(select(m.PaymentReview)).all()
            rows = session.scalars(select(m.BankTransaction)).all()
            shares = session.execute(
                select(
                    m.PaymentAllocation.invoice_id, func.sum(m.PaymentAllocation.amount)
                ).group_by(m.PaymentAllocation.invoice_id)
            )
            paid = {int(at): int(amount) for at, amount in shares}
            invoices = session.scalars(select(m.Invoice)).all()
            credited = session.scalar(select(func.sum(m.Payment.amount))) or 0
            posted = (
                session.scalar(
                    select(func.sum(m.Movement.credit)).where(m.Movement.kind == "payment")
                )
                or 0
            )
        file = list(self.bank.statement())
        waiting = [r for r in reviews if r.decision is Decision.OPEN]
        strays = sum(r.amount for r in rows if r.payment_id is None)
        broken = []

        def promise(holds: bool, words: str) -> None:
            if not holds:
                broken.append(words)

        money = sum(m_.amount for m_ in file)
        promise(sum(r.amount for r in rows) == money, "what we know is the bank's file")
        promise(
            {r.transaction_id for r in rows} == {m_.transaction for m_ in file},
            "each transaction of the bank is here once",
        )
        promise(credited + strays == money, "what was credited is the bank's file")
        promise(posted == credited, "the account says so too")
        left = sum(r.amount for r in waiting)
        promise(sum(paid.values()) + left == money, "what found no debt waits for the office")
        promise(
            all(i.paid == paid.get(i.id, 0) and i.open == i.total - i.paid >= 0 for i in invoices),
            "no invoice is paid twice",
        )
        asked = {r.intent_id for r in waiting}
        promise(
            all(i.state not in OPEN or i.id in asked for i in intents),
            "every attempt has ended, or the office has it",
        )
        with_money = {r.intent_id for r in rows}
        promise(
            all((i.state is IntentState.PAID) == (i.id in with_money) for i in intents),
            "paid is what was paid",
        )
        return Report(
            len(intents),
            money,
            self.database.crashes,
            Counter(str(i.state) for i in intents),
            Counter(str(r.reason) for r in reviews),
            broken,
        )


def main(argv: list[str]) -> int:
    """Live one world and tell what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.backend.payments.many")
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args(argv)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), arguments.seed)
        report = world.live(arguments.count)
        world.database.close()
    print(report, f"{time.monotonic() - begun:.0f} s")
    if report.broken:
        words = f"{arguments.count} --seed {arguments.seed}"
        print(f"again: python -m tests.backend.payments.many {words}")
    return 1 if report.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
