"""Who may send what, in which epoch, and what is left when nothing comes of it."""

from __future__ import annotations

import dataclasses
import hashlib
import logging
from pathlib import Path
from typing import Any

import pytest
from httpx import Response
from pydantic import model_validator
from sqlalchemy import func, select

from backend import models as m
from backend.feed.care import bump_epoch
from backend.submissions import service
from backend.submissions.kinds import Kind, RejectedError, Work, discover
from backend.submissions.references import is_reference, reference
from backend.submissions.self_reading.schemas import SelfReading
from backend.users.models import LinkRole
from tests.backend.submissions.conftest import (
    Sender,
    kept,
    new_id,
    own_readings,
    reason,
    sign_in,
)
from tests.support.backend import RunningBackend

PHOTO = b"\x89PNG\r\n\x1a\n the dial"


def problem(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


# --- epoch


@pytest.mark.fault(15, "D")
def test_another_epoch_is_not_kept_and_can_be_sent_in_the_present_one(
    server: RunningBackend, ana: Sender
) -> None:
    op_id, body = new_id(), ana.body("00510")
    assert ana.put(op_id, body, **{"If-Epoch": "1"}).status_code == 200
    with server.database.writing() as session:
        assert bump_epoch(session) == 2
    late = ana.put(new_id(), body, **{"If-Epoch": "1"})
    assert (*problem(late), late.json()["epoch"]) == (412, "epoch-changed", 2)
    # What was accepted before is offered again, and the server still has it.
    assert problem(ana.put(op_id, body, **{"If-Epoch": "1"})) == (412, "epoch-changed")
    again = ana.put(op_id, body, **{"If-Epoch": "2"})
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (200, "true")
    assert len(own_readings(server)) == len(kept(server)) == 1


@pytest.mark.fault(15, "D")
def test_after_a_restore_that_lost_it_the_same_bytes_take_effect_again(
    server: RunningBackend, ana: Sender
) -> None:
    op_id, body = new_id(), ana.body("00510")
    assert ana.put(op_id, body, **{"If-Epoch": "1"}).status_code == 200
    with server.database.writing() as session:
        session.delete(session.scalars(select(m.Submission)).one())
        session.delete(
            session.scalars(select(m.Reading).where(m.Reading.origin_op_id == op_id)).one()
        )
        bump_epoch(session)
    assert ana.ask(op_id).status_code == 404
    answer = ana.put(op_id, body, **{"If-Epoch": "2"})
    assert answer.status_code == 200 and "Idempotency-Replayed" not in answer.headers
    assert len(own_readings(server)) == 1


def test_an_epoch_that_is_none(server: RunningBackend, ana: Sender) -> None:
    for epoch in ("", "0", "-1", "x", "99999999999"):
        answer = ana.put(new_id(), ana.body("00510"), **{"If-Epoch": epoch})
        assert (epoch, *problem(answer)) == (epoch, 422, "invalid-request")
    assert kept(server) == []


# --- rights


def test_nobody_sends_for_a_contract_of_others(
    server: RunningBackend, ana: Sender, beto: Sender
) -> None:
    for scope in (ana.home.scope, "G", "C-0", "C-999", "C-01", "c-1", "", "X"):
        op_id = new_id()
        body = beto.form({"meter_id": "1"}, scope=scope)
        assert problem(beto.put(op_id, body)) == (403, "forbidden")
        assert beto.ask(op_id).status_code == 404
    assert kept(server) == []


@pytest.mark.parametrize(
    ("role", "status"),
    [(LinkRole.HOLDER, 200), (LinkRole.AUTHORISED, 200), (LinkRole.VIEWER, 403)],
)
def test_who_may_only_look_does_not_send(
    server: RunningBackend, ana: Sender, role: LinkRole, status: int
) -> None:
    carla = server.books.user("carla", "clave")
    server.books.link(carla, ana.home, role=role)
    sender = Sender(ana.http, sign_in(ana.http, "carla"), ana.home)
    assert sender.send("00510").status_code == status
    assert len(own_readings(server)) == len(kept(server)) == (1 if status == 200 else 0)


def test_a_right_that_comes_later_makes_the_same_bytes_pass(
    server: RunningBackend, ana: Sender, beto: Sender
) -> None:
    op_id, body = new_id(), ana.body("00510")
    assert problem(beto.put(op_id, body)) == (403, "forbidden")
    server.books.link(2, ana.home)
    assert beto.put(op_id, body).status_code == 200
    server.books.unlink(2, ana.home)
    # The answer that was lost is the sender's own, and is told.
    assert beto.put(op_id, body).headers["Idempotency-Replayed"] == "true"
    assert problem(beto.put(new_id(), ana.body("00511"))) == (403, "forbidden")


def test_without_a_session_nothing_is_kept(server: RunningBackend, ana: Sender) -> None:
    server.movable_clock.advance(minutes=11)
    op_id = new_id()
    assert problem(ana.send("00510", op_id)) == (401, "session-expired")
    assert problem(ana.ask(op_id)) == (401, "session-expired")
    assert kept(server) == []


# --- form


NO_SUBMISSIONS: tuple[dict[str, Any], ...] = (
    {"kind": "no_such_kind"},
    {"kind": "Self Reading"},
    {"schema": 2},
    {"schema": "1"},
    {"schema": None},
    {"scope": 17},
    {"created_at": "2026-13-01T00:00:00Z"},
    {"created_at": "2026-03-02T12:00:00+00:00"},
    {"surprise": True},
)
NO_OBJECTS = (b"", b"[]", b"{", b'{"kind":"a","kind":"b"}', b"\xff", b'{"schema":NaN}', b"[" * 9999)


def test_what_is_no_submission_is_not_kept(server: RunningBackend, ana: Sender) -> None:
    whole = [ana.form({"meter_id": "1"}, **changes) for changes in NO_SUBMISSIONS]
    for body in (*whole, *NO_OBJECTS):
        op_id = new_id()
        assert (body, *problem(ana.put(op_id, body))) == (body, 422, "invalid-request")
        assert ana.ask(op_id).status_code == 404
    assert kept(server) == []


@pytest.mark.parametrize("changes", [{"kind": "no_such_kind"}, {"schema": 2}])
def test_who_sends_what_this_server_does_not_know_is_told_so(
    ana: Sender, changes: dict[str, Any]
) -> None:
    answer = ana.put(new_id(), ana.form({"meter_id": "1"}, **changes))
    assert answer.json()["errors"] == [
        {"field": "body.kind", "message": "this server does not know the kind"}
    ]


def test_64_kibibytes_and_no_more(server: RunningBackend, ana: Sender) -> None:
    body = ana.body("00510")
    largest = body + b" " * (65536 - len(body))
    assert problem(ana.put(new_id(), largest + b" ")) == (413, "too-large")
    op_id = new_id()
    assert ana.put(op_id, largest).status_code == 200
    (row,) = kept(server)
    assert (row.op_id, row.body) == (op_id, largest)


# --- attachments


def test_a_photo_has_to_be_there_first(server: RunningBackend, ana: Sender, beto: Sender) -> None:
    sha256 = hashlib.sha256(PHOTO).hexdigest()
    op_id = new_id()

    def upload(sender: Sender, body: bytes, content_range: str) -> None:
        headers = {"Authorization": f"Bearer {sender.token}", "Content-Range": content_range}
        answer = ana.http.put(f"/v1/blobs/{sha256}", content=body, headers=headers)
        assert answer.status_code == 200

    upload(beto, PHOTO, f"bytes 0-{len(PHOTO) - 1}/{len(PHOTO)}")
    upload(ana, PHOTO[:10], f"bytes 0-9/{len(PHOTO)}")
    lacking = ana.send("00510", op_id, photo=sha256)
    assert (*problem(lacking), lacking.json()["data"]) == (409, "blob-missing", {"sha256": sha256})
    assert kept(server) == []
    upload(ana, PHOTO[10:], f"bytes 10-{len(PHOTO) - 1}/{len(PHOTO)}")
    assert ana.send("00510", op_id, photo=sha256).status_code == 200


# --- what is left


def _write_and(error: Exception) -> Kind[SelfReading]:
    """A reading whose effect breaks off after it was written."""
    whole = discover()["self_reading"]

    def apply(work: Work, payload: SelfReading) -> dict[str, Any]:
        whole.apply(work, payload)
        raise error

    return dataclasses.replace(whole, apply=apply)


@pytest.mark.expect_logs("RuntimeError")
def test_an_effect_that_breaks_leaves_nothing_and_can_be_sent_again(
    server: RunningBackend,
    ana: Sender,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    op_id, before = new_id(), ana.feed()
    broken = {"self_reading": _write_and(RuntimeError("value 00510"))}
    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        patch.setattr(service, "discover", lambda: broken)
        assert problem(ana.send("00510", op_id)) == (500, "internal")
    assert "RuntimeError" in caplog.text and "00510" not in caplog.text
    assert (ana.feed(), kept(server), own_readings(server)) == (before, [], [])
    assert ana.send("00510", op_id).status_code == 200


def test_a_refusal_in_the_middle_of_the_effect_keeps_the_refusal_alone(
    server: RunningBackend, ana: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ana.feed()
    refusing = {"self_reading": _write_and(RejectedError("too_late", "values", limit="1"))}
    monkeypatch.setattr(service, "discover", lambda: refusing)
    op_id = new_id()
    answer = ana.send("00510", op_id)
    assert (reason(answer), answer.json()["data"]) == ("too_late", {"limit": "1"})
    assert (ana.feed(), own_readings(server)) == (before, [])
    assert [row.op_id for row in kept(server)] == [op_id]


class Contrary(SelfReading):
    """A reading whose parts are well and do not go together."""

    @model_validator(mode="after")
    def _go_together(self) -> Contrary:
        raise ValueError("they do not")


def test_a_payload_that_is_wrong_as_a_whole_names_no_field(
    ana: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    contrary = dataclasses.replace(discover()["self_reading"], payload=Contrary)
    monkeypatch.setattr(service, "discover", lambda: {"self_reading": contrary})
    answer = ana.send("00510")
    assert (reason(answer), answer.json()["field"]) == ("format", None)


def test_the_head_moves_with_the_submission_and_by_one(server: RunningBackend, ana: Sender) -> None:
    def head() -> int:
        with server.database.reading() as session:
            return session.get_one(m.Scope, ana.home.id).seq

    before = head()
    assert reason(ana.send("00499")) == "less_than_previous"
    assert head() == before
    assert ana.send("00510").status_code == 200
    assert head() == before + 1
    with server.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(m.ReplacedReading)) == 0


# --- references and kinds


def test_a_wrong_or_swapped_digit_shows_in_a_reference() -> None:
    number = reference("L", 2026, 117)
    assert number.startswith("L-2026-000117-") and is_reference(number)
    for at, digit in enumerate(number):
        if digit.isdigit():
            for other in set("0123456789") - {digit}:
                assert not is_reference(number[:at] + other + number[at + 1 :])
    assert not is_reference(number.replace("117", "171"))
    assert is_reference(reference("L", 2031, 12_345_678))
    assert not is_reference(number[:-2] + number[-1])
    assert not is_reference(number.translate({ord("0") + n: 0x660 + n for n in range(10)}))


def test_references_are_never_given_twice(server: RunningBackend, ana: Sender) -> None:
    numbers = []
    for turn in range(4):
        body = ana.body(f"{510 + turn:05}")
        numbers.append(ana.put(new_id(), body).json()["reference"])
    assert len(set(numbers)) == 4 and all(map(is_reference, numbers))


def test_a_kind_is_known_by_its_folder_alone() -> None:
    backend = Path(service.__file__).parents[1]
    for name in discover():
        folder = backend / "submissions" / name
        assert (folder / "__init__.py").exists()
        naming = [
            path.relative_to(backend)
            for path in backend.rglob("*.py")
            if folder not in path.parents and f"submissions.{name}" in path.read_text("utf-8")
        ]
        assert naming == []
