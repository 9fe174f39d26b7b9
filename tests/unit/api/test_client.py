"""A session goes on by itself while the server lets it, and its tokens stay where they belong."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from desktop.api.client import Client
from desktop.domain.errors import AppError, Code
from desktop.domain.feed import Me, MeUnchanged, Page, Reset, Revoked
from desktop.domain.invoices import DocumentRef
from tests.support import bodies, chaos
from tests.support.bodies import a_page, as_json, change
from tests.support.chaos import Behaviour, Chaos, answer, problem

ME = answer(
    as_json(
        {
            "user": {
                "id": "3",
                "username": "ana",
                "full_name": "Ana",
                "email": "",
                "role": "customer",
            },
            "scopes": [],
            "epoch": 1,
        }
    ),
    ETag='"me-1"',
)
EXPIRED = problem("session-expired", 401)


def tokens(name: str, *, seconds: int = 600) -> Behaviour:
    return answer(
        as_json({"access_token": name, "expires_in": seconds, "refresh_token": f"r-{name}"})
    )


@pytest.fixture
def server() -> Iterator[Chaos]:
    with chaos.running() as found:
        yield found


@pytest.fixture
def heard() -> list[datetime]:
    return []


@pytest.fixture
def client(server: Chaos, heard: list[datetime]) -> Iterator[Client]:
    found = Client(server.url, "pc-1", heard=heard.append)
    yield found
    found.close()


def calls(server: Chaos) -> list[tuple[str, str, str]]:
    """Method, path and token of what arrived."""
    return [
        (r.method, r.path, r.headers.get("authorization", "").removeprefix("Bearer "))
        for r in server.requests
    ]


def test_signing_in_says_who_and_where(
    server: Chaos, client: Client, heard: list[datetime]
) -> None:
    server.then(tokens("a"), ME)
    client.sign_in("ana", "secreta")
    found = client.me()
    assert isinstance(found, Me) and found.user.id == "3"
    assert json.loads(server.requests[0].body) == {
        "username": "ana",
        "password": "secreta",
        "device": "pc-1",
    }
    assert calls(server) == [("POST", "/v1/session", ""), ("GET", "/v1/me", "a")]
    assert heard == [datetime(2026, 11, 20, 12, tzinfo=UTC)] * 2
    assert client.refresh_token == "r-a"


def test_nothing_moved_is_one_question_without_a_body(server: Chaos, client: Client) -> None:
    server.then(tokens("a"), answer(b"", 304, Content_Length=None))
    client.sign_in("ana", "secreta")
    assert isinstance(client.me('"me-1"'), MeUnchanged)
    assert server.requests[1].headers["if-none-match"] == '"me-1"'


@pytest.mark.fault(26, "P")
def test_an_expired_token_is_renewed_once_and_the_question_asked_again(
    server: Chaos, client: Client
) -> None:
    page = answer(as_json(a_page([change("reading", 1)])))
    server.then(tokens("a"), EXPIRED, tokens("b"), page)
    client.sign_in("ana", "secreta")
    found = client.page("C-17", "t/0 +", 1000)
    assert isinstance(found, Page) and len(found.changes) == 1
    path = "/v1/scopes/C-17/changes?limit=1000&token=t%2F0+%2B"
    assert calls(server)[1:] == [
        ("GET", path, "a"),
        ("POST", "/v1/session/refresh", ""),
        ("GET", path, "b"),
    ]
    assert json.loads(server.requests[2].body) == {"refresh_token": "r-a", "device": "pc-1"}


def test_a_token_known_to_be_over_is_not_tried(server: Chaos, client: Client) -> None:
    server.then(tokens("a", seconds=0), tokens("b"), ME)
    client.sign_in("ana", "secreta")
    client.me()
    assert [call[1] for call in calls(server)] == ["/v1/session", "/v1/session/refresh", "/v1/me"]


def test_a_second_refusal_is_not_renewed_for_ever(server: Chaos, client: Client) -> None:
    server.then(tokens("a"), EXPIRED, tokens("b"), EXPIRED)
    client.sign_in("ana", "secreta")
    with pytest.raises(AppError) as caught:
        client.me()
    assert caught.value.code is Code.SESSION_EXPIRED
    assert len(server.requests) == 4


def test_a_refused_renewal_ends_the_session_without_more_questions(
    server: Chaos, client: Client
) -> None:
    server.then(EXPIRED)
    client.resume("r-old")
    for _ in range(2):
        with pytest.raises(AppError) as caught:
            client.me()
        assert caught.value.code is Code.SESSION_EXPIRED
    assert len(server.requests) == 1


@pytest.mark.fault(27, "P")
def test_a_renewal_that_was_not_answered_is_tried_with_the_same_token(
    server: Chaos, client: Client
) -> None:
    server.then(problem("unavailable", 503), tokens("b"), ME)
    client.resume("r-a")
    with pytest.raises(AppError) as caught:
        client.me()
    assert caught.value.code is Code.SERVER_DOWN
    assert isinstance(client.me(), Me)
    sent = [json.loads(r.body)["refresh_token"] for r in server.requests[:2]]
    assert sent == ["r-a", "r-a"]


@pytest.mark.fault(26, "P")
def test_many_who_need_a_token_ask_for_one(server: Chaos, client: Client) -> None:
    server.then(tokens("a"))
    client.sign_in("ana", "secreta")

    def serve(exchange: chaos.Exchange) -> None:
        if exchange.path.endswith("/refresh"):
            tokens("b")(exchange)
        elif exchange.headers["authorization"] == "Bearer a":
            EXPIRED(exchange)
        else:
            ME(exchange)

    server.then(*[serve] * 20)
    answers: list[object] = []
    workers = [threading.Thread(target=lambda: answers.append(client.me())) for _ in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(5)
    assert len(answers) == 6
    assert [path for _, path, _ in calls(server)].count("/v1/session/refresh") == 1


def test_a_new_token_is_kept_before_it_is_used(server: Chaos, client: Client) -> None:
    kept: list[tuple[str, int]] = []
    client.keep = lambda token: kept.append((token, len(server.requests)))
    server.then(tokens("b"), ME)
    client.resume("r-a")
    client.me()
    assert kept == [("r-b", 1)]  # only the renewal itself had been sent by then


@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        (problem("sync-reset", 410, reason="tombstones-purged"), Reset("tombstones-purged")),
        (problem("scope-revoked", 403), Revoked()),
    ],
)
def test_a_feed_may_answer_something_else_than_a_page(
    server: Chaos, client: Client, behaviour: Behaviour, expected: object
) -> None:
    server.then(tokens("a"), behaviour)
    client.sign_in("ana", "secreta")
    assert client.page("C-17", None) == expected


def test_a_document_is_asked_for_by_its_id_and_type(server: Chaos, client: Client) -> None:
    server.then(tokens("a"), answer(bodies.PDF, Content_Type="application/pdf"))
    client.sign_in("ana", "secreta")
    ref = DocumentRef("../x?", "0" * 64, len(bodies.PDF), "application/pdf")
    assert client.document(ref) == bodies.PDF
    assert server.requests[1].path == "/v1/documents/..%2Fx%3F"


def test_leaving_is_local_and_the_server_hears_of_it_later(server: Chaos, client: Client) -> None:
    server.then(tokens("a"), answer(b"", 204, Content_Length=None))
    client.sign_in("ana", "secreta")
    ended = client.leave()
    assert client.refresh_token == ""
    assert len(server.requests) == 1
    client.revoke(ended)
    assert calls(server)[1] == ("DELETE", "/v1/session", "a")
    with pytest.raises(AppError) as caught:
        client.me()
    assert caught.value.code is Code.SESSION_EXPIRED
    assert len(server.requests) == 2


def test_a_session_taken_up_but_never_used_is_revoked_too(server: Chaos, client: Client) -> None:
    server.then(tokens("b"), answer(b"", 204, Content_Length=None))
    client.resume("r-a")
    client.revoke(client.leave())
    assert calls(server)[1] == ("DELETE", "/v1/session", "b")


def test_tokens_are_not_in_what_may_be_logged(server: Chaos, client: Client) -> None:
    server.then(tokens("a"))
    client.sign_in("ana", "secreta")
    assert "r-a" not in repr(client.leave())
