"""Does what the engine asks, on one worker thread, and tells it what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
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
        with ThreadPoolExecutor(1, "sync-ahead") as pool:
            ahead = _Ahead(self._remote, pool)
            while True:
                state, effects = step(state, event)
                for effect in effects:
                    if isinstance(effect, ev.Done):
                        return effect.outcome
                    answer = self._do(effect, ahead, progress, cancelled)
                    if answer is not None:
                        event = answer
                        break
                else:
                    raise RuntimeError(f"the engine waits in vain: {state.phase}")

    def _do(
        self,
        effect: ev.Effect,
        ahead: _Ahead,
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
                return ev.Cancelled() if cancelled() else self._request(effect, ahead)
            case _:
                return self._store(effect, ahead)

    def _request(self, effect: ev.AskMe | ev.FetchPage, ahead: _Ahead) -> ev.Event:
        try:
            if isinstance(effect, ev.AskMe):
                me = self._remote.me(effect.etag or "")
                return ev.MeAnswered(effect.ticket, me, self._clock.now())
            page = ahead.page(effect.scope, effect.token, effect.limit)
            return ev.PageAnswered(effect.ticket, page)
        except AppError as error:
            return ev.RequestFailed(effect.ticket, error, self._rng.random())

    def _store(self, effect: ev.Effect, ahead: _Ahead) -> ev.Event | None:
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
                    ahead.start(page.scope, page.next, self._policy.limit)
                    mirror.stage(page, asked)
                    return ev.PageStored(Changes())
        except AppError as error:
            if error.code is Code.MIRROR_MISMATCH:
                return ev.MirrorMismatch(error)
            return ev.StoreFailed(error)
        return None


class _Ahead:
    """Asks for the next page while the last one is being stored.

    The engine knows nothing of it: an answer is used only if exactly that page is then asked for.
    """

    def __init__(self, remote: Remote, pool: ThreadPoolExecutor) -> None:
        self._remote = remote
        self._pool = pool
        self._asked: tuple[str, str | None, int] | None = None
        self._answer: Future[Page | Reset | Revoked] | None = None

    def start(self, scope: str, token: str, limit: int) -> None:
        self._asked = (scope, token, limit)
        self._answer = self._pool.submit(self._remote.page, scope, token, limit)

    def page(self, scope: str, token: str | None, limit: int) -> Page | Reset | Revoked:
        answer, asked = self._answer, self._asked
        self._answer = self._asked = None
        if answer is not None and asked == (scope, token, limit):
            return answer.result()
        return self._remote.page(scope, token, limit)
