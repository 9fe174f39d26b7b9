"""A utility that takes registrations, and a contract whose bill is at hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from httpx import Client, Response
from sqlalchemy import select

from backend import models as m
from backend.mail.outbound import SERVICE
from backend.policies.rules import read_rules, set_rules
from tests.support.backend import RunningBackend
from tests.support.backend_books import ContractIds

CI = "1.234.567-2"

RULES: dict[str, Any] = {
    "document_types": [
        {"code": "ci", "label": "CI", "check": "uy_ci"},
        {"code": "ext", "label": "Extranjero", "check": "free"},
    ],
    "proofs": ["last_invoice_number", "last_invoice_amount", "meter_digits"],
    "contract": {"min_digits": 4, "max_digits": 8},
    "password": {"min_length": 8, "digit": True},
    "terms": {"version": "1", "text": "Los términos."},
    "tries_per_hour": 3,
}

FORM: dict[str, Any] = {
    "full_name": "perez ANA",
    "contract_number": "1 001",
    "document_type": "ci",
    "document_number": "12345672",
    "email": "Ana.Perez@Example.org",
    "proof": {"kind": "last_invoice_number", "value": "a-1-001"},
    "username": "Ana.Perez",
    "password": "una clave 1",
    "terms_version": "1",
}


@pytest.fixture
def home(server: RunningBackend) -> ContractIds:
    """Ana's contract 1001 with two bills, the last being A-1-001, and meter M1001."""
    books = server.books
    books.utility(customer_phone="2900 0000")
    with server.database.writing() as session:
        set_rules(session, read_rules({"registration": RULES}))
    contract = books.contract()
    with server.database.writing() as session:
        customer = session.get_one(m.Contract, contract.id).customer
        customer.document_type, customer.document_number = "ci", CI
    books.invoices(contract, 2, document=None)
    return contract


@pytest.fixture
def register(http: Client, home: ContractIds) -> Callable[..., Response]:
    """Send the form, with other values in place of the right ones."""

    def send(**other: Any) -> Response:
        return http.post("/v1/registration", json=FORM | other)

    return send


@pytest.fixture
def mails(server: RunningBackend) -> Callable[[], list[m.Mail]]:
    """Everything that was queued, oldest first."""

    def read() -> list[m.Mail]:
        with server.database.reading() as session:
            return list(session.scalars(select(m.Mail).order_by(m.Mail.id)))

    return read


def path_in(mail: m.Mail) -> str:
    """The link in a mail, without the host."""
    found = re.search(re.escape(SERVICE) + r"(/c/\S+)", mail.text)
    assert found is not None, mail.text
    return found[1]


def sign_in(http: Client, username: str, password: str) -> Response:
    """What the service says to this name and password."""
    form = {"username": username, "password": password, "device": "pc"}
    return http.post("/v1/session", json=form)


def bearer(http: Client, username: str, password: str) -> dict[str, str]:
    """The header of a new session."""
    token = sign_in(http, username, password).json()["access_token"]
    return {"Authorization": f"Bearer {token}"}


def problem(answer: Response) -> tuple[int, str]:
    """Status and name."""
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")
