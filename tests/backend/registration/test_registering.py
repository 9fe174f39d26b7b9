"""Who may become a user, and what the answers give away."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from httpx import Client, Response
from sqlalchemy import event, select

from backend import models as m
from backend.users import passwords
from backend.users.models import LinkRole
from tests.backend.registration.conftest import FORM, bearer, path_in, problem, sign_in
from tests.support.backend import MovableClock, RunningBackend
from tests.support.backend_books import ContractIds

Register = Callable[..., Response]
Mails = Callable[[], list[m.Mail]]

WRONG: tuple[dict[str, Any], ...] = (
    {"contract_number": "9999"},
    {"document_number": "1.111.111-1"},
    {"document_type": "ext", "document_number": "AB1234"},
    {"proof": {"kind": "last_invoice_number", "value": "A-1-009"}},
    {"proof": {"kind": "last_invoice_amount", "value": "1.220,01"}},
    {"proof": {"kind": "meter_digits", "value": "1002"}},
    {"proof": {"kind": "meter_digits", "value": "001"}},
)


def test_registering_confirming_and_signing_in(
    http: Client, register: Register, mails: Mails, server: RunningBackend, home: ContractIds
) -> None:
    answer = register()
    assert (answer.status_code, answer.json()["email"]) == (202, "a***@example.org")
    assert answer.json()["confirm_before"] == "2026-03-04T12:00:00Z"
    (mail,) = mails()
    assert mail.recipient == "ana.perez@example.org"
    assert problem(sign_in(http, "ana.perez", "una clave 1")) == (403, "email-unconfirmed")
    assert problem(sign_in(http, "ana.perez", "otra")) == (401, "bad-credentials")
    page = http.get(path_in(mail))
    assert "ana.perez" in page.text
    # A scanner that only looks confirms nothing.
    assert problem(sign_in(http, "ana.perez", "una clave 1")) == (403, "email-unconfirmed")
    assert "quedó confirmado" in http.post(path_in(mail)).text
    me = http.get("/v1/me", headers=bearer(http, "ana.perez", "una clave 1")).json()
    assert [scope["scope"] for scope in me["scopes"]] == [home.scope, "G"]
    assert me["user"]["full_name"] == "perez ANA"
    with server.database.reading() as session:
        kept = session.scalars(select(m.Registration)).one()
        assert (kept.is_holders_name, kept.terms_version) == (True, "1")
        assert session.scalars(select(m.ContractLink)).one().role is LinkRole.HOLDER


def test_a_link_confirms_once_and_not_for_ever(
    http: Client, register: Register, mails: Mails, clock: MovableClock
) -> None:
    register()
    link = path_in(mails()[0])
    clock.advance(hours=47)
    assert http.post(link).status_code == 200
    again = http.post(link)
    assert (again.status_code, "ya fue utilizado" in again.text) == (410, True)
    assert http.get("/c/invented").text == again.text
    register(email="otra@example.org", username="otra.ana")
    clock.advance(hours=49)
    late = http.post(path_in(mails()[-1]))
    assert (late.status_code, late.text) == (410, again.text)


@pytest.mark.parametrize(
    "proof",
    [
        {"kind": "last_invoice_number", "value": "A-1-000"},
        {"kind": "last_invoice_amount", "value": "$ 1.220,00"},
        {"kind": "last_invoice_amount", "value": "1220"},
        {"kind": "meter_digits", "value": "m-1001"},
    ],
)
def test_any_bill_at_hand_is_a_proof(
    register: Register, mails: Mails, proof: dict[str, str]
) -> None:
    register(proof=proof)
    assert "Confirme" in mails()[0].subject


def test_a_name_that_is_not_the_holders_is_noted_and_no_obstacle(
    register: Register, mails: Mails, server: RunningBackend
) -> None:
    register(full_name="Beto Gómez")
    assert "Confirme" in mails()[0].subject
    with server.database.reading() as session:
        assert not session.scalars(select(m.Registration)).one().is_holders_name


def _said(answer: Response) -> tuple[int, dict[str, Any], list[str]]:
    told = {name.lower() for name in answer.headers} - {"date"}
    return answer.status_code, answer.json(), sorted(told)


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_data_are_answered_as_right_ones(
    register: Register, mails: Mails, wrong: dict[str, Any]
) -> None:
    refused = register(**wrong)
    (mail,) = mails()
    assert "no pudimos validar" in mail.text
    taken = register()
    assert _said(refused) == _said(taken)
    assert "Confirme" in mails()[1].subject


def test_the_mail_about_wrong_data_does_not_say_which(register: Register, mails: Mails) -> None:
    texts = set()
    for number, wrong in enumerate(WRONG[:3]):
        register(**wrong, email=f"n{number}@example.org")
        texts.add((mails()[-1].subject, mails()[-1].text))
    assert len(texts) == 1


def test_who_is_a_user_is_said_to_the_address_alone(
    http: Client, register: Register, mails: Mails
) -> None:
    first = register()
    http.post(path_in(mails()[0]))
    again = register(username="otro.nombre")
    assert _said(first) == _said(again)
    assert "ya existe un usuario" in mails()[-1].text
    assert problem(sign_in(http, "otro.nombre", "una clave 1")) == (401, "bad-credentials")


def test_a_name_that_is_taken_gets_a_number_and_the_mail_says_so(
    http: Client, register: Register, mails: Mails, server: RunningBackend
) -> None:
    server.books.user("ana.perez", "de otra", email="otra@example.org")
    answer = register()
    mail = mails()[0]
    assert "ana.perez2" in mail.text
    assert "ana.perez no estaba disponible" in mail.text
    assert "ana.perez" not in answer.text
    http.post(path_in(mail))
    assert sign_in(http, "ana.perez2", "una clave 1").status_code == 200
    assert sign_in(http, "ana.perez", "de otra").status_code == 200


def test_what_nobody_confirmed_gives_way_to_the_next_registration(
    http: Client, register: Register, mails: Mails
) -> None:
    register()
    register(password="otra clave 2")
    assert http.post(path_in(mails()[0])).status_code == 410
    assert http.post(path_in(mails()[1])).status_code == 200
    assert problem(sign_in(http, "ana.perez", "una clave 1")) == (401, "bad-credentials")
    assert sign_in(http, "ana.perez", "otra clave 2").status_code == 200


def test_a_name_is_free_again_once_its_link_has_ended(
    http: Client, register: Register, mails: Mails, clock: MovableClock
) -> None:
    register(email="una@example.org")
    clock.advance(hours=49)
    register(email="dos@example.org")
    assert "no estaba disponible" not in mails()[1].text


def test_failures_about_a_contract_lock_it_silently_for_an_hour(
    register: Register, mails: Mails, clock: MovableClock
) -> None:
    for number in range(3):
        register(document_number="1.111.111-1", email=f"x{number}@example.org")
    locked = register()
    assert (locked.status_code, "no pudimos validar" in mails()[-1].text) == (202, True)
    clock.advance(minutes=61)
    register()
    assert "Confirme" in mails()[-1].subject


def test_an_address_does_not_get_refusals_without_end(register: Register, mails: Mails) -> None:
    for number in range(6):
        register(contract_number=str(5000 + number))
    assert len(mails()) == 3


def test_every_outcome_costs_one_hash_and_nearly_the_same_statements(
    http: Client,
    register: Register,
    mails: Mails,
    server: RunningBackend,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hashes: list[str] = []
    real = passwords.hash_password

    def counting(password: str, cost: Any) -> str:
        hashes.append(password)
        return real(password, cost)

    monkeypatch.setattr("backend.registration.service.hash_password", counting)
    statements: list[str] = []
    event.listen(
        server.database.engine,
        "before_cursor_execute",
        lambda _c, _cur, text, *_rest: statements.append(text),
    )

    def cost(**other: Any) -> int:
        statements.clear()
        register(**other)
        return len(statements)

    refused = [cost(**wrong) for wrong in WRONG[:5]]
    assert len(set(refused)) <= 2
    assert cost(contract_number="1001", document_number="2.222.222-2") in refused
    assert len(hashes) == 6


@pytest.mark.parametrize(
    ("wrong", "field", "message"),
    [
        ({"document_number": "1234567-3"}, "document_number", "invalid"),
        ({"document_type": "dni"}, "document_type", "unknown"),
        ({"contract_number": "123"}, "contract_number", "mask"),
        ({"contract_number": "123456789"}, "contract_number", "mask"),
        ({"password": "corta"}, "password", "length digit"),
        ({"password": "ana.perez 12"}, "password", "username"),
        ({"terms_version": "0"}, "terms_version", "changed"),
    ],
)
def test_what_is_right_for_nobody_is_said_at_once(
    register: Register, wrong: dict[str, Any], field: str, message: str
) -> None:
    answer = register(**wrong)
    assert problem(answer) == (422, "invalid-request")
    assert answer.json()["errors"] == [{"field": f"body.{field}", "message": message}]


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "ana@"},
        {"email": "ana@example.org\nBcc: x@example.org"},
        {"username": "a b"},
        {"username": "ana"},
        {"full_name": "A\nB"},
        {"extra": 1},
    ],
)
def test_forms_of_another_shape_are_refused(register: Register, wrong: dict[str, Any]) -> None:
    assert problem(register(**wrong)) == (422, "invalid-request")


def test_rules_are_for_anybody_and_missing_where_nothing_is_offered(
    http: Client, home: ContractIds, server: RunningBackend
) -> None:
    rules = http.get("/v1/registration/rules")
    assert rules.json()["terms"] == {"version": "1", "text": "Los términos."}
    tag = {"If-None-Match": rules.headers["ETag"]}
    assert http.get("/v1/registration/rules", headers=tag).status_code == 304
    with server.database.writing() as session:
        session.delete(session.scalars(select(m.Policy)).one())
    assert problem(http.get("/v1/registration/rules")) == (404, "not-found")
    assert problem(http.post("/v1/registration", json=FORM)) == (404, "not-found")


def test_a_contract_that_has_ended_can_only_be_looked_at(
    http: Client, register: Register, mails: Mails, server: RunningBackend, home: ContractIds
) -> None:
    server.books.change(m.Contract, home.id, status="ended")
    register()
    assert "dado de baja" in mails()[0].text
    http.post(path_in(mails()[0]))
    me = http.get("/v1/me", headers=bearer(http, "ana.perez", "una clave 1")).json()
    assert me["scopes"][0]["role"] == "viewer"


def test_sending_the_mail_again_is_answered_alike_for_everybody(
    http: Client, register: Register, mails: Mails
) -> None:
    register()
    known = http.post("/v1/registration/resend", json={"username": "ANA.perez"})
    unknown = http.post("/v1/registration/resend", json={"username": "nadie"})
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    first, second = mails()
    assert http.get(path_in(first)).status_code == 410
    assert http.post(path_in(second)).status_code == 200
    http.post("/v1/registration/resend", json={"username": "ana.perez"})
    assert len(mails()) == 2


def test_many_who_want_one_name_at_once_take_turns(
    http: Client, register: Register, mails: Mails, server: RunningBackend, home: ContractIds
) -> None:
    with server.database.reading() as session:
        holder = session.get_one(m.Contract, home.id).customer_id
    numbers = [str(number) for number in range(1001, 1007)]
    for number in numbers[1:]:
        other = server.books.contract(number=number)
        server.books.change(m.Contract, other.id, customer_id=holder)

    def one(place: int) -> int:
        proof = {"kind": "meter_digits", "value": numbers[place]}
        contract = {"contract_number": numbers[place], "proof": proof}
        return register(**contract, email=f"n{place % 3}@example.org").status_code

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(one, range(6))) == {202}
    with server.database.reading() as session:
        users = session.scalars(select(m.User)).all()
    assert len({user.username for user in users}) == len(users)
    assert sorted(user.email for user in users) == [f"n{n}@example.org" for n in range(3)]
    assert len(mails()) >= 6
