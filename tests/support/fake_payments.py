"""Payments without a service, and a browser without a window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from desktop.domain.coupons import CouponField, CouponRules
from desktop.domain.errors import AppError
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import Invoice
from desktop.domain.money import Money
from desktop.domain.payments import (
    Attempt,
    Bank,
    NotStarted,
    PayItem,
    Payment,
    PaymentItem,
    PaymentRules,
    PayState,
    Receipt,
    Review,
    Started,
)
from desktop.services.payments import PayBook

PAGE = "http://127.0.0.1:8799/pagar/o-1"
COUPON = CouponRules(
    "i2of5",
    (
        CouponField("text", 4, "7421"),
        CouponField("contract", 10, ""),
        CouponField("amount", 9, ""),
        CouponField("until", 6, ""),
    ),
    "mod10",
    5,
    24,
    ("Red de Prueba",),
)
RULES = PaymentRules(30, 15, 48, 72, False, COUPON)


def a_bank(code: str = "plaza", **changes: Any) -> Bank:
    """A bank on offer without limits."""
    bank = Bank(code, code, f"Banco {code.title()}", ("UYU",), 1, None, (), 0, True, None)
    return replace(bank, **changes)


def a_payment(
    now: datetime,
    state: PayState = PayState.REDIRECTED,
    *,
    number: int = 1,
    contract_id: str = "c1",
    item: PayItem | None = None,
    review: Review | None = None,
    reason: str = "",
) -> Payment:
    """An attempt to pay one invoice, begun a quarter of an hour ago."""
    paid = item or PayItem("invoice", "77", "A-77", Money(122_000, "UYU"))
    is_paid = state is PayState.PAID
    receipts = (Receipt(f"P-2026-{number:06}-1", f"t-{number}", paid.amount, now),)
    begun = now - timedelta(minutes=15 * number)
    return Payment(
        id=str(number),
        pay_id=f"{number:08}-0000-4000-8000-000000000000",
        contract_id=contract_id,
        bank="plaza",
        bank_name="Banco Plaza",
        amount=paid.amount,
        state=state,
        reason=reason,
        created_at=begun,
        expires_at=begun + timedelta(minutes=30),
        closed_at=None if state.is_open else now,
        review=review,
        items=(
            PaymentItem(
                paid.target,
                paid.id,
                paid.label,
                paid.amount,
                paid.amount if is_paid else Money(0, paid.amount.currency),
            ),
        ),
        receipts=receipts if is_paid else (),
    )


@dataclass
class FakePayments:
    """What `office.payments` is asked, and what it answers. An answer that is an `AppError` is
    raised. `begun` are the calls that began an attempt."""

    now: datetime
    invoices: Callable[[], Sequence[Invoice]] = tuple
    rules: PaymentRules | None = RULES
    banks: tuple[Bank, ...] = field(default_factory=lambda: (a_bank(),))
    payments: tuple[Payment, ...] = ()
    attempt: Attempt | None = None
    verified_at: datetime | None = None
    answer: Started | NotStarted | AppError | None = None
    found: Started | None = None
    contract: Any = None
    begun: list[tuple[str, tuple[PayItem, ...]]] = field(default_factory=list)

    def book(self, contract_id: str) -> PayBook:
        return PayBook(
            self.contract,
            self.rules,
            self.banks,
            tuple(p for p in self.payments if p.contract_id == contract_id),
            tuple(self.invoices()),
            self.attempt,
            self.now.date(),
            self.now,
            Freshness(self.verified_at or self.now),
        )

    def begin(
        self, contract_id: str, bank: str, items: Sequence[PayItem], return_port: int | None
    ) -> Started | NotStarted:
        del contract_id, return_port
        self.begun.append((bank, tuple(items)))
        if isinstance(self.answer, AppError):
            raise self.answer
        assert self.answer is not None
        return self.answer

    def settle(self, contract_id: str) -> Started | None:
        del contract_id
        self.attempt = None
        return self.found

    def look(self, pay_id: str) -> Started | None:
        del pay_id
        return self.found

    def cancel(self, pay_id: str) -> Started:
        del pay_id
        assert self.found is not None
        return self.found


class FakeBrowser:
    """Keeps what it was told to open."""

    def __init__(self) -> None:
        self.pages: list[str] = []
        self.works = True
        self.came: Callable[[], None] | None = None

    def open(self, url: str) -> bool:
        if self.works:
            self.pages.append(url)
        return self.works

    def expect_return(self, came: Callable[[], None]) -> int | None:
        self.came = came
        return 40_000

    def stop_expecting(self) -> None:
        self.came = None
