"""Attempts to pay from beginning to end. The bank is never asked inside a transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from backend.banks.adapter import (
    BankAdapter,
    BankUnreachableError,
    Order,
    OrderRequest,
    Outcome,
    Status,
)
from backend.banks.models import Bank
from backend.catalogue.models import Utility
from backend.clock import Clock
from backend.database import Database
from backend.feed.publish import lock
from backend.payments.entities import payments
from backend.payments.learning import close, give_to_office, hold, learn
from backend.payments.models import OPEN, IntentState, PaymentIntent
from backend.payments.opening import digest_of, open_intent, refused
from backend.payments.rules import PaymentRules
from backend.payments.schemas import PayForm
from backend.policies.rules import rules_of
from backend.problems import Problem
from backend.users.repository import may_submit

QUIET = timedelta(minutes=2)  # an attempt is not asked about by itself before that


@dataclass(frozen=True, slots=True)
class PaymentService:
    """Payments of one database through the banks behind `adapters`. Raises `Problem`."""

    database: Database
    clock: Clock
    adapters: Mapping[str, BankAdapter] = field(default_factory=dict)

    def start(
        self, user_id: int, pay_id: str, form: PayForm, notify_url: str = ""
    ) -> dict[str, Any]:
        """Begin an attempt, or go on with the one that has this id and asks for the same. Banks
        may say at `notify_url` that an order moved; it is empty where they cannot reach us."""
        contract_id = int(form.contract_id)
        with self.database.writing() as session:
            rules = _rules(session)
            if not may_submit(session, user_id, contract_id):
                raise Problem("forbidden")
            lock(session.connection(), [contract_id])
            intent = _by_pay_id(session, pay_id)
            if intent is None:
                intent = open_intent(session, self.clock.now(), user_id, pay_id, form, rules)
            elif intent.user_id != user_id:
                raise Problem("not-found")
            elif intent.body_sha256 != digest_of(form):
                raise Problem("key-reused")
            request = _request(session, intent, form.return_port, notify_url)
            is_new = intent.state is IntentState.CREATED and intent.bank_order is None
            intent_id, adapter = intent.id, intent.bank.adapter
        if is_new:
            self._order(intent_id, adapter, request)
        return self._body(intent_id)

    def look(self, user_id: int, pay_id: str) -> dict[str, Any]:
        """How an attempt stands, after asking the bank where that is not settled."""
        intent_id = self._of_user(user_id, pay_id)
        self.ask(intent_id)
        return self._body(intent_id)

    def cancel(self, user_id: int, pay_id: str) -> dict[str, Any]:
        """Give an attempt up. What the bank has already taken, or is at work on, stands."""
        intent_id = self._of_user(user_id, pay_id)
        self._void(intent_id, IntentState.CANCELLED)
        return self._body(intent_id)

    def ask(self, intent_id: int) -> None:
        """Ask the bank about an open attempt, and end it where its time is over."""
        intent = self._read(intent_id)
        if intent.state not in OPEN:
            return
        if self.clock.now() >= intent.expires_at and intent.state is not IntentState.PENDING:
            self._void(intent_id, IntentState.EXPIRED)
        elif intent.bank_order is not None:
            self._hear(intent, lambda bank, order: bank.status(order))

    def heard_of(self, bank_code: str, order: str) -> None:
        """A bank says that an order moved: ask what became of it."""
        query = (
            select(PaymentIntent.id)
            .join(Bank, Bank.id == PaymentIntent.bank_id)
            .where(Bank.code == bank_code, PaymentIntent.bank_order == order)
        )
        with self.database.reading() as session:
            intent_id = session.scalar(query)
        if intent_id is not None:
            self._hear(self._read(intent_id), lambda bank, of: bank.status(of))

    def sweep(self) -> int:
        """Ask about every open attempt that is older than `QUIET`; how many those were."""
        now = self.clock.now()
        query = select(PaymentIntent.id).where(
            PaymentIntent.state.in_(OPEN),
            or_(PaymentIntent.created_at <= now - QUIET, PaymentIntent.expires_at <= now),
        )
        with self.database.reading() as session:
            waiting = session.scalars(query.order_by(PaymentIntent.id)).all()
        for intent_id in waiting:
            self.ask(intent_id)
        return len(waiting)

    def _order(self, intent_id: int, adapter: str, request: OrderRequest) -> None:
        try:
            order = self._adapter(adapter).create_order(request)
        except BankUnreachableError as error:
            # Nobody has been given the bank's page, so nobody can pay there.
            with self.database.writing() as session:
                intent = session.get_one(PaymentIntent, intent_id)
                hold(session, intent)
                if intent.state is IntentState.CREATED:
                    close(intent, self.clock.now(), IntentState.FAILED, "bank_unavailable")
            raise refused("bank_unavailable", bank=self._read(intent_id).bank.name) from error
        with self.database.writing() as session:
            intent = session.get_one(PaymentIntent, intent_id)
            hold(session, intent)
            _ordered(intent, order)

    def _void(self, intent_id: int, state: IntentState) -> None:
        intent = self._read(intent_id)
        if intent.state not in OPEN:
            return
        if intent.bank_order is not None:
            heard = self._hear(intent, lambda bank, order: bank.void(order))
            if heard is None or heard.outcome not in (Outcome.WAITING, Outcome.UNKNOWN):
                return
        with self.database.writing() as session:
            intent = session.get_one(PaymentIntent, intent_id)
            hold(session, intent)
            if intent.state in OPEN and intent.state is not IntentState.PENDING:
                close(intent, self.clock.now(), state)

    def _hear(
        self, intent: PaymentIntent, question: Callable[[BankAdapter, str], Status]
    ) -> Status | None:
        """Ask the bank and keep what it says; None where it does not answer."""
        now, give_up = self.clock.now(), self._give_up()
        try:
            status = question(self._adapter(intent.bank.adapter), intent.bank_order or "")
        except BankUnreachableError:
            if now - intent.created_at >= give_up and intent.state in OPEN:
                with self.database.writing() as session:
                    give_to_office(session, now, session.get_one(PaymentIntent, intent.id))
            return None
        with self.database.writing() as session:
            learn(session, now, session.get_one(PaymentIntent, intent.id), status, give_up)
        return status

    def _adapter(self, name: str) -> BankAdapter:
        adapter = self.adapters.get(name)
        if adapter is None:
            raise BankUnreachableError(f"no adapter {name}")
        return adapter

    def _give_up(self) -> timedelta:
        with self.database.reading() as session:
            return timedelta(hours=_rules(session).give_up_hours)

    def _of_user(self, user_id: int, pay_id: str) -> int:
        with self.database.reading() as session:
            intent = _by_pay_id(session, pay_id)
            if intent is None or not may_submit(session, user_id, intent.contract_id):
                raise Problem("not-found")
            return intent.id

    def _read(self, intent_id: int) -> PaymentIntent:
        with self.database.reading() as session:
            intent = session.get_one(PaymentIntent, intent_id)
            assert intent.bank.adapter  # read while the session is there
            return intent

    def _body(self, intent_id: int) -> dict[str, Any]:
        with self.database.reading() as session:
            intent = session.get_one(PaymentIntent, intent_id)
            entity = next(iter(payments(session.connection(), [intent_id])))
            url = intent.bank_url if intent.state is IntentState.REDIRECTED else ""
        return entity.body | {"bank_url": url or None}


def _rules(session: Session) -> PaymentRules:
    rules = rules_of(session, PaymentRules)
    if rules is None:
        raise refused("not_offered")
    return rules


def _by_pay_id(session: Session, pay_id: str) -> PaymentIntent | None:
    return session.scalar(select(PaymentIntent).where(PaymentIntent.pay_id == pay_id))


def _ordered(intent: PaymentIntent, order: Order) -> None:
    if intent.bank_order is None:
        intent.bank_order, intent.bank_url = order.id, order.url
    if intent.state is IntentState.CREATED:
        intent.state = IntentState.REDIRECTED


def _request(
    session: Session, intent: PaymentIntent, return_port: int | None, notify_url: str
) -> OrderRequest:
    utility = session.get(Utility, 1)
    back = f"http://127.0.0.1:{return_port}/retorno" if return_port else ""
    return OrderRequest(
        reference=intent.pay_id,
        amount=intent.amount,
        currency=intent.currency,
        payee=utility.name if utility else "",
        description=", ".join(item.label for item in intent.items)[:200],
        expires_at=intent.expires_at,
        return_url=back,
        notify_url=f"{notify_url}/v1/banks/{intent.bank.code}/webhook" if notify_url else "",
    )
