"""A question or a claim gets its number and deadline, or is refused with a reason."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.cases.numbers import is_case_number
from backend.workdays import working_days_between
from tests.backend.cases.conftest import (
    PAPER,
    Customer,
    accepted,
    cases,
    local_day,
    refused,
)
from tests.support.backend import START, RunningBackend
from tests.support.policies import offer


def test_a_question_gets_a_number_and_a_day(ana: Customer) -> None:
    answer = ana.asks()
    result = accepted(answer)
    assert is_case_number(result["number"])
    assert answer.json()["reference"] == result["number"]
    case = ana.case
    assert (case["kind"], case["about"], case["subject"]) == (
        "question",
        "Mi factura",
        "Mi factura",
    )
    assert (case["status"], case["clock"], case["number"]) == (
        "entered",
        "running",
        result["number"],
    )
    (message,) = case["messages"]
    assert (message["author"], message["kind"]) == ("customer", "opening")
    assert message["origin_op_id"] == case["origin_op_id"] == answer.json()["op_id"]


def test_the_deadline_is_counted_in_working_days_of_the_subtype(ana: Customer) -> None:
    accepted(ana.claims())
    (row,) = cases(ana.server)
    assert (row.days, working_days_between(local_day(START), row.due_on, ())) == (15, 15)


def test_a_disputed_invoice_cannot_be_demanded_meanwhile(ana: Customer) -> None:
    result = accepted(ana.claims())
    invoice = ana.invoice(ana.invoices[-1])
    assert (invoice["payment_status"], invoice["claim_number"]) == ("in_claim", result["number"])
    assert ana.case["amount_held"] == result["amount_held"] == invoice["open"] == 122000
    assert ana.case["invoices"][0]["held"] == 122000


def test_a_copy_of_an_invoice_disputes_nothing(ana: Customer) -> None:
    accepted(ana.claims(subtype="invoice_copy"))
    assert ana.invoice(ana.invoices[-1])["payment_status"] == "pending"
    assert ana.case["amount_held"] == 0


def test_a_paid_invoice_is_claimed_without_being_owed_again(ana: Customer) -> None:
    ana.server.books.change(
        _invoice_model(), ana.invoices[-1], payment_status="paid", open=0, paid=122000
    )
    accepted(ana.claims())
    assert ana.invoice(ana.invoices[-1])["payment_status"] == "paid"


def _invoice_model() -> Any:
    from backend import models

    return models.Invoice


def test_attachments_become_documents_that_only_the_contract_may_read(
    ana: Customer, beto: Customer
) -> None:
    file = ana.file("receipt", "../Mi recibo\n.pdf")
    accepted(ana.claims(subtype="paid_twice", files=[file]))
    (attachment,) = ana.case["messages"][0]["attachments"]
    assert (attachment["name"], attachment["kind"]) == ("Mi recibo.pdf", "receipt")
    where = f"/v1/documents/{attachment['document']['id']}"
    mine = ana.http.get(where, headers={"Authorization": f"Bearer {ana.token}"})
    assert mine.content == PAPER
    theirs = ana.http.get(where, headers={"Authorization": f"Bearer {beto.token}"})
    assert theirs.status_code == 404


def test_a_missing_attachment_is_asked_for_and_nothing_is_decided(ana: Customer) -> None:
    file = {"sha256": "0" * 64, "name": "x.pdf", "kind": "receipt"}
    answer = ana.claims(subtype="paid_twice", files=[file])
    assert answer.json()["type"] == "/problems/blob-missing"
    assert cases(ana.server) == []


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"subtype": "bananas"}, "unknown_subtype", "subtype"),
        ({"truthful": False}, "not_declared", "truthful"),
        ({"description": "  corto  "}, "too_short", "description"),
        ({"claimant": "nobody"}, "unknown_choice", "claimant"),
        ({"contact_name": "  "}, "missing_field", "contact_name"),
        ({"invoices": []}, "missing_field", "invoices"),
        ({"invoices": ["999999"]}, "unknown_invoice", "invoices"),
        ({"subtype": "rebill", "reading": "12"}, "missing_field", "reading_date"),
        (
            {"subtype": "rebill", "reading": "12", "reading_date": "2099-01-01"},
            "in_future",
            "reading_date",
        ),
        ({"subtype": "paid_twice"}, "missing_document", "receipt"),
        ({"subtype": "meter_incident", "incident": "nope"}, "unknown_choice", "incident"),
        (
            {
                "subtype": "reading_certificate",
                "period_from": "2026-02-01",
                "period_to": "2026-01-01",
            },
            "period_backwards",
            "period_to",
        ),
        ({"amount": -1}, "format", "amount"),
        ({"bananas": 1}, "format", "bananas"),
    ],
)
def test_what_is_wrong_is_named(
    ana: Customer, changes: dict[str, Any], reason: str, field: str
) -> None:
    assert refused(ana.claims(**changes))[:2] == (reason, field)
    assert cases(ana.server) == []


def test_every_subtype_asks_for_what_its_table_says(ana: Customer) -> None:
    """With everything given all are taken; with nothing, exactly those that require nothing."""
    rules = _rules(ana.server)
    for kind in rules.types:
        for subtype in kind.subtypes:
            answer = ana.claims(subtype=subtype.code, invoices=[])
            if subtype.required:
                reason, field, _data = refused(answer)
                assert reason in ("missing_field", "missing_document")
                assert field == subtype.required[0]
            else:
                accepted(answer)


def _rules(server: RunningBackend) -> Any:
    from backend.cases.rules import CaseRules
    from backend.policies.rules import rules_of

    with server.database.reading() as session:
        return rules_of(session, CaseRules)


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"topic": "bananas"}, "unknown_choice", "topic"),
        ({"channel": "dove"}, "unknown_choice", "channel"),
        ({"subject": " "}, "too_short", "subject"),
        ({"subject": "x" * 121}, "too_long", "subject"),
        ({"message": "hola"}, "too_short", "message"),
    ],
)
def test_a_question_is_judged_too(
    ana: Customer, changes: dict[str, Any], reason: str, field: str
) -> None:
    assert refused(ana.asks(**changes))[:2] == (reason, field)


def test_an_invoice_that_is_claimed_already_is_not_claimed_again(ana: Customer) -> None:
    first = accepted(ana.claims())
    reason, field, data = refused(ana.claims(subtype="wrong_items", concept="Cargo fijo"))
    assert (reason, field, data) == ("duplicate_claim", "invoices", {"number": first["number"]})
    accepted(ana.claims(invoices=[str(ana.invoices[-2])]))


def test_the_same_words_without_an_invoice_are_the_same_claim(ana: Customer) -> None:
    accepted(ana.claims(subtype="address", invoices=[]))
    assert refused(ana.claims(subtype="address", invoices=[]))[0] == "duplicate_claim"
    other = "Mi calle cambió de nombre el mes pasado."
    accepted(ana.claims(subtype="address", invoices=[], description=other))


def test_the_same_submission_makes_one_case(ana: Customer) -> None:
    op_id = "11111111-1111-4111-8111-111111111111"
    assert accepted(ana.claims(op_id)) == accepted(ana.claims(op_id))
    assert len(cases(ana.server)) == 1


def test_an_old_invoice_cannot_be_claimed(ana: Customer) -> None:
    reason, field, data = refused(ana.claims(invoices=[str(ana.invoices[0])]))
    assert (reason, field, data["days"]) == ("too_old", "invoices", 180)


def test_nobody_claims_anothers_invoice(ana: Customer, beto: Customer) -> None:
    answer = ana.claims(invoices=[str(beto.invoices[-1])])
    assert refused(answer)[0] == "unknown_invoice"


def test_too_many_and_too_large_files_are_refused(ana: Customer) -> None:
    files = [ana.file(name=f"{n}.pdf") for n in range(6)]
    assert refused(ana.asks(files=files))[:2] == ("too_many_files", "files")


def test_a_utility_without_rules_takes_none(ana: Customer) -> None:
    offer(ana.server.database, "calendar")
    assert refused(ana.asks())[0] == "not_offered"


TEXT = st.text(max_size=60) | st.none() | st.integers()
ANY_CLAIM = st.fixed_dictionaries(
    {
        "subtype": st.sampled_from(
            ("address", "damages", "meter_incident", "other_meter", "deposit", "rebill")
        ),
        "description": st.text(max_size=300) | TEXT,
    },
    optional={
        "contact_name": TEXT,
        "contact_phone": TEXT,
        "claimant": st.sampled_from(("holder", "insurer", "nobody")) | TEXT,
        "truthful": st.booleans() | TEXT,
        "invoices": st.lists(st.sampled_from(("1", "3", "99", "0", "x")), max_size=3) | TEXT,
        "amount": st.integers() | TEXT,
        "reading": TEXT,
        "reading_date": st.sampled_from(("2026-01-02", "2099-01-01", "0001-01-01")) | TEXT,
        "incident": st.sampled_from(("check", "x")) | TEXT,
        "meter_serial": TEXT,
        "account": TEXT,
        "files": st.just([]) | TEXT,
    },
)


@pytest.mark.parametrize("text", ["con un cero \x00 adentro, que ninguna base guarda", "\x07" * 30])
def test_characters_that_no_database_keeps_are_refused(ana: Customer, text: str) -> None:
    answer = ana.asks(message=text, subject="x")
    assert answer.status_code in (200, 422)
    if "\x00" in text:
        assert refused(answer)[:2] == ("format", "message")
    assert refused(ana.asks(subject="a\x00b"))[:2] == ("format", "subject")


@given(ANY_CLAIM)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_claim_is_decided(ana: Customer, changes: dict[str, Any]) -> None:
    """Accepted or refused for good; the service never breaks. One customer sends them all."""
    for answer in (ana.claims(**changes), ana.asks(message=changes["description"])):
        assert answer.status_code in (200, 422), answer.text
