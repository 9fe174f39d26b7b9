"""Signing in, staying signed in, leaving."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from httpx import Client, Response

from backend import models as m
from backend.settings import PasswordCost
from backend.users import passwords
from tests.support.backend import MovableClock, RunningBackend


def sign_in(http: Client, password: str = "secreta", username: str = "ana") -> Response:
    form = {"username": username, "password": password, "device": "pc-1"}
    return http.post("/v1/session", json=form)


def refresh(http: Client, token: str, device: str = "pc-1") -> Response:
    return http.post("/v1/session/refresh", json={"refresh_token": token, "device": device})


def me(http: Client, tokens: dict[str, Any]) -> Response:
    return http.get("/v1/me", headers={"Authorization": f"Bearer {tokens['access_token']}"})


def problem(answer: Response) -> str:
    name: str = answer.json()["type"].removeprefix("/problems/")
    return name


@pytest.fixture(autouse=True)
def ana(server: RunningBackend) -> int:
    return server.books.user("ana", "secreta")


def test_the_right_password_opens_a_session(http: Client) -> None:
    answer = sign_in(http, username="  ANA ")
    assert answer.status_code == 200
    tokens = answer.json()
    assert tokens["expires_in"] == 600
    assert me(http, tokens).json()["user"]["username"] == "ana"


def test_how_a_keyboard_composes_letters_does_not_matter(
    http: Client, server: RunningBackend
) -> None:
    server.books.user("jos\u00e9", "contrase\u00f1a")
    assert sign_in(http, "contrasen\u0303a", "Jose\u0301").status_code == 200


def test_unknown_name_and_wrong_password_are_told_apart_by_nothing(http: Client) -> None:
    wrong, unknown = sign_in(http, "otra"), sign_in(http, "otra", "nadie")
    assert (wrong.status_code, problem(wrong)) == (401, "bad-credentials")
    assert _without_id(wrong) == _without_id(unknown)
    for _ in range(4):
        wrong, unknown = sign_in(http, "otra"), sign_in(http, "otra", "nadie")
    wrong, unknown = sign_in(http, "otra"), sign_in(http, "otra", "nadie")
    assert problem(wrong) == "user-locked"
    assert _without_id(wrong) == _without_id(unknown)


def _without_id(answer: Response) -> dict[str, Any]:
    body: dict[str, Any] = answer.json()
    return {key: value for key, value in body.items() if key != "request_id"}


def test_an_unknown_name_costs_a_hash_as_a_known_one(
    http: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str | None] = []

    def watching(kept: str | None, password: str, cost: Any) -> bool:
        checked.append(kept)
        return real(kept, password, cost)

    real = passwords.is_password
    monkeypatch.setattr("backend.users.service.is_password", watching)
    sign_in(http, "otra", "nadie")
    assert checked == [None]
    assert not real(None, "nobody has this password", PasswordCost(1, 8))


def test_five_failures_lock_the_name_for_a_quarter_of_an_hour(
    http: Client, clock: MovableClock
) -> None:
    for _ in range(5):
        assert problem(sign_in(http, "otra")) == "bad-credentials"
    locked = sign_in(http)
    assert (locked.status_code, problem(locked)) == (423, "user-locked")
    assert locked.json()["until"] == "2026-03-02T12:15:00Z"
    clock.advance(minutes=14, seconds=59)
    assert sign_in(http).status_code == 423
    clock.advance(seconds=1)
    assert sign_in(http).status_code == 200


def test_a_success_forgets_the_failures_before_it(http: Client) -> None:
    for _ in range(3):
        for _ in range(4):
            sign_in(http, "otra")
        assert sign_in(http).status_code == 200


def test_failures_long_apart_do_not_add_up(http: Client, clock: MovableClock) -> None:
    for _ in range(10):
        sign_in(http, "otra")
        clock.advance(minutes=16)
    assert sign_in(http).status_code == 200


def test_a_user_put_out_of_service_is_out_at_once(http: Client, server: RunningBackend) -> None:
    tokens = sign_in(http).json()
    server.books.change(m.User, 1, is_active=False)
    assert problem(me(http, tokens)) == "session-expired"
    assert problem(sign_in(http)) == "bad-credentials"


def test_an_access_token_lives_ten_minutes(http: Client, clock: MovableClock) -> None:
    tokens = sign_in(http).json()
    clock.advance(minutes=9, seconds=59)
    assert me(http, tokens).status_code == 200
    clock.advance(seconds=1)
    assert problem(me(http, tokens)) == "session-expired"
    renewed = refresh(http, tokens["refresh_token"]).json()
    assert me(http, renewed).status_code == 200


@pytest.mark.fault(27, "A")
def test_a_lost_answer_does_not_sign_anybody_out(http: Client, clock: MovableClock) -> None:
    first = sign_in(http).json()["refresh_token"]
    lost = refresh(http, first).json()
    clock.advance(seconds=60)
    again = refresh(http, first)
    assert again.status_code == 200
    # A late answer and the repeated one must not begin two lines, of which one is a thief's.
    assert again.json()["refresh_token"] == lost["refresh_token"]
    assert me(http, again.json()).status_code == 200
    assert refresh(http, again.json()["refresh_token"]).status_code == 200


def test_the_token_before_is_refused_after_a_minute_and_ends_the_session(
    http: Client, clock: MovableClock
) -> None:
    first = sign_in(http).json()["refresh_token"]
    second = refresh(http, first).json()
    clock.advance(seconds=61)
    assert problem(refresh(http, first)) == "session-expired"
    assert problem(refresh(http, second["refresh_token"])) == "session-expired"
    assert problem(me(http, second)) == "session-expired"


def test_a_stolen_token_used_after_its_successor_ends_the_session(http: Client) -> None:
    first = sign_in(http).json()["refresh_token"]
    second = refresh(http, first).json()["refresh_token"]
    third = refresh(http, second).json()
    assert problem(refresh(http, first)) == "session-expired"
    assert problem(me(http, third)) == "session-expired"
    assert problem(refresh(http, third["refresh_token"])) == "session-expired"


def test_a_token_on_another_device_ends_the_session(http: Client) -> None:
    tokens = sign_in(http).json()
    assert problem(refresh(http, tokens["refresh_token"], "pc-2")) == "session-expired"
    assert problem(me(http, tokens)) == "session-expired"


def test_a_session_ends_after_ninety_days_however_often_it_was_used(
    http: Client, clock: MovableClock
) -> None:
    token = sign_in(http).json()["refresh_token"]
    for _ in range(89):
        clock.advance(days=1)
        token = refresh(http, token).json()["refresh_token"]
    clock.advance(days=1)
    assert problem(refresh(http, token)) == "session-expired"


def test_signing_out_ends_this_session_and_no_other(http: Client) -> None:
    here, there = sign_in(http).json(), sign_in(http).json()
    header = {"Authorization": f"Bearer {here['access_token']}"}
    answer = http.delete("/v1/session", headers=header)
    assert (answer.status_code, answer.content) == (204, b"")
    assert problem(me(http, here)) == "session-expired"
    assert problem(refresh(http, here["refresh_token"])) == "session-expired"
    assert me(http, there).status_code == 200


def test_no_token_is_kept_as_it_is(http: Client, server: RunningBackend) -> None:
    tokens = sign_in(http).json()
    with server.database.reading() as session:
        kept = [bytes(row.digest) for row in session.query(m.AccessToken)]
        kept += [bytes(row.digest) for row in session.query(m.RefreshToken)]
        hashes = [row.password_hash for row in session.query(m.User)]
    assert len(kept) == 2
    assert tokens["access_token"].encode() not in kept
    assert all(len(digest) == 32 for digest in kept)
    assert hashes[0].startswith("$argon2id$")


def test_an_address_that_fails_for_many_names_has_to_wait(
    server: RunningBackend, http: Client, clock: MovableClock
) -> None:
    server.stop()
    server.start(replace(server.settings, failures_per_minute=3))
    for number in range(3):
        sign_in(http, username=f"nadie{number}")
    refused = sign_in(http)
    assert (refused.status_code, problem(refused)) == (429, "rate-limited")
    assert refused.headers["Retry-After"] == "60"
    clock.advance(seconds=60)
    assert sign_in(http).status_code == 200


def test_a_session_survives_a_restart_of_the_server(server: RunningBackend, http: Client) -> None:
    tokens = sign_in(http).json()
    server.stop()
    server.start()
    assert me(http, tokens).status_code == 200
    assert refresh(http, tokens["refresh_token"]).status_code == 200


def test_two_refreshes_at_once_end_in_one_line(http: Client) -> None:
    first = sign_in(http).json()["refresh_token"]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: refresh(http, first), range(4)))
    assert [answer.status_code for answer in answers] == [200] * 4
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1
