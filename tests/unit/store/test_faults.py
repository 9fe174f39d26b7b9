"""What may befall the files: each is noticed, the person keeps an app that works, and the next
sync fills the mirror again."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.domain.errors import Code, StoreError
from desktop.services.results import SyncOutcome
from desktop.services.sync.driver import Driver
from desktop.services.sync.state import Policy
from desktop.store import database as database_module
from desktop.store.local import LocalStore
from desktop.store.profile import Rebuilt
from tests.support.feed_server import START, FeedServer
from tests.support.stores import OTHER_KEY, Disk, a_submission, database, leftovers, visible


class StillClock:
    def now(self) -> datetime:
        return START

    def monotonic(self) -> float:
        return 0.0


def sync(server: FeedServer, store: LocalStore, limit: int = 100) -> SyncOutcome:
    driver = Driver(server, store.cache, StillClock(), random.Random(1), policy=Policy(limit=limit))
    return driver.run(lambda _step: None, lambda: False)


@pytest.fixture
def server() -> FeedServer:
    server = FeedServer("C-1")
    for number in range(300):
        server.put("C-1", "invoice", str(number), b'{"open":1,"x":"%s"}' % (b"x" * 900))
    return server


@pytest.fixture
def disk(tmp_path: Path, server: FeedServer) -> Disk:
    """A profile with a complete mirror, closed."""
    disk = Disk(tmp_path)
    store = disk.open()
    assert sync(server, store).error is None
    store.close()
    return disk


def works_again(disk: Disk, server: FeedServer, why: Rebuilt | None) -> None:
    """The next start says what happened, the one after it does not, and a sync fills it."""
    store = disk.open()
    assert store.rebuilt is why
    assert sync(server, store).error is None
    assert visible(store, "C-1") == server.scopes["C-1"].contents()
    store.cache.prove()
    store.close()
    store = disk.open()
    assert store.rebuilt is None
    assert visible(store, "C-1") == server.scopes["C-1"].contents()
    store.close()


def use_everything(disk: Disk) -> None:
    """A start, and everything that a person could look at."""
    store = disk.open()
    try:
        if store.rebuilt is None:
            visible(store, "C-1")
            store.cache.prove()
    finally:
        store.close()


@pytest.mark.parametrize("place", range(20))
@pytest.mark.fault(36, "X")
def test_a_flipped_bit_is_found_and_the_cache_rebuilt(
    disk: Disk, server: FeedServer, place: int
) -> None:
    rng = random.Random(place)
    content = bytearray(disk.folder.cache.read_bytes())
    position = len(content) * place // 20 + rng.randrange(len(content) // 20)
    content[position] ^= 1 << rng.randrange(8)
    disk.folder.cache.write_bytes(content)
    try:
        use_everything(disk)
    except StoreError as error:
        assert error.code is Code.STORE_CORRUPT
        works_again(disk, server, Rebuilt.DAMAGED)
    else:
        works_again(disk, server, None)  # the first start had found it already
    quarantined = list((disk.folder.path / "quarantine").iterdir())
    assert [path.name for path in quarantined] == ["cache.db"]
    assert quarantined[0].read_bytes() == bytes(content)


@pytest.mark.parametrize("share", [0.001, 0.01, 0.5, 0.99])
@pytest.mark.fault(36, "X")
def test_a_truncated_file_is_found_and_rebuilt(
    disk: Disk, server: FeedServer, share: float
) -> None:
    content = disk.folder.cache.read_bytes()
    disk.folder.cache.write_bytes(content[: int(len(content) * share)])
    try:
        use_everything(disk)
    except StoreError as error:
        assert error.code is Code.STORE_CORRUPT
        works_again(disk, server, Rebuilt.DAMAGED)
    else:
        works_again(disk, server, None)


@pytest.mark.fault(36, "X")
def test_damage_met_while_the_app_runs_is_healed_without_a_restart(
    disk: Disk, server: FeedServer
) -> None:
    content = bytearray(disk.folder.cache.read_bytes())
    content[len(content) // 2] ^= 1
    disk.folder.cache.write_bytes(content)
    store = disk.open()
    with pytest.raises(StoreError):
        store.cache.prove()
    assert disk.folder.is_damaged, "the next start must not trust it either"
    store.heal()
    assert store.rebuilt is Rebuilt.DAMAGED
    assert visible(store, "C-1") == frozenset()
    assert sync(server, store).error is None
    assert visible(store, "C-1") == server.scopes["C-1"].contents()
    store.close()
    works_again(disk, server, None)


@pytest.mark.fault(36, "X")
def test_healing_the_cache_leaves_what_a_person_sends(disk: Disk, server: FeedServer) -> None:
    store = disk.open()
    sent = store.outbox.add(a_submission())
    store.close()
    disk.folder.cache.write_bytes(b"damage" * 1000)
    works_again(disk, server, Rebuilt.DAMAGED)
    store = disk.open()
    assert store.outbox.items() == (sent,)
    store.close()


@pytest.mark.fault(36, "X")
def test_a_deleted_file_is_a_first_start(disk: Disk, server: FeedServer) -> None:
    disk.folder.cache.unlink()
    works_again(disk, server, None)


@pytest.mark.parametrize("left", ["-wal", "-shm"])
@pytest.mark.fault(38, "X")
def test_a_log_of_another_time_does_no_harm(disk: Disk, server: FeedServer, left: str) -> None:
    Path(f"{disk.folder.cache}{left}").write_bytes(b"\x37\x7f\x06\x82" + bytes(4096))
    works_again(disk, server, None)


@pytest.mark.fault(36, "X")
def test_a_folder_in_place_of_the_file_is_moved_aside(disk: Disk, server: FeedServer) -> None:
    disk.folder.cache.unlink()
    disk.folder.cache.mkdir()
    (disk.folder.cache / "something").write_text("kept")
    works_again(disk, server, Rebuilt.DAMAGED)
    kept = disk.folder.path / "quarantine" / "cache.db" / "something"
    assert kept.read_text() == "kept"


@pytest.mark.fault(39, "X")
def test_a_lost_key_is_told_apart_from_damage(disk: Disk, server: FeedServer) -> None:
    disk.key = OTHER_KEY
    works_again(disk, server, Rebuilt.KEY)


def test_a_plain_file_put_in_place_is_refused_and_left_alone(disk: Disk) -> None:
    disk.folder.cache.unlink()
    plain = sqlite3.connect(disk.folder.cache)
    plain.execute("CREATE TABLE entity(n)")
    plain.close()
    before = disk.folder.cache.read_bytes()
    with pytest.raises(StoreError) as caught:
        disk.open()
    assert caught.value.code is Code.STORE_UNENCRYPTED
    assert disk.folder.cache.read_bytes() == before


@pytest.mark.fault(32, "X")
def test_a_file_of_a_newer_app_is_moved_aside(disk: Disk, server: FeedServer) -> None:
    store = disk.open()
    with database(store).write() as connection:
        connection.exec_driver_sql("PRAGMA user_version=99")
    store.close()
    works_again(disk, server, Rebuilt.VERSION)


def test_at_most_one_damaged_copy_is_kept(disk: Disk, server: FeedServer) -> None:
    for damage in (b"first", b"second"):
        disk.folder.cache.write_bytes(damage * 1000)
        works_again(disk, server, Rebuilt.DAMAGED)
    kept = disk.folder.path / "quarantine" / "cache.db"
    assert kept.read_bytes().startswith(b"second")


@contextmanager
def full_disk(
    monkeypatch: pytest.MonkeyPatch, disk: Disk, spare_pages: int
) -> Iterator[LocalStore]:
    """A start of the app on a disk with room for so many pages more."""
    pages = disk.folder.cache.stat().st_size // database_module.PAGE_BYTES + spare_pages
    limited = (*database_module._SETTINGS, f"PRAGMA max_page_count={pages}")
    with monkeypatch.context() as patch:
        patch.setattr(database_module, "_SETTINGS", limited)
        store = disk.open()
        yield store
        store.close()


@pytest.mark.fault(35, "X")
def test_a_disk_that_fills_while_staging_keeps_the_view_and_the_pages(
    disk: Disk, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = server.scopes["C-1"].contents()
    for number in range(250):
        server.put("C-1", "reading", str(number), b"y" * 900)
    with full_disk(monkeypatch, disk, spare_pages=20) as store:
        outcome = sync(server, store, limit=50)
        assert outcome.error is not None
        assert outcome.error.code is Code.DISK_FULL
        assert visible(store, "C-1") == before
        staged = store.cache.resume().cursors[0].staged
        assert staged is not None, "what was received before the disk was full is kept"
        store.cache.prove()
    calls = len(server.calls)
    works_again(disk, server, None)
    assert server.calls[calls + 1] == f"page C-1 {staged.token}"


@pytest.mark.fault(35, "X")
def test_a_disk_that_fills_while_swapping_applies_nothing(
    disk: Disk, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = server.scopes["C-1"].contents()
    for number in range(100):
        server.put("C-1", "reading", str(number), b"y" * 900)
    server.put("C-1", "reading", "last", b"z" * 400_000)
    with full_disk(monkeypatch, disk, spare_pages=30) as store:
        outcome = sync(server, store, limit=100)
        assert outcome.error is not None
        assert outcome.error.code is Code.DISK_FULL
        assert not outcome.changes
        assert visible(store, "C-1") == before
        assert store.cache.resume().cursors[0].seq == 300
        assert leftovers(store) == 0
        store.cache.prove()
    works_again(disk, server, None)


@pytest.mark.fault(35, "X")
def test_a_document_that_does_not_fit_leaves_the_mirror_whole(
    disk: Disk, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:

    content = bytes(random.Random(1).randbytes(500_000))
    with full_disk(monkeypatch, disk, spare_pages=5) as store:
        with pytest.raises(StoreError) as caught:
            store.documents.put(sha256(content).hexdigest(), content)
        assert caught.value.code is Code.DISK_FULL
        assert store.documents.size() == 0
    works_again(disk, server, None)


def test_wiping_leaves_nothing(disk: Disk) -> None:
    store = disk.open()
    store.wipe()
    assert not disk.folder.path.exists()
    assert list(disk.folder.path.parent.iterdir()) == []


def test_the_folder_is_private_and_says_nothing(disk: Disk) -> None:
    assert disk.folder.path.stat().st_mode & 0o077 == 0
    names = [path.name for path in disk.folder.path.parent.rglob("*")]
    assert names
    assert not [name for name in names if "clara" in name or "ute.example" in name]


def test_no_word_of_a_customer_is_in_any_file(tmp_path: Path) -> None:
    canary = b"CanaryMontevideo"
    name = canary.decode()
    server = FeedServer("C-1")
    server.user = type(server.user)(name, name, name, f"{name}@x.uy", server.user.role)
    for number in range(200):
        body = b'{"id":"1","contract_id":"1","open":1,"holder":"%s"}' % canary
        server.put("C-1", "invoice", f"{name}-{number}", body)
    disk = Disk(tmp_path)
    store = disk.open()

    document = b"%PDF " + canary * 1000
    assert sync(server, store, limit=150).error is None
    store.documents.put(sha256(document).hexdigest(), document)
    assert store.search.find("canarymontevideo-7", 5)
    assert store.cache.user() == server.user
    store.cache.keep_clock(1.0)

    def files() -> list[Path]:
        return [path for path in disk.folder.path.parent.rglob("*") if path.is_file()]

    names = {path.name for path in files()}
    assert {"cache.db", "cache.db-wal", "cache.db-shm"} <= names
    found = [p.name for p in files() if canary.lower() in p.read_bytes().lower()]
    store.close()
    found += [p.name for p in files() if canary.lower() in p.read_bytes().lower()]
    assert found == []
