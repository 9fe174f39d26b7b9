"""What each guard of the outbox's file is there for, where nothing else would notice."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.drafts import DraftFile
from desktop.domain.errors import Code, StoreError
from desktop.domain.submissions import SubmissionProblem, SubmissionState, SubmitAnswer
from desktop.store import outbox_schema as schema
from desktop.store.database import Database
from desktop.store.drafts import GRACE, DraftStore
from desktop.store.outbox import Outbox, unsent_in
from desktop.store.outbox_file import OutboxFile
from tests.support.stores import OTHER_KEY, OUTBOX_KEY, a_submission

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
RESTORED = pytest.mark.expect_logs("the outbox was damaged and brought back")
ONE = ("11" * 32, "application/pdf", b"%PDF-one")
TWO = ("22" * 32, "image/png", b"two")


def opened(folder: Path, key: bytes = OUTBOX_KEY) -> tuple[OutboxFile, Outbox]:
    file = OutboxFile(folder, key)
    file.open()
    return file, Outbox(file)


def accept(outbox: Outbox, number: int) -> None:
    item = outbox.add(a_submission(number=number))
    outbox.mark_sending(item.op_id, NOW)
    outbox.keep_answer(SubmitAnswer(item.op_id, f"L-{number}", NOW), 1)


def held(folder: Path) -> list[str]:
    """What SQLite keeps beside a file for as long as somebody has it open."""
    return sorted(path.name for path in folder.glob("*-shm"))


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OutboxFile]:
    file, _ = opened(tmp_path)
    yield file
    file.close()


@pytest.fixture
def outbox(file: OutboxFile) -> Outbox:
    return Outbox(file)


# ---- only those that are meant


def test_only_what_was_proven_is_settled(outbox: Outbox) -> None:
    for number in (1, 2):
        accept(outbox, number)
    first, second = outbox.items()
    outbox.settle([first.op_id])
    assert [item.op_id for item in outbox.offer(1, NOW).items] == [second.op_id]


def test_only_what_the_server_failed_on_is_counted(outbox: Outbox) -> None:
    first, second = (outbox.add(a_submission(number=number)) for number in (1, 2))
    outbox.strike([first.op_id], 2)
    outbox.strike([second.op_id], 2)
    assert {item.state for item in outbox.items()} == {SubmissionState.QUEUED}
    outbox.strike([first.op_id], 2)
    assert [item.state.value for item in outbox.items()] == ["parked", "queued"]


def test_what_was_given_up_stays_so_when_another_is_set_aside(outbox: Outbox) -> None:
    given_up, other = (outbox.add(a_submission(number=number)) for number in (1, 2))
    outbox.strike([given_up.op_id], 1)
    assert outbox.discard(given_up.op_id).state is SubmissionState.CANCELLED
    outbox.strike([other.op_id], 1)
    assert [item.state.value for item in outbox.items()] == ["cancelled", "parked"]


def test_each_attachment_is_itself(outbox: Outbox, file: OutboxFile) -> None:
    depends = tuple(f"blob:{blob[0]}" for blob in (ONE, TWO))
    outbox.add(a_submission(depends_on=depends), [ONE, TWO])
    assert outbox.blob(TWO[0], 0, 9) == (b"two", 3, "image/png")
    assert outbox.blob(ONE[0], 0, 9) == (b"%PDF-one", 8, "application/pdf")
    assert DraftStore(file).file(TWO[0]) == b"two"
    assert DraftStore(file).file(ONE[0]) == b"%PDF-one"


def test_only_bytes_that_nothing_names_are_forgotten(outbox: Outbox, file: OutboxFile) -> None:
    named = outbox.add(a_submission(number=1, depends_on=(f"blob:{ONE[0]}",)), [ONE, TWO])
    outbox.offer(1, NOW)
    assert outbox.item(named.op_id).blobs == (ONE[0],)
    assert outbox.blob(ONE[0], 0, 9)[1] == 8
    with pytest.raises(KeyError):
        DraftStore(file).file(TWO[0])


def test_only_the_draft_that_is_meant_is_discarded(file: OutboxFile) -> None:
    drafts = DraftStore(file)
    for scope in ("C-1", "C-2"):
        drafts.save("claim:new", scope, {"text": scope}, None, NOW)
    drafts.save("other", "C-1", {"text": "other"}, None, NOW)
    drafts.discard("claim:new", "C-1", NOW)
    assert {(draft.key, draft.scope) for draft in drafts.all()} == {
        ("claim:new", "C-2"),
        ("other", "C-1"),
    }


def a_file(blob: tuple[str, str, bytes]) -> DraftFile:
    return DraftFile("proof", "nota", blob[1], blob[0], len(blob[2]))


@pytest.mark.parametrize("how", ["dropped", "discarded"])
def test_what_is_taken_out_of_a_draft_goes_at_once_and_nothing_else(
    file: OutboxFile, how: str
) -> None:
    drafts = DraftStore(file)
    drafts.add_file("claim:new", "C-1", a_file(ONE), ONE[2], NOW)
    drafts.add_file("other", "C-1", a_file(TWO), TWO[2], NOW)
    # A save of the other form, begun before its file was there, does not name it yet.
    drafts.save("other", "C-1", {}, [], NOW)
    if how == "dropped":
        drafts.drop_file("claim:new", "C-1", "proof", ONE[0], NOW)
    else:
        drafts.discard("claim:new", "C-1", NOW)
    with pytest.raises(KeyError):
        drafts.file(ONE[0])
    assert drafts.file(TWO[0]) == TWO[2], "its form is about to name it"
    Outbox(file).offer(1, NOW + GRACE)
    assert drafts.file(TWO[0]) == TWO[2]


# ---- opening


def test_an_unfinished_new_file_never_takes_the_place_of_a_whole_one(tmp_path: Path) -> None:
    file, outbox = opened(tmp_path)
    kept = outbox.add(a_submission())
    file.close()
    (tmp_path / "outbox.new.db").write_bytes(b"half of it")
    file, outbox = opened(tmp_path)
    assert outbox.items() == (kept,)
    assert file.report is None
    file.close()


def test_the_note_of_a_lost_key_without_a_file_is_nothing_to_tell(tmp_path: Path) -> None:
    file, _ = opened(tmp_path, OTHER_KEY)
    file.close()
    for path in (*tmp_path.glob("outbox.db*"), *tmp_path.glob("outbox.copy*")):
        path.unlink()
    file, _ = opened(tmp_path)
    assert file.report is None
    file.close()


def test_the_copies_of_a_lost_key_are_kept_beside_its_file(tmp_path: Path) -> None:
    file, outbox = opened(tmp_path)
    outbox.add(a_submission())
    file.copy()
    file.close()
    copies = {path.name: path.read_bytes() for path in file.copies()}
    assert copies
    file, _ = opened(tmp_path, OTHER_KEY)
    for name, content in copies.items():
        assert (tmp_path / f"outbox.kept-1-{name}").read_bytes() == content
    file.close()


def test_a_file_that_is_busy_is_no_damaged_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, outbox = opened(tmp_path)
    kept = outbox.add(a_submission())
    file.close()

    def busy(_database: Database) -> None:
        raise StoreError(Code.STORE_BUSY)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "check", busy)
        with pytest.raises(StoreError) as caught:
            file.open()
    assert caught.value.code is Code.STORE_BUSY
    assert not list(tmp_path.glob("outbox.kept*")), "it lies where it lay"
    assert held(tmp_path) == []
    file, outbox = opened(tmp_path)
    assert (outbox.items(), file.report) == ((kept,), None)
    file.close()


@pytest.mark.parametrize("call", ["write_text", "copyfile"])
def test_a_file_that_could_not_be_opened_is_held_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    file, outbox = opened(tmp_path)
    outbox.add(a_submission())
    file.copy()
    file.close()
    (tmp_path / "outbox.key-check").unlink()

    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(Path if call == "write_text" else shutil, call, refuse)
        with pytest.raises(StoreError):
            file.open()
    assert held(tmp_path) == []


def test_counting_what_waits_leaves_the_file_to_others(tmp_path: Path) -> None:
    file, outbox = opened(tmp_path)
    outbox.add(a_submission())
    file.close()
    assert unsent_in(tmp_path, OUTBOX_KEY) == (1, 0)
    assert held(tmp_path) == []


@RESTORED
@pytest.mark.parametrize("how", ["log lost", "while it runs"])
def test_a_file_is_let_go_of_before_it_is_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    file, outbox = opened(tmp_path)
    old = file.path.read_bytes()
    outbox.add(a_submission())
    file.copy()
    if how == "log lost":
        file.close()
        file.path.write_bytes(old)
    moved: list[list[str]] = []
    move = OutboxFile._move

    def watched(path: Path, to: Path) -> None:
        moved.append(held(tmp_path))
        move(path, to)

    monkeypatch.setattr(OutboxFile, "_move", staticmethod(watched))
    file.open() if how == "log lost" else file.heal()
    assert moved and not any(moved), "some systems refuse to move what somebody holds"
    file.close()


@RESTORED
def test_an_empty_file_gets_its_receipts_back_too(tmp_path: Path) -> None:
    file, outbox = opened(tmp_path)
    accept(outbox, 1)
    file.copy()
    file.close()
    file.path.write_bytes(b"")
    file, outbox = opened(tmp_path)
    (receipt,) = outbox.items()
    assert (receipt.state, receipt.reference) == (SubmissionState.ACCEPTED, "L-1")
    file.close()


def test_receipts_that_were_forgotten_on_purpose_do_not_come_back(tmp_path: Path) -> None:
    file, outbox = opened(tmp_path)
    accept(outbox, 1)
    file.copy()
    outbox.offer(1, NOW + timedelta(days=401))
    assert outbox.items() == ()
    file.close()
    file, outbox = opened(tmp_path)
    assert (outbox.items(), file.report) == ((), None)
    assert not list(tmp_path.glob("outbox.look*")), "nothing is left of the comparison"
    file.close()


@pytest.mark.fault(32, "X")
def test_a_newer_app_s_outbox_is_neither_brought_back_nor_copied(tmp_path: Path) -> None:
    file, outbox = opened(tmp_path)
    for number in (1, 2):
        outbox.add(a_submission(number=number))
    file.copy()
    with file.write() as connection:
        connection.exec_driver_sql("DELETE FROM submission WHERE number = 2")
        connection.exec_driver_sql(f"PRAGMA user_version={schema.VERSION + 1}")
    file.close()
    copy = (tmp_path / "outbox.copy-1.db").read_bytes()
    file, outbox = opened(tmp_path)
    assert file.is_read_only and file.report is None
    assert [item.number for item in outbox.items()] == [1]
    assert (tmp_path / "outbox.copy-1.db").read_bytes() == copy
    file.close()


def test_no_act_changes_a_newer_app_s_outbox(file: OutboxFile, outbox: Outbox) -> None:
    drafts = DraftStore(file)
    drafts.add_file("claim:new", "C-1", a_file(ONE), ONE[2], NOW)
    kept = outbox.add(a_submission())
    answer = SubmitAnswer(kept.op_id, "L-1", NOW)
    acts: list[Callable[[], object]] = [
        lambda: outbox.add(a_submission(number=2)),
        lambda: outbox.replace(kept.op_id, a_submission(number=2)),
        lambda: outbox.cancel(kept.op_id),
        lambda: outbox.discard(kept.op_id),
        lambda: outbox.retry(kept.op_id),
        lambda: outbox.offer(2, NOW),
        lambda: outbox.mark_sending(kept.op_id, NOW),
        lambda: outbox.keep_answer(answer, 1),
        lambda: outbox.park(kept.op_id, SubmissionProblem("forbidden")),
        lambda: outbox.strike([kept.op_id], 1),
        lambda: outbox.doubt(["C-1"]),
        lambda: outbox.settle([kept.op_id]),
        lambda: drafts.save("claim:new", "C-1", {"text": "a"}, [], NOW),
        lambda: drafts.add_file("claim:new", "C-1", a_file(TWO), TWO[2], NOW),
        lambda: drafts.drop_file("claim:new", "C-1", "proof", ONE[0], NOW),
        lambda: drafts.discard("claim:new", "C-1", NOW),
    ]
    before = (outbox.items(), drafts.all())
    file.is_read_only = True
    for act in acts:
        with pytest.raises(StoreError) as caught:
            act()
        assert caught.value.code is Code.CLIENT_TOO_OLD
    assert (outbox.items(), drafts.all()) == before


@RESTORED
@pytest.mark.fault(37, "X")
def test_only_what_was_never_sent_becomes_uncertain_by_an_older_copy(tmp_path: Path) -> None:
    file, outbox = opened(tmp_path)
    accept(outbox, 1)
    parked = outbox.add(a_submission(number=2))
    outbox.park(parked.op_id, SubmissionProblem("too-often"))
    outbox.add(a_submission(number=3))
    file.copy()
    file.close()
    file.path.unlink()
    file, outbox = opened(tmp_path)
    assert [item.state.value for item in outbox.items()] == ["accepted", "parked", "uncertain"]
    file.close()


# ---- copies


def test_an_unfinished_copy_does_not_stop_the_next_one(file: OutboxFile, outbox: Outbox) -> None:
    outbox.add(a_submission())
    file.path.with_name("outbox.copy.db").write_bytes(b"half of it")
    before = [path.read_bytes() for path in file.copies()]
    outbox.copy()
    assert file.copies()[0].read_bytes() not in before


def test_a_copy_is_on_the_disk_before_it_takes_the_place_of_another(
    file: OutboxFile, outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        said.append("synced")
        fsync(descriptor)

    def replaced(path: Path, to: Path) -> Path:
        said.append(path.name)
        return replace(path, to)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    outbox.copy()
    assert said[0] == "synced"
    assert said[-1] == "outbox.copy.db"
