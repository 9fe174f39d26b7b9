"""A customer of a utility that takes questions and claims, by the demonstration's rules."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from httpx import Client, Response
from sqlalchemy import select

from backend import models as m
from backend.office.acts import acts, do
from tests.support.backend import START, RunningBackend
from tests.support.backend_books import ContractIds
from tests.support.policies import offer

PAPER = b"%PDF-1.4\n% a receipt\n%%EOF\n"


@dataclass
class Customer:
    """Somebody signed in, and the contract that is theirs."""

    server: RunningBackend
    http: Client
    token: str
    home: ContractIds
    invoices: list[int]

    def put(self, kind: str, payload: dict[str, Any], op_id: str = "") -> Response:
        body = {
            "kind": kind,
            "schema": 1,
            "scope": self.home.scope,
            "created_at": f"{START:%Y-%m-%dT%H:%M:%SZ}",
            "payload": payload,
        }
        header = {"Authorization": f"Bearer {self.token}"}
        return self.http.put(f"/v1/submissions/{op_id or uuid.uuid4()}", json=body, headers=header)

    def asks(self, **changes: Any) -> Response:
        payload = {
            "topic": "bill",
            "subject": "Mi factura",
            "message": "No entiendo el cargo fijo de mi factura.",
            "channel": "portal",
        }
        return self.put("question", payload | changes)

    def claims(self, op_id: str = "", **changes: Any) -> Response:
        payload = {
            "subtype": "wrong_reading",
            "description": "La lectura facturada no es la de mi medidor.",
            "claimant": "holder",
            "contact_name": "Ana Pérez",
            "contact_phone": "099 123 456",
            "truthful": True,
            "invoices": [str(self.invoices[-1])],
        }
        return self.put("claim", payload | changes, op_id)

    def says(self, case_id: str, action: str = "reply", **changes: Any) -> Response:
        return self.put("case_message", {"case_id": case_id, "action": action} | changes)

    def uploads(self, content: bytes = PAPER) -> str:
        sha = hashlib.sha256(content).hexdigest()
        header = {"Authorization": f"Bearer {self.token}"}
        self.http.put(f"/v1/blobs/{sha}", content=content, headers=header).raise_for_status()
        return sha

    def file(self, kind: str = "other", name: str = "recibo.pdf") -> dict[str, str]:
        return {"sha256": self.uploads(), "name": name, "kind": kind}

    def feed(self, kind: str = "case") -> list[dict[str, Any]]:
        header = {"Authorization": f"Bearer {self.token}"}
        answer = self.http.get(f"/v1/scopes/{self.home.scope}/changes?limit=1000", headers=header)
        return [c["body"] for c in answer.json()["changes"] if c["k"] == kind and "body" in c]

    @property
    def case(self) -> dict[str, Any]:
        (found,) = self.feed()
        return found

    def invoice(self, invoice_id: int) -> dict[str, Any]:
        return next(one for one in self.feed("invoice") if one["id"] == str(invoice_id))


def accepted(answer: Response) -> dict[str, Any]:
    """The result of what was accepted."""
    assert answer.status_code == 200, answer.text
    result: dict[str, Any] = answer.json()["result"]
    return result


def refused(answer: Response) -> tuple[str, str | None, dict[str, Any]]:
    """Reason, field and figures of what was refused."""
    problem = json.loads(answer.content)
    assert (answer.status_code, problem["type"]) == (422, "/problems/submission-rejected")
    return problem["reason"], problem["field"], problem["data"]


def office(server: RunningBackend, act: str, number: str, **form: Any) -> dict[str, Any]:
    """A clerk does an act; raises OfficeRefusedError."""
    found = acts()[act]
    return do(
        server.database,
        server.movable_clock,
        "mostrador",
        found,
        found.form.model_validate({"number": number} | form),
    )


def _signed_in(http: Client, name: str) -> str:
    form = {"username": name, "password": "clave", "device": "pc"}
    token: str = http.post("/v1/session", json=form).json()["access_token"]
    return token


def _contract(server: RunningBackend, name: str, number: str) -> tuple[ContractIds, list[int]]:
    home = server.books.contract([server.books.user(name, "clave")], number=number)
    invoices = server.books.invoices(home, 3)
    for back, invoice_id in enumerate(reversed(invoices)):
        issued = (START - timedelta(days=20 + 120 * back)).date()
        server.books.change(m.Invoice, invoice_id, issue_date=issued)
    return home, invoices


@pytest.fixture
def ana(server: RunningBackend, http: Client) -> Customer:
    """Her last two invoices can be claimed; the one before is too old."""
    server.books.utility()
    offer(server.database, "calendar", "cases")
    home, invoices = _contract(server, "ana", "7001")
    return Customer(server, http, _signed_in(http, "ana"), home, invoices)


@pytest.fixture
def beto(ana: Customer, server: RunningBackend) -> Iterator[Customer]:
    """Another customer of the same utility."""
    home, invoices = _contract(server, "beto", "7002")
    yield Customer(server, ana.http, _signed_in(ana.http, "beto"), home, invoices)


def local_day(instant: datetime) -> date:
    """The day in Montevideo, three hours behind."""
    return (instant - timedelta(hours=3)).date()


def cases(server: RunningBackend) -> list[m.Case]:
    """Every case of the books."""
    with server.database.reading() as session:
        return list(session.scalars(select(m.Case)))
