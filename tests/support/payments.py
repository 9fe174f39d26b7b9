"""Rules, banks and people's ways of paying, for tests of payments."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from httpx import Client, Response
from sqlalchemy import select

from backend import models as m
from backend.banks.catalogue import bring_in
from backend.database import Database
from backend.payments.rules import PaymentRules

BANKS: list[dict[str, Any]] = [
    {"code": "plaza", "name": "Banco Plaza"},
    {"code": "chico", "name": "Banco Chico", "max_amount": 100_000},
    {"code": "dolares", "name": "Banco Dólares", "currencies": ["USD"]},
]
COUPON: dict[str, Any] = {
    "symbology": "i2of5",
    "fields": [
        {"source": "text", "length": 4, "text": "7421"},
        {"source": "contract", "length": 10},
        {"source": "amount", "length": 9},
        {"source": "until", "length": 6},
    ],
    "networks": ["Red de Prueba"],
}


def offer_payments(database: Database, **rules: Any) -> None:
    """Make the utility take payments by `rules`, in place of the usual ones."""
    made = PaymentRules.model_validate({"banks": BANKS, "coupon": COUPON} | rules)
    with database.writing() as session:
        row = session.scalar(select(m.Policy).where(m.Policy.area == "payments"))
        if row is None:
            session.add(m.Policy(area="payments", rules=made.model_dump_json()))
        else:
            row.rules = made.model_dump_json()
        bring_in(session, made.banks)


def new_id() -> str:
    """An id for an attempt."""
    return str(uuid.uuid4())


@dataclass
class Payer:
    """Somebody at a computer, who signs in each time: clocks jump here."""

    http: Client
    name: str
    contract_id: int

    @property
    def header(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {sign_in(self.http, self.name)}"}

    def pays(
        self, *items: tuple[int, int], pay_id: str = "", bank: str = "plaza", **more: Any
    ) -> Response:
        """Ask to pay (invoice id, minor units) of each item."""
        form: dict[str, Any] = {
            "contract_id": str(self.contract_id),
            "bank": bank,
            "items": [{"target": "invoice", "id": str(i), "amount": a} for i, a in items],
        }
        return self.http.put(
            f"/v1/payments/{pay_id or new_id()}", json=form | more, headers=self.header
        )

    def asks(self, pay_id: str) -> Response:
        return self.http.get(f"/v1/payments/{pay_id}", headers=self.header)

    def gives_up(self, pay_id: str) -> Response:
        return self.http.post(f"/v1/payments/{pay_id}/cancel", headers=self.header)

    def feed(self, kind: str = "payment", scope: str = "") -> list[dict[str, Any]]:
        path = f"/v1/scopes/{scope or f'C-{self.contract_id}'}/changes?limit=1000"
        changes = self.http.get(path, headers=self.header).json()["changes"]
        return [c["body"] for c in changes if c["k"] == kind and "body" in c]


def sign_in(http: Client, name: str, password: str = "clave") -> str:
    """An access token."""
    form = {"username": name, "password": password, "device": "pc"}
    token: str = http.post("/v1/session", json=form).json()["access_token"]
    return token


def order_of(answer: Response) -> str:
    """The bank's order in an attempt's page."""
    url: str = answer.json()["bank_url"]
    return url.rsplit("/", 1)[-1]
