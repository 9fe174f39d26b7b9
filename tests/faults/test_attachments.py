"""A photo on its way to the utility: cut near its end, forgotten by the server, and gone from the
computer. The reading waits for it and counts once."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend import models as m
from desktop.domain.submissions import Attachment, Submission, SubmissionState
from desktop.services.office import Office
from tests.faults.conftest import House, reading, state
from tests.support import chaos, spoilt_line
from tests.support.chaos import Chaos, Exchange, problem
from tests.support.offices import synced

BLOBS = "/v1/blobs/"
CONTENT = b"%PDF-1.4\n" + bytes(range(256)) * 2400  # three pieces


def enter_with_photo(office: Office, house: House) -> Submission:
    """Ana enters a reading with a picture of the dial."""
    scope = house.home.scope
    photo = Attachment("photo", CONTENT)
    return office.outbox.enqueue(
        "self_reading", scope, scope, reading(house.home), attachments=[photo]
    )


def ranges(line: Chaos) -> list[str]:
    """Which pieces were sent, in their order."""
    return [r.headers["content-range"] for r in line.requests if BLOBS in r.path and r.body]


@pytest.mark.fault(46, "P")
@pytest.mark.parametrize("loses", ["request", "answer"])
def test_an_upload_that_is_cut_goes_on_where_it_ended(
    house: House, line: Chaos, office: Office, loses: str
) -> None:
    item = enter_with_photo(office, house)
    pass_on = chaos.through(house.port)

    def cut_at_the_end(exchange: Exchange) -> None:
        is_last = exchange.headers.get("content-range", "").startswith("bytes 524288-")
        if not is_last:
            pass_on(exchange)
        elif loses == "answer":
            spoilt_line.after_delivery(house.port, problem("internal", 500))(exchange)
        else:
            problem("unavailable", 503)(exchange)

    line.otherwise = spoilt_line.always(house.port, cut_at_the_end, of=BLOBS)
    synced(office)
    assert state(office, item).state is SubmissionState.QUEUED, "a reading waits for its photo"
    assert house.decided() == []
    before = len(ranges(line))
    line.otherwise = pass_on
    house.advance(hours=2)
    assert synced(office).sent == 1
    again = ranges(line)[before:]
    total = len(CONTENT)
    assert again == ([] if loses == "answer" else [f"bytes 524288-{total - 1}/{total}"])
    assert house.effects() == [item.op_id]
    with house.server.database.reading() as session:
        (blob,) = session.query(m.Blob)
        assert blob.size == total


@pytest.mark.fault(47, "P")
def test_a_photo_that_is_gone_from_the_computer_is_sent_all_the_same(
    house: House, line: Chaos, office: Office, tmp_path: Path
) -> None:
    photo = tmp_path / "dial.pdf"
    photo.write_bytes(CONTENT)
    scope = house.home.scope
    item = office.outbox.enqueue(
        "self_reading",
        scope,
        scope,
        reading(house.home),
        attachments=[Attachment("photo", photo.read_bytes())],
    )
    photo.unlink()
    assert synced(office).sent == 1
    sent = b"".join(r.body for r in line.requests if BLOBS in r.path)
    assert sent == CONTENT
    assert house.effects() == [item.op_id]
