"""The disk fails, fills or is damaged while a person enters readings: what was acknowledged comes
back from the file or its newest copy, and what could not be kept is told."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from desktop.domain.errors import AppError, Code, StoreError
from desktop.domain.submissions import Submission, SubmissionState
from desktop.store import database as database_module
from tests.faults.conftest import House, enter, state
from tests.support.failing_disk import FailingDisk
from tests.support.offices import an_office, synced
from tests.support.stores import OTHER_KEY, Disk, a_submission

NUMBER = 40
DAMAGED = pytest.mark.expect_logs("the outbox was damaged and brought back")
Kept = tuple[Submission, ...]


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    """A profile whose outbox was closed properly, with everything acknowledged."""
    return Disk(tmp_path)


@pytest.fixture
def kept(disk: Disk) -> Kept:
    """What the person entered, copied as `OutboxService` does after each."""
    store = disk.open()
    for number in range(1, NUMBER + 1):
        store.outbox.add(a_submission(f"C-{number % 3}", number))
        if number % 8 == 0:
            store.outbox.mark_sending(a_submission(number=number).op_id, START)
        store.outbox.copy()
    items = store.outbox.items()
    store.close()
    return items


START = a_submission().created_at


def outbox_of(disk: Disk) -> Path:
    return disk.folder.path / "outbox.db"


def all_there(disk: Disk, kept: Kept, *, reported: bool | None = True) -> None:
    """Nothing is lost; what may have been sent since is not called unsent."""
    store = disk.open()
    try:
        found = {item.op_id: item for item in store.outbox.items()}
        assert found.keys() == {item.op_id for item in kept}
        for item in kept:
            assert found[item.op_id].payload == item.payload
            if item.state is SubmissionState.UNCERTAIN:
                assert found[item.op_id].state is SubmissionState.UNCERTAIN
        order = [item.op_id for item in store.outbox.items()]
        assert order == [item.op_id for item in kept]
        report = store.outbox_report
        if reported is not None:
            assert (report is not None) == reported
        if report is not None:
            assert report.restored == len(kept)
            assert not report.kept_as or (disk.folder.path / report.kept_as).exists()
    finally:
        store.close()
    store = disk.open()
    assert store.outbox_report is None, "told once"
    assert len(store.outbox.items()) == len(kept)
    store.close()


@DAMAGED
@pytest.mark.parametrize("place", range(12))
@pytest.mark.fault(37, "X")
def test_a_flipped_bit_loses_nothing(disk: Disk, kept: Kept, place: int) -> None:
    rng = random.Random(place)
    content = bytearray(outbox_of(disk).read_bytes())
    position = len(content) * place // 12 + rng.randrange(len(content) // 12)
    content[position] ^= 1 << rng.randrange(8)
    outbox_of(disk).write_bytes(content)
    all_there(disk, kept)
    (aside,) = disk.folder.path.glob("outbox.kept-*.db")
    assert aside.read_bytes() == bytes(content), "the damaged file is kept as it was"


@DAMAGED
@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.99])
@pytest.mark.fault(37, "X")
def test_a_truncated_file_loses_nothing(disk: Disk, kept: Kept, share: float) -> None:
    content = outbox_of(disk).read_bytes()
    outbox_of(disk).write_bytes(content[: int(len(content) * share)])
    all_there(disk, kept)


@DAMAGED
@pytest.mark.parametrize("size", [0, 100, 8192, 100_000])
@pytest.mark.fault(37, "X")
def test_a_file_of_zeros_loses_nothing(disk: Disk, kept: Kept, size: int) -> None:
    outbox_of(disk).write_bytes(bytes(size))
    all_there(disk, kept)


@DAMAGED
@pytest.mark.fault(37, "X")
def test_a_deleted_file_comes_back_from_its_copy(disk: Disk, kept: Kept) -> None:
    outbox_of(disk).unlink()
    all_there(disk, kept)


@DAMAGED
@pytest.mark.fault(37, "X")
def test_a_folder_in_its_place_is_moved_aside(disk: Disk, kept: Kept) -> None:
    outbox_of(disk).unlink()
    outbox_of(disk).mkdir()
    (outbox_of(disk) / "something").write_text("kept")
    all_there(disk, kept)
    (something,) = disk.folder.path.glob("outbox.kept-*.db/something")
    assert something.read_text() == "kept"


@DAMAGED
@pytest.mark.fault(37, "X")
def test_a_damaged_file_and_a_damaged_copy_leave_the_next_copy(disk: Disk, kept: Kept) -> None:
    store = disk.open()  # which copies it, so that two copies hold everything
    store.close()
    outbox_of(disk).write_bytes(b"damage" * 1000)
    (disk.folder.path / "outbox.copy-1.db").write_bytes(b"damage" * 1000)
    all_there(disk, kept)


@pytest.mark.parametrize("left", ["-wal", "-shm"])
@pytest.mark.fault(38, "X")
def test_a_log_of_another_time_does_no_harm(disk: Disk, kept: Kept, left: str) -> None:
    Path(f"{outbox_of(disk)}{left}").write_bytes(b"\x37\x7f\x06\x82" + bytes(4096))
    all_there(disk, kept, reported=None)


@pytest.fixture
def crashed(tmp_path: Path) -> Iterator[tuple[Disk, Kept]]:
    """The files as they lay on the disk when the app died with everything acknowledged."""
    alive = Disk(tmp_path / "alive")
    store = alive.open()
    for number in range(1, NUMBER + 1):
        store.outbox.add(a_submission(number=number))
        store.outbox.copy()
    shutil.copytree(tmp_path / "alive", tmp_path / "dead")
    items = store.outbox.items()
    store.close()
    yield Disk(tmp_path / "dead"), items


@pytest.mark.fault(33, 38, "X")
def test_what_only_the_log_holds_is_there(crashed: tuple[Disk, Kept]) -> None:
    disk, kept = crashed
    all_there(disk, kept, reported=False)


@pytest.mark.fault(38, "X")
def test_a_log_whose_index_is_gone_is_read_all_the_same(crashed: tuple[Disk, Kept]) -> None:
    disk, kept = crashed
    Path(f"{outbox_of(disk)}-shm").unlink()
    all_there(disk, kept, reported=False)


@DAMAGED
@pytest.mark.fault(38, "X")
def test_a_lost_log_loses_nothing(crashed: tuple[Disk, Kept]) -> None:
    disk, kept = crashed
    Path(f"{outbox_of(disk)}-wal").unlink()
    all_there(disk, kept)


@DAMAGED
@pytest.mark.fault(38, "X")
def test_a_damaged_log_loses_nothing(crashed: tuple[Disk, Kept]) -> None:
    disk, kept = crashed
    log = Path(f"{outbox_of(disk)}-wal")
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 1
    log.write_bytes(content)
    all_there(disk, kept)


@pytest.mark.fault(39, "X")
def test_another_key_sets_everything_aside_and_deletes_nothing(disk: Disk, kept: Kept) -> None:
    mine, disk.outbox_key = disk.outbox_key, OTHER_KEY
    store = disk.open()
    assert store.outbox.items() == ()
    report = store.outbox_report
    assert report is not None and report.lost_key
    store.outbox.add(a_submission(number=99))
    store.close()
    aside = disk.folder.path / report.kept_as
    aside.replace(disk.folder.path / "back.db")
    for path in disk.folder.path.glob("outbox.*"):
        path.unlink()
    (disk.folder.path / "back.db").replace(outbox_of(disk))
    disk.outbox_key = mine
    all_there(disk, kept, reported=False)


@pytest.mark.fault(32, "X")
def test_an_outbox_of_a_newer_app_can_be_read_and_exported_and_is_not_touched(
    house: House, tmp_path: Path
) -> None:
    with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
        office.session.sign_in("ana", "secreta")
        assert synced(office).error is None
        item = enter(office, house.home)
        with office.outbox._desk.using() as store, store.outbox._file.write() as connection:
            connection.exec_driver_sql("PRAGMA user_version=99")
    with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
        assert office.session.restore() is not None
        assert office.outbox.items() == (item,)
        office.outbox.export(tmp_path / "export.json")
        assert item.op_id in (tmp_path / "export.json").read_text()
        with pytest.raises(StoreError) as caught:
            enter(office, house.shop)
        assert caught.value.code is Code.CLIENT_TOO_OLD
        outcome = synced(office)  # nothing is sent, and the books are brought up to date or told
        assert outcome.error is None or outcome.error.code is Code.CLIENT_TOO_OLD
        assert office.outbox.items() == (item,)
    assert house.decided() == []


@pytest.mark.fault(35, "X")
def test_a_full_disk_is_told_and_the_reading_can_be_entered_once_there_is_room(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
        office.session.sign_in("ana", "secreta")
        assert synced(office).error is None
        first = enter(office, house.home)
    (file,) = house.folder.rglob("outbox.db")
    pages = file.stat().st_size // database_module.PAGE_BYTES
    full = (*database_module._SETTINGS, f"PRAGMA max_page_count={pages}")
    with (
        monkeypatch.context() as patch,
        an_office(house.server.url, house.folder, house.keyring, house.clock) as office,
    ):
        patch.setattr(database_module, "_SETTINGS", full)
        assert office.session.restore() is not None
        with pytest.raises(StoreError) as caught:
            for number in count(506):
                enter(office, house.home, number, note="x" * 900)
        assert caught.value.code is Code.DISK_FULL
        told = office.outbox.items()
        assert told[0] == first
        assert office.outbox.pending_count() == len(told)
    with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
        assert office.session.restore() is not None
        assert office.outbox.items() == told
        last = enter(office, house.shop, 800)
        assert synced(office).sent == len(told) + 1
        assert house.effects() == sorted(item.op_id for item in (*told, last))


@pytest.mark.fault(40, "X")
def test_a_file_that_another_program_holds_is_told_and_no_second_one_made(
    disk: Disk, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = (*database_module._SETTINGS, "PRAGMA busy_timeout=50")
    monkeypatch.setattr(database_module, "_SETTINGS", impatient)
    store = disk.open()
    before = sorted(path.name for path in disk.folder.path.iterdir())
    other = Disk(disk.root).open()
    with other.outbox._file.write():
        with pytest.raises(StoreError) as caught:
            store.outbox.add(a_submission(number=77))
        assert caught.value.code is Code.STORE_BUSY
    assert store.outbox.items() == kept
    store.outbox.add(a_submission(number=77))
    assert sorted(path.name for path in disk.folder.path.iterdir()) == before
    other.close()
    store.close()


FAILURES = {"SQLITE_FULL": Code.DISK_FULL, "SQLITE_BUSY": Code.STORE_BUSY}


@pytest.mark.expect_logs("the outbox was not copied")
@pytest.mark.parametrize("name", FAILURES)
@pytest.mark.fault(35, 40, "X")
def test_whichever_call_fails_while_a_reading_is_kept_it_is_there_or_told(
    house: House, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    failing = FailingDisk(monkeypatch, name)
    with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
        office.session.sign_in("ana", "secreta")
        assert synced(office).error is None
        acknowledged: list[Submission] = []
        for number in count(1):
            failing.fail(number)
            try:
                acknowledged.append(enter(office, house.home, 500 + number))
            except AppError as error:
                assert error.code is FAILURES[name], failing.tripped
            failing.works()
            assert office.outbox.items() == tuple(acknowledged), failing.tripped
            if not failing.tripped:
                break
        assert number > 5, "the sweep has to reach the transaction and the copy"
        assert synced(office).sent == len(acknowledged)
        assert house.effects() == sorted(item.op_id for item in acknowledged)


@pytest.mark.parametrize("name", FAILURES)
@pytest.mark.fault(35, 40, "X")
def test_whichever_call_fails_during_a_sync_the_reading_counts_once(
    house: House, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    failing = FailingDisk(monkeypatch, name)
    with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
        office.session.sign_in("ana", "secreta")
        assert synced(office).error is None
        entered: list[str] = []
        for number in count(1):
            item = enter(office, house.home, 500 + number)
            entered.append(item.op_id)
            failing.fail(number)
            outcome = synced(office)
            failing.works()
            if not failing.tripped:
                break
            assert outcome.error is None or outcome.error.code is FAILURES[name], failing.tripped
            house.advance(hours=2)
            assert synced(office).error is None, failing.tripped
            assert state(office, item).state is SubmissionState.ACCEPTED, failing.tripped
        assert number > 20, "the sweep has to reach the end of the sync"
        assert house.effects() == sorted(entered)
