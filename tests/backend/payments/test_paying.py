"""One attempt to pay, whatever the bank makes of it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from backend import models as m
from backend.banks.simulator.core import Answer, Bank
from backend.payments.service import PaymentService
from tests.support.backend import MovableClock, RunningBackend
from tests.support.backend_books import ContractIds
from tests.support.payments import Payer, new_id, offer_payments, order_of

WHOLE = 122_000


def presses(url: str, answer: Answer) -> httpx.Response:
    return httpx.post(f"{url}/{answer}", follow_redirects=False)


def problem(answer: httpx.Response) -> tuple[int, str, Any]:
    body = answer.json()
    return answer.status_code, body["type"], body.get("reason") or body.get("data")


def invoice(server: RunningBackend, invoice_id: int) -> m.Invoice:
    with server.database.reading() as session:
        return session.get_one(m.Invoice, invoice_id)


def reviews(server: RunningBackend) -> list[tuple[str, int]]:
    with server.database.reading() as session:
        query = select(m.PaymentReview).order_by(m.PaymentReview.id)
        return [(str(row.reason), row.amount) for row in session.scalars(query)]


def swept(server: RunningBackend) -> int:
    context = server._app.state.context  # type: ignore[union-attr]
    return PaymentService(context.database, context.clock, context.banks).sweep()


def test_what_the_bank_approves_is_credited_and_told_to_every_device(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    begun = ana.pays((owed[0], WHOLE), (owed[1], WHOLE))
    assert begun.status_code == 200
    assert begun.json()["state"] == "redirected"
    assert [body["state"] for body in ana.feed()] == ["redirected"]
    presses(begun.json()["bank_url"], Answer.APPROVE)
    (paid,) = ana.feed()  # told by the webhook alone
    assert (paid["state"], paid["amount"], paid["review"]) == ("paid", 2 * WHOLE, None)
    assert [item["credited"] for item in paid["items"]] == [WHOLE, WHOLE]
    assert paid["receipts"][0]["number"].startswith("P-2026-")
    assert [invoice(server, i).payment_status for i in owed] == ["paid", "paid", "pending"]
    assert ana.asks(begun.json()["pay_id"]).json()["bank_url"] is None


def test_the_same_press_twice_is_one_attempt(ana: Payer, owed: list[int]) -> None:
    pay_id = new_id()
    first = ana.pays((owed[0], WHOLE), pay_id=pay_id, return_port=40001)
    again = ana.pays((owed[0], WHOLE), pay_id=pay_id, return_port=40002)
    assert first.json() == again.json()
    other = ana.pays((owed[1], WHOLE), pay_id=pay_id)
    assert problem(other)[:2] == (422, "/problems/key-reused")


def test_a_second_device_is_given_the_attempt_that_is_open(ana: Payer, owed: list[int]) -> None:
    begun = ana.pays((owed[0], WHOLE)).json()
    told = problem(ana.pays((owed[0], WHOLE), (owed[1], WHOLE)))
    assert told == (409, "/problems/payment-open", {"pay_id": begun["pay_id"]})
    assert ana.asks(begun["pay_id"]).json()["bank_url"] == begun["bank_url"]


def test_what_has_changed_is_told_with_the_new_figures(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    server.books.change(m.Invoice, owed[0], open=50_000, paid=72_000)
    status, name, data = problem(ana.pays((owed[0], WHOLE)))
    assert (status, name) == (409, "/problems/invoice-changed")
    assert data["items"][0]["open"] == 50_000
    server.books.change(m.Invoice, owed[1], open=0, paid=WHOLE, payment_status="paid")
    assert problem(ana.pays((owed[1], WHOLE)))[2]["items"][0]["open"] == 0


def test_an_invoice_that_moved_is_noticed_by_its_number(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    item = {"target": "invoice", "id": str(owed[0]), "amount": 1000, "seq": 1}
    told = problem(ana.pays(items=[item]))
    assert told[1] == "/problems/invoice-changed"


@pytest.mark.parametrize(
    ("bank", "reason"),
    [("chico", "bank_amount"), ("dolares", "bank_currency"), ("nadie", "bank_closed")],
)
def test_a_bank_has_its_limits(ana: Payer, owed: list[int], bank: str, reason: str) -> None:
    assert problem(ana.pays((owed[0], WHOLE), bank=bank))[2] == reason


def test_what_is_in_a_claim_or_an_agreement_is_not_paid_by_itself(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    server.books.change(m.Invoice, owed[0], payment_status="in_claim")
    server.books.change(m.Invoice, owed[1], payment_status="in_agreement", agreement_number="AC-7")
    assert problem(ana.pays((owed[0], WHOLE)))[2] == "in_claim"
    refused = ana.pays((owed[1], WHOLE)).json()
    assert (refused["reason"], refused["data"]["about"]) == ("in_agreement", "AC-7")


def test_where_the_oldest_goes_first_a_newer_one_alone_is_refused(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    offer_payments(server.database, oldest_first_required=True)
    assert problem(ana.pays((owed[1], WHOLE)))[2] == "oldest_first"
    assert ana.pays((owed[0], WHOLE), (owed[1], WHOLE)).status_code == 200


def test_only_whose_contract_it_is_may_pay_or_look(
    server: RunningBackend, ana: Payer, owed: list[int], home: ContractIds, http: httpx.Client
) -> None:
    beto = server.books.user("beto", "clave")
    viewer = server.books.user("vera", "clave")
    server.books.link(viewer, home, role="viewer")
    begun = ana.pays((owed[0], WHOLE)).json()
    for name in ("beto", "vera"):
        stranger = Payer(http, name, home.id)
        assert stranger.pays((owed[1], WHOLE)).status_code == 403
        assert stranger.asks(begun["pay_id"]).status_code == 404
        assert stranger.gives_up(begun["pay_id"]).status_code == 404
    assert beto
    other = server.books.contract([beto], number="9000")
    (foreign,) = server.books.invoices(other, 1, document=None)
    assert problem(ana.pays((foreign, WHOLE)))[2] == "unknown"


@pytest.mark.parametrize(
    ("answer", "state"), [(Answer.REFUSE, "failed"), (Answer.NEVER, "pending")]
)
def test_other_answers_are_told_as_they_are(
    ana: Payer, owed: list[int], answer: Answer, state: str
) -> None:
    begun = ana.pays((owed[0], WHOLE)).json()
    presses(begun["bank_url"], answer)
    assert ana.asks(begun["pay_id"]).json()["state"] == state
    may_again = ana.pays((owed[0], WHOLE)).status_code == 200
    assert may_again == (state == "failed")


def test_an_attempt_that_nobody_took_up_is_voided_and_frees_its_invoices(
    server: RunningBackend, ana: Payer, owed: list[int], bank: Bank
) -> None:
    begun = ana.pays((owed[0], WHOLE))
    assert ana.gives_up(begun.json()["pay_id"]).json()["state"] == "cancelled"
    again = ana.pays((owed[0], WHOLE))
    server.movable_clock.advance(minutes=31)
    assert swept(server) == 1
    assert [body["state"] for body in ana.feed()] == ["cancelled", "expired"]
    for answer in (begun, again):  # the bank's pages are of no use any more
        presses(answer.json()["bank_url"], Answer.APPROVE)
    assert list(bank.statement()) == []
    assert reviews(server) == []


def test_an_answer_that_comes_late_is_found_by_asking(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    begun = ana.pays((owed[0], WHOLE)).json()
    presses(begun["bank_url"], Answer.LATE)
    assert ana.asks(begun["pay_id"]).json()["state"] == "pending"
    server.movable_clock.advance(minutes=3)
    swept(server)
    assert [body["state"] for body in ana.feed()] == ["paid"]


@pytest.mark.parametrize(
    ("answer", "reason", "left", "still_open"),
    [
        (Answer.CHARGE_TWICE, "twice", WHOLE, 0),
        (Answer.WRONG, "short", 0, 100),
    ],
)
def test_money_that_is_not_as_asked_is_credited_and_looked_at(
    server: RunningBackend,
    ana: Payer,
    owed: list[int],
    answer: Answer,
    reason: str,
    left: int,
    still_open: int,
) -> None:
    presses(ana.pays((owed[0], WHOLE)).json()["bank_url"], answer)
    (told,) = ana.feed()
    assert (told["state"], told["review"]) == ("paid", reason)
    assert reviews(server) == [(reason, left)]
    assert invoice(server, owed[0]).open == still_open


def test_a_message_told_twice_or_forged_changes_nothing(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    begun = ana.pays((owed[0], WHOLE))
    hook = f"{server.url}/v1/banks/plaza/webhook"
    for body in (
        b"[]",
        b"{",
        b'{"order":7}',
        b'{"order":"o-unknown"}',
        b'{"order":"o\\u0000"}',
        b"\xff" * 9,
    ):
        assert httpx.post(hook, content=body).status_code == 204
    forged = {"order": order_of(begun), "outcome": "paid", "amount": WHOLE}
    assert httpx.post(hook, json=forged).status_code == 204
    assert invoice(server, owed[0]).open == WHOLE
    presses(begun.json()["bank_url"], Answer.TWICE)
    assert httpx.post(hook, json=forged).status_code == 204
    assert invoice(server, owed[0]).paid == WHOLE
    assert reviews(server) == []


def test_money_after_the_time_is_over_is_credited_and_looked_at(
    server: RunningBackend, ana: Payer, owed: list[int], bank: Bank
) -> None:
    begun = ana.pays((owed[0], WHOLE))
    order = bank.find(order_of(begun))
    assert order is not None
    server.movable_clock.advance(minutes=31)
    swept(server)
    order.outcome = type(order.outcome).WAITING  # the bank forgot that it was taken back
    presses(begun.json()["bank_url"], Answer.APPROVE)
    (told,) = ana.feed()
    assert (told["state"], told["review"]) == ("paid", "late")
    assert invoice(server, owed[0]).open == 0


def test_a_bank_that_is_not_there_holds_nothing(
    server: RunningBackend, ana: Payer, owed: list[int], clock: MovableClock
) -> None:
    server.stop()
    from dataclasses import replace

    server.start(replace(server.settings, bank_simulator="http://127.0.0.1:9"))
    told = problem(ana.pays((owed[0], WHOLE)))
    assert (told[0], told[2]) == (422, "bank_unavailable")
    assert problem(ana.pays((owed[0], WHOLE)))[2] == "bank_unavailable"  # and not payment-open


def test_an_order_that_is_never_answered_ends_at_the_office(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    begun = ana.pays((owed[0], WHOLE)).json()
    presses(begun["bank_url"], Answer.NEVER)
    server.movable_clock.advance(hours=49)
    swept(server)
    swept(server)
    (told,) = ana.feed()
    assert (told["state"], told["review"]) == ("pending", "unanswered")
    assert reviews(server) == [("unanswered", 0)]
