"""A supply goes over to another holder: what is asked for, who agrees, and what becomes of both
contracts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from httpx import Client
from sqlalchemy import select

from backend import models as m
from backend.contracts.models import ContractStatus
from backend.invoices.models import PaymentStatus
from backend.users.models import LinkRole
from tests.backend.supply_requests.conftest import (
    Someone,
    asked_change,
    cut,
    number_of,
    reason_of,
    sign_in,
)
from tests.support.backend import MovableClock, RunningBackend
from tests.support.supply_rules import offer_supply_requests


@pytest.fixture
def asked(server: RunningBackend, ana: Someone) -> Someone:
    """Ana, whose outgoing mail address the books know, and who has asked for the change."""
    with server.database.writing() as session:
        holder = session.get_one(m.Contract, ana.home.id).customer
        holder.email = "ana.saliente@example.org"
        holder.document_type, holder.document_number = "ci", "46308006"
    number_of(ana.submit("holder_change", asked_change(ana.home, ana.attach())))
    return ana


def letters(server: RunningBackend, to: str) -> list[str]:
    with server.database.reading() as session:
        query = select(m.Mail).where(m.Mail.recipient == to).order_by(m.Mail.id)
        return [f"{mail.subject}\n{mail.text}" for mail in session.scalars(query)]


def approve(clerk: Someone, number: str) -> None:
    for code in ("id_front", "id_back", "deed"):
        clerk.does("accept-supply-document", number=number, document=code)
    clerk.does("approve-holder-change", number=number)


def test_from_the_request_to_the_new_contract(
    server: RunningBackend, asked: Someone, clerk: Someone, http: Client
) -> None:
    shown = asked.request()
    number = shown["number"]
    assert (shown["status"], shown["until"]) == ("pending_acceptance", "2026-03-16")
    change = shown["change"]
    assert (change["full_name"], change["document"], change["email"]) == (
        "Bruno Nuevo Titular",
        "••••5672",
        "b••••@example.net",
    )
    assert (change["acceptance"], change["asked"]) == ("waiting", "a••••@example.org")

    (asking,) = letters(server, "ana.saliente@example.org")
    (token,) = re.findall(r"/c/([\w-]+)", asking)
    assert "Bruno Nuevo Titular" in http.get(f"/c/{token}").text
    assert asked.request()["status"] == "pending_acceptance"
    assert "Recibimos su conformidad" in http.post(f"/c/{token}").text
    assert http.post(f"/c/{token}").status_code == 410
    shown = asked.request()
    assert (shown["status"], shown["change"]["acceptance_method"]) == ("verifying", "link")

    assert clerk.office("approve-holder-change", number=number).status_code == 409
    approve(clerk, number)
    told = clerk.does("make-holder-change-effective", number=number)
    assert told == {"number": number, "status": "effective", "contract": "4411"}

    (old,) = asked.feed("contract")
    assert (old["status"], old["end_date"]) == ("ended", "2026-03-02")
    assert asked.feed("meter") == []
    last = max(asked.feed("reading"), key=lambda r: r["read_at"])
    assert (last["value"], last["consumption"], last["reason"]) == ("470", "250", "regular")
    with server.database.reading() as session:
        new = session.scalars(select(m.Contract).where(m.Contract.number == "4411")).one()
        assert (new.status, new.supply_point_id) == (ContractStatus.ACTIVE, asked.home.id)
        assert new.customer.full_name == "Bruno Nuevo Titular"
        first = session.scalars(select(m.Reading).where(m.Reading.contract_id == new.id)).one()
        assert (int(first.value), str(first.reason), first.consumption) == (470, "handover", None)
    (welcome,) = letters(server, "bruno.nuevo@example.net")
    assert "4411" in welcome
    assert "4410" not in welcome
    assert "Ana" not in welcome


def test_the_holder_agrees_in_the_app_and_nobody_else_can(
    server: RunningBackend, asked: Someone, http: Client
) -> None:
    path = f"/v1/supply-requests/{asked.request()['id']}/acceptance"
    server.books.link(server.books.user("hijo"), asked.home, role=LinkRole.AUTHORISED)
    child = Someone(http, sign_in(http, "hijo"), asked.home)
    assert child.call("POST", path).status_code == 403
    server.books.user("nadie")
    stranger = Someone(http, sign_in(http, "nadie"), asked.home)
    assert stranger.call("POST", path).status_code == 404
    assert asked.call("POST", path).json()["status"] == "verifying"
    assert asked.request()["change"]["acceptance_method"] == "app"
    assert asked.call("POST", path).json()["reason"] == "wrong_step"


def test_nobody_agrees_after_the_last_day_and_the_request_expires(
    asked: Someone, clerk: Someone, clock: MovableClock, http: Client
) -> None:
    number = asked.request()["number"]
    clock.advance(days=15)
    asked.token = sign_in(http, "ana")
    clerk.token = sign_in(http, "oficina")
    path = f"/v1/supply-requests/{asked.request()['id']}/acceptance"
    assert asked.call("POST", path).json()["reason"] == "too_late"
    assert clerk.office("accept-holder-change", number=number).json()["reason"] == "too-late"
    assert clerk.does("expire-supply-requests") == {"expired": [number]}
    assert asked.request()["status"] == "expired"


def test_documents_that_are_wrong_are_sent_again(
    server: RunningBackend, asked: Someone, clerk: Someone
) -> None:
    number = asked.request()["number"]
    clerk.does("accept-holder-change", number=number)
    clerk.does("accept-supply-document", number=number, document="id_front")
    clerk.does("observe-supply-document", number=number, document="deed", remark="Falta la firma")
    shown = asked.request()
    assert (shown["status"], shown["until"]) == ("observed", "2026-03-16")
    assert "Falta la firma" in shown["note"]
    assert "Falta la firma" in letters(server, "ana.saliente@example.org")[-1]
    again = [{"code": "id_front", "sha256": asked.attach()}]
    refused = asked.submit("supply_documents", {"request_id": shown["id"], "documents": again})
    assert reason_of(refused) == "not_wanted"
    again = [{"code": "deed", "sha256": asked.attach(b"%PDF-1.4\n% signed\n%%EOF\n")}]
    number_of_the_letter = asked.submit(
        "supply_documents", {"request_id": shown["id"], "documents": again}
    )
    assert number_of_the_letter.json()["result"] == {"number": number, "status": "verifying"}


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"document_number": "1.234.567-8"}, "document_invalid", "document_number"),
        ({"document_number": "4.630.800-6"}, "same_holder", "document_number"),
        ({"document_type": "rut"}, "document_type_unknown", "document_type"),
        ({"reason": "because"}, "reason_unknown", "reason"),
        ({"link": "friend"}, "link_unknown", "link"),
        ({"documents": []}, "document_missing", "documents"),
        ({"reason": "inheritance"}, "document_missing", "documents"),
        ({"effective_on": "2026-08-01"}, "day_not_offered", "effective_on"),
        ({"handover": None}, "reading_missing", "handover"),
        ({"terms_version": "2020-01"}, "terms_changed", "terms_version"),
        ({"email": "bruno"}, "format", "email"),
        ({"person_type": "company"}, "document_type_unknown", "document_type"),
    ],
)
def test_what_is_wrong_is_told_with_its_field(
    server: RunningBackend, ana: Someone, changes: dict[str, Any], reason: str, field: str
) -> None:
    with server.database.writing() as session:
        holder = session.get_one(m.Contract, ana.home.id).customer
        holder.document_type, holder.document_number = "ci", "46308006"
    answer = ana.submit("holder_change", asked_change(ana.home, ana.attach(), **changes))
    assert (reason_of(answer), answer.json()["field"]) == (reason, field)
    assert ana.feed() == []


def dial(home: int, value: str, on: str = "2026-03-02", photo: str | None = None) -> dict[str, Any]:
    return {"on": on, "values": [{"register_id": str(home), "value": value}], "photo": photo}


def test_a_reading_below_the_last_one_needs_a_photo(ana: Someone) -> None:
    sha256 = ana.attach()
    low = dial(ana.home.register_id, "00100")
    answer = ana.submit("holder_change", asked_change(ana.home, sha256, handover=low))
    assert reason_of(answer) == "reading_below"
    seen = dial(ana.home.register_id, "00100", photo=sha256)
    number_of(ana.submit("holder_change", asked_change(ana.home, sha256, handover=seen)))


@pytest.mark.parametrize(
    ("value", "on", "reason"),
    [
        ("470", "2026-03-03", "reading_day"),
        ("470", "2023-06-01", "reading_day"),
        ("123456", "2026-03-02", "format"),
    ],
)
def test_a_reading_is_of_a_day_between_the_last_one_and_today(
    ana: Someone, value: str, on: str, reason: str
) -> None:
    reading = dial(ana.home.register_id, value, on)
    answer = ana.submit("holder_change", asked_change(ana.home, ana.attach(), handover=reading))
    assert reason_of(answer) == reason


def test_debt_blocks_unless_the_utility_lets_it_be_taken_over(
    server: RunningBackend, ana: Someone, clerk: Someone
) -> None:
    with server.database.writing() as session:
        bill = session.scalars(select(m.Invoice)).all()[0]
        bill.open, bill.paid, bill.payment_status = 5000, 117000, PaymentStatus.PARTIALLY_PAID
    sha256 = ana.attach()
    taking = {"assumes_debt": True}
    answer = ana.submit("holder_change", asked_change(ana.home, sha256, **taking))
    assert reason_of(answer) == "overdue_debt"
    offer_supply_requests(server.database, holder_change={"debt": "assumed"})
    assert reason_of(ana.submit("holder_change", asked_change(ana.home, sha256))) == "overdue_debt"
    number = number_of(ana.submit("holder_change", asked_change(ana.home, sha256, **taking)))
    clerk.does("accept-holder-change", number=number)
    approve(clerk, number)
    clerk.does("make-holder-change-effective", number=number)
    with server.database.reading() as session:
        new = session.scalars(select(m.Contract).where(m.Contract.number == "4411")).one()
        note = session.scalars(select(m.Invoice).where(m.Invoice.contract_id == new.id)).one()
        assert (note.open, note.kind, note.number) == (5000, "debit_note", f"ND-{number}")
        assert not any(bill["open"] for bill in ana.feed("invoice"))
        lines = session.scalars(select(m.Movement).where(m.Movement.contract_id == new.id)).all()
        assert [(line.debit, line.reference) for line in lines] == [(5000, f"ND-{number}")]


def test_a_supply_that_is_cut_is_connected_first(server: RunningBackend, ana: Someone) -> None:
    cut(server.books, ana.home)
    answer = ana.submit("holder_change", asked_change(ana.home, ana.attach()))
    assert reason_of(answer) == "contract_cut"


def test_a_death_needs_no_agreement_and_a_company_a_representative(
    server: RunningBackend, ana: Someone
) -> None:
    sha256 = ana.attach()
    of_company = [{"code": c, "sha256": sha256} for c in ("statute", "power", "lease")]
    company = {
        "person_type": "company",
        "document_type": "rut",
        "document_number": "211003420017",
        "reason": "rental",
        "documents": of_company,
    }
    answer = ana.submit("holder_change", asked_change(ana.home, sha256, **company))
    assert reason_of(answer) == "representative_missing"
    codes = ("id_front", "id_back", "death", "succession")
    papers = [{"code": code, "sha256": sha256} for code in codes]
    dead = {"reason": "inheritance", "documents": papers}
    number_of(ana.submit("holder_change", asked_change(ana.home, sha256, **dead)))
    shown = ana.request()
    assert (shown["status"], shown["change"]["acceptance"]) == ("verifying", "not_needed")
    assert letters(server, "ana.saliente@example.org") == []


def test_a_change_waits_for_its_day(ana: Someone, clerk: Someone, clock: MovableClock) -> None:
    sha256 = ana.attach()
    number = number_of(
        ana.submit("holder_change", asked_change(ana.home, sha256, effective_on="2026-03-09"))
    )
    clerk.does("accept-holder-change", number=number)
    approve(clerk, number)
    early = clerk.office("make-holder-change-effective", number=number)
    assert (early.status_code, early.json()["reason"]) == (409, "too-early")
    clock.advance(days=7)
    clerk.token = sign_in(clerk.http, "oficina")
    clerk.does("make-holder-change-effective", number=number, contract="99001")
    ana.token = sign_in(ana.http, "ana")
    assert ana.feed("contract")[0]["end_date"] == "2026-03-09"


def test_much_may_have_happened_before_it_becomes_effective(
    server: RunningBackend, asked: Someone, clerk: Someone
) -> None:
    number = asked.request()["number"]
    clerk.does("accept-holder-change", number=number)
    approve(clerk, number)
    taken = clerk.office("make-holder-change-effective", number=number, contract="4410")
    assert taken.json()["reason"] == "number-taken"
    cut(server.books, asked.home)
    refused = clerk.office("make-holder-change-effective", number=number)
    assert (refused.status_code, refused.json()["reason"]) == (409, "contract-status")
    assert asked.request()["status"] == "approved"
