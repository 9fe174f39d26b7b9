"""Does what the engine asks, on one worker thread, and tells it what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from random import Random

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Code, StoreError
from desktop.services.ports import Clock
from desktop.services.results import Connection, SyncOutcome, SyncStep
from desktop.services.sync import events as ev
from desktop.services.sync.engine import step
from desktop.services.sync.ports import Mirror, Post, Remote
from desktop.services.sync.state import Policy, State

Cancelled = Callable[[], bool]
Interruptible = Callable[[float, Cancelled], bool]
_SLICE = 0.1  # seconds after which a wait looks whether it was cancelled


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
        post: Post | None = None,
    ) -> None:
        """Without `post` nothing is sent."""
        self._remote = remote
        self._mirror = mirror
        self._clock = clock
        self._rng = rng
        self._policy = policy or Policy()
        self._wait = wait
        self._post = post

    def run(self, progress: Callable[[SyncStep], None], cancelled: Cancelled) -> SyncOutcome:
        """Send what waits and make the mirror equal to the server. `AppError`s are in the outcome,
        never raised; whatever was done stays, and the next run continues it."""
        try:
            resume = self._mirror.resume()
        except AppError as error:
            return SyncOutcome(Changes(), None, Connection.UNKNOWN, error)
        post = self._post
        lanes = post.lanes.begin() if post is not None else {}
        state = State(policy=self._policy)
        event: ev.Event = ev.Started(resume, post is not None, lanes, self._clock.monotonic())

        def tell(now: SyncStep) -> None:
            progress(replace(now, sending=state.sending))

        while True:
            before = state.sending
            state, effects = step(state, event)
            if state.sending != before:
                tell(state.step)
            for effect in effects:
                if isinstance(effect, ev.Done):
                    if post is not None:
                        post.lanes.end(effect.lanes)
                    return effect.outcome
                answer = self._do(effect, tell, cancelled)
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
            case ev.AskMe() | ev.FetchPage() | ev.AskBlob() | ev.SendBlob() | ev.Submit():
                return ev.Cancelled() if cancelled() else self._request(effect)
            case _:
                return self._store(effect)

    def _request(self, effect: ev.Request) -> ev.Event:
        try:
            match effect:
                case ev.AskMe(ticket=ticket, etag=etag):
                    return ev.MeAnswered(ticket, self._remote.me(etag or ""), self._clock.now())
                case ev.FetchPage(ticket=ticket, scope=scope, token=token, limit=limit):
                    return ev.PageAnswered(ticket, self._remote.page(scope, token, limit))
                case _:
                    return self._hand_in(self._posting(), effect)
        except StoreError as error:
            return ev.StoreFailed(error)
        except AppError as error:
            chance = self._rng.random()
            return ev.RequestFailed(effect.ticket, error, chance, self._clock.monotonic())

    def _hand_in(self, post: Post, effect: ev.AskBlob | ev.SendBlob | ev.Submit) -> ev.Event:
        counter = post.counter
        match effect:
            case ev.Submit(ticket=ticket, op_id=op_id, body=body, epoch=epoch):
                answer = counter.submit(op_id, body, epoch)
                now = self._clock.monotonic()
                return ev.Submitted(ticket, answer, self._rng.random(), now)
            case ev.AskBlob(ticket=ticket, sha256=sha256):
                status = counter.blob(sha256)
            case _:
                ticket, sha256, offset = effect.ticket, effect.sha256, effect.offset
                piece, total, media_type = post.queue.blob(sha256, offset, effect.length)
                status = counter.send_blob(sha256, offset, total, piece, media_type)
        return ev.BlobAnswered(ticket, status, self._rng.random(), self._clock.monotonic())

    def _store(self, effect: ev.Effect) -> ev.Event | None:
        try:
            match effect:
                case ev.KeepMe() | ev.KeepClock() | ev.MarkVerified() | ev.DropScope():
                    return self._mirrored(effect)
                case ev.StorePage(page=page, asked=asked):
                    if not page.more:
                        return ev.PageStored(self._mirror.swap(page, asked))
                    self._mirror.stage(page, asked)
                    return ev.PageStored(Changes())
                case _:
                    return self._queued(self._posting(), effect)
        except AppError as error:
            if error.code is Code.MIRROR_MISMATCH:
                return ev.MirrorMismatch(error)
            return ev.StoreFailed(error)

    def _mirrored(
        self, effect: ev.KeepMe | ev.KeepClock | ev.MarkVerified | ev.DropScope
    ) -> ev.Event | None:
        match effect:
            case ev.KeepMe(me=me):
                return ev.MeKept(self._mirror.keep_me(me))
            case ev.DropScope(scope=scope):
                return ev.ScopeDropped(self._mirror.drop_scope(scope))
            case ev.KeepClock(offset=offset):
                self._mirror.keep_clock(offset)
            case _:
                self._mirror.mark_verified(effect.scopes, effect.at)
        return None

    def _queued(self, post: Post, effect: ev.Effect) -> ev.Event | None:
        queue = post.queue
        match effect:
            case ev.Offer(epoch=epoch, now=now):
                return ev.Offered(queue.offer(epoch, now), self._clock.monotonic())
            case ev.MarkSending(op_id=op_id, now=now):
                return ev.SendingMarked(queue.mark_sending(op_id, now))
            case ev.KeepAnswer(answer=answer, epoch=epoch):
                queue.keep_answer(answer, epoch)
                return ev.Recorded()
            case ev.Park(op_id=op_id, problem=problem):
                queue.park(op_id, problem)
                return ev.Recorded()
            case ev.Strike(op_ids=op_ids, limit=limit):
                queue.strike(op_ids, limit)
            case ev.Doubt(scopes=scopes):
                queue.doubt(scopes)
            case _:
                assert isinstance(effect, ev.Settle), "nothing else is done with a queue"
                queue.settle(effect.op_ids)
        return None

    def _posting(self) -> Post:
        if self._post is None:
            raise RuntimeError("nothing is sent without an outbox")
        return self._post
