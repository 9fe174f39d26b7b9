"""Does what the engine asks, on one worker thread, and tells it what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from random import Random
from typing import Protocol

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Code
from desktop.domain.feed import Me, MeUnchanged, Page, Reset, Resume, Revoked
from desktop.services.ports import Clock
from desktop.services.results import Connection, SyncOutcome, SyncStep
from desktop.services.sync import events as ev
from desktop.services.sync.engine import step
from desktop.services.sync.state import Policy, State

Cancelled = Callable[[], bool]
Interruptible = Callable[[float, Cancelled], bool]
_SLICE = 0.1  # seconds after which a wait looks whether it was cancelled


class Remote(Protocol):
    """The server. Calls raise `AppError`."""

    def me(self, etag: str, /) -> Me | MeUnchanged:
        """`GET /v1/me`; an empty etag for none."""

    def page(self, scope: str, token: str | None, limit: int, /) -> Page | Reset | Revoked:
        """`GET /v1/scopes/{scope}/changes`."""


class Mirror(Protocol):
    """The local copy; `store.cache.Cache` is one. Calls raise `StoreError`."""

    def resume(self) -> Resume:
        """What a sync has to know before it starts."""

    def keep_me(self, me: Me, /) -> Changes:
        """Keep who asks, the scopes and their heads."""

    def keep_clock(self, offset: float, /) -> None:
        """Keep by how many seconds the server's clock is ahead."""

    def mark_verified(self, scopes: Iterable[str], at: datetime, /) -> None:
        """These scopes have not moved, said the server at `at`."""

    def stage(self, page: Page, asked: str | None, /) -> None:
        """Keep a page out of sight."""

    def swap(self, page: Page, asked: str | None, /) -> Changes:
        """Make everything staged and the last page visible; MIRROR_MISMATCH if it is not whole."""

    def drop_scope(self, name: str, /) -> Changes:
        """Forget everything of a scope."""


def wait(seconds: float, cancelled: Cancelled) -> bool:
    """Let `seconds` pass; True as soon as it was cancelled."""
    never = threading.Event()
    left = seconds
    while left > 0 and not cancelled():
        never.wait(min(_SLICE, left))
        left -= _SLICE
    return cancelled()


class Driver:
    """Runs one sync after another between a remote and a mirror."""

    def __init__(
        self,
        remote: Remote,
        mirror: Mirror,
        clock: Clock,
        rng: Random,
        *,
        policy: Policy | None = None,
        wait: Interruptible = wait,
    ) -> None:
        self._remote = remote
        self._mirror = mirror
        self._clock = clock
        self._rng = rng
        self._policy = policy or Policy()
        self._wait = wait

    def run(self, progress: Callable[[SyncStep], None], cancelled: Cancelled) -> SyncOutcome:
        """Make the mirror equal to the server. `AppError`s are in the outcome, never raised;
        whatever was received stays, and the next run continues it."""
        try:
            resume = self._mirror.resume()
        except AppError as error:
            return SyncOutcome(Changes(), None, Connection.UNKNOWN, error)
        state = State(policy=self._policy)
        event: ev.Event = ev.Started(resume)
        while True:
            state, effects = step(state, event)
            for effect in effects:
                if isinstance(effect, ev.Done):
                    return effect.outcome
                answer = self._do(effect, progress, cancelled)
                if answer is not None:
                    event = answer
                    break
            else:
                raise RuntimeError(f"the engine waits in vain: {state.phase}")

    def _do(
        self,
        effect: ev.Effect,
        progress: Callable[[SyncStep], None],
        cancelled: Cancelled,
    ) -> ev.Event | None:
        match effect:
            case ev.Report(step=now):
                progress(now)
                return None
            case ev.Wait(seconds=seconds):
                return ev.Cancelled() if self._wait(seconds, cancelled) else ev.Waited()
            case ev.AskMe() | ev.FetchPage():
                return ev.Cancelled() if cancelled() else self._request(effect)
            case _:
                return self._store(effect)

    def _request(self, effect: ev.AskMe | ev.FetchPage) -> ev.Event:
        try:
            if isinstance(effect, ev.AskMe):
                me = self._remote.me(effect.etag or "")
                return ev.MeAnswered(effect.ticket, me, self._clock.now())
            page = self._remote.page(effect.scope, effect.token, effect.limit)
            return ev.PageAnswered(effect.ticket, page)
        except AppError as error:
            return ev.RequestFailed(effect.ticket, error, self._rng.random())

    def _store(self, effect: ev.Effect) -> ev.Event | None:
        mirror = self._mirror
        try:
            match effect:
                case ev.KeepMe(me=me):
                    return ev.MeKept(mirror.keep_me(me))
                case ev.KeepClock(offset=offset):
                    mirror.keep_clock(offset)
                case ev.MarkVerified(scopes=scopes, at=at):
                    mirror.mark_verified(scopes, at)
                case ev.DropScope(scope=scope):
                    return ev.ScopeDropped(mirror.drop_scope(scope))
                case ev.StorePage(page=page, asked=asked):
                    if not page.more:
                        return ev.PageStored(mirror.swap(page, asked))
                    mirror.stage(page, asked)
                    return ev.PageStored(Changes())
        except AppError as error:
            if error.code is Code.MIRROR_MISMATCH:
                return ev.MirrorMismatch(error)
            return ev.StoreFailed(error)
        return None
