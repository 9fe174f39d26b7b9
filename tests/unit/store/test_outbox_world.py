"""The outbox where the file system itself says no."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from desktop.domain.errors import Code, StoreError
from desktop.store import outbox_schema as schema
from desktop.store.database import Database
from desktop.store.outbox import Outbox
from desktop.store.outbox_file import OutboxFile
from desktop.store.salvage import readable, remove_database
from tests.support.stores import OUTBOX_KEY, a_submission


def refuse(*_args: object, **_named: object) -> None:
    raise PermissionError(13, "in use")


@pytest.fixture
def file(tmp_path: Path) -> OutboxFile:
    file = OutboxFile(tmp_path, OUTBOX_KEY)
    file.open()
    Outbox(file).add(a_submission())
    file.copy()
    file.close()
    return file


def test_a_file_that_another_program_holds_is_left_where_it_is(
    file: OutboxFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = file.path.read_bytes()
    file.path.write_bytes(content[:100] + b"damage" + content[106:])
    damaged = file.path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(StoreError) as caught:
            file.open()
    assert caught.value.code is Code.STORE_BUSY
    assert file.path.read_bytes() == damaged


def test_a_note_that_cannot_be_written_keeps_the_outbox_shut(
    file: OutboxFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.path.with_name("outbox.key-check").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", refuse)
        with pytest.raises(StoreError) as caught:
            file.open()
    assert caught.value.code is Code.FILE_NOT_WRITTEN
    file.open()
    assert len(Outbox(file).items()) == 1
    file.close()


@pytest.mark.expect_logs("the damage of the outbox could not be noted")
def test_damage_that_cannot_be_noted_is_still_told(
    file: OutboxFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytearray(file.path.read_bytes())
    content[20_000] ^= 1
    file.path.write_bytes(content)
    database = Database(file.path, OUTBOX_KEY, on_corrupt=file._mark_damaged)
    database.open(lambda _connection: None)
    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(StoreError) as caught:
        database.check()
    assert caught.value.code is Code.STORE_CORRUPT
    database.close()


def test_what_cannot_be_read_for_another_reason_than_damage_is_told(tmp_path: Path) -> None:
    plain = tmp_path / "outbox.db"
    plain.write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    with pytest.raises(StoreError) as caught:
        readable(plain, OUTBOX_KEY, schema.submission)
    assert caught.value.code is Code.STORE_UNENCRYPTED
    assert readable(tmp_path / "nothing.db", OUTBOX_KEY, schema.submission) == {}


def test_an_unfinished_file_that_cannot_be_deleted_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(StoreError) as caught:
        remove_database(tmp_path / "outbox.new.db")
    assert caught.value.code is Code.STORE_BUSY


@pytest.mark.expect_logs("the outbox was damaged and brought back")
def test_a_file_before_its_first_table_is_empty(file: OutboxFile, tmp_path: Path) -> None:
    for copy in file.copies():
        copy.unlink()
    for path in tmp_path.glob("outbox.db*"):
        path.unlink()
    Database(file.path, OUTBOX_KEY).open(lambda _connection: None)
    (tmp_path / "outbox.damaged").touch()
    file.open()
    assert Outbox(file).items() == ()
    file.close()


def test_a_note_that_cannot_be_read_moves_nothing(
    file: OutboxFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = file.path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", refuse)
        with pytest.raises(StoreError) as caught:
            file.open()
    assert caught.value.code is Code.STORE_BUSY
    assert file.path.read_bytes() == content
    file.open()
    assert file.report is None
    file.close()


@pytest.mark.expect_logs("the outbox was damaged and brought back")
@pytest.mark.fault(37, "X")
def test_a_file_that_lost_its_log_is_brought_back_from_its_copy(
    file: OutboxFile, tmp_path: Path
) -> None:
    old = file.path.read_bytes()
    file.open()
    Outbox(file).add(a_submission(number=2))
    file.copy()
    file.close()
    for path in tmp_path.glob("outbox.db*"):
        path.unlink()
    file.path.write_bytes(old)
    file.open()
    assert [item.number for item in Outbox(file).items()] == [1, 2]
    assert file.report is not None and (file.report.restored, file.report.unsure) == (2, 1)
    file.close()


@pytest.mark.expect_logs("the outbox was damaged and brought back")
def test_each_damaged_file_is_kept_under_its_own_name(file: OutboxFile, tmp_path: Path) -> None:
    seen = {}
    for number in (1, 2, 3):
        content = bytearray(file.path.read_bytes())
        content[100] ^= number
        file.path.write_bytes(content)
        file.open()
        assert file.report is not None
        seen[file.report.kept_as] = bytes(content)
        file.close()
    assert len(seen) == 3
    for name, content_then in seen.items():
        assert (tmp_path / name).read_bytes() == content_then


@pytest.mark.fault(52, "X")
def test_without_a_copy_of_it_an_older_file_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(Path(__file__).parent / "golden" / "outbox-v1.db", tmp_path / "outbox.db")
    old = OutboxFile(tmp_path, OUTBOX_KEY)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(StoreError) as caught:
            old.open()
    assert caught.value.code is Code.FILE_NOT_WRITTEN
    database = Database(old.path, OUTBOX_KEY)
    database.open(lambda _connection: None)
    with database.read() as connection:
        assert schema.version(connection) == 1
    database.close()
    old.open()
    assert len(Outbox(old).items()) == 2
    old.close()
