"""Asking for an agreement: the service computes it anew, and says no in order."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from httpx import Client, Response

from backend import models as m
from backend.agreements.models import AgreementStatus
from backend.contracts.models import ContractStatus
from backend.invoices.models import PaymentStatus
from backend.submissions.references import is_reference
from backend.users.models import LinkRole
from tests.backend.agreements.conftest import DUE, Debtor, reason, sign_in
from tests.support.agreement_rules import offer


def test_a_request_is_kept_as_it_was_consented_to(ana: Debtor) -> None:
    made = ana.plan(count=6, down=50_000)
    answer = ana.ask(ana.payload(made), "0b6c1c36-1f0e-4d0c-9d0e-6f1f6a0f7c11")
    assert answer.status_code == 200
    told = answer.json()
    (body,) = ana.feed()
    assert told["result"]["agreement"] == {
        "id": body["id"],
        "number": body["number"],
        "status": "requested",
    }
    assert told["reference"] == body["number"]
    assert is_reference(body["number"])
    assert body["origin_op_id"] == told["op_id"]
    assert body["signed_by"] == "Ana Pérez"
    assert (body["nominal_rate"], body["tax_rate"]) == ("24", "22")
    assert (body["debt"], body["arrears"]) == (366_000, made.base.arrears)
    assert made.base.arrears == 3 * round(122_000 * 0.132 * 28 / 365)
    assert sum(one["capital"] for one in body["instalments"]) == made.principal
    assert [one["due_date"] for one in body["instalments"]][:2] == ["2026-04-02", "2026-05-04"]
    assert [one["amount"] for one in body["invoices"]] == [122_000] * 3


def test_until_it_is_accepted_the_invoices_can_be_paid(ana: Debtor) -> None:
    ana.agreed()
    assert {one.payment_status for one in ana.books()} == {PaymentStatus.PENDING}
    assert {one.agreement_number for one in ana.books()} == {None}


def invoice(**fields: Any) -> Callable[[Debtor], None]:
    """Change the second invoice."""
    return lambda ana: ana.server.books.change(m.Invoice, ana.invoices[1], **fields)


def rules(**changes: Any) -> Callable[[Debtor], None]:
    """Change the utility's rules."""

    def change(ana: Debtor) -> None:
        ana.rules = offer(ana.server.database, **changes)

    return change


def nothing(_ana: Debtor) -> None:
    """Leave all as it is."""


def one_under_way(ana: Debtor) -> None:
    """An agreement was asked for already."""
    ana.agreed()


def broken_before(ana: Debtor) -> None:
    """Two agreements were broken lately, one long ago."""
    for days in (900, 80, 40):
        number = ana.active(count=2, down=100_000)
        with ana.server.database.writing() as session:
            row = session.query(m.Agreement).filter_by(number=number).one()
            row.status, row.ended_on = (
                AgreementStatus.BROKEN,
                DUE.fromordinal(ana.today.toordinal() - days),
            )
            for included in row.included:
                included.invoice.payment_status = PaymentStatus.PENDING


def only_authorised(ana: Debtor) -> None:
    """Ana is not the holder."""
    with ana.server.database.writing() as session:
        session.query(m.ContractLink).one().role = LinkRole.AUTHORISED


Case = tuple[Callable[[Debtor], None], dict[str, int], dict[str, Any], str, dict[str, Any]]
REFUSED: dict[str, Case] = {
    "not offered": (rules(can_request=False), {}, {}, "not_offered", {}),
    "another consent": (
        nothing,
        {},
        {"consent_version": "2020"},
        "consent_outdated",
        {"version": "2026-02"},
    ),
    "ended": (
        lambda ana: ana.server.books.change(m.Contract, ana.home.id, status=ContractStatus.ENDED),
        {},
        {},
        "contract_ended",
        {},
    ),
    "not the holder": (only_authorised, {}, {}, "not_holder", {}),
    "one under way": (one_under_way, {}, {}, "active_agreement", {"max": 1}),
    "broken before": (broken_before, {}, {}, "broken_agreements", {"count": 2}),
    "unknown invoice": (nothing, {}, {"invoices": ["99999"]}, "format", {}),
    "no consent": (nothing, {}, {"consent": False}, "format", {}),
    "in claim": (
        invoice(payment_status=PaymentStatus.IN_CLAIM),
        {},
        {},
        "invoice_in_claim",
        {"number": "A-1-001"},
    ),
    "in agreement": (
        invoice(payment_status=PaymentStatus.IN_AGREEMENT),
        {},
        {},
        "invoice_in_agreement",
        {"number": "A-1-001"},
    ),
    "being paid": (
        invoice(payment_status=PaymentStatus.IN_PROCESS),
        {},
        {},
        "invoice_not_payable",
        {"number": "A-1-001"},
    ),
    "small debt": (rules(min_debt=500_000), {}, {}, "debt_low", {"min": 500_000}),
    "large debt": (rules(max_debt=300_000), {}, {}, "debt_high", {"max": 300_000}),
    "too many": (nothing, {"count": 25}, {}, "instalments", {"min": 2, "max": 24}),
    "little down": (
        nothing,
        {"down": 37_051},
        {},
        "down_payment_low",
        {"min": 37_052, "percent": "10"},
    ),
    "small instalments": (rules(min_instalment=90_000), {"count": 6}, {}, "instalment_low", {}),
    "another total": (nothing, {}, {"total": 1}, "figures_differ", {}),
    "other arrears": (nothing, {}, {"arrears": 0}, "figures_differ", {}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_fit_is_refused_with_its_figures(ana: Debtor, name: str) -> None:
    prepare, terms, changes, why, figures = REFUSED[name]
    prepare(ana)
    before = len(ana.feed())
    said, data = reason(ana.ask(ana.payload(ana.plan(**terms), **changes)))
    assert said == why
    assert data.items() >= figures.items()
    assert len(ana.feed()) == before


def test_rates_that_changed_since_the_simulation_are_told(ana: Debtor) -> None:
    shown = ana.payload(ana.plan())
    rules(nominal_rate="30")(ana)
    said, data = reason(ana.ask(shown))
    assert said == "figures_differ"
    assert data == {"total": ana.plan().total}
    assert ana.ask(ana.payload(ana.plan())).status_code == 200


def test_a_simulation_holds_until_the_end_of_the_utilitys_day(ana: Debtor) -> None:
    shown = ana.payload(ana.plan())
    ana.server.movable_clock.advance(hours=14, minutes=59)  # 23:59 in Montevideo
    ana.token = sign_in(ana.http, "ana")
    late = dict(shown)
    assert ana.ask(shown).status_code == 200
    ana.server.movable_clock.advance(minutes=1)
    said, data = reason(ana.ask(late))
    assert (said, data) == ("simulation_expired", {"valid_until": "2026-03-03T02:59:59Z"})


def test_of_two_requests_at_once_one_is_kept(ana: Debtor) -> None:
    answers: list[Response] = []
    shown = ana.payload(ana.plan())

    def ask() -> None:
        with Client(base_url=ana.server.url) as client:
            other = Debtor(ana.server, client, ana.token, ana.home, ana.invoices, ana.rules)
            answers.append(other.ask(shown))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.status_code for answer in answers) == [200, 422, 422, 422]
    assert len(ana.feed()) == 1


def test_nobody_asks_for_anothers_contract(ana: Debtor) -> None:
    ana.server.books.user("beto", "clave")
    beto = Debtor(
        ana.server, ana.http, sign_in(ana.http, "beto"), ana.home, ana.invoices, ana.rules
    )
    assert beto.ask(ana.payload(ana.plan())).status_code == 403
    assert ana.feed() == []


def test_the_same_request_sent_again_is_one_agreement(ana: Debtor) -> None:
    op_id = "0b6c1c36-1f0e-4d0c-9d0e-6f1f6a0f7c12"
    shown = ana.payload(ana.plan())
    first, second = ana.ask(shown, op_id), ana.ask(shown, op_id)
    assert first.content == second.content
    assert len(ana.feed()) == 1
