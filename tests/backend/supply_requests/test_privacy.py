"""The new holder never receives a row of the one before: proven on the wire, byte by byte."""

from __future__ import annotations

import json
import urllib.parse
from typing import Any

import pytest
from httpx import Client
from sqlalchemy import select

from backend import models as m
from backend.agreements.models import Agreement
from backend.contracts.models import ConnectedState
from backend.delivery.models import Delivery
from backend.users.models import LinkRole
from tests.backend.supply_requests.conftest import (
    CI,
    Someone,
    asked_change,
    number_of,
    sign_in,
)
from tests.support.backend import RunningBackend
from tests.support.backend_books import ContractIds

OLD_NAME = "Anacleta Saliente Figueredo"
OLD_DOCUMENT = "46308006"
OLD_EMAIL = "anacleta.saliente@example.org"
OLD_PHONE = "099 555 111"
OLD_CONTRACT = "70707071"


@pytest.fixture
def bruno_id(server: RunningBackend) -> int:
    """The user of the new holder, who is a customer already, and could see the old contract as
    somebody whom its holder had let in."""
    with server.database.writing() as session:
        bruno = m.Customer(
            document_type="ci", document_number="12345672", full_name="Bruno Nuevo Titular"
        )
        session.add(bruno)
        session.flush()
        customer = bruno.id
    return server.books.user("bruno", full_name="Bruno Nuevo Titular", customer_id=customer)


@pytest.fixture
def moved(
    server: RunningBackend, ana: Someone, clerk: Someone, bruno_id: int, http: Client
) -> Someone:
    """Bruno, after the change, signed in on a new computer."""
    server.books.change(m.Contract, ana.home.id, number=OLD_CONTRACT, account_number=OLD_CONTRACT)
    with server.database.writing() as session:
        holder = session.get_one(m.Contract, ana.home.id).customer
        holder.full_name, holder.email, holder.phone = OLD_NAME, OLD_EMAIL, OLD_PHONE
        holder.document_type, holder.document_number = "ci", OLD_DOCUMENT
    server.books.link(bruno_id, ana.home, role=LinkRole.AUTHORISED, alias="Lo de Anacleta")
    asked = asked_change(ana.home, ana.attach(), document_number=CI)
    number = number_of(ana.submit("holder_change", asked))
    clerk.does("accept-holder-change", number=number)
    for code in ("id_front", "id_back", "deed"):
        clerk.does("accept-supply-document", number=number, document=code)
    clerk.does("approve-holder-change", number=number)
    clerk.does("make-holder-change-effective", number=number, contract="80000001")
    return Someone(http, sign_in(http, "bruno"), new_contract(server))


def new_contract(server: RunningBackend) -> ContractIds:
    with server.database.reading() as session:
        new = session.scalars(select(m.Contract).where(m.Contract.number == "80000001")).one()
        return ContractIds(new.id, 1, 1)


def everything(reader: Someone) -> bytes:
    """Every answer that the service gives this person: who they are, each page of each scope from
    its beginning, and each document that any of it names."""
    me = reader.call("GET", "/v1/me")
    seen = [me.content]
    for scope in (entry["scope"] for entry in me.json()["scopes"]):
        token, more = "", True
        while more:
            query = urllib.parse.urlencode({"limit": 2} | ({"token": token} if token else {}))
            page = reader.call("GET", f"/v1/scopes/{scope}/changes?{query}")
            assert page.status_code == 200
            seen.append(page.content)
            body = page.json()
            token, more = body["next"], body["more"]
            seen += [reader.call("GET", path).content for path in _documents(body["changes"])]
    return b"\n".join(seen)


def _documents(changes: list[dict[str, Any]]) -> list[str]:
    found = [c["body"].get("document") for c in changes if "body" in c]
    return [f"/v1/documents/{d['id']}" for d in found if isinstance(d, dict)]


def secrets_of(server: RunningBackend, old: int) -> list[str]:
    """What nobody but the old holder may read: who they are, and what hangs on their contract."""
    with server.database.reading() as session:
        bills = session.scalars(select(m.Invoice).where(m.Invoice.contract_id == old)).all()
        papers = [bill.document.sha256 for bill in bills if bill.document is not None]
        ops = session.scalars(select(m.Submission.op_id)).all()
        request = session.scalars(select(m.SupplyRequest.number)).one()
        return [
            *(OLD_NAME, OLD_DOCUMENT, OLD_EMAIL, OLD_PHONE, OLD_CONTRACT, "Lo de Anacleta"),
            *(bill.number for bill in bills),
            *papers,
            *ops,
            request,
        ]


def test_no_byte_of_the_old_holder_reaches_the_new_one(
    server: RunningBackend, moved: Someone, ana: Someone
) -> None:
    received = everything(moved)
    kept = everything(ana)
    wanted = secrets_of(server, ana.home.id)
    assert len(wanted) > 10
    for secret in wanted:
        for form in {secret, json.dumps(secret)[1:-1], urllib.parse.quote(secret)}:
            assert form.encode() not in received, secret
    # The same search finds them where they belong, so that it is known to be able to.
    for secret in (OLD_NAME, OLD_CONTRACT, "A-1-000"):
        assert secret.encode() in kept, secret
    assert b"80000001" in received
    assert b"80000001" not in kept


def test_the_new_holder_has_the_new_contract_and_nothing_else(
    server: RunningBackend, moved: Someone, ana: Someone
) -> None:
    scopes = [entry["scope"] for entry in moved.call("GET", "/v1/me").json()["scopes"]]
    assert scopes == [moved.home.scope, "G"]
    kinds = sorted(
        change["k"]
        for change in moved.call("GET", f"/v1/scopes/{moved.home.scope}/changes?limit=1000").json()[
            "changes"
        ]
    )
    assert kinds == ["contract", "meter", "reading"]
    for path in (f"/v1/scopes/{ana.home.scope}/changes", f"/v1/scopes/C-{10**6}/changes"):
        answer = moved.call("GET", path)
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/scope-revoked")


def test_documents_and_requests_of_the_old_contract_are_not_found(
    server: RunningBackend, moved: Someone, ana: Someone
) -> None:
    for bill in ana.feed("invoice"):
        path = f"/v1/documents/{bill['document']['id']}"
        assert ana.call("GET", path).status_code == 200
        assert moved.call("GET", path).status_code == 404
    request_id = ana.request()["id"]
    for act in ("acceptance", "cancellation"):
        assert moved.call("POST", f"/v1/supply-requests/{request_id}/{act}").status_code == 404
    moved.home = ana.home
    answer = moved.submit("holder_change", asked_change(ana.home, moved.attach()))
    assert answer.status_code == 403


def test_the_outgoing_holder_keeps_everything_but_sees_nothing_new(
    server: RunningBackend, moved: Someone, ana: Someone
) -> None:
    assert len(ana.feed("invoice")) == 3
    assert len(ana.feed("reading")) == 14
    before = everything(ana)
    server.books.readings(
        ContractIds(moved.home.id, ana.home.meter_id, ana.home.register_id), 2, first=60
    )
    server.books.invoices(moved.home, 1)
    state = ConnectedState.PHYSICALLY_DISCONNECTED
    server.books.change(m.SupplyPoint, 1, connected_state=state)
    assert everything(ana) == before


def test_delivery_agreements_and_debits_are_not_inherited(
    server: RunningBackend, moved: Someone
) -> None:
    with server.database.reading() as session:
        for model in (Agreement, Delivery, m.Movement, m.Invoice, m.SupplyRequest):
            of_new = select(model).where(model.contract_id == moved.home.id)
            assert session.scalars(of_new).all() == []
