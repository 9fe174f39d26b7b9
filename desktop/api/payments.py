"""Banks and payments as they stand on the wire, and the calls by which one pays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import quote

import msgspec
from msgspec import Meta, Struct

from desktop.api.failures import ProblemError
from desktop.api.fields import Count, Currency, Entity, Id, Instant, Minor
from desktop.domain import coupons, payments
from desktop.domain.errors import Code, NetworkError, RefusedError
from desktop.domain.money import Money
from desktop.domain.payments import NotStarted, PayItem, Refusal, Started

if TYPE_CHECKING:
    from desktop.api.client import Client

Positive = Annotated[int, Meta(ge=0, le=10**15)]


class CouponField(Struct, frozen=True, gc=False):
    """One of `coupon.fields`."""

    source: str
    length: Annotated[int, Meta(ge=1, le=20)]
    text: Annotated[str, Meta(pattern=r"^[0-9]*\Z")]


class Coupon(Struct, frozen=True, gc=False):
    """`coupon` of the rules."""

    symbology: str
    fields: list[CouponField]
    check: str
    valid_days: Count
    max_age_hours: Count
    networks: list[str]

    def domain(self) -> coupons.CouponRules:
        """The domain object."""
        return coupons.CouponRules(
            self.symbology,
            tuple(coupons.CouponField(f.source, f.length, f.text) for f in self.fields),
            self.check,
            self.valid_days,
            self.max_age_hours,
            tuple(self.networks),
        )


class Rules(Struct, frozen=True, gc=False):
    """Rules of the area `payments`, as far as the app needs them."""

    expiry_minutes: Count
    fresh_minutes: Count
    posting_hours: Count
    claim_after_hours: Count
    oldest_first_required: bool
    coupon: Coupon | None

    def domain(self) -> payments.PaymentRules:
        """The domain object."""
        return payments.PaymentRules(
            self.expiry_minutes,
            self.fresh_minutes,
            self.posting_hours,
            self.claim_after_hours,
            self.oldest_first_required,
            self.coupon.domain() if self.coupon else None,
        )


class Bank(Entity, frozen=True, gc=False):
    """Kind `bank`."""

    code: str
    name: str
    currencies: list[Currency]
    min_amount: Positive
    max_amount: Positive | None
    hosts: list[str]
    sort: int
    enabled: bool
    maintenance_until: Instant | None

    def domain(self) -> payments.Bank:
        """The domain object."""
        return payments.Bank(
            self.id,
            self.code,
            self.name,
            tuple(self.currencies),
            self.min_amount,
            self.max_amount,
            tuple(self.hosts),
            self.sort,
            self.enabled,
            self.maintenance_until,
        )


class Item(Struct, frozen=True, gc=False):
    """One of `items` of a payment."""

    target: str
    id: Id
    label: str
    amount: Minor
    credited: Minor


class Receipt(Struct, frozen=True, gc=False):
    """One of `receipts` of a payment."""

    number: str
    bank_reference: str
    amount: Minor
    paid_at: Instant


class Payment(Entity, frozen=True, gc=False):
    """Kind `payment`."""

    pay_id: Id
    contract_id: Id
    bank: str
    bank_name: str
    currency: Currency
    amount: Minor
    state: payments.PayState
    reason: str | None
    created_at: Instant
    expires_at: Instant
    closed_at: Instant | None
    review: payments.Review | None
    items: list[Item]
    receipts: list[Receipt]

    def search(self) -> str:
        """What a person may look for it by."""
        return " ".join(receipt.number for receipt in self.receipts)

    def domain(self) -> payments.Payment:
        """The domain object."""
        currency = self.currency
        return payments.Payment(
            id=self.id,
            pay_id=self.pay_id,
            contract_id=self.contract_id,
            bank=self.bank,
            bank_name=self.bank_name,
            amount=Money(self.amount, currency),
            state=self.state,
            reason=self.reason or "",
            created_at=self.created_at,
            expires_at=self.expires_at,
            closed_at=self.closed_at,
            review=self.review,
            items=tuple(
                payments.PaymentItem(
                    i.target, i.id, i.label, Money(i.amount, currency), Money(i.credited, currency)
                )
                for i in self.items
            ),
            receipts=tuple(
                payments.Receipt(r.number, r.bank_reference, Money(r.amount, currency), r.paid_at)
                for r in self.receipts
            ),
        )


class Answer(Payment, frozen=True, gc=False):
    """What the calls about payments answer."""

    bank_url: str | None


ENTITIES = {"bank": (Bank, payments.Bank), "payment": (Payment, payments.Payment)}
POLICIES = {"payments": (Rules, payments.PaymentRules)}


def start(
    client: Client, attempt: payments.Attempt, return_port: int | None
) -> Started | NotStarted:
    """Begin an attempt, or go on with it; the same attempt as often as needed."""
    form: dict[str, Any] = {
        "contract_id": attempt.contract_id,
        "bank": attempt.bank,
        "items": [_item(item) for item in attempt.items],
        "return_port": return_port,
    }
    try:
        return _started(client.call("PUT", _path(attempt.pay_id), form).body)
    except ProblemError as error:
        return _refusal(error)


def look(client: Client, pay_id: str) -> Started | None:
    """How an attempt stands; None where the service never heard of it."""
    try:
        return _started(client.call("GET", _path(pay_id)).body)
    except RefusedError as error:
        if error.code is Code.NOT_FOUND:
            return None
        raise


def cancel(client: Client, pay_id: str) -> Started:
    """Give an attempt up; what the bank has taken stands."""
    return _started(client.call("POST", f"{_path(pay_id)}/cancel").body)


def _path(pay_id: str) -> str:
    return f"/v1/payments/{quote(pay_id, safe='')}"


def _item(item: PayItem) -> dict[str, Any]:
    made: dict[str, Any] = {"target": item.target, "id": item.id, "amount": item.amount.minor}
    return made if item.seq is None else made | {"seq": item.seq}


def _started(content: bytes) -> Started:
    try:
        answer = msgspec.json.decode(content, type=Answer)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NetworkError(Code.INVALID_ANSWER, detail=f"payment: {error}"[:300]) from error
    return Started(answer.domain(), answer.bank_url)


class _Owed(Struct):
    target: str
    id: str
    open: int


class _Data(Struct):
    pay_id: str = ""
    about: str = ""
    label: str = ""
    items: list[_Owed] = []


class _Problem(Struct):
    data: _Data | None = None


_BY_PROBLEM = {
    "payment-open": Refusal.ALREADY_OPEN,
    "invoice-changed": Refusal.CHANGED,
}
_REASONS = frozenset(Refusal)


def _refusal(error: ProblemError) -> NotStarted:
    reason = _BY_PROBLEM.get(error.problem)
    if reason is None and error.problem != "payment-refused":
        raise error
    if reason is None:
        reason = Refusal(error.reason) if error.reason in _REASONS else Refusal.OTHER
    try:
        data = msgspec.json.decode(error.content, type=_Problem).data or _Data()
    except msgspec.MsgspecError:
        data = _Data()
    owed = tuple((o.target, o.id, o.open) for o in data.items)
    return NotStarted(reason, data.about or data.label, data.pay_id, owed)
