"""A server with one customer who may give a reading, and one who may not."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from httpx import Client, Response
from sqlalchemy import select

from backend import models as m
from tests.support.backend import START, RunningBackend
from tests.support.backend_books import ContractIds

LAST = START - timedelta(days=30, hours=1)
"""When the utility last read the meter: it showed 500, ten a month."""


@dataclass
class Sender:
    """Somebody signed in. `send` puts a reading; `put` any body."""

    http: Client
    token: str
    home: ContractIds

    def put(self, op_id: str, body: bytes, **headers: str) -> Response:
        usual = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        return self.http.put(f"/v1/submissions/{op_id}", content=body, headers=usual | headers)

    def send(self, value: str, op_id: str = "", **changes: Any) -> Response:
        return self.put(op_id or new_id(), self.body(value, **changes))

    def body(self, value: str, **changes: Any) -> bytes:
        register = {"register_id": str(self.home.register_id), "value": value}
        payload = {
            "meter_id": str(self.home.meter_id),
            "values": [register],
            "read_at": iso(START - timedelta(hours=1)),
            "confirmed": [],
            "photo": None,
            "note": "",
        }
        return self.form(payload | changes)

    def form(self, payload: dict[str, Any], **changes: Any) -> bytes:
        whole = {
            "kind": "self_reading",
            "schema": 1,
            "scope": self.home.scope,
            "created_at": iso(START),
            "payload": payload,
        }
        return json.dumps(whole | changes).encode()

    def ask(self, op_id: str) -> Response:
        header = {"Authorization": f"Bearer {self.token}"}
        return self.http.get(f"/v1/submissions/{op_id}", headers=header)

    def feed(self, kind: str = "reading") -> list[dict[str, Any]]:
        header = {"Authorization": f"Bearer {self.token}"}
        answer = self.http.get(f"/v1/scopes/{self.home.scope}/changes?limit=1000", headers=header)
        return [c["body"] for c in answer.json()["changes"] if c["k"] == kind and "body" in c]


def iso(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


def new_id() -> str:
    return str(uuid.uuid4())


def reason(answer: Response) -> str:
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (422, "/problems/submission-rejected")
    assert problem["data"] is not None
    told: str = problem["reason"]
    return told


def kept(server: RunningBackend) -> list[m.Submission]:
    with server.database.reading() as session:
        return list(session.scalars(select(m.Submission).order_by(m.Submission.id)))


def own_readings(server: RunningBackend) -> list[m.Reading]:
    with server.database.reading() as session:
        query = select(m.Reading).where(m.Reading.origin_op_id.is_not(None))
        return list(session.scalars(query.order_by(m.Reading.id)))


def sign_in(http: Client, name: str) -> str:
    form = {"username": name, "password": "clave", "device": "pc"}
    token: str = http.post("/v1/session", json=form).json()["access_token"]
    return token


@pytest.fixture
def home(server: RunningBackend) -> ContractIds:
    """A contract whose window is open; twelve months of real readings, the last one 500."""
    books = server.books
    books.utility()
    home = books.contract([books.user("ana", "clave")])
    books.open_window(home, START)
    with server.database.writing() as session:
        for back in range(14):
            session.add(
                m.Reading(
                    contract_id=home.id,
                    meter_id=home.meter_id,
                    register_id=home.register_id,
                    value=Decimal(500 - 10 * back),
                    read_at=LAST - timedelta(days=30 * back),
                    consumption=Decimal(10),
                    days=30,
                )
            )
    return home


@pytest.fixture
def ana(home: ContractIds, http: Client) -> Sender:
    """Whose contract it is."""
    return Sender(http, sign_in(http, "ana"), home)


@pytest.fixture
def beto(server: RunningBackend, home: ContractIds, http: Client) -> Iterator[Sender]:
    """Another customer, with a contract of the same kind."""
    books = server.books
    other = books.contract([books.user("beto", "clave")], number="9000")
    books.open_window(other, START)
    yield Sender(http, sign_in(http, "beto"), other)
