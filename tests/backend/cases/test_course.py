"""The life of a case: the office's acts, the customer's replies, the clock."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from backend import models as m
from backend.cases.attaching import safe_name
from backend.cases.numbers import case_number, is_case_number
from backend.office.acts import OfficeRefusedError
from backend.workdays import calendar_of, working_days_between
from tests.backend.cases.conftest import (
    Customer,
    accepted,
    cases,
    local_day,
    office,
    refused,
)


@given(st.integers(2020, 2099), st.integers(0, 99), st.integers(1, 10**7))
def test_a_number_shows_a_wrong_digit_and_two_that_were_swapped(
    year: int, office_code: int, count: int
) -> None:
    number = case_number(year, f"{office_code:02}", count)
    assert is_case_number(number)
    places = [n for n, c in enumerate(number) if c.isdigit()]
    for place in places:
        for digit in "0123456789".replace(number[place], ""):
            assert not is_case_number(number[:place] + digit + number[place + 1 :])


@given(st.text(max_size=300))
def test_a_file_keeps_a_name_that_no_disk_chokes_on(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe) <= 160
    assert not set(safe) & set("/\\\0\n\r\t")


def opened(ana: Customer) -> tuple[str, str]:
    result = accepted(ana.claims())
    return result["case_id"], result["number"]


def test_a_claim_from_its_number_to_its_end(ana: Customer) -> None:
    case_id, number = opened(ana)
    office(ana.server, "take-case", number)
    assert ana.case["status"] == "in_analysis"
    office(ana.server, "inspect-case", number, text="Un técnico irá el jueves.")
    assert ana.case["status"] == "in_inspection"
    office(ana.server, "answer-case", number, outcome="upheld", text="Se refactura.")
    case = ana.case
    assert (case["status"], case["outcome"], case["clock"], case["amount_held"]) == (
        "resolved",
        "upheld",
        "stopped",
        0,
    )
    assert ana.invoice(ana.invoices[-1])["payment_status"] == "pending"
    accepted(ana.says(case_id, "rate", rating=4))
    assert ana.case["satisfaction"] == 4
    office(ana.server, "close-case", number)
    assert (ana.case["status"], ana.case["reopen_by"]) == ("closed", None)
    assert refused(ana.says(case_id, message="¿Y?"))[0] == "case_closed"


def test_the_clock_stands_while_the_customer_is_asked(ana: Customer) -> None:
    case_id, number = opened(ana)
    first_due = ana.case["due_on"]
    ana.server.movable_clock.advance(days=1)
    ana.token = _again(ana)
    office(ana.server, "ask-about-case", number, text="Envíe una foto del medidor.")
    asked = ana.case
    assert (asked["status"], asked["clock"]) == ("awaiting_customer", "paused")
    assert asked["reply_by"] > asked["opened_at"][:10]
    left = asked["days_left"]
    ana.server.movable_clock.advance(days=10)
    ana.token = _again(ana)
    file = ana.file("photo", "medidor.pdf")
    accepted(ana.says(case_id, message="Ahí va la foto.", files=[file]))
    again = ana.case
    assert (again["status"], again["clock"], again["days_left"]) == (
        "in_analysis",
        "running",
        None,
    )
    (row,) = cases(ana.server)
    with ana.server.database.reading() as session:
        calendar = calendar_of(session)
    today = local_day(ana.server.movable_clock.now())
    assert working_days_between(today, row.due_on, calendar) == left == 14
    assert again["due_on"] > first_due
    kinds = [message["kind"] for message in again["messages"]]
    assert kinds == ["opening", "information_request", "message"]


def test_a_note_of_the_office_is_never_on_the_wire(ana: Customer) -> None:
    _case_id, number = opened(ana)
    office(ana.server, "note-case", number, text="Cliente conocido.")
    assert "Cliente conocido" not in str(ana.feed())
    assert [message["kind"] for message in ana.case["messages"]] == ["opening"]


def test_a_claim_is_reopened_once_and_in_time(ana: Customer) -> None:
    case_id, number = opened(ana)
    why = "La respuesta no explica la diferencia."
    assert refused(ana.says(case_id, "reopen", message=why))[0] == "not_resolved"
    office(ana.server, "answer-case", number, outcome="dismissed", text="Está bien medida.")
    assert refused(ana.says(case_id, "reopen", message="No"))[0] == "too_short"
    accepted(ana.says(case_id, "reopen", message=why))
    case = ana.case
    assert (case["status"], case["clock"], case["outcome"], case["reopened"]) == (
        "reopened",
        "running",
        None,
        True,
    )
    assert ana.invoice(ana.invoices[-1])["payment_status"] == "in_claim"
    office(ana.server, "answer-case", number, outcome="dismissed", text="Se confirma.")
    assert refused(ana.says(case_id, "reopen", message=why))[0] == "already_reopened"


def test_too_late_it_is_not_reopened(ana: Customer) -> None:
    case_id, number = opened(ana)
    office(ana.server, "answer-case", number, outcome="dismissed", text="Está bien medida.")
    ana.server.movable_clock.advance(days=40)
    ana.token = _again(ana)
    reason, _field, data = refused(
        ana.says(case_id, "reopen", message="Recién ahora leo la respuesta.")
    )
    assert (reason, data["reopen_by"]) == ("reopen_late", ana.case["reopen_by"])


def _again(ana: Customer) -> str:
    form = {"username": "ana", "password": "clave", "device": "pc"}
    token: str = ana.http.post("/v1/session", json=form).json()["access_token"]
    return token


def test_the_customer_may_give_up(ana: Customer) -> None:
    case_id, _number = opened(ana)
    accepted(ana.says(case_id, "cancel", message="Ya lo entendí, gracias."))
    case = ana.case
    assert (case["status"], case["clock"]) == ("cancelled", "stopped")
    assert ana.invoice(ana.invoices[-1])["payment_status"] == "pending"


def test_a_question_has_no_outcome_of_a_claim(ana: Customer) -> None:
    number = accepted(ana.asks())["number"]
    with pytest.raises(OfficeRefusedError, match="wrong-outcome"):
        office(ana.server, "answer-case", number, outcome="upheld", text="Así es.")
    office(ana.server, "answer-case", number, text="El cargo fijo se cobra siempre.")
    assert (ana.case["status"], ana.case["outcome"]) == ("resolved", "answered")


def test_rating_waits_for_an_answer_and_is_given_once(ana: Customer) -> None:
    case_id, number = opened(ana)
    assert refused(ana.says(case_id, "rate", rating=5))[0] == "not_resolved"
    office(ana.server, "answer-case", number, outcome="upheld", text="Tenía razón.")
    assert refused(ana.says(case_id, "rate"))[0] == "missing_field"
    accepted(ana.says(case_id, "rate", rating=5))
    assert refused(ana.says(case_id, "rate", rating=1))[0] == "already_rated"


def test_nobody_writes_into_anothers_case(ana: Customer, beto: Customer) -> None:
    case_id, _number = opened(ana)
    assert refused(beto.says(case_id, message="¿Qué dice?"))[0] == "unknown_case"
    assert beto.feed() == []


def test_the_office_is_told_what_cannot_be_done(ana: Customer) -> None:
    _case_id, number = opened(ana)
    with pytest.raises(OfficeRefusedError, match="unknown-case"):
        office(ana.server, "take-case", "2026-00-999999-0")
    with pytest.raises(OfficeRefusedError, match="not-answered"):
        office(ana.server, "close-case", number)
    office(ana.server, "close-case", number, duplicate=True, text="Ya estaba ingresada.")
    assert ana.case["status"] == "duplicate"
    for act in ("take-case", "close-case"):
        with pytest.raises(OfficeRefusedError, match="case-closed"):
            office(ana.server, act, number)


def test_the_regulator_takes_over(ana: Customer) -> None:
    _case_id, number = opened(ana)
    office(ana.server, "answer-case", number, outcome="dismissed", text="Está bien medida.")
    office(ana.server, "escalate-case", number, text="URSEA pidió el expediente.")
    assert (ana.case["status"], ana.case["reopen_by"]) == ("escalated", None)


def mails(ana: Customer) -> list[m.Mail]:
    with ana.server.database.reading() as session:
        query = select(m.Mail).where(m.Mail.recipient == "ana@example.org").order_by(m.Mail.id)
        return list(session.scalars(query))


def test_whoever_asked_is_written_that_there_is_an_answer(ana: Customer) -> None:
    by_mail = accepted(ana.asks(channel="email"))["number"]
    here = accepted(ana.asks(subject="Otra"))["number"]
    for number in (by_mail, here):
        office(ana.server, "note-case", number, text="No se lo cuenten.")
        office(ana.server, "answer-case", number, text="El cargo fijo se cobra siempre.")
    first, second = mails(ana)
    assert by_mail in first.subject
    assert "El cargo fijo se cobra siempre." in first.text
    assert here in second.text
    assert "El cargo fijo" not in second.text
    assert "No se lo cuenten" not in first.text + second.text


def test_a_question_of_the_office_says_until_when(ana: Customer) -> None:
    _case_id, number = opened(ana)
    office(ana.server, "ask-about-case", number, text="¿Qué marca hoy el medidor?")
    (mail,) = mails(ana)
    day = "/".join(reversed(ana.case["reply_by"].split("-")))
    assert f"antes del {day}; de lo contrario se cerrará." in mail.text
