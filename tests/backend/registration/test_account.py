"""Passwords, linked contracts, what the office does for users, and names of contracts."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from httpx import Client, Response

from backend import models as m
from backend.loader.rows import Problem as Refused
from tests.backend.registration.conftest import FORM, bearer, path_in, problem, sign_in
from tests.support.backend import MovableClock, RunningBackend
from tests.support.backend_books import ContractIds

Mails = Callable[[], list[m.Mail]]

CONTRACT: dict[str, Any] = {
    name: FORM[name] for name in ("contract_number", "document_type", "document_number", "proof")
}


@pytest.fixture
def eva(server: RunningBackend, home: ContractIds) -> int:
    """A user without contracts."""
    return server.books.user("eva", "clave de eva 1")


def forgot(http: Client, who: str) -> Response:
    return http.post("/v1/password/forgot", json={"username_or_email": who})


def test_forgetting_a_password_is_answered_alike_for_everybody(
    http: Client, eva: int, mails: Mails
) -> None:
    answers = [forgot(http, who) for who in ("EVA", "eva@example.org", "nadie", "x@example.org")]
    assert {(a.status_code, a.content) for a in answers} == {(204, b"")}
    assert [mail.recipient for mail in mails()] == ["eva@example.org"] * 2
    for _ in range(5):
        forgot(http, "eva")
    assert len(mails()) == 4  # three an hour for one name


def test_a_new_password_ends_every_session_and_unlocks(
    http: Client, eva: int, mails: Mails
) -> None:
    before = bearer(http, "eva", "clave de eva 1")
    for _ in range(5):
        sign_in(http, "eva", "mal")
    assert problem(sign_in(http, "eva", "clave de eva 1")) == (423, "user-locked")
    forgot(http, "eva")
    link = path_in(mails()[-1])
    assert 'type="password"' in http.get(link).text
    for typed, said in (
        ({"password": "otra clave 2", "repeat": "otra clave 3"}, "no coinciden"),
        ({"password": "corta", "repeat": "corta"}, "al menos 8 caracteres, un número"),
        ({"password": "clave de eva 1", "repeat": "clave de eva 1"}, "igual a la actual"),
        ({"password": "otra clave 2"}, "Repetir contraseña"),
    ):
        answer = http.post(link, data=typed)
        assert (answer.status_code, said in answer.text) == (422, True)
    fresh = {"password": "otra clave 2", "repeat": "otra clave 2"}
    assert "se cambió correctamente" in http.post(link, data=fresh).text
    assert http.post(link, data=fresh).status_code == 410
    assert problem(http.get("/v1/me", headers=before)) == (401, "session-expired")
    assert sign_in(http, "eva", "otra clave 2").status_code == 200
    assert "se cambió" in mails()[-1].subject


def test_a_link_for_a_password_ends_soon_and_with_the_next_one(
    http: Client, eva: int, mails: Mails, clock: MovableClock
) -> None:
    forgot(http, "eva")
    forgot(http, "eva")
    assert http.get(path_in(mails()[0])).status_code == 410
    clock.advance(minutes=61)
    assert http.get(path_in(mails()[1])).status_code == 410


def test_changing_a_password_keeps_this_session_and_ends_the_others(
    http: Client, eva: int, mails: Mails
) -> None:
    here, there = bearer(http, "eva", "clave de eva 1"), bearer(http, "eva", "clave de eva 1")

    def change(current: str, new: str) -> Response:
        return http.put("/v1/password", json={"current": current, "new": new}, headers=here)

    for current, new, reason in (
        ("mal", "otra clave 2", "current"),
        ("clave de eva 1", "clave de eva 1", "same"),
        ("clave de eva 1", "sin cifras", "weak"),
    ):
        refused = change(current, new)
        assert problem(refused) == (422, "password-refused")
        assert refused.json()["reason"] == reason
    assert change("clave de eva 1", "otra clave 2").status_code == 204
    assert http.get("/v1/me", headers=here).status_code == 200
    assert problem(http.get("/v1/me", headers=there)) == (401, "session-expired")
    assert problem(sign_in(http, "eva", "clave de eva 1")) == (401, "bad-credentials")
    assert mails()[-1].recipient == "eva@example.org"


def test_guessing_the_present_password_locks_as_signing_in_does(http: Client, eva: int) -> None:
    here = bearer(http, "eva", "clave de eva 1")
    form = {"current": "mal", "new": "otra clave 2"}
    for _ in range(5):
        http.put("/v1/password", json=form, headers=here)
    assert problem(http.put("/v1/password", json=form, headers=here)) == (423, "user-locked")
    assert problem(sign_in(http, "eva", "clave de eva 1")) == (423, "user-locked")


def scopes(http: Client, header: dict[str, str]) -> list[str]:
    return [scope["scope"] for scope in http.get("/v1/me", headers=header).json()["scopes"]]


def test_adding_and_removing_a_contract(
    http: Client, server: RunningBackend, home: ContractIds, eva: int, mails: Mails
) -> None:
    server.books.link(server.books.user("ana"), home)
    header = bearer(http, "eva", "clave de eva 1")
    added = http.post("/v1/contracts", json=CONTRACT, headers=header)
    assert (added.status_code, added.json()) == (
        201,
        {"contract_id": str(home.id), "scope": home.scope, "number": "1001", "is_ended": False},
    )
    assert scopes(http, header) == [home.scope, "G"]
    # Whoever sees the contract learns of it.
    assert [mail.recipient for mail in mails()] == ["ana@example.org"]
    again = http.post("/v1/contracts", json=CONTRACT, headers=header)
    assert (*problem(again), again.json()["reason"]) == (422, "contract-refused", "already_linked")
    assert http.delete(f"/v1/contracts/{home.id}", headers=header).status_code == 204
    assert scopes(http, header) == ["G"]
    for gone in (str(home.id), "99", "x", "0"):
        answer = http.delete(f"/v1/contracts/{gone}", headers=header)
        assert problem(answer) == (404, "not-found")
    assert http.post("/v1/contracts", json=CONTRACT, headers=header).status_code == 201


def test_a_contract_is_not_added_on_wrong_data_nor_after_many_tries(
    http: Client, home: ContractIds, eva: int, clock: MovableClock
) -> None:
    header = bearer(http, "eva", "clave de eva 1")
    said = set()
    for wrong in (
        {"contract_number": "9999"},
        {"document_number": "1.111.111-1"},
        {"proof": {"kind": "meter_digits", "value": "9999"}},
        {"document_number": "2.222.222-2"},
        {"document_number": "1.111.111-1"},
    ):
        answer = http.post("/v1/contracts", json=CONTRACT | wrong, headers=header)
        said.add((*problem(answer), answer.json()["reason"]))
    assert said == {(422, "contract-refused", "not_validated")}
    right = http.post("/v1/contracts", json=CONTRACT, headers=header)
    assert right.json()["reason"] == "not_validated"
    clock.advance(minutes=61)
    header = bearer(http, "eva", "clave de eva 1")
    assert http.post("/v1/contracts", json=CONTRACT, headers=header).status_code == 201


def test_a_load_leaves_proved_links_alone_and_puts_removed_ones_not_back(
    server: RunningBackend, http: Client, home: ContractIds, eva: int
) -> None:
    from zoneinfo import ZoneInfo

    from backend.loader.write.batch import Batch, Setting
    from backend.loader.write.links import link_holders

    with server.database.reading() as session:
        holder = session.get_one(m.Contract, home.id).customer_id
    server.books.user("ana", customer_id=holder)
    refused: list[Refused] = []

    def load(*customers: int) -> None:
        with server.database.writing() as session:
            batch = Batch(session, Setting(ZoneInfo("UTC"), "UYU"), refused.append)
            link_holders(batch, customers)

    load(holder)
    header = bearer(http, "eva", "clave de eva 1")
    ana = bearer(http, "ana", "secreta")
    http.post("/v1/contracts", json=CONTRACT, headers=header)
    http.delete(f"/v1/contracts/{home.id}", headers=ana)
    load(holder)
    assert (scopes(http, header), scopes(http, ana)) == ([home.scope, "G"], ["G"])
    # With another holder everybody who proved to be the earlier one loses sight of it.
    with server.database.writing() as session:
        other = m.Customer(external_id="otro", full_name="Otro")
        session.add(other)
        session.flush()
        session.get_one(m.Contract, home.id).customer_id = other.id
        following = other.id
    load(following)
    assert scopes(http, header) == ["G"]


def test_the_office_unlocks_and_sends_again(
    http: Client, server: RunningBackend, home: ContractIds, eva: int, mails: Mails
) -> None:
    server.books.user("ventanilla", "de la oficina", role="clerk")
    clerk = bearer(http, "ventanilla", "de la oficina")

    def act(name: str, username: str) -> Response:
        return http.post(f"/v1/office/{name}", json={"username": username}, headers=clerk)

    for _ in range(5):
        sign_in(http, "eva", "mal")
    assert act("unlock-user", "Eva").json() == {"username": "eva", "was_locked": True}
    assert act("unlock-user", "eva").json()["was_locked"] is False
    assert sign_in(http, "eva", "clave de eva 1").status_code == 200
    for name, username, reason in (
        ("unlock-user", "nadie", "unknown_user"),
        ("resend-confirmation", "eva", "already_confirmed"),
    ):
        refused = act(name, username)
        assert (*problem(refused), refused.json()["reason"]) == (409, "office-refused", reason)
    http.post("/v1/registration", json=FORM)
    assert act("resend-confirmation", "ana.perez").status_code == 200
    assert [http.get(path_in(mail)).status_code for mail in mails()] == [410, 200]


def test_a_contract_is_named_by_a_user_for_that_user(
    http: Client, server: RunningBackend, home: ContractIds, eva: int
) -> None:
    ana = server.books.user("ana")
    for user in (ana, eva):
        server.books.link(user, home)
    header, other = bearer(http, "eva", "clave de eva 1"), bearer(http, "ana", "secreta")

    def name(alias: str) -> Response:
        form = {
            "kind": "contract_alias",
            "schema": 1,
            "scope": home.scope,
            "created_at": "2026-03-02T12:00:00Z",
            "payload": {"alias": alias},
        }
        return http.put(f"/v1/submissions/{uuid.uuid4()}", json=form, headers=header)

    def alias(of: dict[str, str]) -> str:
        found: str = http.get("/v1/me", headers=of).json()["scopes"][0]["alias"]
        return found

    assert name("  Casa de mamá ").json()["result"] == {"alias": "Casa de mamá"}
    assert (alias(header), alias(other)) == ("Casa de mamá", "")
    assert problem(name("x" * 41)) == (422, "submission-rejected")
    assert name("").status_code == 200
    assert alias(header) == ""
