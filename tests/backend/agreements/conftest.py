"""A customer who owes three invoices, the office, and days that go by."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from httpx import Client, Response
from sqlalchemy import select

from backend import models as m
from backend.agreements.figures import Owed, Plan, base_of, plan
from backend.agreements.rules import AgreementRules
from backend.office.acts import acts, do
from tests.support.agreement_rules import offer
from tests.support.backend import RunningBackend
from tests.support.backend_books import ContractIds

DUE = date(2026, 2, 2)
"""When the three invoices of 1 220.00 were to be paid, 28 days before the tests' day."""
INVOICES = 3


def weekday(day: date) -> date:
    """The working days of a utility that names no holidays."""
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


@dataclass
class Debtor:
    """Somebody signed in who may ask for an agreement on `home`."""

    server: RunningBackend
    http: Client
    token: str
    home: ContractIds
    invoices: list[int]
    rules: AgreementRules

    @property
    def today(self) -> date:
        """The utility's date; three hours behind UTC."""
        return (self.server.clock.now() - timedelta(hours=3)).date()

    def plan(self, count: int = 3, down: int = 40_000, invoices: int = INVOICES) -> Plan:
        owed = [Owed(122_000, DUE)] * invoices
        base = base_of(owed, self.today, self.rules)
        made = plan(base, down, count, self.today, self.rules, weekday)
        assert made is not None
        return made

    def payload(self, made: Plan, ids: Sequence[int] = (), **changes: Any) -> dict[str, Any]:
        return {
            "invoices": [str(one) for one in ids or self.invoices],
            "down_payment": made.down_payment,
            "simulated_on": self.today.isoformat(),
            "arrears": made.base.arrears,
            "arrears_tax": made.base.arrears_tax,
            "instalments": [
                {
                    "due_date": share.due.isoformat(),
                    "capital": share.capital,
                    "interest": share.interest,
                    "tax": share.tax,
                }
                for share in made.shares
            ],
            "total": made.total,
            "consent": True,
            "consent_version": self.rules.consent_version,
        } | changes

    def ask(self, payload: dict[str, Any], op_id: str = "") -> Response:
        whole = {
            "kind": "agreement_request",
            "schema": 1,
            "scope": self.home.scope,
            "created_at": "2026-03-02T12:00:00Z",
            "payload": payload,
        }
        return self.http.put(
            f"/v1/submissions/{op_id or uuid.uuid4()}",
            content=json.dumps(whole).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )

    def agreed(self, **terms: int) -> str:
        """Request an agreement; its number."""
        answer = self.ask(self.payload(self.plan(**terms)))
        assert answer.status_code == 200, answer.text
        number: str = answer.json()["result"]["agreement"]["number"]
        return number

    def active(self, **terms: int) -> str:
        """An agreement whose down payment was made; its number."""
        number = self.agreed(**terms)
        self.act("accept-agreement", number=number)
        self.act("register-down-payment", number=number)
        return number

    def act(self, name: str, **form: Any) -> dict[str, Any]:
        act = acts()[name]
        database, clock = self.server.database, self.server.clock
        return do(database, clock, "carla", act, act.form.model_validate(form))

    def feed(self, kind: str = "agreement") -> list[dict[str, Any]]:
        header = {"Authorization": f"Bearer {self.token}"}
        answer = self.http.get(f"/v1/scopes/{self.home.scope}/changes?limit=1000", headers=header)
        return [c["body"] for c in answer.json()["changes"] if c["k"] == kind and "body" in c]

    def books(self) -> list[m.Invoice]:
        """The invoices as they stand, oldest first."""
        with self.server.database.reading() as session:
            query = select(m.Invoice).where(m.Invoice.contract_id == self.home.id)
            return list(session.scalars(query.order_by(m.Invoice.id)))


def reason(answer: Response) -> tuple[str, dict[str, Any]]:
    """Why a request was refused, and the figures."""
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (422, "/problems/submission-rejected")
    return problem["reason"], problem["data"]


def sign_in(http: Client, name: str) -> str:
    form = {"username": name, "password": "clave", "device": "pc"}
    token: str = http.post("/v1/session", json=form).json()["access_token"]
    return token


@pytest.fixture
def ana(server: RunningBackend, http: Client) -> Debtor:
    """The holder of the contract with the three invoices."""
    books = server.books
    books.utility()
    rules = offer(server.database)
    home = books.contract([books.user("ana", "clave")])
    invoices = books.invoices(home, INVOICES, document=None)
    with server.database.writing() as session:
        for one in invoices:
            invoice = session.get_one(m.Invoice, one)
            invoice.due_terms[0].date = DUE
    return Debtor(server, http, sign_in(http, "ana"), home, invoices, rules)
