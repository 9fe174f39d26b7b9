"""What the tests of the ladder share."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from backend import models as m
from tests.backend.submissions.conftest import LAST, Sender, kept, reason
from tests.support.backend import START, RunningBackend

NOON = START - timedelta(hours=1)
PHOTO = b"\xff\xd8\xff\xe0 the dial"
CONFIRM = ["zero_consumption", "less_than_previous", "plausibility"]


def refused(server: RunningBackend, sender: Sender, value: str, **changes: Any) -> dict[str, Any]:
    """The problem of a refusal, which is kept and has changed nothing."""
    before = sender.feed()
    answer = sender.send(value, **changes)
    reason(answer)
    assert sender.feed() == before
    assert kept(server)[-1].status == 422
    problem: dict[str, Any] = answer.json()
    return problem


def last_reading(server: RunningBackend, **fields: Any) -> None:
    with server.database.reading() as session:
        row = session.scalars(select(m.Reading).where(m.Reading.read_at == LAST)).one()
    server.books.change(m.Reading, row.id, **fields)


def add_reading(server: RunningBackend, sender: Sender, **fields: Any) -> int:
    usual = {
        "contract_id": sender.home.id,
        "meter_id": sender.home.meter_id,
        "register_id": sender.home.register_id,
    }
    with server.database.writing() as session:
        row = m.Reading(**(usual | fields))
        session.add(row)
        session.flush()
        return row.id


def upload(sender: Sender) -> str:
    sha256 = hashlib.sha256(PHOTO).hexdigest()
    header = {"Authorization": f"Bearer {sender.token}"}
    assert sender.http.put(f"/v1/blobs/{sha256}", content=PHOTO, headers=header).is_success
    return sha256
