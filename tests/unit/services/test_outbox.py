"""What a person sends: on the disk at once, at the utility with the next sync, never lost."""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop.domain.submissions import (
    MAX_ATTACHMENT,
    MAX_BODY,
    Attachment,
    Submission,
    SubmissionProblem,
    SubmissionState,
)
from desktop.services import attachments
from desktop.services.attachments import UnusableAttachmentError, prepare
from desktop.services.office import Office
from desktop.services.results import Connection
from desktop.services.sync.lanes import Lane
from desktop.services.sync.state import Policy
from tests.support.offices import an_office, synced
from tests.unit.services.conftest import World, reading, send


def test_it_is_kept_at_once_sent_with_the_next_sync_and_read_back(
    world: World, office: Office
) -> None:
    before = len(office.readings.book(world.contract_id).readings)
    item = send(office, world)
    assert item.state is SubmissionState.QUEUED
    assert office.outbox.items() == (item,)
    assert item.content == reading(world, "500")
    assert item.payload_sha256 == sha256(item.payload).hexdigest()
    assert json.loads(item.payload)["created_at"].endswith("Z")
    outcome = synced(office)
    assert (outcome.error, outcome.sent, outcome.refused) == (None, 1, 0)
    assert outcome.changes.touches(item.scope, "submission")
    done = office.outbox.items()[0]
    assert done.state is SubmissionState.ACCEPTED and done.reference.startswith("L-2026-")
    assert done.payload == item.payload
    readings = office.readings.book(world.contract_id).readings
    assert len(readings) == before + 1
    assert readings[0].origin_op_id == item.op_id
    assert office.outbox.pending_count() == 0
    assert synced(office).sent == 0, "once"


def test_whoever_asks_is_told_what_is_on_its_way(world: World, office: Office) -> None:
    item = send(office, world)
    told: list[str] = []

    def progress(_done: int, _total: int) -> None:
        told.append(office.sync.sending)

    assert office.sync.run(progress, lambda: False).sent == 1
    assert item.op_id in told and told[-1] == ""
    send(office, world, "510")

    def failing(_done: int, _total: int) -> None:
        if office.sync.sending:
            world.server.stop()

    office.sync.policy = Policy(retries=0)
    assert office.sync.run(failing, lambda: False).sent == 0
    assert office.sync.sending == "", "nothing is on its way between two runs"


def test_nothing_seems_on_its_way_after_a_bug_of_whoever_asks(world: World, office: Office) -> None:
    send(office, world)

    def broken(_done: int, _total: int) -> None:
        if office.sync.sending:
            raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        office.sync.run(broken, lambda: False)
    assert office.sync.sending == ""
    assert synced(office).sent == 1


def test_it_waits_for_the_server_and_survives_the_end_of_the_app(
    world: World, office: Office
) -> None:
    world.server.stop()
    item = send(office, world)
    assert synced(office).connection is Connection.SERVER_DOWN
    office.close()
    world.server.start()
    with an_office(world.server.url, world.folder, world.keyring, world.clock) as again:
        assert again.session.restore() is not None
        assert again.outbox.items() == (item,)
        assert synced(again).sent == 1
        assert again.outbox.items()[0].state is SubmissionState.ACCEPTED


def test_a_refusal_names_its_reason_and_can_be_corrected(world: World, office: Office) -> None:
    item = send(office, world, "1")
    assert synced(office).refused == 1
    refused = office.outbox.items()[0]
    assert refused.state is SubmissionState.REJECTED
    assert refused.problem is not None and refused.problem.code == "less_than_previous"
    new = office.outbox.replace(item.op_id, reading(world, "500"))
    assert (new.replaces, new.state) == (item.op_id, SubmissionState.QUEUED)
    assert synced(office).sent == 1
    assert [i.state.value for i in office.outbox.items()] == ["rejected", "accepted"]


def test_a_correction_may_come_as_a_new_submission(world: World, office: Office) -> None:
    item = send(office, world)
    new = send(office, world, "501", replaces=item.op_id)
    assert new.replaces == item.op_id
    assert [i.state.value for i in office.outbox.items()] == ["cancelled", "queued"]
    assert synced(office).sent == 1
    again = send(office, world, "502", replaces=new.op_id)
    assert again.op_id == new.op_id and again.state is SubmissionState.ACCEPTED, "too late"
    assert office.outbox.replace(new.op_id, reading(world, "503")).op_id == new.op_id


def test_what_was_not_sent_can_be_cancelled(world: World, office: Office) -> None:
    item = send(office, world)
    follower = send(office, world, "510", depends_on=item.op_id)
    assert office.outbox.cancel(item.op_id).state is SubmissionState.CANCELLED
    assert synced(office).sent == 0
    parked = office.outbox.items()[1]
    assert parked.op_id == follower.op_id and parked.state is SubmissionState.PARKED
    assert parked.problem is not None and parked.problem.code == "dependency"
    assert office.outbox.retry(follower.op_id).state is SubmissionState.QUEUED
    synced(office)
    assert office.outbox.discard(follower.op_id).state is SubmissionState.CANCELLED
    assert office.outbox.items(include_done=False) == ()


def test_one_can_ask_what_became_of_it(world: World, office: Office) -> None:
    item = send(office, world)
    world.server.stop()
    assert office.outbox.check_now(item.op_id) == item, "nobody asks about what was not sent"
    world.server.start()
    with office._desk.using() as store:
        store.outbox.mark_sending(item.op_id, item.created_at)
    unknown = office.outbox.check_now(item.op_id)
    assert unknown.state is SubmissionState.UNCERTAIN, "it never arrived: it will be sent"
    office.session.client.submit(item.op_id, item.payload, 1)
    found = office.outbox.check_now(item.op_id)
    assert found.state is SubmissionState.ACCEPTED and found.reference.startswith("L-")


def test_no_right_sets_it_aside(world: World, office: Office) -> None:
    item = office.outbox.enqueue("self_reading", "C-999", "C-999", reading(world, "1"))
    assert synced(office).error is None
    parked = office.outbox.items()[0]
    assert parked.state is SubmissionState.PARKED
    assert parked.problem is not None and parked.problem.code == "forbidden"
    assert parked.op_id == item.op_id


def test_everything_can_be_exported(world: World, office: Office, tmp_path: Path) -> None:
    item = send(office, world)
    refused = send(office, world, "1")
    synced(office)
    send(office, world, "510", replaces=refused.op_id)
    path = tmp_path / "envíos.json"
    office.outbox.export(path)
    rows = json.loads(path.read_text("utf-8"))["submissions"]
    assert [row["state"] for row in rows] == ["accepted", "rejected", "queued"]
    assert (rows[2]["first_sent_at"], rows[2]["received_at"]) == (None, None)
    assert rows[0]["first_sent_at"].endswith("Z") and rows[0]["received_at"].endswith("Z")
    assert rows[0]["reference"].startswith("L-2026-")
    assert rows[0]["sha256"] == item.payload_sha256
    assert rows[0]["payload"] == reading(world, "500")
    assert (
        rows[0]["op_id"] == item.op_id
        and rows[0]["created_at"] == json.loads(item.payload)["created_at"]
    )
    assert (rows[0]["kind"], rows[0]["scope"]) == ("self_reading", item.scope)
    assert [row["attempts"] for row in rows] == [1, 1, 0]
    assert [row["replaces"] for row in rows] == [None, None, refused.op_id]
    assert rows[1]["problem"] == {"code": "less_than_previous", "field": "values"}
    assert office.outbox.report() is None


def test_a_person_can_read_the_export(world: World, office: Office, tmp_path: Path) -> None:
    office.outbox.enqueue("self_reading", "C-1", "C-1", {"note": "señal del ñandú"})
    path = tmp_path / "envíos.json"
    office.outbox.export(path)
    lines = path.read_bytes().decode().splitlines(keepends=True)
    assert '        "note": "señal del ñandú"\n' in lines
    assert lines[-1] == "}\n"


def test_more_than_a_submission_carries_is_refused_before_it_is_kept(
    world: World, office: Office
) -> None:
    def noted(note: str) -> Submission:
        return office.outbox.enqueue("self_reading", "C-1", "C-1", {"note": note})

    room = MAX_BODY - len(noted("").payload)
    kept = (*office.outbox.items(), noted("x" * room), noted("ñ" * (room // 2)))
    assert len(kept[1].payload) == MAX_BODY
    for note in ("x" * (room + 1), "ñ" * (room // 2 + 1)):
        with pytest.raises(ValueError, match="more than"):
            noted(note)
    assert office.outbox.items() == kept


# ---- attachments -------------------------------------------------------------------------------


def photo(form: str = "JPEG", mode: str = "RGB", **named: Any) -> bytes:
    out = BytesIO()
    picture = Image.new(mode, (40, 20))
    if mode != "P":
        picture.paste(Image.linear_gradient("L").resize((40, 20)).convert(mode))
    picture.save(out, form, **named)
    return out.getvalue()


def with_gps() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "canary camera"
    exif.get_ifd(0x8825)[1] = "S"
    exif.get_ifd(0x8825)[2] = (34.0, 54.0, 4.0)
    return photo(exif=exif, comment=b"canary comment")


def test_a_photo_goes_along_without_what_it_gives_away(world: World, office: Office) -> None:
    content = with_gps()
    assert b"canary" in content
    item = send(office, world, attachments=[Attachment("photo", content)])
    (name,) = item.blobs
    assert item.content["photo"] == name
    with office._desk.using() as store:
        kept, size, media_type = store.outbox.blob(name, 0, MAX_ATTACHMENT)
    assert sha256(kept).hexdigest() == name
    assert (len(kept), media_type) == (size, "image/jpeg")
    assert b"canary" not in kept
    with Image.open(BytesIO(kept)) as bare:
        assert not bare.getexif()
        assert bare.size == (20, 40), "turned as the camera was held"
    outcome = synced(office)
    assert (outcome.error, outcome.sent) == (None, 1)
    assert office.session.client.blob(name).complete


def test_an_attachment_arrives_in_pieces_and_goes_on_where_it_was_cut(
    world: World, office: Office
) -> None:
    pdf = b"%PDF-1.4\n" + bytes(range(256)) * 20 + b"\n%%EOF\n"
    item = send(office, world, attachments=[Attachment("photo", pdf)])
    (name,) = item.blobs
    client = office.session.client
    assert (client.blob(name).offset, client.blob(name).complete) == (0, False)
    piece = client.send_blob(name, 0, len(pdf), pdf[:1000], "application/pdf")
    assert (piece.offset, piece.complete) == (1000, False)
    twice = client.send_blob(name, 0, len(pdf), pdf[:1000], "application/pdf")
    assert twice.offset == 1000, "a piece that arrives twice counts once"
    office.sync.policy = Policy(retries=0, chunk=700)
    assert office.sync.run(lambda _d, _t: None, lambda: False).error is None
    assert client.blob(name).complete


def test_a_correction_keeps_the_photo_that_it_still_names(world: World, office: Office) -> None:
    item = send(office, world, "1", attachments=[Attachment("photo", photo())])
    synced(office)
    content = {**reading(world, "500"), "photo": item.blobs[0]}
    kept = office.outbox.replace(item.op_id, content)
    assert kept.blobs == item.blobs
    other = office.outbox.replace(
        kept.op_id, reading(world, "500"), attachments=[Attachment("photo", photo("PNG"))]
    )
    assert len(other.blobs) == 1 and other.blobs != item.blobs


@pytest.mark.parametrize(
    ("form", "mode"),
    [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1")],
)
def test_pictures_of_every_kind_stay_pictures(form: str, mode: str) -> None:
    found = prepare(Attachment("photo", photo(form, mode)))
    assert found.media_type == f"image/{form.lower()}"
    with Image.open(BytesIO(found.content)) as bare:
        assert bare.size == (40, 20) and bare.format == form


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a" + b"x" * 100,
        b"MZ" + b"x" * 100,
        photo()[:200],
        b"\xff\xd8\xff" + b"x" * 100,
        b"\x89PNG\r\n\x1a\n" + b"x" * 100,
        b"%PDF-" + b"x" * MAX_ATTACHMENT,
    ],
    ids=["empty", "gif", "program", "cut", "no jpeg", "no png", "too large"],
)
def test_what_is_no_attachment_is_refused_before_it_is_kept(content: bytes) -> None:
    with pytest.raises(UnusableAttachmentError):
        prepare(Attachment("photo", content))


def test_a_picture_that_unfolds_without_end_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MAX_PIXELS", 799)
    with pytest.raises(UnusableAttachmentError, match="too_big"):
        prepare(Attachment("photo", photo()))
    monkeypatch.setattr(attachments, "MAX_PIXELS", 800)
    content = photo("PNG")
    monkeypatch.setattr(attachments, "MAX_ATTACHMENT", len(content))
    assert prepare(Attachment("photo", content)).content
    monkeypatch.setattr(attachments, "_stripped", lambda content, _kind: content + b"x")
    with pytest.raises(UnusableAttachmentError, match="too_big"):
        prepare(Attachment("photo", content))


def test_whatever_the_person_decides_is_copied_at_once(world: World, office: Office) -> None:
    (folder,) = (world.folder / "profiles").iterdir()
    seen: list[bytes] = []

    def is_copied() -> bool:
        seen.append((folder / "outbox.copy-1.db").read_bytes())
        return seen[-1] not in seen[:-1]

    assert is_copied()
    item = send(office, world)
    assert is_copied()
    item = office.outbox.replace(item.op_id, reading(world, "505"))
    assert is_copied()
    office.outbox.cancel(item.op_id)
    assert is_copied()
    for act in (office.outbox.retry, office.outbox.discard):
        other = send(office, world, "510")
        with office._desk.using() as store:
            store.outbox.park(other.op_id, SubmissionProblem("too-often"))
        assert is_copied()
        act(other.op_id)
        assert is_copied()
    assert not is_copied(), "nothing was decided since"


def test_who_asks_or_tries_again_does_not_wait_any_longer(world: World, office: Office) -> None:
    def is_sent_at_once() -> bool:
        return synced(office).sent == 1

    def waits(stream: str) -> None:
        office._lanes.begin()
        office._lanes.end({stream: Lane(3, 1e9)})

    item = send(office, world)
    with office._desk.using() as store:
        store.outbox.mark_sending(item.op_id, item.created_at)
    waits(item.stream)
    assert not is_sent_at_once()
    office.outbox.check_now(item.op_id)
    assert is_sent_at_once()
    item = send(office, world, "510")
    with office._desk.using() as store:
        store.outbox.park(item.op_id, SubmissionProblem("too-often"))
    waits(item.stream)
    office.outbox.retry(item.op_id)
    assert is_sent_at_once()
