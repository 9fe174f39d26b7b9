"""What an operator does to the feed: purge, new epoch, audit; and the cached proof."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.orm import Session

from backend.base import table_of
from backend.database import Database
from backend.feed.hook import PublishingSession, Touched
from backend.feed.kinds import KINDS
from backend.feed.models import FeedEntry, FeedMeta, Scope
from backend.feed.publish import lock, publish
from backend.feed.read import Proof

# Bumped when bodies change in a way that makes every mirror read anew.
SCHEMA_REV = 1

_feed = table_of(FeedEntry)
_scope = table_of(Scope)
_meta = table_of(FeedMeta)


def begin(connection: Connection) -> None:
    """Give a new database its epoch and its secret; nothing where it has them."""
    if connection.scalar(select(func.count()).select_from(_meta)) == 0:
        row = {"only_row": 1, "epoch": 1, "schema_rev": SCHEMA_REV, "secret": secrets.token_bytes()}
        connection.execute(insert(_meta), row)


def bump_epoch(session: Session) -> int:
    """Tell every reader that this database lost its latest past. Returns the new epoch."""
    meta = session.get_one(FeedMeta, 1, with_for_update=True)
    meta.epoch += 1
    return meta.epoch


def purge_tombstones(session: Session, before: datetime) -> int:
    """Forget deletions made before `before`; readers that never saw them begin anew. Returns how
    many were forgotten."""
    connection = session.connection()
    old = (_feed.c.deleted, _feed.c.changed_at < before)
    floors = {
        row.scope_id: row.floor
        for row in connection.execute(
            select(_feed.c.scope_id, func.max(_feed.c.seq).label("floor"))
            .where(*old)
            .group_by(_feed.c.scope_id)
        )
    }
    lock(connection, sorted(floors))
    purged = 0
    for scope_id, floor in floors.items():
        of_scope = (_feed.c.scope_id == scope_id, _feed.c.seq <= floor)
        purged += connection.execute(delete(_feed).where(*of_scope, *old)).rowcount
        connection.execute(
            update(_scope)
            .where(_scope.c.id == scope_id, _scope.c.tomb_floor < floor)
            .values(tomb_floor=floor)
        )
    return purged


def audit(session: PublishingSession) -> int:
    """Build every body again and publish what the feed missed (writers that went past the app).
    Returns how many entities it had missed; zero is the healthy answer."""
    session.flush()
    connection = session.connection()
    everything = Touched()
    for kind in KINDS.values():
        everything.entities[kind.name].update(connection.scalars(select(table_of(kind.model).c.id)))
        known = select(_feed.c.entity_id).where(_feed.c.kind == kind.name, ~_feed.c.deleted)
        everything.entities[kind.name].update(connection.scalars(known))
    return publish(connection, everything, session.clock.now())


def keep_proof(database: Database, scope_id: int, proof: Proof) -> bool:
    """Keep a proof for the next reader. It is a courtesy: while somebody writes it is left out.
    Returns whether it was kept."""
    free = (
        select(_scope.c.id)
        .where(_scope.c.id == scope_id, _scope.c.seq == proof.seq)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    return database.courtesy(
        update(_scope)
        .where(_scope.c.id == free)
        .values(digest_seq=proof.seq, digest_count=proof.count, digest=proof.digest)
    )
