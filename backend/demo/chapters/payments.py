"""Payments through a bank, of every state: each is taken through the same steps as a real one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.banks.adapter import Money, Outcome, Status
from backend.banks.models import Bank
from backend.contracts.models import Contract
from backend.demo.chapters import Stage
from backend.feed.hook import PublishingSession
from backend.invoices.models import Invoice, PaymentStatus
from backend.office.acts import Desk
from backend.payments.learning import close, learn
from backend.payments.models import IntentState, PaymentIntent, PaymentItem, PaymentReview
from backend.payments.office import SettleForm, settle_review
from backend.payments.rules import PaymentRules
from backend.policies.rules import rules_of
from backend.users.models import ContractLink

ORDER = 55  # before agreements take invoices away

_NEVER = timedelta(days=365)


def write(stage: Stage) -> None:
    """Of `demo`: one refused, one given up, one that ran out, one at the bank just now; of
    `empresa`: one approved, one that came late, one of a paid bill (refunded), one to complete."""
    with stage.database.writing() as session:
        rules = rules_of(session, PaymentRules)
        banks = list(session.scalars(select(Bank).where(Bank.is_offered).order_by(Bank.sort)))
        if rules is None or len(banks) < 4:
            return
        teller = _Teller(session, stage.now, banks, timedelta(minutes=rules.expiry_minutes))
        homes = stage.contracts("demo")
        if len(homes) > 1:
            teller.customer(homes[1], days_ago=3)
        shops = [shop for shop in stage.contracts("empresa") if teller.owed(shop)]
        for shop in shops[-1:]:
            teller.company(shop)
        if len(homes) > 1:
            banks[-2].maintenance_until = stage.now + timedelta(hours=3)
            banks[-1].is_enabled = True


class _Teller:
    def __init__(
        self, session: PublishingSession, now: datetime, banks: Sequence[Bank], expiry: timedelta
    ) -> None:
        self._session: Session = session
        self._now, self._banks, self._expiry = now, banks, expiry
        self._count = 0

    def owed(self, contract: Contract) -> list[Invoice]:
        """What can be paid of a contract, the oldest first."""
        states = (PaymentStatus.PENDING, PaymentStatus.PARTIALLY_PAID)
        query = (
            select(Invoice)
            .where(
                Invoice.contract_id == contract.id,
                Invoice.open > 0,
                Invoice.payment_status.in_(states),
            )
            .order_by(Invoice.issue_date)
        )
        return list(self._session.scalars(query))

    def customer(self, contract: Contract, days_ago: int) -> None:
        """Somebody for whom nothing has worked so far, and who waits for the bank now."""
        for invoice in self.owed(contract)[:1]:
            at = self._now - timedelta(days=days_ago)
            refused = self._begin(contract, invoice, self._banks[0], at)
            self._hear(refused, at, Status(Outcome.REFUSED, (), "fondos insuficientes"))
            given_up = self._begin(contract, invoice, self._banks[1], at + timedelta(hours=2))
            close(given_up, at + timedelta(hours=2, minutes=4), IntentState.CANCELLED)
            self._session.flush()
            late = self._begin(contract, invoice, self._banks[3], at + timedelta(hours=30))
            close(late, late.expires_at, IntentState.EXPIRED)
            self._session.flush()
            waiting = self._begin(
                contract, invoice, self._banks[3], self._now - timedelta(minutes=12)
            )
            self._hear(waiting, self._now, Status(Outcome.PROCESSING))

    def company(self, contract: Contract) -> None:
        """Somebody whom the bank charged too often, and who has another bill to complete."""
        invoices = self.owed(contract)
        paid = list(
            self._session.scalars(
                select(Invoice)
                .where(
                    Invoice.contract_id == contract.id,
                    Invoice.payment_status == PaymentStatus.PAID,
                )
                .order_by(Invoice.issue_date.desc())
                .limit(2)
            )
        )
        for place, invoice in enumerate(paid[:1]):
            at = self._now - timedelta(days=6 + place)
            again = self._begin(contract, invoice, self._banks[1], at, amount=invoice.total)
            self._hear(again, at, Status(Outcome.PAID, (self._money(again, at),)))
            self._refund(again, at + timedelta(days=2))
        for invoice in invoices[:1]:
            at = self._now - timedelta(days=1, hours=3)
            half = invoice.open // 2
            ok = self._begin(contract, invoice, self._banks[0], at, amount=half)
            self._hear(ok, at, Status(Outcome.PAID, (self._money(ok, at),)))
            at = self._now - timedelta(hours=20)
            late = self._begin(contract, invoice, self._banks[3], at, amount=half // 2)
            close(late, late.expires_at, IntentState.EXPIRED)
            self._session.flush()
            arrived = at + timedelta(hours=5)
            self._hear(late, arrived, Status(Outcome.PAID, (self._money(late, arrived),)))
            self._begin(contract, invoice, self._banks[3], self._now - timedelta(minutes=4))

    def _begin(
        self,
        contract: Contract,
        invoice: Invoice,
        bank: Bank,
        at: datetime,
        amount: int | None = None,
    ) -> PaymentIntent:
        self._count += 1
        wanted = invoice.open if amount is None else amount
        query = select(ContractLink.user_id).where(ContractLink.contract_id == contract.id)
        intent = PaymentIntent(
            pay_id=f"00000000-0000-4000-8000-{self._count:012}",
            user_id=self._session.scalars(query).first(),
            contract_id=contract.id,
            bank_id=bank.id,
            bank=bank,
            body_sha256=bytes(32),
            currency=invoice.currency,
            amount=wanted,
            state=IntentState.REDIRECTED,
            created_at=at,
            expires_at=at + self._expiry,
            bank_order=f"o-demo-{self._count}",
            items=[
                PaymentItem(
                    position=1,
                    target="invoice",
                    target_id=invoice.id,
                    label=invoice.number,
                    amount=wanted,
                )
            ],
        )
        self._session.add(intent)
        self._session.flush()
        return intent

    def _hear(self, intent: PaymentIntent, at: datetime, status: Status) -> None:
        self._session.flush()
        learn(self._session, at, intent, status, _NEVER)
        self._session.flush()

    def _refund(self, intent: PaymentIntent, at: datetime) -> None:
        query = select(PaymentReview).where(PaymentReview.intent_id == intent.id)
        for review in self._session.scalars(query):
            form = SettleForm(review=review.id, how="refund", contract=None, note="TR-20261112-1")
            settle_review(Desk(self._session, at, "mostrador"), form)

    def _money(self, intent: PaymentIntent, at: datetime) -> Money:
        return Money(
            f"t-demo-{self._count}",
            intent.bank_order or "",
            intent.amount,
            intent.currency,
            at + timedelta(minutes=3),
        )
