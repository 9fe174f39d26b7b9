"""The real engine, driver and encrypted store against a server that changes while it is read,
with lost answers, failing disks and starts after a kill, in every order that Hypothesis finds."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Code, NetworkError, StoreError
from desktop.domain.feed import Me, MeUnchanged, Page, Reset, Resume, Revoked, digest
from desktop.services.results import SyncOutcome
from desktop.services.sync.driver import Cancelled, Driver
from desktop.services.sync.state import Policy
from desktop.store.cache import Cache
from desktop.store.local import LocalStore
from tests.support.feed_server import START, FeedServer
from tests.support.stores import Disk, leftovers, visible

T = TypeVar("T")
SCOPES = ("G", "C-1", "C-2")
POLICY = Policy(limit=2, retries=1)


class KilledError(BaseException):
    """The process ends here; nothing after it runs."""


class StillClock:
    def now(self) -> datetime:
        return START

    def monotonic(self) -> float:
        return 0.0


def no_wait(_seconds: float, _cancelled: Cancelled) -> bool:
    return False


# ---- what may happen at one call; a script is a list of them -----------------------------------

KINDS, IDS = st.sampled_from(["invoice", "mañana"]), st.sampled_from(["0", "1", "1:2", "10", "ñ"])
PUTS = st.tuples(
    st.just("put"),
    st.sampled_from(SCOPES),
    KINDS,
    IDS,
    st.integers(0, 3).map(lambda n: b'{"open":%d}' % n),
)
DELETES = st.tuples(st.just("delete"), st.sampled_from(SCOPES), KINDS, IDS)
PURGES = st.tuples(st.just("purge"), st.sampled_from(SCOPES))
RARE = st.sampled_from([("backup",), ("restore",), ("leave", "C-2"), ("join", "C-2")])
EDITS = st.one_of(PUTS, PUTS, DELETES, DELETES, PURGES, RARE)
FAULTS = st.sampled_from(
    [None] * 14
    + [Code.OFFLINE, Code.INVALID_ANSWER, Code.RATE_LIMITED, Code.SERVER_DOWN]
    + [Code.SESSION_EXPIRED, "answer lost", "cancel"]
)
DISK_FAULTS = st.sampled_from([None] * 12 + [Code.DISK_FULL, "kill before", "kill after"])


@dataclass
class Utility:
    """The server and what happens to it and on the way to it."""

    script: list[tuple[list[tuple[object, ...]], object]]
    server: FeedServer = field(default_factory=lambda: FeedServer(*SCOPES))
    saved: object = None
    cancelled: bool = False

    def edit(self, edit: tuple[object, ...]) -> None:
        verb, *rest = edit
        server = self.server
        if verb == "backup":
            self.saved = server.backup()
        elif verb == "restore":
            if self.saved is not None:
                server.restore(self.saved)  # type: ignore[arg-type]
        elif verb == "leave":
            server.scopes.pop("C-2", None)
        elif verb == "join":
            if "C-2" not in server.scopes:
                # The same scope comes back with a counter of its own, as after a new epoch.
                fresh = FeedServer("C-2")
                server.scopes["C-2"] = fresh.scopes["C-2"]
                server.epoch += 1
        elif rest[0] in server.scopes:
            getattr(server, str(verb))(*rest)

    def me(self, etag: str, /) -> Me | MeUnchanged:
        return self._faulty(lambda: self.server.me(etag))

    def page(self, scope: str, token: str | None, limit: int, /) -> Page | Reset | Revoked:
        return self._faulty(lambda: self.server.page(scope, token, limit))

    def _faulty(self, call: Callable[[], T]) -> T:
        edits, fault = self.script.pop(0) if self.script else ([], None)
        for edit in edits:
            self.edit(edit)
        if isinstance(fault, Code):
            raise NetworkError(fault, retry_after=1.0)
        answer = call()
        if fault == "answer lost":
            raise NetworkError(Code.OFFLINE)
        self.cancelled = self.cancelled or fault == "cancel"
        return answer


@dataclass
class FaultyMirror:
    """The real cache; before or after a call the disk may be full or the process killed."""

    cache: Cache
    script: list[object]
    seen: Callable[[], None]

    def resume(self) -> Resume:
        return self._faulty(self.cache.resume)

    def keep_me(self, me: Me, /) -> Changes:
        return self._faulty(lambda: self.cache.keep_me(me))

    def keep_clock(self, offset: float, /) -> None:
        self._faulty(lambda: self.cache.keep_clock(offset))

    def mark_verified(self, scopes: object, at: datetime, /) -> None:
        self._faulty(lambda: self.cache.mark_verified(scopes, at))  # type: ignore[arg-type]

    def stage(self, page: Page, asked: str | None, /) -> None:
        self._faulty(lambda: self.cache.stage(page, asked))

    def swap(self, page: Page, asked: str | None, /) -> Changes:
        try:
            return self._faulty(lambda: self.cache.swap(page, asked))
        except StoreError as error:
            # An honest server never gives a reason to distrust the mirror: to heal would hide a
            # bug of ours.
            assert error.code is not Code.MIRROR_MISMATCH
            raise

    def drop_scope(self, name: str, /) -> Changes:
        return self._faulty(lambda: self.cache.drop_scope(name))

    def _faulty(self, call: Callable[[], T]) -> T:
        fault = self.script.pop(0) if self.script else None
        if fault == "kill before":
            raise KilledError
        if isinstance(fault, Code):
            raise StoreError(fault)
        answer = call()
        self.seen()
        if fault == "kill after":
            raise KilledError
        return answer


def sync(utility: Utility, store: LocalStore, disk_script: list[object]) -> SyncOutcome:
    def every_view_was_once_true() -> None:
        for name, states in utility.server.history.items():
            assert visible(store, name) in states, f"{name} shows what never was"

    utility.cancelled = False
    mirror = FaultyMirror(store.cache, disk_script, every_view_was_once_true)
    driver = Driver(utility, mirror, StillClock(), random.Random(1), policy=POLICY, wait=no_wait)
    return driver.run(lambda _step: None, lambda: utility.cancelled)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    first=st.lists(PUTS, min_size=4, max_size=25),
    calls=st.lists(st.tuples(st.lists(EDITS, max_size=3), FAULTS), min_size=12, max_size=40),
    disk=st.lists(DISK_FAULTS, min_size=8, max_size=30),
)
@pytest.mark.fault(1, 12, 13, 14, 15, 33, "U")
def test_after_calm_the_mirror_is_the_servers_head(
    first: list[tuple[object, ...]],
    calls: list[tuple[list[tuple[object, ...]], object]],
    disk: list[object],
) -> None:
    root = Path(tempfile.mkdtemp())
    utility = Utility(list(calls))
    for edit in first:
        utility.edit(edit)
    disk = list(disk)
    try:
        store = Disk(root).open()
        for _ in range(6):
            try:
                outcome = sync(utility, store, disk)
                assert outcome.error is None or isinstance(outcome.error, AppError)
            except KilledError:
                store.close()
                store = Disk(root).open()
        utility.script.clear()
        outcome = sync(utility, store, [])
        assert outcome.error is None
        assert outcome.verified_at is not None or not utility.server.scopes
        for name, served in utility.server.scopes.items():
            rows = visible(store, name)
            assert rows == served.contents()
            assert digest((k, i, s) for k, i, s, _ in rows) == digest(
                (k, i, s) for k, i, s, _ in served.contents()
            )
        for name in SCOPES:
            assert name in utility.server.scopes or not visible(store, name)
        assert leftovers(store) == 0
        store.cache.prove()
        assert store.rebuilt is None
        calls_before = len(utility.server.calls)
        assert not sync(utility, store, []).changes
        assert utility.server.calls[calls_before:] == ["me"], "nothing moved, nothing is read"
        store.close()
    finally:
        shutil.rmtree(root)
