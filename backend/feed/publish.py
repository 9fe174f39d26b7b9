"""Gives numbers to what a transaction touched. Runs last in the transaction that wrote.

The order matters. Scopes are locked first, sorted, and bodies are read under the lock: two
transactions that change two parts of one entity would otherwise each publish a body without the
other's part. A number is seen by readers only once every smaller one is, because whoever holds it
holds the scope until the commit.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from backend.base import insert_missing, table_of
from backend.feed.hook import Touched
from backend.feed.kinds import KINDS, Kind
from backend.feed.models import FeedEntry, Scope
from backend.feed.wire import Entity, encode

# Below the parameter limits of both engines.
CHUNK = 1000

_feed = table_of(FeedEntry)
_scope = table_of(Scope)

_KEY = ("kind", "entity_id", "scope_id")
_COUNT = update(_scope).where(_scope.c.id == bindparam("at_scope")).values(seq=bindparam("to_seq"))
_REPLACE = (
    update(_feed)
    .where(*(_feed.c[key] == bindparam(f"at_{key}") for key in _KEY))
    .values({key: bindparam(key) for key in ("seq", "deleted", "body_hash", "body", "changed_at")})
)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the feed already says of an entity in a scope."""

    deleted: bool
    body_hash: bytes | None


@dataclass(frozen=True, slots=True)
class _Change:
    """A row of the feed that needs a number; without a body it is a tombstone."""

    scope_id: int
    kind: str
    entity_id: int
    body: bytes | None
    body_hash: bytes | None
    is_new: bool


def publish(connection: Connection, touched: Touched, now: datetime) -> int:
    """Publish what differs from the feed; returns how many entities moved."""
    entities = _resolve(connection, touched)
    heads = lock(connection, _scopes_of(connection, entities))
    changes: dict[int, list[_Change]] = defaultdict(list)
    for kind, ids in entities:
        for chunk in _chunks(ids):
            for change in _differences(connection, kind, chunk):
                changes[change.scope_id].append(change)
    if changes:
        # An entity may have moved since its scope was looked up.
        heads |= lock(connection, sorted(set(changes).difference(heads)))
        _number(connection, changes, heads, now)
    return sum(len(of_scope) for of_scope in changes.values())


def _resolve(connection: Connection, touched: Touched) -> list[tuple[Kind, list[int]]]:
    wanted = {kind: set(ids) for kind, ids in touched.entities.items()}
    for found, row_ids in touched.lookups.items():
        columns = table_of(KINDS[found.kind].model).c
        for chunk in _chunks(sorted(row_ids)):
            query = select(columns.id).where(columns[found.column].in_(chunk))
            wanted.setdefault(found.kind, set()).update(connection.scalars(query))
    return [(kind, sorted(wanted[name])) for name, kind in KINDS.items() if wanted.get(name)]


def _scopes_of(connection: Connection, entities: Iterable[tuple[Kind, Sequence[int]]]) -> list[int]:
    scopes: set[int] = set()
    for kind, ids in entities:
        for chunk in _chunks(ids):
            now = select(kind.scope).where(table_of(kind.model).c.id.in_(chunk)).distinct()
            scopes.update(connection.scalars(now))
            before = select(_feed.c.scope_id).where(
                _feed.c.kind == kind.name, _feed.c.entity_id.in_(chunk), ~_feed.c.deleted
            )
            scopes.update(connection.scalars(before.distinct()))
    return sorted(scopes)


def lock(connection: Connection, scopes: Sequence[int]) -> dict[int, int]:
    """Hold these counters until the commit and return their heads. Sorted, so that two writers
    never wait for each other. On SQLite the transaction is the only writer already."""
    for chunk in _chunks(scopes):
        known = connection.scalars(select(_scope.c.id).where(_scope.c.id.in_(chunk)))
        missing = sorted(set(chunk).difference(known))
        if missing:
            rows = [{"id": scope, "seq": 0, "tomb_floor": 0} for scope in missing]
            connection.execute(insert_missing(connection, _scope, "id"), rows)
    heads: dict[int, int] = {}
    for chunk in _chunks(scopes):
        query = select(_scope.c.id, _scope.c.seq).where(_scope.c.id.in_(chunk))
        rows_locked = connection.execute(query.order_by(_scope.c.id).with_for_update())
        heads.update((row.id, row.seq) for row in rows_locked)
    return heads


def _differences(connection: Connection, kind: Kind, ids: Sequence[int]) -> Iterator[_Change]:
    kept: dict[tuple[int, int], _Kept] = {}
    query = select(_feed.c.entity_id, _feed.c.scope_id, _feed.c.deleted, _feed.c.body_hash).where(
        _feed.c.kind == kind.name, _feed.c.entity_id.in_(ids)
    )
    for row in connection.execute(query):
        kept[row.entity_id, row.scope_id] = _Kept(row.deleted, row.body_hash)
    current = {entity.id: entity for entity in kind.build(connection, ids)}
    for entity_id in ids:
        entity = current.get(entity_id)
        if entity is not None:
            change = _published(kind, entity, kept.pop((entity_id, entity.scope_id), None))
            if change is not None:
                yield change
    for (entity_id, scope_id), before in sorted(kept.items()):
        if not before.deleted:
            yield _Change(scope_id, kind.name, entity_id, None, None, is_new=False)


def _published(kind: Kind, entity: Entity, before: _Kept | None) -> _Change | None:
    body = encode(entity.body)
    digest = hashlib.sha256(body).digest()
    if before is not None and not before.deleted and before.body_hash == digest:
        return None
    return _Change(entity.scope_id, kind.name, entity.id, body, digest, is_new=before is None)


def _number(
    connection: Connection,
    changes: dict[int, list[_Change]],
    heads: dict[int, int],
    now: datetime,
) -> None:
    inserts: list[dict[str, Any]] = []
    updates: list[dict[str, Any]] = []
    counters: list[dict[str, int]] = []
    for scope_id in sorted(changes):
        seq = heads[scope_id]
        for change in changes[scope_id]:
            seq += 1
            row = {
                "kind": change.kind,
                "entity_id": change.entity_id,
                "scope_id": scope_id,
                "seq": seq,
                "deleted": change.body is None,
                "body_hash": change.body_hash,
                "body": change.body,
                "changed_at": now,
            }
            (inserts if change.is_new else updates).append(row)
        counters.append({"at_scope": scope_id, "to_seq": seq})
    connection.execute(_COUNT, counters)
    if inserts:
        connection.execute(insert(_feed), inserts)
    if updates:
        connection.execute(
            _REPLACE, [row | {f"at_{key}": row[key] for key in _KEY} for row in updates]
        )


def _chunks(items: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]
