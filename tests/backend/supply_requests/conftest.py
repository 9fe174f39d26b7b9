"""A customer whose supply is cut, one who moves out, and somebody at the office."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from httpx import Client, Response
from sqlalchemy import select

from backend import models as m
from backend.contracts.models import ConnectedState, ContractStatus, CutReason
from backend.database import Database
from backend.invoices.models import PaymentStatus
from backend.users.models import Role
from tests.support.backend import RunningBackend
from tests.support.backend_books import Books, ContractIds
from tests.support.supply_rules import offer_supply_requests

CI = "1.234.567-2"
PDF = b"%PDF-1.4\n% what was asked for\n%%EOF\n"


@dataclass
class Someone:
    """Somebody signed in, at a contract where they have one."""

    http: Client
    token: str
    home: ContractIds

    def call(self, method: str, path: str, body: Any = None) -> Response:
        header = {"Authorization": f"Bearer {self.token}"}
        if body is None:
            return self.http.request(method, path, headers=header)
        return self.http.request(method, path, headers=header, json=body)

    def submit(self, kind: str, payload: dict[str, Any], op_id: str = "") -> Response:
        whole = {
            "kind": kind,
            "schema": 1,
            "scope": self.home.scope,
            "created_at": "2026-03-02T11:00:00Z",
            "payload": payload,
        }
        return self.call("PUT", f"/v1/submissions/{op_id or uuid.uuid4()}", whole)

    def attach(self, content: bytes = PDF) -> str:
        """Upload a file; its name on the wire."""
        digest = hashlib.sha256(content).hexdigest()
        header = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/pdf"}
        answer = self.http.put(f"/v1/blobs/{digest}", content=content, headers=header)
        assert answer.status_code in (200, 201, 204), answer.text
        return digest

    def feed(self, kind: str = "supply_request") -> list[dict[str, Any]]:
        answer = self.call("GET", f"/v1/scopes/{self.home.scope}/changes?limit=1000").json()
        return [c["body"] for c in answer["changes"] if c["k"] == kind and "body" in c]

    def request(self) -> dict[str, Any]:
        (one,) = self.feed()
        return one

    def office(self, act: str, **form: Any) -> Response:
        return self.call("POST", f"/v1/office/{act}", form)

    def does(self, act: str, **form: Any) -> dict[str, Any]:
        """An act of the office that works."""
        answer = self.office(act, **form)
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told


def reason_of(answer: Response) -> str:
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (422, "/problems/submission-rejected"), problem
    told: str = problem["reason"]
    return told


def number_of(answer: Response) -> str:
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    assert told["reference"] == told["result"]["number"]
    number: str = told["reference"]
    return number


def asked_visit(**changes: Any) -> dict[str, Any]:
    """A reconnection as the app sends it, on the Monday that the clock stands at."""
    return {
        "contact_name": "Ana Pérez",
        "contact_phone": "099 123 456",
        "on": "2026-03-03",
        "slot": "morning",
        "access_notes": "",
        "adult": True,
        "declared": True,
        "fitter_number": "",
        "documents": [],
    } | changes


def asked_change(home: ContractIds, sha256: str, **changes: Any) -> dict[str, Any]:
    """A change of holder as the app sends it: a sale, with every document."""
    documents = [{"code": c, "sha256": sha256} for c in ("id_front", "id_back", "deed")]
    reading = {"register_id": str(home.register_id), "value": "00470"}
    return {
        "reason": "purchase",
        "person_type": "person",
        "document_type": "ci",
        "document_number": CI,
        "full_name": "Bruno Nuevo Titular",
        "email": "bruno.nuevo@example.net",
        "phone": "098 765 432",
        "link": "owner",
        "effective_on": "2026-03-02",
        "handover": {"on": "2026-03-02", "values": [reading], "photo": None},
        "documents": documents,
        "terms_version": "2026-11",
    } | changes


def sign_in(http: Client, name: str) -> str:
    form = {"username": name, "password": "secreta", "device": "pc"}
    token: str = http.post("/v1/session", json=form).json()["access_token"]
    return token


def cut(books: Books, home: ContractIds, why: CutReason = CutReason.NON_PAYMENT) -> None:
    """Take the supply away."""
    books.change(
        m.Contract,
        home.id,
        status=ContractStatus.CUT,
        cut_since=date(2026, 2, 10),
        cut_reason=why,
    )
    with books.database.reading() as session:
        place = session.get_one(m.Contract, home.id).supply_point_id
    books.change(m.SupplyPoint, place, connected_state=ConnectedState.PHYSICALLY_DISCONNECTED)


def pay_everything(database: Database, home: ContractIds) -> None:
    """Settle every bill."""
    with database.writing() as session:
        for bill in session.scalars(select(m.Invoice).where(m.Invoice.contract_id == home.id)):
            bill.paid, bill.open, bill.payment_status = bill.total, 0, PaymentStatus.PAID


@pytest.fixture
def home(server: RunningBackend) -> ContractIds:
    """Ana's contract, with a year of readings and bills that are paid."""
    books = server.books
    books.utility()
    offer_supply_requests(server.database)
    home = books.contract([books.user("ana", email="ana.saliente@example.org")], number="4410")
    books.readings(home, 13)
    books.invoices(home, 3)
    pay_everything(server.database, home)
    return home


@pytest.fixture
def ana(home: ContractIds, http: Client) -> Someone:
    """Whose contract it is."""
    return Someone(http, sign_in(http, "ana"), home)


@pytest.fixture
def clerk(server: RunningBackend, home: ContractIds, http: Client) -> Someone:
    """Who does the acts of the office."""
    server.books.user("oficina", role=Role.CLERK)
    return Someone(http, sign_in(http, "oficina"), home)
