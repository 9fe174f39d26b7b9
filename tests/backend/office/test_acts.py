"""Acts of the back office: for clerks only, in one transaction, written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from httpx import Client
from pydantic import BaseModel
from sqlalchemy import select

from backend import models as m
from backend.database import Database
from backend.office import acts as registry
from backend.office import command
from backend.office.acts import Act, Desk, OfficeRefusedError
from backend.users.models import Role
from tests.support.backend import MovableClock, RunningBackend
from tests.support.backend_books import Books


class Rename(BaseModel):
    """What the clerk of these tests fills in."""

    number: str
    name: str = "Sin nombre"


def rename(desk: Desk, form: Rename) -> dict[str, Any]:
    contract = desk.session.scalar(select(m.Contract).where(m.Contract.number == form.number))
    if contract is None:
        raise OfficeRefusedError("no-contract", form.number)
    contract.customer.full_name = form.name
    if form.name == "Nadie":
        raise OfficeRefusedError("no-name")
    return {"contract": contract.number, "by": desk.clerk}


ACT = Act("rename-holder", Rename, rename, "write the holder's name anew")


@pytest.fixture
def act(monkeypatch: pytest.MonkeyPatch) -> Iterator[Act]:
    monkeypatch.setattr(command, "acts", lambda: {ACT.name: ACT})
    yield ACT


def test_an_act_is_done_and_written_down(
    database: Database, books: Books, clock: MovableClock
) -> None:
    home = books.contract(number=77)
    told = registry.do(database, clock, "carla", ACT, Rename(number="77", name="Luz"))
    assert told == {"contract": "77", "by": "carla"}
    with database.reading() as session:
        assert session.get_one(m.Contract, home.id).customer.full_name == "Luz"
        event = session.scalars(select(m.OfficeEvent)).one()
    assert (event.clerk, event.act, event.at) == ("carla", "rename-holder", clock.now())
    assert json.loads(event.form) == {"number": "77", "name": "Luz"}


def test_a_refused_act_leaves_nothing_behind(
    database: Database, books: Books, clock: MovableClock
) -> None:
    home = books.contract(number=77)
    with pytest.raises(OfficeRefusedError, match="no-name"):
        registry.do(database, clock, "carla", ACT, Rename(number="77", name="Nadie"))
    with database.reading() as session:
        assert session.get_one(m.Contract, home.id).customer.full_name == "Ana Pérez"
        assert session.scalars(select(m.OfficeEvent)).all() == []


def test_the_terminal_does_the_same(
    act: Act, database: Database, books: Books, engine_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    books.contract(number=77)
    arguments = ["--database", engine_url, act.name, "--number", "77", "--name", "Luz"]
    assert command.main(arguments) == 0
    assert json.loads(capsys.readouterr().out) == {"contract": "77", "by": "operator"}
    assert command.main(["--database", engine_url, act.name, "--number", "78"]) == 1
    assert "no-contract: 78" in capsys.readouterr().err


def test_every_act_is_for_clerks_and_says_what_it_is(server: RunningBackend, http: Client) -> None:
    server.books.user("ana", "secreta")
    server.books.user("carla", "secreta", role=Role.CLERK)
    for name, act in registry.acts().items():
        assert act.about, name
        for username, status in (("ana", 403), (None, 401)):
            headers = {"Authorization": f"Bearer {_token(http, username)}"} if username else {}
            answer = http.post(f"/v1/office/{name}", json={}, headers=headers)
            assert answer.status_code == status, (name, username)


def _token(http: Client, username: str) -> str:
    form = {"username": username, "password": "secreta", "device": "pc"}
    token: str = http.post("/v1/session", json=form).json()["access_token"]
    return token


def test_a_terminal_names_the_field_that_is_wrong(
    act: Act, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        command.main(["--database", f"sqlite:///{tmp_path / 'x.db'}", act.name])
    assert "--number" in capsys.readouterr().err


def test_the_operators_page_names_every_act() -> None:
    page = Path(__file__).parents[3] / "docs" / "operators" / "office.md"
    text = page.read_text("utf-8")
    assert [name for name in registry.acts() if f"`{name}`" not in text] == []
