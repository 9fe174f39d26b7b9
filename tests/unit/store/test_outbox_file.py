"""What may befall the file of the outbox: nothing that was said to be kept goes away silently."""

from __future__ import annotations

import random
import shutil
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Connection

from desktop.domain.drafts import DraftFile
from desktop.domain.errors import Code, StoreError
from desktop.domain.submissions import Submission, SubmissionState
from desktop.store import outbox_file as outbox_file_module
from desktop.store import outbox_schema as schema
from desktop.store.drafts import DraftStore
from desktop.store.outbox import Outbox
from desktop.store.outbox_file import COPIES, OutboxFile
from tests.support.stores import OTHER_KEY, OUTBOX_KEY, a_submission

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
CONTENT = b"x" * 30_000
PHOTO = sha256(CONTENT).hexdigest()
GOLDEN_PDF = sha256(b"%PDF-gold").hexdigest()
GOLDEN = Path(__file__).parent / "golden"
RESTORED = pytest.mark.expect_logs("the outbox was damaged and brought back")


def opened(folder: Path, key: bytes = OUTBOX_KEY) -> tuple[OutboxFile, Outbox]:
    file = OutboxFile(folder, key)
    file.open()
    return file, Outbox(file)


@pytest.fixture
def items(tmp_path: Path) -> tuple[Submission, ...]:
    """Three submissions, copied, the last one sent after that; the file is closed."""
    file, outbox = opened(tmp_path)
    photo = (PHOTO, "image/png", CONTENT)
    kept = [outbox.add(a_submission(number=1, depends_on=("blob:" + photo[0],)), [photo])]
    kept += [outbox.add(a_submission(number=n)) for n in (2, 3)]
    outbox.copy()
    kept[2] = outbox.mark_sending(kept[2].op_id, NOW)
    file.close()
    return tuple(kept)


def spoil(path: Path, at: int = 100) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


@RESTORED
@pytest.mark.fault(37, "X")
def test_a_damaged_file_comes_back_from_its_copy(
    tmp_path: Path, items: tuple[Submission, ...]
) -> None:
    spoil(tmp_path / "outbox.db")
    damaged = (tmp_path / "outbox.db").read_bytes()
    file, outbox = opened(tmp_path)
    report = file.report
    assert report is not None
    assert (report.restored, report.unsure, report.lost_key) == (3, 3, False)
    assert (tmp_path / report.kept_as).read_bytes() == damaged, "nothing is thrown away"
    assert [item.op_id for item in outbox.items()] == [item.op_id for item in items]
    assert [item.payload for item in outbox.items()] == [item.payload for item in items]
    # The copy may be older than what was sent: they are sent again under the same ids.
    assert {item.state for item in outbox.items()} == {SubmissionState.UNCERTAIN}
    assert outbox.blob(PHOTO, 29_999, 10)[0] == b"x"
    file.close()
    file, _ = opened(tmp_path)
    assert file.report is None, "told once"
    file.close()


@RESTORED
@pytest.mark.fault(37, "X")
def test_what_the_damaged_file_still_gives_wins_over_the_copy(
    tmp_path: Path, items: tuple[Submission, ...]
) -> None:
    path = tmp_path / "outbox.db"
    spoil(path, path.stat().st_size - 5000)  # a page of the photo
    file, outbox = opened(tmp_path)
    assert file.report is not None
    assert file.report.restored == 3
    found = outbox.items()
    assert [item.op_id for item in found] == [item.op_id for item in items]
    assert found[2].attempts == (0 if file.report.unsure else 1)
    assert outbox.blob(PHOTO, 0, 30_000)[0] == CONTENT
    file.close()


@RESTORED
@pytest.mark.parametrize("place", range(12))
@pytest.mark.fault(37, "X")
def test_whatever_bit_flips_nothing_is_lost(
    tmp_path: Path, items: tuple[Submission, ...], place: int
) -> None:
    path = tmp_path / "outbox.db"
    size = path.stat().st_size
    spoil(path, size * place // 12 + random.Random(place).randrange(size // 12))
    file, outbox = opened(tmp_path)
    assert [i.payload for i in outbox.items()] == [i.payload for i in items]
    assert outbox.blob(PHOTO, 0, 40_000)[0] == CONTENT
    file.close()


@RESTORED
@pytest.mark.parametrize("how", ["deleted", "truncated", "a folder"])
@pytest.mark.fault(37, "X")
def test_a_file_that_is_gone_comes_back_too(
    tmp_path: Path, items: tuple[Submission, ...], how: str
) -> None:
    path = tmp_path / "outbox.db"
    content = path.read_bytes()
    path.unlink()
    if how == "truncated":
        path.write_bytes(content[: len(content) // 3])
    elif how == "a folder":
        path.mkdir()
    file, outbox = opened(tmp_path)
    assert [i.payload for i in outbox.items()] == [i.payload for i in items]
    assert file.report is not None
    assert bool(file.report.kept_as) == (how != "deleted")
    file.close()


@RESTORED
@pytest.mark.fault(37, "X")
def test_damage_in_a_copy_makes_the_next_older_one_serve(
    tmp_path: Path, items: tuple[Submission, ...]
) -> None:
    file, _ = opened(tmp_path)
    file.close()
    spoil(tmp_path / "outbox.db")
    spoil(tmp_path / "outbox.copy-1.db")
    file, outbox = opened(tmp_path)
    assert [i.payload for i in outbox.items()] == [i.payload for i in items]
    file.close()


@RESTORED
@pytest.mark.fault(37, "X")
def test_damage_met_while_the_app_runs_is_mended_without_a_restart(
    tmp_path: Path, items: tuple[Submission, ...]
) -> None:
    file, outbox = opened(tmp_path)
    file._database.close()
    spoil(file.path, 20_000)
    file._database.open(lambda _connection: None)
    assert not file.is_damaged
    with pytest.raises(StoreError) as caught:
        file._database.check()
    assert caught.value.code is Code.STORE_CORRUPT
    file.heal()
    assert (tmp_path / "outbox.damaged").exists() is False
    assert [i.payload for i in outbox.items()] == [i.payload for i in items]
    file.close()


@RESTORED
@pytest.mark.fault(37, "X")
def test_damage_that_was_noted_is_mended_at_the_next_start(
    tmp_path: Path, items: tuple[Submission, ...]
) -> None:
    (tmp_path / "outbox.damaged").touch()
    file, outbox = opened(tmp_path)
    assert outbox.items() == items, "all of it could be read"
    assert file.report is not None and file.report.unsure == 0
    file.close()


@pytest.mark.parametrize(
    "step", [pytest.param("_write_fresh", marks=RESTORED), "_set_aside", "_begin"]
)
@pytest.mark.fault(33, 37, "X")
def test_a_kill_while_it_is_brought_back_loses_nothing(
    tmp_path: Path,
    items: tuple[Submission, ...],
    step: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class KilledError(BaseException):
        pass

    spoil(tmp_path / "outbox.db")
    with monkeypatch.context() as patch:
        real = getattr(OutboxFile, step)
        calls: list[int] = []

        def killed(self: OutboxFile, *args: object) -> object:
            calls.append(1)
            if step == "_begin" and len(calls) == 1:
                return real(self, *args)
            if step != "_begin":
                real(self, *args)
            raise KilledError

        patch.setattr(OutboxFile, step, killed)
        with pytest.raises(KilledError):
            opened(tmp_path)
    file, outbox = opened(tmp_path)
    assert [i.payload for i in outbox.items()] == [i.payload for i in items]
    file.close()


@pytest.mark.fault(39, "X")
def test_a_key_that_is_gone_leaves_the_file_aside_and_says_so(
    tmp_path: Path, items: tuple[Submission, ...]
) -> None:
    content = (tmp_path / "outbox.db").read_bytes()
    file, outbox = opened(tmp_path, OTHER_KEY)
    report = file.report
    assert report is not None and report.lost_key
    assert outbox.items() == ()
    assert (tmp_path / report.kept_as).read_bytes() == content
    outbox.add(a_submission())
    file.close()
    # Should the key be found again, everything is still there.
    shutil.copy(tmp_path / report.kept_as, tmp_path / "outbox.db")
    file, outbox = opened(tmp_path)
    assert outbox.items() == items
    file.close()


def test_three_copies_are_kept_and_none_of_a_large_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, outbox = opened(tmp_path)
    for number in range(1, 6):
        outbox.add(a_submission(number=number))
        outbox.copy()
    assert len(file.copies()) == COPIES
    file.close()
    counts = []
    for copy in file.copies():
        folder = tmp_path / copy.stem
        folder.mkdir()
        shutil.copy(copy, folder / "outbox.db")
        one, found = opened(folder)
        counts.append(len(found.items()))
        one.close()
    assert counts == [5, 4, 3]
    monkeypatch.setattr(outbox_file_module, "COPIED_BELOW", 10)
    newest = file.copies()[0].read_bytes()
    file.open()
    assert file.copies()[0].read_bytes() == newest
    file.close()


@pytest.mark.expect_logs("the outbox was not copied: FileNotFoundError")
@pytest.mark.fault(35, "X")
def test_a_copy_that_cannot_be_written_is_no_reason_to_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, outbox = opened(tmp_path)
    kept = outbox.add(a_submission())
    monkeypatch.setattr(file._database, "copy_to", lambda _path: None)
    outbox.copy()
    assert outbox.items() == (kept,)
    file.close()


@pytest.mark.fault(32, "X")
def test_a_newer_app_s_outbox_can_be_read_and_not_changed(
    tmp_path: Path, items: tuple[Submission, ...]
) -> None:
    file, _ = opened(tmp_path)
    with file.write() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version={schema.VERSION + 1}")
        connection.exec_driver_sql("ALTER TABLE submission ADD COLUMN mood TEXT")
    file.close()
    file, outbox = opened(tmp_path)
    assert file.is_read_only
    assert outbox.items() == items
    assert outbox.pending_count() == 3
    with pytest.raises(StoreError) as caught:
        outbox.cancel(items[0].op_id)
    assert caught.value.code is Code.CLIENT_TOO_OLD
    outbox.copy()
    file.close()


@pytest.mark.fault(52, "X")
def test_every_released_version_is_brought_forward(tmp_path: Path) -> None:
    versions = sorted(GOLDEN.glob("outbox-v*.db"))
    assert len(versions) == schema.VERSION
    for path in versions:
        folder = tmp_path / path.stem
        folder.mkdir()
        shutil.copy(path, folder / "outbox.db")
        file, outbox = opened(folder)
        assert file.report is None
        first, second = outbox.items()
        assert first.depends_on == ("blob:" + GOLDEN_PDF,)
        assert second.depends_on == (first.op_id,)
        assert (first.attempts, first.first_sent_at, first.received_at) == (1, NOW, NOW)
        assert (first.state, first.reference) == (SubmissionState.ACCEPTED, "L-2026-000117-3")
        assert first.content == {"value": "1"}
        assert second.state is SubmissionState.PARKED
        assert second.problem is not None and second.problem.data == {"previous": "12985"}
        assert outbox.blob(GOLDEN_PDF, 0, 9) == (b"%PDF-gold", 9, "application/pdf")
        drafts = DraftStore(file).all()
        assert len(drafts) == (path.stem >= "outbox-v2")
        for draft in drafts:
            assert (draft.key, draft.scope, draft.saved_at) == ("claim:new", "C-1", NOW)
            assert draft.content == {"text": "Ñandú"}
            (pdf,) = draft.files
            assert pdf == DraftFile("proof", "nota.pdf", "application/pdf", GOLDEN_PDF, 9)
        with file.read() as connection:
            assert schema.version(connection) == schema.VERSION
        file.close()


@pytest.mark.fault(52, "X")
def test_a_step_forward_is_copied_before_and_whole_or_nothing(
    tmp_path: Path, items: tuple[Submission, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_more(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE submission ADD COLUMN mood TEXT")

    def broken(connection: Connection) -> None:
        one_more(connection)
        raise RuntimeError("a power cut")

    before = (tmp_path / "outbox.copy-1.db").read_bytes()
    released = schema.MIGRATIONS
    monkeypatch.setattr(schema, "VERSION", len(released) + 1)
    monkeypatch.setattr(schema, "MIGRATIONS", (*released, broken))
    with pytest.raises(RuntimeError):
        opened(tmp_path)
    assert (tmp_path / "outbox.copy-2.db").read_bytes() == before, "a copy came first"
    monkeypatch.setattr(schema, "MIGRATIONS", (*released, one_more))
    file, outbox = opened(tmp_path)
    assert outbox.items() == items
    with file.read() as connection:
        assert schema.version(connection) == len(released) + 1
    file.close()


def test_a_plain_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    plain = b"SQLite format 3\x00" + b"x" * 5000
    (tmp_path / "outbox.db").write_bytes(plain)
    with pytest.raises(StoreError) as caught:
        opened(tmp_path)
    assert caught.value.code is Code.STORE_UNENCRYPTED
    assert (tmp_path / "outbox.db").read_bytes() == plain
