"""A wish about the delivery of bills: what is refused, what has to be confirmed, what holds."""

from __future__ import annotations

import json
import re
import uuid
from datetime import date
from typing import Any

import pytest
from httpx import Client, Response
from sqlalchemy import select

from backend import models as m
from backend.contracts.models import ContractStatus
from backend.delivery.models import DeliveryStatus
from tests.support.backend import MovableClock, RunningBackend
from tests.support.backend_books import ContractIds
from tests.support.utility_people import clerk, mails_to, offers_everything

ADDRESS = "ana@example.org"


class Sender:
    """Somebody who is signed in, about one contract."""

    def __init__(self, http: Client, name: str, home: ContractIds) -> None:
        self._http, self._name, self._home = http, name, home

    @property
    def _headers(self) -> dict[str, str]:
        """Those of a new session: the clock may have moved by weeks."""
        form = {"username": self._name, "password": "clave", "device": "pc"}
        token = self._http.post("/v1/session", json=form).json()["access_token"]
        return {"Authorization": f"Bearer {token}"}

    def wants(self, how: str, **fields: Any) -> Response:
        """Put a wish; mail with the consent that is asked for."""
        payload: dict[str, Any] = {"channel": how}
        if how == "email":
            payload |= {"email": ADDRESS, "consent_version": "2026-03"}
        body = {
            "kind": "delivery_preference",
            "schema": 1,
            "scope": self._home.scope,
            "created_at": "2026-03-02T12:00:00Z",
            "payload": payload | fields,
        }
        headers = self._headers | {"Content-Type": "application/json"}
        path = f"/v1/submissions/{uuid.uuid4()}"
        return self._http.put(path, content=json.dumps(body).encode(), headers=headers)

    def feed(self) -> list[dict[str, Any]]:
        """The deliveries that the feed shows, as they stand."""
        path = f"/v1/scopes/{self._home.scope}/changes?limit=1000"
        changes = self._http.get(path, headers=self._headers).json()["changes"]
        return [c["body"] for c in changes if c["k"] == "delivery"]


def reason(answer: Response) -> tuple[str, str | None]:
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (422, "/problems/submission-rejected")
    return problem["reason"], problem["field"]


def follow(http: Client, server: RunningBackend, place: int = -1) -> Response:
    found = re.search(r"/c/[\w-]+", mails_to(server, ADDRESS)[place].text)
    assert found is not None
    return http.post(found[0])


@pytest.fixture
def home(server: RunningBackend) -> ContractIds:
    """The meter is read on the 10th of March; it is the 2nd."""
    books = server.books
    books.utility()
    offers_everything(server)
    ana = books.user("ana", "clave", email=ADDRESS)
    return books.contract([ana], number="4410", next_read_date=date(2026, 3, 10))


@pytest.fixture
def ana(home: ContractIds, http: Client) -> Sender:
    """Whose contract it is."""
    return Sender(http, "ana", home)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"email": ""}, ("format", "email")),
        ({"email": "ana.example.org"}, ("format", "email")),
        ({"email": "ana@example.org\nBcc: todos@example.org"}, ("format", "email")),
        ({"second_email": "ANA@example.org"}, ("same_address", "second_email")),
        ({"consent_version": ""}, ("consent_outdated", "consent_version")),
        ({"consent_version": "2020-01"}, ("consent_outdated", "consent_version")),
        ({"channel": "fax"}, ("format", "channel")),
    ],
)
def test_what_cannot_be_is_refused_and_nobody_is_written_to(
    ana: Sender, server: RunningBackend, fields: dict[str, str], told: tuple[str, str]
) -> None:
    assert reason(ana.wants("email", **fields)) == told
    assert ana.feed() == []
    assert mails_to(server, ADDRESS) == []


def test_paper_is_in_force_from_the_beginning(ana: Sender) -> None:
    assert reason(ana.wants("paper")) == ("already_in_force", None)


def test_an_ended_contract_and_a_utility_without_it(
    ana: Sender, server: RunningBackend, home: ContractIds
) -> None:
    server.books.change(m.Contract, home.id, status=ContractStatus.ENDED)
    assert reason(ana.wants("email"))[0] == "contract_ended"
    with server.database.writing() as session:
        session.delete(session.scalars(select(m.Policy).where(m.Policy.area == "delivery")).one())
    assert reason(ana.wants("email"))[0] == "not_offered"


def test_a_mail_is_confirmed_once_and_holds_from_the_bill_it_reaches(
    ana: Sender, server: RunningBackend, http: Client
) -> None:
    result = ana.wants("email").json()["result"]
    assert (result["status"], result["effective_from"]) == ("unconfirmed", None)
    (mail,) = mails_to(server, ADDRESS)
    assert "contrato 4410" in mail.text
    assert "A partir de la factura de marzo de 2026" in follow(http, server).text
    (row,) = ana.feed()
    assert (row["status"], row["effective_from"]) == ("confirmed", "2026-03-14")
    assert (row["first_reading"], row["is_late"]) == ("2026-03-10", False)
    assert row["consent"]["version"] == "2026-03"
    assert follow(http, server).status_code == 410
    assert reason(ana.wants("email"))[0] == "already_in_force"


def test_after_the_paper_was_printed_it_is_the_bill_after(
    ana: Sender, server: RunningBackend, http: Client, clock: MovableClock
) -> None:
    ana.wants("email")
    clock.advance(days=11)  # the 13th: printed on the 12th, issued on the 14th
    ana.wants("email")
    told = follow(http, server).text
    assert "Para esta factura ya se emitió el papel" in told
    assert "A partir de la factura de abril de 2026" in told
    assert [row["is_late"] for row in ana.feed()] == [False, True]


def test_a_later_wish_withdraws_the_one_that_waits_and_its_link(
    ana: Sender, server: RunningBackend, http: Client
) -> None:
    ana.wants("email")
    ana.wants("email", second_email="copia@example.org")
    assert follow(http, server, 0).status_code == 410
    assert follow(http, server, 1).status_code == 200
    assert [row["status"] for row in ana.feed()] == ["withdrawn", "confirmed"]
    assert ana.wants("paper").status_code == 200
    assert [row["status"] for row in ana.feed()] == ["withdrawn", "withdrawn", "confirmed"]


def test_a_known_address_needs_no_second_confirmation_until_it_bounces(
    ana: Sender, server: RunningBackend, http: Client, clock: MovableClock
) -> None:
    ana.wants("email")
    follow(http, server)
    clock.advance(days=20)
    result = ana.wants("email", second_email="copia@example.org").json()["result"]
    assert result["status"] == "confirmed"
    assert [row["ends_on"] for row in ana.feed()] == ["2026-04-13", None]
    clock.advance(days=30)
    for bounces in (1, 2, 3):
        told = clerk(server, "record-bounce", contract="4410")
        assert (told["bounces"], told["is_suspended"]) == (bounces, bounces == 3)
    last = ana.feed()[-1]
    assert (last["status"], last["suspended_on"]) == ("suspended", last["ends_on"])
    assert reason(ana.wants("paper"))[0] == "already_in_force"
    result = ana.wants("email", second_email="copia@example.org").json()["result"]
    assert result["status"] == "unconfirmed"  # mails came back since it was confirmed


def test_somebody_who_may_only_look_cannot_ask(
    server: RunningBackend, home: ContractIds, http: Client
) -> None:
    beto = server.books.user("beto", "clave")
    server.books.link(beto, home, role="viewer")
    assert Sender(http, "beto", home).wants("email").status_code == 403


def test_a_link_does_nothing_once_the_request_is_gone(
    ana: Sender, server: RunningBackend, http: Client
) -> None:
    ana.wants("email")
    with server.database.writing() as session:
        row = session.scalars(select(m.Delivery)).one()
        row.status = DeliveryStatus.WITHDRAWN
    answer = follow(http, server)
    assert answer.status_code == 422
    assert "ya no está pendiente" in answer.text
