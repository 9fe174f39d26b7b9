"""The demonstration has users at each step, and a contract that anybody can register."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from httpx import Client, Response

from backend.settings import Post
from tests.backend.demo.conftest import SMALL
from tests.support.backend import MovableClock, running_backend, settings_for


@pytest.fixture
def http(demo_file: Path, tmp_path: Path) -> Iterator[Client]:
    copy = tmp_path / "demo.sqlite"
    shutil.copyfile(demo_file, copy)
    settings = replace(settings_for(f"sqlite:///{copy}"), post=Post())
    with (
        running_backend(tmp_path, settings, MovableClock(SMALL.start)) as server,
        Client(base_url=server.url) as client,
    ):
        yield client


def sign_in(http: Client, username: str) -> Response:
    form = {"username": username, "password": "demo-1234", "device": "pc"}
    return http.post("/v1/session", json=form)


def newest_link(http: Client) -> str:
    found = re.search(r'href="([^"]+/c/[^"]+)"', http.get("/demo/mail").text)
    assert found is not None
    return found[1]


def test_one_user_waits_for_the_mail_and_another_is_locked_out(http: Client) -> None:
    assert sign_in(http, "pendiente").json()["type"] == "/problems/email-unconfirmed"
    assert sign_in(http, "bloqueado").json()["type"] == "/problems/user-locked"
    http.post("/v1/registration/resend", json={"username": "pendiente"})
    http.post(newest_link(http))
    assert sign_in(http, "pendiente").status_code == 200


def test_what_the_mailbox_prints_registers_a_contract(http: Client) -> None:
    box = http.get("/demo/mail").text
    printed = dict(re.findall(r"(N° de Contrato|Cédula|Última factura): (\S+)", box))
    rules = http.get("/v1/registration/rules").json()
    form = {
        "full_name": "Quien prueba",
        "contract_number": printed["N° de Contrato"],
        "document_type": "ci",
        "document_number": printed["Cédula"],
        "email": "prueba@example.com",
        "proof": {"kind": "last_invoice_number", "value": printed["Última factura"]},
        "username": "prueba",
        "password": "demo-1234",
        "terms_version": rules["terms"]["version"],
    }
    assert http.post("/v1/registration", json=form).status_code == 202
    assert "quedó confirmado" in http.post(newest_link(http)).text
    token = sign_in(http, "prueba").json()["access_token"]
    me = http.get("/v1/me", headers={"Authorization": f"Bearer {token}"}).json()
    assert [scope["role"] for scope in me["scopes"]] == ["holder", None]
