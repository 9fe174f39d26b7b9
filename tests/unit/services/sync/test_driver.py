"""The driver: what it does between engine, server and mirror, and what it lets through."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.changes import Changes
from desktop.domain.errors import Code, NetworkError, StoreError
from desktop.domain.feed import Me, MeUnchanged, Page, Reset, Resume, Revoked
from desktop.services.results import Connection, SyncOutcome, SyncStep
from desktop.services.sync.driver import Cancelled, Driver, wait
from desktop.services.sync.state import Policy
from desktop.store.local import LocalStore
from tests.support.feed_server import START, FeedServer
from tests.support.stores import Disk, visible


class SlowClock:
    """A minute behind the server."""

    def now(self) -> datetime:
        return START - timedelta(seconds=60)

    def monotonic(self) -> float:
        return 0.0


@dataclass
class Trouble:
    """A server between which and us things go wrong, one by one, and a person who watches.
    `etags` are what it was asked with."""

    server: FeedServer
    etags: list[object] = field(default_factory=list)
    failures: list[NetworkError] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    steps: list[SyncStep] = field(default_factory=list)
    cancel_when: Callable[[Trouble], bool] = lambda _: False

    def me(self, etag: str, /) -> Me | MeUnchanged:
        self.etags.append(etag)
        self._fail()
        return self.server.me(etag)

    def page(self, scope: str, token: str | None, limit: int, /) -> Page | Reset | Revoked:
        self._fail()
        return self.server.page(scope, token, limit)

    def _fail(self) -> None:
        if self.failures:
            raise self.failures.pop(0)

    def wait(self, seconds: float, cancelled: Cancelled) -> bool:
        self.waited.append(seconds)
        return cancelled()

    def sync(self, store: LocalStore) -> SyncOutcome:
        driver = Driver(
            self,
            store.cache,
            SlowClock(),
            random.Random(1),
            policy=Policy(limit=2),
            wait=self.wait,
        )
        return driver.run(self.steps.append, lambda: self.cancel_when(self))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    store = Disk(tmp_path).open()
    yield store
    store.close()


@pytest.fixture
def trouble() -> Trouble:
    server = FeedServer("G", "C-1")
    for number in range(5):
        server.put("C-1", "invoice", str(number), b'{"open":1}')
    return Trouble(server)


def test_a_first_sync_and_a_second_that_finds_nothing(trouble: Trouble, store: LocalStore) -> None:
    outcome = trouble.sync(store)
    assert outcome.error is None
    assert outcome.connection is Connection.ONLINE
    assert outcome.changes.touches("C-1", "invoice")
    assert outcome.verified_at == store.cache.freshness().verified_at
    assert trouble.steps[-1] == SyncStep(2, 2, 5)
    assert store.cache.clock_offset() == 61.0
    again = trouble.sync(store)
    assert again.changes == Changes()
    assert trouble.server.calls[-1] == "me"
    assert again.verified_at == store.cache.freshness().verified_at == trouble.server.now
    assert trouble.etags[0] == "" and trouble.etags[1] not in ("", None)


@pytest.mark.fault(1, "U")
def test_a_cut_connection_is_waited_for_and_goes_on_at_the_same_page(
    trouble: Trouble, store: LocalStore
) -> None:
    trouble.cancel_when = lambda t: len(t.steps) == 4  # after the first page of C-1
    assert trouble.sync(store).error is None
    assert visible(store, "C-1") == frozenset()
    trouble.cancel_when = lambda _: False
    trouble.failures = [NetworkError(Code.OFFLINE), NetworkError(Code.RATE_LIMITED, retry_after=9)]
    calls = len(trouble.server.calls)
    assert trouble.sync(store).error is None
    assert 0 <= trouble.waited[0] < 0.5
    assert trouble.waited[1] == 9
    assert trouble.server.calls[calls + 1].startswith("page C-1 1/2/")
    assert visible(store, "C-1") == trouble.server.scopes["C-1"].contents()


def test_cancelling_a_wait_ends_it(trouble: Trouble, store: LocalStore) -> None:
    trouble.failures = [NetworkError(Code.SERVER_DOWN)] * 9
    trouble.cancel_when = lambda t: bool(t.waited)
    outcome = trouble.sync(store)
    assert outcome.error is None
    assert outcome.verified_at is None
    assert len(trouble.waited) == 1


def test_a_dead_server_is_given_up_with_everything_kept(
    trouble: Trouble, store: LocalStore
) -> None:
    trouble.sync(store)
    before = visible(store, "C-1")
    error = NetworkError(Code.OFFLINE)
    trouble.failures = [error] * 9
    outcome = trouble.sync(store)
    assert outcome.error is error
    assert outcome.connection is Connection.OFFLINE
    assert outcome.verified_at == store.cache.freshness().verified_at is not None
    assert visible(store, "C-1") == before


def test_a_mirror_that_was_tampered_with_heals_itself(trouble: Trouble, store: LocalStore) -> None:
    trouble.sync(store)
    with store._database.write() as connection:
        connection.exec_driver_sql("DELETE FROM entity WHERE id = '3'")
    trouble.server.put("C-1", "invoice", "9", b'{"open":1}')
    outcome = trouble.sync(store)
    assert outcome.error is None
    assert visible(store, "C-1") == trouble.server.scopes["C-1"].contents()


def test_a_server_whose_digest_is_wrong_is_told_and_the_view_stays(
    trouble: Trouble, store: LocalStore
) -> None:
    trouble.sync(store)
    before = visible(store, "C-1")
    trouble.server.put("C-1", "invoice", "9", b'{"open":1}')
    honest = trouble.server.page

    def lying(scope: str, token: str | None, limit: int, /) -> Page | Reset | Revoked:
        answer = honest(scope, token, limit)
        if isinstance(answer, Page) and not answer.more:
            return Page(
                answer.scope,
                answer.epoch,
                answer.changes,
                answer.next,
                False,
                answer.seq,
                answer.count,
                "sha256:00",
                answer.server_time,
            )
        return answer

    trouble.server.page = lying  # type: ignore[method-assign]
    outcome = trouble.sync(store)
    assert outcome.error is not None
    assert outcome.error.code is Code.MIRROR_MISMATCH
    assert visible(store, "C-1") == before


def test_a_store_that_cannot_be_read_is_in_the_outcome(
    trouble: Trouble, store: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = StoreError(Code.STORE_BUSY)

    def busy() -> Resume:
        raise error

    monkeypatch.setattr(store.cache, "resume", busy)
    assert trouble.sync(store) == SyncOutcome(Changes(), None, Connection.UNKNOWN, error)
    assert trouble.server.calls == []


def test_a_bug_is_not_taken_for_a_failure_of_the_world(trouble: Trouble, store: LocalStore) -> None:
    trouble.failures = [ZeroDivisionError()]  # type: ignore[list-item]
    with pytest.raises(ZeroDivisionError):
        trouble.sync(store)


def test_waiting_ends_at_once_when_cancelled_and_in_time_when_not() -> None:
    asked: list[bool] = []

    def third_time() -> bool:
        asked.append(True)
        return len(asked) >= 3

    assert wait(3600, third_time)
    assert len(asked) < 6
    assert not wait(0, lambda: False)
    begun = time.monotonic()
    assert not wait(0.15, lambda: False)
    assert time.monotonic() - begun >= 0.15


def test_a_driver_has_a_patience_of_its_own(trouble: Trouble, store: LocalStore) -> None:
    driver = Driver(trouble, store.cache, SlowClock(), random.Random(1), wait=trouble.wait)
    trouble.failures = [NetworkError(Code.OFFLINE)]
    assert driver.run(trouble.steps.append, lambda: False).error is None
    assert len(trouble.waited) == 1


def test_a_disk_that_is_full_is_not_taken_for_a_mirror_that_does_not_match(
    trouble: Trouble, store: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_page: Page, _asked: str | None) -> None:
        raise StoreError(Code.DISK_FULL)

    monkeypatch.setattr(store.cache, "stage", full)
    monkeypatch.setattr(store.cache, "swap", full)
    outcome = trouble.sync(store)
    assert outcome.error is not None and outcome.error.code is Code.DISK_FULL
    asked = [call for call in trouble.server.calls if call != "me"]
    assert len(asked) == 1, "reading it once more would not make room"
