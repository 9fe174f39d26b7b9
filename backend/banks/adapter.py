"""What the service asks of a bank, whichever bank it is.

A webhook only says which order moved; the status is always fetched. Nothing that a browser brings
back is believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class BankUnreachableError(Exception):
    """The bank did not answer, or not in a way that can be understood: nothing is known."""


class StatementError(Exception):
    """A daily file cannot be read; `str(error)` says where and why."""


class Outcome(StrEnum):
    """What a bank says of an order. UNKNOWN: the bank has no such order."""

    WAITING = "waiting"
    PROCESSING = "processing"
    PAID = "paid"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OrderRequest:
    """What is to be paid. The same `reference` makes the same order, however often it is asked
    for. Amounts are minor units; `return_url` and `notify_url` are empty where there is none."""

    reference: str
    amount: int
    currency: str
    payee: str
    description: str
    expires_at: datetime
    return_url: str = ""
    notify_url: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """An order at the bank, and the page where the customer pays it."""

    id: str
    url: str


@dataclass(frozen=True, slots=True)
class Money:
    """Money that arrived: `transaction` is the bank's own number for it, `order` what it is for,
    `amount` minor units, `at` the bank's time."""

    transaction: str
    order: str
    amount: int
    currency: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Status:
    """What the bank says of an order now; `reason` is its word for a refusal."""

    outcome: Outcome
    money: tuple[Money, ...] = ()
    reason: str = ""


class BankAdapter(Protocol):
    """One bank. Calls may take seconds: never inside a transaction."""

    def create_order(self, request: OrderRequest) -> Order:
        """Make an order, or find the one made before. Raises BankUnreachableError."""

    def status(self, order: str) -> Status:
        """What became of an order. Raises BankUnreachableError."""

    def void(self, order: str) -> Status:
        """Ask that an order can no longer be paid; what it is then. Raises
        BankUnreachableError."""

    def order_of_webhook(self, headers: Mapping[str, str], body: bytes) -> str | None:
        """The order that a webhook is about; None where it is not the bank's, or not readable."""

    def parse_statement(self, content: bytes) -> Iterator[Money]:
        """The money of a daily file. Raises StatementError."""
