"""The simulated bank as the service sees it, over HTTP."""

from __future__ import annotations

import csv
import http.client
import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from backend.banks.adapter import (
    BankUnreachableError,
    Money,
    Order,
    OrderRequest,
    Outcome,
    StatementError,
    Status,
)
from backend.banks.simulator.core import COLUMNS
from backend.clock import iso

_PATIENCE = 5.0  # seconds
_LONGEST = 1 << 20  # bytes of an answer
_NAME = re.compile(r"[A-Za-z0-9-]{1,80}")


class SimulatorAdapter:
    """The simulator at `address`, `http://HOST:PORT`."""

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")
        parts = urlsplit(self._address)
        self._host, self._port = parts.hostname or "", parts.port or 80

    def create_order(self, request: OrderRequest) -> Order:
        """Make an order, or find the one of that reference."""
        form = {
            "reference": request.reference,
            "amount": request.amount,
            "currency": request.currency,
            "payee": request.payee,
            "description": request.description,
            "expires_at": iso(request.expires_at),
            "return_url": request.return_url,
            "notify_url": request.notify_url,
        }
        made = self._call("POST", "/orders", form)
        return Order(str(made["order"]), self._address + str(made["page"]))

    def status(self, order: str) -> Status:
        """What became of an order."""
        return self._status("GET", f"/orders/{quote(order, safe='')}")

    def void(self, order: str) -> Status:
        """Take an order back, if nobody has begun to pay it."""
        status = self._status("POST", f"/orders/{quote(order, safe='')}/void")
        # Cancelled by us just now: for the service it is an order that nobody took up.
        is_ours = status.outcome is Outcome.CANCELLED
        return Status(Outcome.WAITING) if is_ours else status

    def order_of_webhook(self, headers: Mapping[str, str], body: bytes) -> str | None:
        """The order in a message; its other contents are not looked at."""
        del headers
        try:
            order = json.loads(body)["order"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return order if isinstance(order, str) and _NAME.fullmatch(order) else None

    def parse_statement(self, content: bytes) -> Iterator[Money]:
        """The money of a daily file."""
        return parse_statement(content)

    def _status(self, method: str, path: str) -> Status:
        try:
            told = self._call(method, path)
        except _NoSuchOrderError:
            return Status(Outcome.UNKNOWN)
        try:
            money = tuple(
                Money(
                    str(m["transaction"]),
                    str(told["order"]),
                    int(m["amount"]),
                    str(m["currency"]),
                    datetime.fromisoformat(m["at"]),
                )
                for m in told["money"]
            )
            if not all(_is_money(m) for m in money):
                raise ValueError("money that is none")
            return Status(Outcome(told["outcome"]), money, str(told["reason"]))
        except (KeyError, ValueError, TypeError) as error:
            raise BankUnreachableError("the answer cannot be read") from error

    def _call(self, method: str, path: str, form: Mapping[str, Any] | None = None) -> Any:
        connection = http.client.HTTPConnection(self._host, self._port, timeout=_PATIENCE)
        try:
            body = None if form is None else json.dumps(form)
            connection.request(method, path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            content = answer.read(_LONGEST)
        except (OSError, http.client.HTTPException) as error:
            raise BankUnreachableError(type(error).__name__) from error
        finally:
            connection.close()
        if answer.status == 404:
            raise _NoSuchOrderError
        try:
            if answer.status != 200:
                raise ValueError(f"status {answer.status}")
            return json.loads(content)
        except ValueError as error:
            raise BankUnreachableError(str(error)) from error


class _NoSuchOrderError(Exception):
    """The bank has no such order."""


def parse_statement(content: bytes) -> Iterator[Money]:
    """The rows of the simulator's daily file; raises StatementError with the line."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise StatementError("the file is not UTF-8") from error
    try:
        rows = list(csv.reader(text.splitlines(), strict=True))
    except csv.Error as error:
        raise StatementError(str(error)) from error
    if not rows or tuple(rows[0]) != COLUMNS:
        raise StatementError("line 1: these are not the columns of the file")
    for line, row in enumerate(rows[1:], start=2):
        try:
            transaction, order, amount, currency, at = row
            money = Money(transaction, order, int(amount), currency, datetime.fromisoformat(at))
        except ValueError as error:
            raise StatementError(f"line {line}: {error}") from error
        if not _is_money(money):
            raise StatementError(f"line {line}: an amount above zero and a zone are needed")
        yield money


def _is_money(money: Money) -> bool:
    named = _NAME.fullmatch(money.transaction) and _NAME.fullmatch(money.order)
    is_amount = 0 < money.amount < 1 << 62 and len(money.currency) == 3
    return bool(named) and is_amount and money.at.tzinfo is not None
