"""Drafts in the file of the outbox: whole or not at all, and gone once they were submitted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.domain.drafts import DraftFile
from desktop.domain.submissions import RETENTION
from desktop.store.drafts import GRACE, DraftStore, draft_id
from desktop.store.outbox import Outbox, unsent_in
from desktop.store.outbox_file import OutboxFile
from tests.support.stores import OUTBOX_KEY, a_submission

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
PDF = b"%PDF-draft"
PROOF = DraftFile("proof", "nota.pdf", "application/pdf", sha256(PDF).hexdigest(), len(PDF))
FORM, SCOPE = "claim:new", "C-1"
RESTORED = pytest.mark.expect_logs("the outbox was damaged and brought back")


def opened(folder: Path) -> tuple[OutboxFile, DraftStore, Outbox]:
    file = OutboxFile(folder, OUTBOX_KEY)
    file.open()
    return file, DraftStore(file), Outbox(file)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OutboxFile]:
    file, _, _ = opened(tmp_path)
    yield file
    file.close()


@pytest.fixture
def drafts(file: OutboxFile) -> DraftStore:
    return DraftStore(file)


@pytest.fixture
def outbox(file: OutboxFile) -> Outbox:
    return Outbox(file)


def begin(drafts: DraftStore, text: str = "Ñandú", minutes: int = 0, scope: str = SCOPE) -> None:
    drafts.save(FORM, scope, {"text": text}, None, NOW + timedelta(minutes=minutes))


def texts(drafts: DraftStore) -> dict[str, str]:
    return {f"{d.scope} {d.key}": d.content["text"] for d in drafts.all()}


def test_the_last_save_is_what_comes_back_after_a_start(
    file: OutboxFile, drafts: DraftStore, tmp_path: Path
) -> None:
    begin(drafts, "a")
    begin(drafts, "b", minutes=1)
    begin(drafts, "c", scope="C-2")
    drafts.save("other", SCOPE, {"text": "d"}, None, NOW)
    file.close()
    file, drafts, _ = opened(tmp_path)
    assert texts(drafts) == {
        "C-1 claim:new": "b",
        "C-2 claim:new": "c",
        "C-1 other": "d",
    }
    found = drafts.load(FORM, SCOPE)
    assert found is not None and found.saved_at == NOW + timedelta(minutes=1)
    assert drafts.all()[0] == found, "the newest first"
    assert drafts.load("no such form", SCOPE) is None
    file.close()


def test_files_stay_with_the_draft_whatever_is_typed(drafts: DraftStore) -> None:
    begin(drafts, "before")
    drafts.add_file(FORM, SCOPE, PROOF, PDF, NOW)
    drafts.add_file(FORM, SCOPE, replace(PROOF, field="id"), PDF, NOW)
    drafts.add_file(FORM, SCOPE, PROOF, PDF, NOW)  # dropped on the window twice
    begin(drafts, "after")
    found = drafts.load(FORM, SCOPE)
    assert found is not None
    assert found.content == {"text": "after"}
    assert [f.field for f in found.files] == ["id", "proof"]
    assert drafts.file(PROOF.sha256) == PDF
    drafts.save(FORM, SCOPE, {"text": "whole"}, [PROOF], NOW)
    found = drafts.load(FORM, SCOPE)
    assert found is not None and found.files == (PROOF,)


def test_a_file_may_be_all_there_is_of_a_draft(drafts: DraftStore) -> None:
    drafts.add_file(FORM, SCOPE, PROOF, PDF, NOW)
    found = drafts.load(FORM, SCOPE)
    assert found is not None and (found.content, found.files) == ({}, (PROOF,))


def test_what_is_left_out_or_discarded_leaves_no_bytes_behind(
    drafts: DraftStore, outbox: Outbox
) -> None:
    drafts.add_file(FORM, SCOPE, PROOF, PDF, NOW)
    drafts.add_file("other", SCOPE, PROOF, PDF, NOW)
    drafts.drop_file(FORM, SCOPE, PROOF.field, PROOF.sha256, NOW)
    found = drafts.load(FORM, SCOPE)
    assert found is not None and found.files == ()
    assert drafts.file(PROOF.sha256) == PDF, "the other draft has it still"
    drafts.discard("other", SCOPE, NOW)
    with pytest.raises(KeyError):
        drafts.file(PROOF.sha256)
    outbox.add(a_submission(depends_on=("blob:" + PROOF.sha256,)), [(PROOF.sha256, "x", PDF)])
    drafts.add_file(FORM, SCOPE, PROOF, PDF, NOW)
    drafts.discard(FORM, SCOPE, NOW)
    assert drafts.load(FORM, SCOPE) is None
    assert drafts.file(PROOF.sha256) == PDF, "a submission has it still"
    drafts.discard(FORM, SCOPE, NOW)
    drafts.drop_file(FORM, SCOPE, PROOF.field, PROOF.sha256, NOW)


def test_a_sync_takes_no_file_from_under_a_form(drafts: DraftStore, outbox: Outbox) -> None:
    drafts.add_file(FORM, SCOPE, PROOF, PDF, NOW)
    outbox.offer(1, NOW + RETENTION)
    assert drafts.file(PROOF.sha256) == PDF, "the draft names it"
    drafts.add_file(FORM, SCOPE, PROOF, PDF, NOW)
    drafts.save(FORM, SCOPE, {"text": "typed before the file was there"}, [], NOW)
    outbox.offer(1, NOW + GRACE)
    assert drafts.file(PROOF.sha256) == PDF, "the form is about to name it again"
    outbox.offer(1, NOW + GRACE + timedelta(seconds=1))
    with pytest.raises(KeyError):
        drafts.file(PROOF.sha256)


def test_a_sync_leaves_each_file_that_anything_names(drafts: DraftStore, outbox: Outbox) -> None:
    sent, first, second = (b"%PDF-sent", b"%PDF-first", b"%PDF-second")
    names = [sha256(content).hexdigest() for content in (sent, first, second)]
    outbox.add(a_submission(depends_on=("blob:" + names[0],)), [(names[0], "x", sent)])
    for scope, name, content in zip(("C-1", "C-2"), names[1:], (first, second), strict=True):
        drafts.add_file(FORM, scope, replace(PROOF, sha256=name), content, NOW)
    outbox.offer(1, NOW + RETENTION)
    assert [drafts.file(name) for name in names] == [sent, first, second]


def test_the_newest_draft_comes_first(drafts: DraftStore) -> None:
    for scope, minutes in (("C-1", 5), ("C-2", 1), ("C-3", 9), ("C-5", 1), ("C-4", 1)):
        begin(drafts, minutes=minutes, scope=scope)
    assert [draft.scope for draft in drafts.all()] == ["C-3", "C-1", "C-2", "C-4", "C-5"]


def test_what_is_submitted_is_no_draft_any_more(drafts: DraftStore, outbox: Outbox) -> None:
    begin(drafts)
    begin(drafts, scope="C-2")
    first = outbox.add(a_submission(), draft_id=draft_id(FORM, SCOPE))
    assert texts(drafts) == {"C-2 claim:new": "Ñandú"}
    assert outbox.unsent() == (1, 1)
    begin(drafts)
    corrected = outbox.replace(first.op_id, a_submission(number=2), (), draft_id(FORM, SCOPE))
    assert corrected is not None
    assert drafts.load(FORM, SCOPE) is None
    begin(drafts)
    outbox.mark_sending(corrected.op_id, NOW)
    late = a_submission(number=3)
    assert outbox.replace(corrected.op_id, late, (), draft_id(FORM, SCOPE)) is None
    assert drafts.load(FORM, SCOPE) is not None, "too late to correct, and nothing typed is lost"


def test_a_submission_that_fails_leaves_the_draft(drafts: DraftStore, outbox: Outbox) -> None:
    outbox.add(a_submission())
    begin(drafts)
    with pytest.raises(Exception, match="UNIQUE"):
        outbox.add(a_submission(), draft_id=draft_id(FORM, SCOPE))
    assert drafts.load(FORM, SCOPE) is not None


def test_drafts_of_a_closed_folder_are_counted(file: OutboxFile, tmp_path: Path) -> None:
    begin(DraftStore(file))
    file.close()
    assert unsent_in(tmp_path, OUTBOX_KEY) == (0, 1)


@RESTORED
@pytest.mark.fault(37, "X")
def test_a_damaged_file_gives_its_drafts_back(tmp_path: Path) -> None:
    file, drafts, outbox = opened(tmp_path)
    begin(drafts)
    drafts.add_file(FORM, SCOPE, PROOF, PDF, NOW)
    outbox.copy()
    file.close()
    content = bytearray((tmp_path / "outbox.db").read_bytes())
    content[100] ^= 1
    (tmp_path / "outbox.db").write_bytes(content)
    file, drafts, _ = opened(tmp_path)
    found = drafts.load(FORM, SCOPE)
    assert found is not None and found.files == (PROOF,)
    assert found.content == {"text": "Ñandú"}
    assert drafts.file(PROOF.sha256) == PDF
    file.close()


@RESTORED
@pytest.mark.fault(37, "X")
def test_the_newer_draft_wins_over_the_copy_s(tmp_path: Path) -> None:
    file, drafts, outbox = opened(tmp_path)
    begin(drafts, "old")
    outbox.copy()
    begin(drafts, "new", minutes=1)
    file.close()
    (tmp_path / "outbox.damaged").touch()
    file, drafts, _ = opened(tmp_path)
    assert texts(drafts) == {"C-1 claim:new": "new"}
    file.close()


@RESTORED
@pytest.mark.fault(37, "X")
def test_what_was_submitted_does_not_come_back_as_a_draft_from_an_older_copy(
    tmp_path: Path,
) -> None:
    file, drafts, outbox = opened(tmp_path)
    begin(drafts)
    begin(drafts, "kept", minutes=10, scope="C-2")
    outbox.copy()
    later = NOW + timedelta(minutes=5)
    names = [draft_id(FORM, SCOPE), draft_id(FORM, "C-2")]
    for number, name in enumerate(names, 1):
        outbox.add(a_submission(number=number, created_at=later), draft_id=name)
    file.close()
    (tmp_path / "outbox.damaged").touch()
    file, drafts, outbox = opened(tmp_path)
    assert texts(drafts) == {"C-2 claim:new": "kept"}, "begun after what was submitted"
    assert len(outbox.items()) == 2
    file.close()


@RESTORED
@pytest.mark.fault(37, "X")
def test_a_file_whose_bytes_are_gone_is_not_promised(tmp_path: Path) -> None:
    file, drafts, _ = opened(tmp_path)
    drafts.add_file(FORM, SCOPE, PROOF, PDF, NOW)
    with file.write() as connection:
        connection.exec_driver_sql("UPDATE blob SET content = x'00'")
    file.close()
    (tmp_path / "outbox.damaged").touch()
    file, drafts, _ = opened(tmp_path)
    found = drafts.load(FORM, SCOPE)
    assert found is not None and found.files == ()
    assert drafts.all()[0].files == ()
    file.close()
