"""A supply that was cut comes back: what stands in the way, and every step to the end."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from backend import models as m
from backend.contracts.models import ContractStatus, CutReason
from backend.invoices.models import PaymentStatus
from backend.users.models import LinkRole
from tests.backend.supply_requests.conftest import (
    Someone,
    asked_visit,
    cut,
    number_of,
    pay_everything,
    reason_of,
)
from tests.support.backend import RunningBackend
from tests.support.supply_rules import offer_supply_requests


@pytest.fixture
def cut_off(server: RunningBackend, ana: Someone) -> Someone:
    """Ana, without gas since the 10th of February and without debt."""
    cut(server.books, ana.home)
    return ana


def owe(server: RunningBackend, home: int, status: PaymentStatus = PaymentStatus.PENDING) -> None:
    with server.database.writing() as session:
        bills = session.scalars(select(m.Invoice).where(m.Invoice.contract_id == home)).all()
        bills[-1].open, bills[-1].paid, bills[-1].payment_status = 122000, 0, status


def charges(server: RunningBackend) -> list[tuple[int, int]]:
    with server.database.reading() as session:
        kind = m.Movement.kind == "reconnection_charge"
        return [(row.debit, row.credit) for row in session.scalars(select(m.Movement).where(kind))]


def test_from_the_request_to_the_gas_that_flows(
    server: RunningBackend, cut_off: Someone, clerk: Someone
) -> None:
    number = number_of(cut_off.submit("reconnection", asked_visit()))
    shown = cut_off.request()
    assert (shown["number"], shown["status"], shown["reason"]) == (
        number,
        "received",
        "non_payment",
    )
    assert shown["until"] == "2026-03-04"  # two working days
    assert shown["visit"]["fee"] == {"amount": 98000, "currency": "UYU", "status": "next_bill"}

    clerk.does("schedule-reconnection", number=number, on="2026-03-03", slot="morning")
    times = {"on": "2026-03-03", "starts": "08:00", "ends": "12:00"}
    assert cut_off.request()["visit"]["scheduled"] == times
    assert charges(server) == []
    clerk.does("start-reconnection", number=number)
    clerk.does("execute-reconnection", number=number)

    shown = cut_off.request()
    assert shown["status"] == "executed"
    assert shown["visit"]["fee"]["status"] == "charged"
    assert [s["status"] for s in shown["history"]] == [
        "received",
        "scheduled",
        "in_progress",
        "executed",
    ]
    (contract,) = cut_off.feed("contract")
    assert (contract["status"], contract["connected_state"]) == ("active", "connected")
    assert contract["cut"] is None
    assert charges(server) == [(98000, 0)]


def test_a_visit_that_failed_is_asked_for_again_and_planned_again(
    cut_off: Someone, clerk: Someone
) -> None:
    number = number_of(cut_off.submit("reconnection", asked_visit()))
    clerk.does("schedule-reconnection", number=number, on="2026-03-03", slot="morning")
    clerk.does("fail-reconnection", number=number, reason="absent")
    shown = cut_off.request()
    assert (shown["status"], shown["visit"]["failure"], shown["visit"]["visits"]) == (
        "failed",
        "absent",
        1,
    )
    assert reason_of(cut_off.submit("reconnection", asked_visit())) == "under_way"
    path = f"/v1/supply-requests/{shown['id']}/slot"
    late = cut_off.call("POST", path, {"on": "2026-06-01", "slot": "morning"})
    assert (late.status_code, late.json()["reason"]) == (409, "day_not_offered")
    answer = cut_off.call("POST", path, {"on": "2026-03-05", "slot": "afternoon"})
    assert answer.json() == {"number": number, "status": "received"}
    clerk.does("schedule-reconnection", number=number, on="2026-03-05", slot="afternoon")
    clerk.does("execute-reconnection", number=number)
    assert cut_off.request()["visit"]["visits"] == 2


def test_debt_blocks_until_it_is_paid_or_in_an_agreement(
    server: RunningBackend, cut_off: Someone
) -> None:
    owe(server, cut_off.home.id)
    answer = cut_off.submit("reconnection", asked_visit())
    assert reason_of(answer) == "overdue_debt"
    assert answer.json()["data"] == {"amount": 122000, "currency": "UYU", "way_out": "pay"}
    owe(server, cut_off.home.id, PaymentStatus.IN_AGREEMENT)
    number_of(cut_off.submit("reconnection", asked_visit()))


@pytest.mark.parametrize("status", [PaymentStatus.IN_CLAIM, PaymentStatus.IN_PROCESS])
def test_what_is_claimed_or_being_paid_does_not_block(
    server: RunningBackend, cut_off: Someone, status: PaymentStatus
) -> None:
    owe(server, cut_off.home.id, status)
    number_of(cut_off.submit("reconnection", asked_visit()))


def test_a_second_request_waits_for_the_first(cut_off: Someone) -> None:
    number = number_of(cut_off.submit("reconnection", asked_visit()))
    answer = cut_off.submit("reconnection", asked_visit())
    assert reason_of(answer) == "under_way"
    assert answer.json()["data"]["number"] == number


def test_a_request_taken_back_makes_room_for_another(cut_off: Someone) -> None:
    number_of(cut_off.submit("reconnection", asked_visit()))
    path = f"/v1/supply-requests/{cut_off.request()['id']}/cancellation"
    assert cut_off.call("POST", path).json()["status"] == "cancelled"
    again = cut_off.call("POST", path)
    assert (again.status_code, again.json()["reason"]) == (409, "wrong_step")
    number_of(cut_off.submit("reconnection", asked_visit()))


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"declared": False}, "declaration_missing", "declared"),
        ({"adult": False}, "declaration_missing", "declared"),
        ({"slot": "night"}, "slot_unknown", "slot"),
        ({"on": "2026-04-20"}, "day_not_offered", "on"),
        ({"contact_phone": "llámeme"}, "format", "contact_phone"),
    ],
)
def test_what_the_form_lacks_is_told_with_its_field(
    cut_off: Someone, changes: dict[str, Any], reason: str, field: str
) -> None:
    answer = cut_off.submit("reconnection", asked_visit(**changes))
    assert (reason_of(answer), answer.json()["field"]) == (reason, field)
    assert cut_off.feed() == []


def test_a_day_that_passed_in_a_drawer_is_no_reason_to_refuse(cut_off: Someone) -> None:
    number_of(cut_off.submit("reconnection", asked_visit(on="2026-02-20")))


def test_after_a_cut_for_safety_a_fitter_certifies_and_the_office_looks(
    server: RunningBackend, ana: Someone, clerk: Someone
) -> None:
    cut(server.books, ana.home, CutReason.SAFETY)
    assert reason_of(ana.submit("reconnection", asked_visit())) == "fitter_missing"
    fitter = {"fitter_number": "1234"}
    missing = ana.submit("reconnection", asked_visit(**fitter))
    assert reason_of(missing) == "document_missing"
    assert missing.json()["data"]["document"] == "fitter_certificate"
    sent = [{"code": "fitter_certificate", "sha256": ana.attach()}]
    number = number_of(ana.submit("reconnection", asked_visit(**fitter, documents=sent)))
    assert ana.request()["status"] == "pending_documents"
    early = clerk.office("schedule-reconnection", number=number, on="2026-03-03", slot="morning")
    assert early.status_code == 409

    remark = "No se lee el sello"
    document = "fitter_certificate"
    clerk.does("observe-supply-document", number=number, document=document, remark=remark)
    shown = ana.request()
    assert shown["status"] == "observed"
    assert shown["requirements"][0]["remark"] == remark
    sent = [{"code": document, "sha256": ana.attach(b"%PDF-1.4\n% better\n%%EOF\n")}]
    again = ana.submit("supply_documents", {"request_id": shown["id"], "documents": sent})
    assert again.json()["result"]["status"] == "pending_documents"
    clerk.does("accept-supply-document", number=number, document=document)
    assert ana.request()["status"] == "received"
    clerk.does("schedule-reconnection", number=number, on="2026-03-04", slot="morning")
    clerk.does("execute-reconnection", number=number)
    assert ana.feed("contract")[0]["status"] == "active"


def test_a_fraud_file_is_for_the_office(server: RunningBackend, ana: Someone) -> None:
    cut(server.books, ana.home, CutReason.FRAUD)
    answer = ana.submit("reconnection", asked_visit())
    assert reason_of(answer) == "fraud_file"
    assert "Preséntese" in answer.json()["data"]["text"]


def test_nothing_is_connected_that_was_not_cut_or_has_ended(
    server: RunningBackend, ana: Someone
) -> None:
    assert reason_of(ana.submit("reconnection", asked_visit())) == "not_cut"
    server.books.change(m.Contract, ana.home.id, status=ContractStatus.ENDED)
    assert reason_of(ana.submit("reconnection", asked_visit())) == "contract_ended"


def test_a_fee_that_is_paid_beforehand_is_asked_for_first(
    server: RunningBackend, cut_off: Someone, clerk: Someone
) -> None:
    offer_supply_requests(server.database, reconnection={"fee_when": "prepaid"})
    number = number_of(cut_off.submit("reconnection", asked_visit()))
    shown = cut_off.request()
    assert (shown["status"], shown["visit"]["fee"]["status"]) == ("pending_payment", "due")
    assert charges(server) == [(98000, 0)]
    clerk.does("receive-supply-fee", number=number)
    clerk.does("schedule-reconnection", number=number, on="2026-03-03", slot="morning")
    clerk.does("execute-reconnection", number=number)
    assert cut_off.request()["visit"]["fee"]["status"] == "paid"
    assert charges(server) == [(98000, 0)]


def test_where_it_is_not_offered_nothing_is_taken(server: RunningBackend, cut_off: Someone) -> None:
    with server.database.writing() as session:
        session.delete(session.scalars(select(m.Policy)).one())
    assert reason_of(cut_off.submit("reconnection", asked_visit())) == "not_offered"


def test_who_only_looks_cannot_ask(server: RunningBackend, cut_off: Someone) -> None:
    number_of(cut_off.submit("reconnection", asked_visit()))
    request_id = cut_off.request()["id"]
    with server.database.writing() as session:
        session.scalars(select(m.ContractLink)).one().role = LinkRole.VIEWER
    assert cut_off.submit("reconnection", asked_visit()).status_code == 403
    path = f"/v1/supply-requests/{request_id}/cancellation"
    assert cut_off.call("POST", path).status_code == 404


def test_paying_everything_is_a_way_out(server: RunningBackend, cut_off: Someone) -> None:
    owe(server, cut_off.home.id)
    assert reason_of(cut_off.submit("reconnection", asked_visit())) == "overdue_debt"
    pay_everything(server.database, cut_off.home)
    number_of(cut_off.submit("reconnection", asked_visit()))
