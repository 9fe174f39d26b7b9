"""Paying through a bank. Online only: an attempt is written down here, then made at the service."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.domain.contracts import Contract
from desktop.domain.drafts import Draft
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import Invoice
from desktop.domain.money import Money
from desktop.domain.paying import INVOICE
from desktop.domain.payments import (
    Attempt,
    Bank,
    NotStarted,
    PayItem,
    Payment,
    PaymentRules,
    Started,
    newest_first,
)

if TYPE_CHECKING:
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk
    from desktop.services.session import SessionService

_DRAFT = "payment"


@dataclass(frozen=True, slots=True)
class PayBook:
    """What a contract's payments are about. `rules` is None where the utility takes none;
    `attempt` was begun here and it is not known whether it arrived."""

    contract: Contract | None
    rules: PaymentRules | None
    banks: tuple[Bank, ...]
    payments: tuple[Payment, ...]
    invoices: tuple[Invoice, ...]
    attempt: Attempt | None
    today: date
    now: datetime
    freshness: Freshness


class PaymentService:
    """`book` reads the mirror; the other calls ask the service. Raises `NetworkError`,
    `SessionError`, `StoreError`."""

    def __init__(self, session: SessionService, desk: Desk, clock: ServerClock) -> None:
        self._session = session
        self._desk = desk
        self._clock = clock

    def book(self, contract_id: str) -> PayBook:
        """Banks in their order, payments newest first."""
        with self._desk.using() as store:
            draft = store.drafts.load(_DRAFT, _scope(contract_id))
            banks = store.mirror.every(Bank)
            return PayBook(
                contract=store.contracts.get(contract_id),
                rules=store.mirror.policy(PaymentRules),
                banks=tuple(sorted(banks, key=lambda bank: (bank.sort, bank.name))),
                payments=newest_first(store.mirror.of(Payment, contract_id)),
                invoices=store.invoices.of(contract_id),
                attempt=None if draft is None else _attempt(draft),
                today=self._clock.today(),
                now=self._clock.now(),
                freshness=store.cache.freshness(contract_id),
            )

    def begin(
        self, contract_id: str, bank: str, items: Sequence[PayItem], return_port: int | None
    ) -> Started | NotStarted:
        """Begin to pay. It is on the disk before the service is asked: after a lost answer or a
        crash, `settle` finds out whether it was begun. An earlier one whose answer was lost is
        gone on with, if it arrived."""
        earlier = self.settle(contract_id)
        if earlier is not None and earlier.payment.state.is_open:
            return earlier
        attempt = Attempt(
            str(uuid.uuid4()), contract_id, bank, self._numbered(items), self._clock.now()
        )
        with self._desk.using() as store:
            store.drafts.save(
                _DRAFT, _scope(contract_id), _content(attempt), None, attempt.saved_at
            )
        from desktop.api import payments

        answer = payments.start(self._session.client, attempt, return_port)
        self._forget(contract_id)
        return answer

    def settle(self, contract_id: str) -> Started | None:
        """What became of an attempt whose answer was lost; None where it never arrived, and it is
        forgotten then."""
        with self._desk.using() as store:
            draft = store.drafts.load(_DRAFT, _scope(contract_id))
        found = None if draft is None else self.look(_attempt(draft).pay_id)
        self._forget(contract_id)
        return found

    def look(self, pay_id: str) -> Started | None:
        """How an attempt stands; the service asks the bank. None where there is no such one."""
        from desktop.api import payments

        return payments.look(self._session.client, pay_id)

    def cancel(self, pay_id: str) -> Started:
        """Give an attempt up; what the bank has taken stands."""
        from desktop.api import payments

        return payments.cancel(self._session.client, pay_id)

    def _numbered(self, items: Sequence[PayItem]) -> tuple[PayItem, ...]:
        """With the numbers under which the invoices are known here."""
        with self._desk.using() as store:
            seqs = store.mirror.seqs(Invoice, [i.id for i in items if i.target == INVOICE])
        return tuple(replace(i, seq=seqs.get(i.id)) if i.target == INVOICE else i for i in items)

    def _forget(self, contract_id: str) -> None:
        with self._desk.using() as store:
            store.drafts.discard(_DRAFT, _scope(contract_id), self._clock.now())


def _scope(contract_id: str) -> str:
    return f"C-{contract_id}"


def _content(attempt: Attempt) -> dict[str, object]:
    return {
        "pay_id": attempt.pay_id,
        "contract_id": attempt.contract_id,
        "bank": attempt.bank,
        "items": [
            [i.target, i.id, i.label, i.amount.minor, i.amount.currency] for i in attempt.items
        ],
    }


def _attempt(draft: Draft) -> Attempt:
    content = draft.content
    return Attempt(
        content["pay_id"],
        content["contract_id"],
        content["bank"],
        tuple(
            PayItem(target, id_, label, Money(minor, currency))
            for target, id_, label, minor, currency in content["items"]
        ),
        draft.saved_at,
    )
