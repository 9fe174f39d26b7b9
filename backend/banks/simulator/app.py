"""The simulated bank as a server of its own: an API for the utility, a page for the customer."""

from __future__ import annotations

import http.client
import json
import logging
import secrets
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import FastAPI, HTTPException, Path
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from backend.banks.adapter import Outcome
from backend.banks.simulator.core import Answer, Bank, BankOrder, as_csv
from backend.banks.simulator.pages import done_page, order_page
from backend.clock import Clock, iso

log = logging.getLogger("backend")

_PATIENCE = 5.0  # seconds
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action *",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

OrderId = Annotated[str, Path(max_length=80)]


class OrderForm(BaseModel):
    """An order of the utility."""

    model_config = ConfigDict(extra="forbid")

    reference: str = Field(min_length=1, max_length=80)
    amount: int = Field(ge=1)
    currency: str = Field(pattern="^[A-Z]{3}$")
    payee: str = Field("", max_length=200)
    description: str = Field("", max_length=300)
    expires_at: str = ""
    return_url: str = Field("", max_length=200)
    notify_url: str = Field("", max_length=300)


def create_bank(clock: Clock | None = None) -> tuple[FastAPI, Bank]:
    """The server and the bank behind it."""
    bank = Bank(clock or Clock(), _send)
    app = FastAPI(title="Banco de demostración", docs_url=None, redoc_url=None, openapi_url=None)

    @app.post("/orders")
    def order(form: OrderForm) -> dict[str, Any]:
        made = bank.create(**form.model_dump())
        return {"order": made.id, "page": f"/pagar/{made.id}"}

    @app.get("/orders/{order_id}")
    def status(order_id: OrderId) -> dict[str, Any]:
        return _told(bank.find(order_id))

    @app.post("/orders/{order_id}/void")
    def void(order_id: OrderId) -> dict[str, Any]:
        return _told(bank.void(order_id))

    @app.get("/pagar/{order_id}")
    def page(order_id: OrderId) -> Response:
        found = bank.find(order_id)
        text = done_page(None) if found is None else order_page(found)
        return HTMLResponse(text, 404 if found is None else 200, _HEADERS)

    @app.post("/pagar/{order_id}/{answer}")
    def answer(order_id: OrderId, answer: Answer) -> Response:
        found = bank.answer(order_id, answer)
        if found is not None and found.return_url and answer is not Answer.NEVER:
            return RedirectResponse(found.return_url, 303, _HEADERS)
        return HTMLResponse(done_page(found), 404 if found is None else 200, _HEADERS)

    @app.get("/statement/{day}")
    def statement(day: date) -> Response:
        return PlainTextResponse(as_csv(bank.statement(day)), media_type="text/csv")

    return app, bank


def _told(order: BankOrder | None) -> dict[str, Any]:
    if order is None:
        raise HTTPException(404)
    return {
        "order": order.id,
        "outcome": order.outcome,
        "reason": order.reason,
        "money": [
            {
                "transaction": m.transaction,
                "amount": m.amount,
                "currency": m.currency,
                "at": iso(m.at),
            }
            for m in (order.money if order.outcome is Outcome.PAID else ())
        ],
    }


def _send(url: str, order: str) -> None:
    """Tell the utility that an order moved, and nothing more. If nobody is there, it will ask."""
    if not url:
        return
    message = {"id": secrets.token_hex(8), "order": order}
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(
        parts.hostname or "", parts.port or 80, timeout=_PATIENCE
    )
    try:
        headers = {"Content-Type": "application/json"}
        connection.request("POST", parts.path, json.dumps(message), headers)
        connection.getresponse().read()
    except (OSError, http.client.HTTPException) as error:
        log.info("nobody took the message: %s", type(error).__name__)
    finally:
        connection.close()
