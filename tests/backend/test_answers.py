"""What every answer carries, and what goes wrong, as a client sees it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from httpx import Client, Response
from sqlalchemy import text

from backend.problems import PROBLEMS
from tests.support.backend import RunningBackend
from tests.support.backend_books import PDF, ContractIds


@pytest.fixture
def home(server: RunningBackend) -> ContractIds:
    server.books.utility()
    contract = server.books.contract([server.books.user("ana", "secreta")], number="77")
    server.books.readings(contract, 3)
    server.books.invoices(contract, 2)
    return contract


@pytest.fixture
def signed_in(http: Client, home: ContractIds) -> Iterator[Client]:
    form = {"username": "ana", "password": "secreta", "device": "pc"}
    token = http.post("/v1/session", json=form).json()["access_token"]
    http.headers["Authorization"] = f"Bearer {token}"
    yield http


def assert_enveloped(answer: Response) -> None:
    digest = base64.b64encode(hashlib.sha256(answer.content).digest()).decode()
    assert answer.headers["Content-Digest"] == f"sha-256=:{digest}:"
    assert answer.headers["X-Server-Time"] == "2026-03-02T12:00:00Z"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Request-Id"]
    if answer.status_code not in (204, 304):
        assert answer.headers["Content-Length"] == str(len(answer.content))


def assert_problem(answer: Response, name: str) -> dict[str, Any]:
    assert_enveloped(answer)
    body: dict[str, Any] = answer.json()
    status, title = PROBLEMS[name]
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (answer.status_code, body["type"]) == (status, f"/problems/{name}")
    assert (body["status"], body["title"]) == (status, title)
    assert body["request_id"] == answer.headers["X-Request-Id"]
    return body


def test_every_answer_is_enveloped(signed_in: Client) -> None:
    for path in ("/v1/ping", "/v1/utility", "/v1/me", "/v1/scopes/C-1/changes", "/v1/documents/1"):
        answer = signed_in.get(path)
        assert answer.status_code in (200, 204)
        assert_enveloped(answer)


def test_ping_tells_the_service_from_a_portal(http: Client) -> None:
    answer = http.get("/v1/ping")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["X-Service"] == "oficina-virtual"


def test_the_request_id_comes_back(http: Client) -> None:
    assert (
        http.get("/v1/ping", headers={"X-Request-Id": "abc-1"}).headers["X-Request-Id"] == "abc-1"
    )
    for nasty in ("a b", "a" * 65, "\u00e9".encode(), b"x\ty"):
        answer = http.get("/v1/ping", headers=[(b"X-Request-Id", _bytes(nasty))])
        assert re.fullmatch("[0-9a-f-]{36}", answer.headers["X-Request-Id"])


def _bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode()


def test_the_profile_is_the_catalogues_to_the_byte(signed_in: Client) -> None:
    profile = signed_in.get("/v1/utility")
    page = signed_in.get("/v1/scopes/G/changes")
    assert b'"body":' + profile.content + b"}" in page.content
    again = signed_in.get("/v1/utility", headers={"If-None-Match": profile.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_server_without_a_profile_says_so(http: Client) -> None:
    assert_problem(http.get("/v1/utility"), "not-found")


def test_me_moves_only_when_something_moved(
    signed_in: Client, server: RunningBackend, home: ContractIds
) -> None:
    first = signed_in.get("/v1/me")
    assert first.json() == {
        "user": {
            "id": "1",
            "username": "ana",
            "full_name": "Ana Pérez",
            "email": "ana@example.org",
            "role": "customer",
        },
        "scopes": [
            {
                "scope": "C-1",
                "head": 7,
                "kind": "contract",
                "contract_id": "1",
                "role": "holder",
                "alias": "",
            },
            {
                "scope": "G",
                "head": 1,
                "kind": "catalogue",
                "contract_id": None,
                "role": None,
                "alias": None,
            },
        ],
        "epoch": 1,
    }
    known = {"If-None-Match": first.headers["ETag"]}
    server.movable_clock.advance(minutes=1)
    assert signed_in.get("/v1/me", headers=known).status_code == 304
    server.books.readings(home, 1, first=9)
    moved = signed_in.get("/v1/me", headers=known)
    assert moved.json()["scopes"][0]["head"] == 8


def test_pages_follow_each_other_over_http(signed_in: Client) -> None:
    changes, token = [], None
    for _ in range(4):
        query = {"limit": "2"} | ({"token": token} if token else {})
        answer = signed_in.get("/v1/scopes/C-1/changes", params=query).json()
        changes += answer["changes"]
        token = answer["next"]
    assert [change["seq"] for change in changes] == list(range(1, 8))
    assert (answer["more"], answer["seq"], answer["count"]) == (False, 7, 7)


def test_a_damaged_token_is_a_reset_and_not_an_error(signed_in: Client) -> None:
    for token in ("", "x", "%00", "ñ", "A" * 300):
        answer = signed_in.get("/v1/scopes/C-1/changes", params={"token": token})
        assert assert_problem(answer, "sync-reset")["reason"] == "damaged-token"


def test_a_document_is_given_byte_for_byte(signed_in: Client) -> None:
    answer = signed_in.get("/v1/documents/1")
    assert answer.content.startswith(PDF)
    assert answer.headers["Content-Type"] == "application/pdf"
    page = signed_in.get("/v1/scopes/C-1/changes").json()
    kept = next(c["body"]["document"] for c in page["changes"] if c["k"] == "invoice")
    assert kept["sha256"] == hashlib.sha256(answer.content).hexdigest()
    assert kept["size"] == len(answer.content)
    known = {"If-None-Match": answer.headers["ETag"]}
    assert signed_in.get(f"/v1/documents/{kept['id']}", headers=known).status_code == 304


def test_what_does_not_exist_is_a_problem(http: Client) -> None:
    assert_problem(http.get("/v1/nothing"), "not-found")
    answer = http.put("/v1/session", json={})
    assert_problem(answer, "method-not-allowed")
    assert answer.headers["Allow"] == "DELETE, POST"


def test_an_invalid_form_names_the_fields_and_repeats_no_value(http: Client) -> None:
    form = {"username": "ana", "password": "clave-secreta" * 40, "extra": 1}
    body = assert_problem(http.post("/v1/session", json=form), "invalid-request")
    assert {e["field"] for e in body["errors"]} == {"body.password", "body.device", "body.extra"}
    assert "clave-secreta" not in json.dumps(body)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"username":NaN,"password":"b","device":"c"}',
        b'{"username":"a","username":"ana","password":"b","device":"c"}',
        b'{"username":"\\ud800","password":"b","device":"c"}',
        b'{"username":"a\\u0000","password":"b","device":"c"}',
        b"[" * 30_000,
    ],
)
def test_json_with_no_or_two_meanings_is_refused(http: Client, content: bytes) -> None:
    header = {"Content-Type": "application/json"}
    answer = http.post("/v1/session", content=content, headers=header)
    assert_problem(answer, "invalid-request")


def test_a_large_body_is_refused(http: Client) -> None:
    answer = http.post("/v1/session", content=b" " * 70_000)
    assert_problem(answer, "too-large")


@pytest.mark.fault(30, "A")
def test_an_old_app_is_told_so(server: RunningBackend, http: Client) -> None:
    server.stop()
    server.start(replace(server.settings, min_client=(0, 2, 0)))
    answers = {
        version: http.get("/v1/ping", headers={"X-Client": f"oficina/{version} (linux)"})
        for version in ("0.1.9", "0.2.0", "1.0.0")
    }
    assert_problem(answers.pop("0.1.9"), "client-too-old")
    assert all(answer.status_code == 204 for answer in answers.values())


@pytest.mark.expect_logs(r"request rid-7 /v1/utility failed: \w+")
def test_a_failure_inside_is_a_problem_with_its_reference(
    server: RunningBackend, http: Client, home: ContractIds, caplog: pytest.LogCaptureFixture
) -> None:
    with server.database.engine_for_writing.begin() as connection:
        connection.execute(text("DROP TABLE feed"))
    answer = http.get("/v1/utility", headers={"X-Request-Id": "rid-7"})
    assert answer.status_code in (500, 503)
    name = {500: "internal", 503: "unavailable"}[answer.status_code]
    assert assert_problem(answer, name)["request_id"] == "rid-7"
    assert "Traceback" not in answer.text


@pytest.mark.expect_logs(r"request rid-8 /v1/session failed: \w+")
def test_nothing_personal_is_logged(
    server: RunningBackend, http: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    server.books.user("canario", "clave-canario", full_name="Nombre Canario")
    form = {"username": "canario", "password": "clave-canario", "device": "equipo-canario"}
    tokens = http.post("/v1/session", json=form).json()
    http.post("/v1/session", json=form | {"password": "otra-canario"})
    http.headers["Authorization"] = f"Bearer {tokens['access_token']}"
    http.get("/v1/me", headers={"X-Client": "canario"})
    http.get("/v1/scopes/C-1/changes", params={"token": "canario"})
    with server.database.engine_for_writing.begin() as connection:
        connection.execute(text("DROP TABLE sign_in_failures"))
    http.post("/v1/session", json=form, headers={"X-Request-Id": "rid-8"})
    # What the test's own client logs is not the server's.
    ours = [r for r in caplog.records if not r.name.startswith(("httpx", "httpcore"))]
    logged = "\n".join(record.getMessage() + str(record.exc_info) for record in ours)
    assert "rid-8" in logged
    assert "canario" not in logged.casefold()
    assert tokens["access_token"] not in logged
