"""Who may read what: every user against every scope and document, and every route."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from httpx import Client

from backend import models as m
from backend.app import ROUTERS, create_app
from backend.settings import Settings
from backend.users.rights import readable_scope, signed_in
from tests.support.backend import RunningBackend

USERS = ("ana", "beto", "nadie")
LINKS = {"ana": (1, 2), "beto": (2, 3), "nadie": ()}
SCOPES = ("G", "C-1", "C-2", "C-3", "C-4", "C-0", "C-01", "C--1", "c-1", "C-", "X", "1", "C-1 ")
PUBLIC = {
    "/v1/ping",
    "/v1/utility",
    "/v1/session",
    "/v1/session/refresh",
    "/v1/registration",
    "/v1/registration/rules",
    "/v1/registration/resend",
    "/v1/password/forgot",
    "/v1/banks/{bank}/webhook",  # told an id and nothing else, of which the bank is then asked
}


FORM = {
    "kind": "self_reading",
    "schema": 1,
    "created_at": "2026-03-02T12:00:00Z",
    "payload": {},
}


@pytest.fixture
def tokens(server: RunningBackend, http: Client) -> dict[str, str]:
    """Access tokens of users with some contracts of their own and some shared."""
    books = server.books
    books.utility()
    ids = {name: books.user(name, "clave") for name in USERS}
    for number in (1, 2, 3, 4):
        owners = [ids[name] for name in USERS if number in LINKS[name]]
        contract = books.contract(owners)
        assert contract.id == number
        books.invoices(contract, 1)
    form = {"password": "clave", "device": "pc"}
    return {
        name: http.post("/v1/session", json=form | {"username": name}).json()["access_token"]
        for name in USERS
    }


def test_a_user_reads_own_scopes_and_documents_and_nothing_else(
    http: Client, tokens: dict[str, str]
) -> None:
    for name in USERS:
        header = {"Authorization": f"Bearer {tokens[name]}"}
        allowed = {"G", *(f"C-{number}" for number in LINKS[name])}
        me = http.get("/v1/me", headers=header).json()
        assert {scope["scope"] for scope in me["scopes"]} == allowed
        for scope in SCOPES:
            answer = http.get(f"/v1/scopes/{scope}/changes", headers=header)
            expected = 200 if scope in allowed else 403
            assert (name, scope, answer.status_code) == (name, scope, expected)
            if expected == 403:
                assert answer.json()["type"] == "/problems/scope-revoked"
        for scope in SCOPES:
            answer = http.put(
                f"/v1/submissions/{uuid.uuid4()}", json=FORM | {"scope": scope}, headers=header
            )
            # Refused for its content where it may be sent, and for the scope everywhere else.
            said = "submission-rejected" if scope in allowed - {"G"} else "forbidden"
            assert (name, scope, answer.json()["type"]) == (name, scope, f"/problems/{said}")
        for document in (1, 2, 3, 4, 5):
            answer = http.get(f"/v1/documents/{document}", headers=header)
            expected = 200 if document in LINKS[name] else 404
            assert (name, document, answer.status_code) == (name, document, expected)


def test_a_right_taken_away_is_gone_at_once(
    server: RunningBackend, http: Client, tokens: dict[str, str]
) -> None:
    header = {"Authorization": f"Bearer {tokens['ana']}"}
    etag = http.get("/v1/me", headers=header).headers["ETag"]
    first = http.get("/v1/scopes/C-1/changes", headers=header).json()
    with server.database.writing() as session:
        session.query(m.ContractLink).filter_by(user_id=1, contract_id=1).delete()
    again = http.get("/v1/scopes/C-1/changes", params={"token": first["next"]}, headers=header)
    assert (again.status_code, again.json()["type"]) == (403, "/problems/scope-revoked")
    me = http.get("/v1/me", headers=header | {"If-None-Match": etag})
    assert [scope["scope"] for scope in me.json()["scopes"]] == ["C-2", "G"]


@pytest.mark.parametrize(
    "header", [b"", b"Bearer", b"Bearer  x", b"Bearer nope", b"Basic YTpi", b"Bearer \xc3\xa9"]
)
def test_without_a_live_token_nothing_is_given(
    http: Client, tokens: dict[str, str], header: bytes
) -> None:
    for path in ("/v1/me", "/v1/scopes/C-1/changes", "/v1/scopes/G/changes", "/v1/documents/1"):
        answer = http.get(path, headers={b"Authorization": header})
        assert (answer.status_code, answer.json()["type"]) == (401, "/problems/session-expired")
    for path in (f"/v1/submissions/{uuid.uuid4()}", f"/v1/blobs/{'0' * 64}"):
        answer = http.put(path, json=FORM | {"scope": "C-1"}, headers={b"Authorization": header})
        assert (answer.status_code, answer.json()["type"]) == (401, "/problems/session-expired")


def _calls(dependant: Dependant) -> Iterator[object]:
    yield dependant.call
    for inner in dependant.dependencies:
        yield from _calls(inner)


def test_every_route_is_guarded_unless_it_is_public() -> None:
    routes = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
    app = create_app(Settings(database_url="sqlite:///never-opened.db"))
    assert {route.path for route in routes} == set(app.openapi()["paths"])
    for route in routes:
        calls = set(_calls(route.dependant))
        if route.path not in PUBLIC or route.methods == {"DELETE"}:
            assert signed_in in calls, f"{route.path} answers anybody"
        if "{scope}" in route.path:
            assert readable_scope in calls, f"{route.path} does not check the scope"
