"""One page of the feed, as bytes. Call within one reading transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.base import table_of
from backend.feed.models import FeedEntry, FeedMeta, Scope
from backend.feed.tokens import Position, ResetReason, SyncReset, decode
from backend.feed.wire import scope_name

PAGE_BYTES = 1 << 20

_feed = table_of(FeedEntry)

_LIVE = b'{"k":"%s","id":"%d","seq":%d,"body":%s}'
_DELETED = b'{"k":"%s","id":"%d","seq":%d,"deleted":true}'


@dataclass(frozen=True, slots=True)
class Proof:
    """What the mirror of a scope must add up to at `seq`."""

    seq: int
    count: int
    digest: str


@dataclass(frozen=True, slots=True)
class Page:
    """`content` is the answer. `fresh_proof` was computed for it and may be kept for the next."""

    content: bytes
    fresh_proof: Proof | None


@dataclass(frozen=True, slots=True)
class _Head:
    """The scope as this transaction sees it; zeros where nothing was ever published."""

    seq: int
    tomb_floor: int
    proof: Proof | None


def page(session: Session, scope_id: int, token: str | None, limit: int) -> Page:
    """What follows `token`, or everything; raises `SyncReset` where that cannot be told."""
    meta = session.get_one(FeedMeta, 1)
    head = _head(session, scope_id)
    position = _position(meta, head, scope_id, token)
    items, reached, more = _changes(session, position, limit)
    fresh = None
    tail: dict[str, Any] = {}
    if more:
        following = Position(meta.epoch, scope_id, reached, position.base, meta.schema_rev)
    else:
        following = Position(meta.epoch, scope_id, head.seq, 0, meta.schema_rev)
        proof = head.proof or proof_of(session, scope_id, head.seq)
        fresh = proof if head.proof is None and head.seq else None
        tail = {"seq": head.seq, "count": proof.count, "digest": proof.digest}
    start = json.dumps({"scope": scope_name(scope_id), "epoch": meta.epoch}, separators=(",", ":"))
    end = json.dumps(
        {"next": following.encode(meta.secret), "more": more} | tail, separators=(",", ":")
    )
    content = b"".join(
        (start[:-1].encode(), b',"changes":[', b",".join(items), b"],", end[1:].encode())
    )
    return Page(content, fresh)


def _head(session: Session, scope_id: int) -> _Head:
    scope = session.get(Scope, scope_id)
    if scope is None:
        return _Head(0, 0, None)
    proof = None
    if scope.digest_seq == scope.seq and scope.digest and scope.digest_count is not None:
        proof = Proof(scope.seq, scope.digest_count, scope.digest)
    return _Head(scope.seq, scope.tomb_floor, proof)


def _position(meta: FeedMeta, head: _Head, scope_id: int, token: str | None) -> Position:
    if token is None:
        return Position(meta.epoch, scope_id, 0, head.seq, meta.schema_rev)
    position = decode(token, meta.secret)
    if position.scope_id != scope_id:
        raise SyncReset(ResetReason.DAMAGED_TOKEN)
    # A number that was never given out, or no longer: this database is not the one it came from.
    if position.epoch != meta.epoch or position.seq > head.seq or position.base > head.seq:
        raise SyncReset(ResetReason.EPOCH)
    if position.schema_rev != meta.schema_rev:
        raise SyncReset(ResetReason.SCHEMA)
    if head.tomb_floor > max(position.seq, position.base):
        raise SyncReset(ResetReason.TOMBSTONES_PURGED)
    return position


def _changes(session: Session, position: Position, limit: int) -> tuple[list[bytes], int, bool]:
    query = (
        select(_feed.c.kind, _feed.c.entity_id, _feed.c.seq, _feed.c.deleted, _feed.c.body)
        .where(_feed.c.scope_id == position.scope_id, _feed.c.seq > position.seq)
        .where(~_feed.c.deleted | (_feed.c.seq > position.base))
        .order_by(_feed.c.seq)
        .limit(limit + 1)
    )
    rows = session.execute(query).all()
    items: list[bytes] = []
    reached, size = position.seq, 0
    for kind, entity_id, seq, deleted, body in rows[:limit]:
        entity = (kind.encode(), entity_id, seq)
        item = _DELETED % entity if deleted else _LIVE % (*entity, body)
        size += len(item) + 1
        if items and size > PAGE_BYTES:
            break
        items.append(item)
        reached = seq
    return items, reached, len(items) < len(rows)


def proof_of(session: Session, scope_id: int, seq: int) -> Proof:
    """Count and digest of the live entities of a scope whose head is `seq`."""
    query = select(_feed.c.kind, _feed.c.entity_id, _feed.c.seq).where(
        _feed.c.scope_id == scope_id, ~_feed.c.deleted
    )
    rows = [(row.kind, str(row.entity_id), row.seq) for row in session.execute(query)]
    return Proof(seq, len(rows), digest_of(rows))


def digest_of(entities: Iterable[tuple[str, str, int]]) -> str:
    """`sha256:<hex>` over (kind, id, seq), sorted bytewise by kind and id."""
    ordered = sorted((kind.encode(), id_.encode(), seq) for kind, id_, seq in entities)
    lines = b"".join(b"%s:%s:%d\n" % entity for entity in ordered)
    return f"sha256:{hashlib.sha256(lines).hexdigest()}"
