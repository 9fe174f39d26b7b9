"""The two files of a profile in memory, and what a power cut leaves of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random

from desktop.domain.changes import Changes
from desktop.domain.errors import Code, StoreError
from desktop.domain.feed import Cursor, Me, Page, Resume, Staged, digest
from desktop.domain.submissions import (
    RETENTION,
    TOO_OFTEN,
    Offer,
    Submission,
    SubmissionProblem,
    SubmissionState,
    SubmitAnswer,
)
from tests.support.feed_server import Contents

UNSYNCED = 3  # commits that a power cut may take from a file that is not synced with each

_TO_SEND = (SubmissionState.QUEUED, SubmissionState.UNCERTAIN)
Rows = Mapping[tuple[str, str], tuple[int, bytes | None]]


@dataclass(frozen=True, slots=True)
class Scope:
    """What is visible of a scope, and what is being received."""

    cursor: Cursor
    rows: Rows = field(default_factory=dict)
    stage: Rows = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Image:
    """`cache.db` after a commit."""

    user: str | None = None
    etag: str | None = None
    epoch: int | None = None
    scopes: Mapping[str, Scope] = field(default_factory=dict)


class VirtualMirror:
    """A `Mirror` as `store.cache.Cache` is one, not synced with each commit."""

    def __init__(self) -> None:
        self.image = Image()
        self.commits: list[Image] = []
        self.mismatches = 0

    def cut_power(self, rng: Random) -> None:
        """Lose some of the last commits, never half of one."""
        lost = rng.randrange(min(len(self.commits), UNSYNCED) + 1)
        if lost:
            self.image = self.commits[-lost]
        self.commits.clear()

    def visible(self, name: str) -> Contents:
        """What a screen could read."""
        found = self.image.scopes.get(name)
        return _contents(found.rows) if found else frozenset()

    def resume(self) -> Resume:
        """See `Mirror`."""
        image = self.image
        cursors = tuple(scope.cursor for scope in image.scopes.values())
        return Resume(image.user, image.etag, image.epoch, cursors)

    def keep_me(self, me: Me, /) -> Changes:
        """See `Mirror`."""
        scopes = {}
        for head in me.scopes:
            known = self.image.scopes.get(head.scope) or Scope(Cursor(head.scope, 0))
            scopes[head.scope] = replace(known, cursor=replace(known.cursor, head=head.head))
        self._commit(Image(me.user.id, me.etag, me.epoch, scopes))
        return Changes()

    def keep_clock(self, offset: float, /) -> None:
        """See `Mirror`."""

    def mark_verified(self, scopes: Iterable[str], at: datetime, /) -> None:
        """See `Mirror`."""

    def stage(self, page: Page, asked: str | None, /) -> None:
        """See `Mirror`."""
        scope, rows, full = self._received(page, asked)
        staged = Staged(page.next, page.epoch, full)
        self._put(replace(scope, cursor=replace(scope.cursor, staged=staged), stage=rows))

    def swap(self, page: Page, asked: str | None, /) -> Changes:
        """See `Mirror`."""
        scope, staged, full = self._received(page, asked)
        rows = {**({} if full else scope.rows), **staged}
        rows = {key: row for key, row in rows.items() if row[1] is not None}
        cursor = replace(scope.cursor, staged=None)
        if digest((k, i, s) for (k, i), (s, _) in rows.items()) != page.digest:
            self.mismatches += 1
            self._put(replace(scope, cursor=replace(cursor, token=None), stage={}))
            raise StoreError(Code.MIRROR_MISMATCH, detail=page.scope)
        cursor = replace(cursor, token=page.next, epoch=page.epoch, seq=page.seq or 0)
        cursor = replace(cursor, verified_at=page.server_time)
        self._put(Scope(cursor, rows))
        return Changes(frozenset({page.scope}), frozenset({"reading"}))

    def drop_scope(self, name: str, /) -> Changes:
        """See `Mirror`."""
        scopes = {k: scope for k, scope in self.image.scopes.items() if k != name}
        self._commit(replace(self.image, scopes=scopes, etag=None))
        return Changes(frozenset({name}))

    def _received(self, page: Page, asked: str | None) -> tuple[Scope, Rows, bool]:
        scope = self.image.scopes[page.scope]
        staged = scope.cursor.staged
        goes_on = staged is not None and asked is not None and asked == staged.token
        if not goes_on and asked is not None and asked != scope.cursor.token:
            raise ValueError("no page was to be asked for with that token")
        full = staged.full if staged is not None and goes_on else asked is None
        rows = dict(scope.stage) if goes_on else {}
        for change in page.changes:
            body = None if change.deleted else change.body
            rows[change.kind, change.id] = (change.seq, body)
        return scope, rows, full

    def _put(self, scope: Scope) -> None:
        scopes = {**self.image.scopes, scope.cursor.scope: scope}
        self._commit(replace(self.image, scopes=scopes))

    def _commit(self, image: Image) -> None:
        self.commits = [*self.commits[1 - UNSYNCED :], self.image]
        self.image = image


def _contents(rows: Rows) -> Contents:
    return frozenset((*key, seq, body) for key, (seq, body) in rows.items() if body is not None)


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of `outbox.db`."""

    item: Submission
    strikes: int = 0
    epoch: int | None = None
    settled: bool = False


class VirtualOutbox:
    """A `Queue` and everything else that `store.outbox.Outbox` is, in memory.

    `tests/simulation/test_models.py` proves that the two agree. Every commit is synced.
    """

    synced = True

    def __init__(self) -> None:
        self.rows: Mapping[str, Kept] = {}
        self.blobs: Mapping[str, tuple[str, bytes]] = {}
        self.commits: list[Mapping[str, Kept]] = []

    def cut_power(self, rng: Random) -> None:
        """Nothing is lost of a file that is synced with each commit."""
        if not self.synced:
            lost = rng.randrange(min(len(self.commits), UNSYNCED) + 1)
            if lost:
                self.rows = self.commits[-lost]
        self.commits.clear()

    def add(
        self,
        item: Submission,
        blobs: Iterable[tuple[str, str, bytes]] = (),
        draft_id: str | None = None,
    ) -> Submission:
        """See `Outbox`; nobody here drafts."""
        assert draft_id is None
        self.blobs = {**self.blobs, **{name: (kind, content) for name, kind, content in blobs}}
        added = replace(item, number=self._next())
        self._commit({item.op_id: Kept(added)})
        return added

    def replace(
        self,
        op_id: str,
        item: Submission,
        blobs: Iterable[tuple[str, str, bytes]] = (),
        draft_id: str | None = None,
    ) -> Submission | None:
        """See `Outbox`; nobody here drafts."""
        assert draft_id is None
        old = self.rows[op_id]
        if old.item.state not in (SubmissionState.QUEUED, SubmissionState.REJECTED):
            return None
        self.blobs = {**self.blobs, **{name: (kind, content) for name, kind, content in blobs}}
        change = {}
        if old.item.state is SubmissionState.QUEUED:
            change[op_id] = _with(old, state=SubmissionState.CANCELLED)
        added = replace(item, number=self._next(), replaces=op_id)
        self._commit({**change, added.op_id: Kept(added)})
        return added

    def cancel(self, op_id: str) -> Submission:
        """See `Outbox`."""
        return self._turn(op_id, SubmissionState.QUEUED)

    def discard(self, op_id: str) -> Submission:
        """See `Outbox`."""
        return self._turn(op_id, SubmissionState.PARKED)

    def retry(self, op_id: str) -> Submission:
        """See `Outbox`."""
        kept = self.rows[op_id]
        if kept.item.state is SubmissionState.PARKED:
            state = _TO_SEND[kept.item.attempts > 0]
            again = _with(kept, state=state, number=self._next(), problem=None)
            self._commit({op_id: replace(again, strikes=0)})
        return self.rows[op_id].item

    def item(self, op_id: str) -> Submission:
        """See `Outbox`."""
        return self.rows[op_id].item

    def items(self, *, include_done: bool = True) -> tuple[Submission, ...]:
        """See `Outbox`."""
        found = sorted((kept.item for kept in self.rows.values()), key=lambda item: item.number)
        return tuple(item for item in found if include_done or item.state.is_pending)

    def pending_count(self) -> int:
        """See `Outbox`."""
        return len(self.items(include_done=False))

    def copy(self) -> None:
        """See `Outbox`."""

    def offer(self, epoch: int, now: datetime, /) -> Offer:
        """See `Queue`."""
        since = now - RETENTION
        change: dict[str, Kept] = {}
        gone: list[str] = []
        for op_id, kept in self.rows.items():
            item = kept.item
            doubtful = kept.epoch != epoch or not kept.settled
            recent = (item.received_at or item.created_at) >= since
            if item.state is SubmissionState.ACCEPTED and doubtful and recent:
                change[op_id] = _with(kept, state=SubmissionState.UNCERTAIN)
            elif not item.state.is_pending and not recent:
                gone.append(op_id)
        self._commit(change, gone)
        items = tuple(item for item in self.items() if item.state in _TO_SEND)
        named = dict.fromkeys(name for item in items for name in item.follows)
        states = {name: self.rows[name].item.state for name in named if name in self.rows}
        return Offer(items, states)

    def mark_sending(self, op_id: str, now: datetime, /) -> Submission:
        """See `Queue`."""
        kept = self.rows[op_id]
        if kept.item.state not in _TO_SEND:
            return kept.item
        first = kept.item.first_sent_at or now
        more = kept.item.attempts + 1
        state = SubmissionState.UNCERTAIN
        self._commit({op_id: _with(kept, state=state, attempts=more, first_sent_at=first)})
        return self.rows[op_id].item

    def keep_answer(self, answer: SubmitAnswer, epoch: int, /) -> None:
        """See `Queue`."""
        kept = _with(
            self.rows[answer.op_id],
            state=answer.state,
            reference=answer.reference,
            received_at=answer.received_at,
            problem=answer.problem,
        )
        self._commit({answer.op_id: replace(kept, epoch=epoch, settled=False)})

    def park(self, op_id: str, problem: SubmissionProblem, /) -> None:
        """See `Queue`."""
        parked = _with(self.rows[op_id], state=SubmissionState.PARKED, problem=problem)
        self._commit({op_id: parked})

    def strike(self, op_ids: Collection[str], limit: int, /) -> None:
        """See `Queue`."""
        change = {}
        for op_id in op_ids:
            kept = replace(self.rows[op_id], strikes=self.rows[op_id].strikes + 1)
            if kept.strikes >= limit:
                problem = SubmissionProblem(TOO_OFTEN)
                kept = _with(kept, state=SubmissionState.PARKED, problem=problem)
            change[op_id] = kept
        self._commit(change)

    def doubt(self, scopes: Collection[str], /) -> None:
        """See `Queue`."""
        rows = self.rows.items()
        there = {op_id: kept for op_id, kept in rows if kept.item.scope in scopes}
        self._commit({op_id: replace(kept, settled=False) for op_id, kept in there.items()})

    def settle(self, op_ids: Collection[str], /) -> None:
        """See `Queue`."""
        self._commit({op_id: replace(self.rows[op_id], settled=True) for op_id in op_ids})

    def blob(self, sha256: str, offset: int, length: int, /) -> tuple[bytes, int, str]:
        """See `Queue`."""
        media_type, content = self.blobs[sha256]
        return content[offset : offset + length], len(content), media_type

    def _turn(self, op_id: str, only: SubmissionState) -> Submission:
        kept = self.rows[op_id]
        if kept.item.state is only:
            self._commit({op_id: _with(kept, state=SubmissionState.CANCELLED)})
        return self.rows[op_id].item

    def _next(self) -> int:
        return max((kept.item.number for kept in self.rows.values()), default=0) + 1

    def _commit(self, change: Mapping[str, Kept], gone: Collection[str] = ()) -> None:
        self.commits = [*self.commits[1 - UNSYNCED :], self.rows]
        rows = {**self.rows, **change}
        self.rows = {k: kept for k, kept in rows.items() if k not in gone} if gone else rows


def _with(kept: Kept, **changes: object) -> Kept:
    return replace(kept, item=replace(kept.item, **changes))  # type: ignore[arg-type]
