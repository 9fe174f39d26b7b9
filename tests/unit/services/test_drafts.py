"""What a person has begun: on the disk with each save, sent with its files, kept at leaving."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.domain.errors import Code, SessionError
from desktop.domain.submissions import MAX_ATTACHMENT, Attachment, SubmissionState
from desktop.services.attachments import FileProblem, UnusableAttachmentError, prepare
from desktop.services.office import Office
from desktop.services.results import Unsent
from tests.support.offices import an_office, synced
from tests.unit.services.conftest import World, reading, send

FORM = "self_reading"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A photo that says where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = "Bulevar Artigas 1234"
    path = tmp_path / "medidor.jpg"
    Image.new("RGB", (40, 20), "white").save(path, "JPEG", exif=exif)
    return path


def test_it_survives_the_end_of_the_app(world: World, office: Office) -> None:
    saved = office.drafts.save(FORM, "C-1", {"texts": {"r1": "0047"}})
    assert saved.content == {"texts": {"r1": "0047"}}
    office.close()
    with pytest.raises(SessionError):
        office.drafts.load(FORM, "C-1")
    with an_office(world.server.url, world.folder, world.keyring, world.clock) as again:
        assert again.session.restore() is not None
        assert again.drafts.load(FORM, "C-1") == saved
        assert again.drafts.all() == (saved,)
        again.drafts.discard(FORM, "C-1")
        assert again.drafts.all() == ()


def test_a_picture_is_copied_at_once_and_says_nothing_of_its_place(
    office: Office, picture: Path
) -> None:
    office.drafts.save(FORM, "C-1", {})
    file = office.drafts.add_file(FORM, "C-1", "photo", picture)
    picture.unlink()
    assert (file.field, file.name, file.media_type) == ("photo", "medidor.jpg", "image/jpeg")
    kept = office.drafts.file(file.sha256)
    assert len(kept) == file.size
    assert b"Artigas" not in kept
    assert Image.open(BytesIO(kept)).size == (40, 20)
    draft = office.drafts.load(FORM, "C-1")
    assert draft is not None and draft.files == (file,)
    office.drafts.drop_file(FORM, "C-1", file)
    draft = office.drafts.load(FORM, "C-1")
    assert draft is not None and draft.files == ()
    with pytest.raises(KeyError):
        office.drafts.file(file.sha256)


def test_a_file_goes_by_the_name_that_the_person_gave_it(office: Office, picture: Path) -> None:
    assert office.drafts.add_file(FORM, "C-1", "photo", picture, "cocina.jpg").name == "cocina.jpg"
    (draft,) = office.drafts.all()
    assert [file.name for file in draft.files] == ["cocina.jpg"]


def test_what_cannot_go_along_is_said_at_once(office: Office, tmp_path: Path) -> None:
    def problem_of(source: Path | bytes, accepts: tuple[str, ...]) -> FileProblem:
        with pytest.raises(UnusableAttachmentError) as caught:
            office.drafts.add_file(FORM, "C-1", "photo", source, "x", accepts)
        return caught.value.problem

    both = ("image/png", "application/pdf")
    assert problem_of(b"GIF89a", both) is FileProblem.WRONG_TYPE
    assert problem_of(b"%PDF-1.4", ("image/png",)) is FileProblem.WRONG_TYPE
    assert problem_of(tmp_path / "no such file", both) is FileProblem.UNREADABLE
    assert problem_of(tmp_path, both) is FileProblem.UNREADABLE
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-" + bytes(MAX_ATTACHMENT))
    assert problem_of(large, both) is FileProblem.TOO_BIG
    assert office.drafts.all() == (), "nothing was begun by that"


def test_it_goes_with_its_files_and_is_gone(world: World, office: Office, picture: Path) -> None:
    scope = f"C-{world.contract_id}"
    file = office.drafts.add_file(FORM, scope, "photo", picture)
    content = {
        "meter_id": str(world.home.meter_id),
        "values": [{"register_id": str(world.home.register_id), "value": "500"}],
        "read_at": "2026-03-02T11:00:00Z",
        "confirmed": ["plausibility"],
        "photo": file.sha256,
        "note": "",
    }
    names = (file.sha256, file.sha256)
    item = office.outbox.enqueue(FORM, scope, scope, content, files=names, draft=(FORM, scope))
    assert item.blobs == (file.sha256,)
    assert office.drafts.all() == ()
    again = office.outbox.replace(item.op_id, content, files=names, draft=(FORM, scope))
    assert again.blobs == (file.sha256,)
    outcome = synced(office)
    assert (outcome.error, outcome.sent) == (None, 1)
    assert office.outbox.items()[-1].state is SubmissionState.ACCEPTED


def test_a_correction_goes_with_the_file_of_its_own_draft(
    world: World, office: Office, picture: Path
) -> None:
    item = send(office, world)
    file = office.drafts.add_file(FORM, item.scope, "photo", picture)
    content = {**reading(world, "501"), "photo": file.sha256}
    corrected = office.outbox.replace(
        item.op_id, content, files=[file.sha256], draft=(FORM, item.scope)
    )
    assert corrected.blobs == (file.sha256,)
    assert office.drafts.all() == ()
    assert synced(office).sent == 1


def test_a_file_that_comes_both_ways_is_waited_for_once(office: Office, picture: Path) -> None:
    file = office.drafts.add_file(FORM, "C-1", "photo", picture)
    same = Attachment("photo", office.drafts.file(file.sha256))
    once = prepare(same).sha256
    again = office.drafts.add_file(FORM, "C-1", "photo", same.content)
    item = office.outbox.enqueue(
        FORM, "C-1", "C-1", {}, attachments=[same], files=[file.sha256, again.sha256]
    )
    assert sorted(item.blobs) == sorted({file.sha256, once})


def test_a_copy_is_made_now_and_then_and_not_with_every_key(world: World, office: Office) -> None:
    (folder,) = (world.folder / "profiles").iterdir()
    copy = folder / "outbox.copy-1.db"
    office.drafts.save(FORM, "C-1", {"text": "a"})
    first = copy.read_bytes()
    world.clock.advance(seconds=59)
    office.drafts.save(FORM, "C-1", {"text": "ab"})
    assert copy.read_bytes() == first
    world.clock.advance(seconds=1)
    office.drafts.save(FORM, "C-1", {"text": "abc"})
    second = copy.read_bytes()
    assert second != first
    world.clock.advance(seconds=59)
    office.drafts.save(FORM, "C-1", {"text": "abcd"})
    assert copy.read_bytes() == second


def test_leaving_asks_about_it_and_keeps_it_for_the_same_person(
    world: World, office: Office
) -> None:
    world.books.user("bea", "otra")
    saved = office.drafts.save(FORM, "C-1", {"text": "a"})
    assert office.outbox.unsent() == Unsent(0, 1)
    assert office.session.sign_out() == Unsent(0, 1)
    office.session.sign_in("bea", "otra")
    assert office.drafts.all() == ()
    assert office.session.sign_out() is None
    office.session.sign_in("ana", "secreta")
    assert office.drafts.all() == (saved,)
    assert office.session.sign_out(discard_unsent=True) is None
    office.session.sign_in("ana", "secreta")
    assert office.drafts.all() == ()


@pytest.mark.fault(32, "X")
def test_an_outbox_of_a_newer_app_takes_no_draft(office: Office) -> None:
    from desktop.domain.errors import StoreError

    with office._desk.using() as store:
        store._outbox_file.is_read_only = True
    with pytest.raises(StoreError) as caught:
        office.drafts.save(FORM, "C-1", {"text": "a"})
    assert caught.value.code is Code.CLIENT_TOO_OLD
