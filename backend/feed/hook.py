"""Collects what a unit of work touched and publishes it as the transaction's last act.

Business code changes models and commits; it never names the feed. Bulk statements that go past
the unit of work call `PublishingSession.touch`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Engine, event, inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from backend.clock import Clock
from backend.feed.sources import Found, Source


class Touched:
    """What a transaction touched: entities by kind, and rows to look entities up by."""

    def __init__(self) -> None:
        self.entities: dict[str, set[int]] = defaultdict(set)
        self.lookups: dict[Found, set[int]] = defaultdict(set)

    def __bool__(self) -> bool:
        return bool(self.entities or self.lookups)

    def add(self, row: Any, *, is_new: bool) -> None:
        """Note a row of any model; one that the feed does not show adds nothing."""
        source: Source | None = getattr(type(row), "__feed__", None)
        if source is None:
            return
        if source.itself is not None:
            self.entities[source.itself].add(row.id)
        if source.owner is not None:
            kind, attribute = source.owner
            self.entities[kind].update(_now_and_before(row, attribute))
        if not is_new:
            for found in source.embedded_in:
                self.lookups[found].add(row.id)


def _now_and_before(row: Any, attribute: str) -> Iterable[int]:
    # A part that moves to another owner changes both.
    history = inspect(row).attrs[attribute].history
    return {value for value in history.sum() if value is not None}


class PublishingSession(Session):
    """A session whose commit publishes. `clock` dates the feed's rows."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.clock = clock
        self.touched = Touched()

    def touch(self, kind: str, ids: Iterable[int]) -> None:
        """Publish these entities at commit, if they changed. For Core statements, which the unit
        of work does not see."""
        self.touched.entities[kind].update(ids)


@event.listens_for(PublishingSession, "after_flush")
def _collect(session: PublishingSession, _context: UOWTransaction) -> None:
    for row in session.new:
        session.touched.add(row, is_new=True)
    for row in session.dirty:
        if session.is_modified(row):
            session.touched.add(row, is_new=False)
    for row in session.deleted:
        session.touched.add(row, is_new=False)


@event.listens_for(PublishingSession, "do_orm_execute")
def _refuse_unseen(state: ORMExecuteState) -> None:
    is_write = state.is_insert or state.is_update or state.is_delete
    mapper = state.bind_mapper
    if is_write and mapper is not None and hasattr(mapper.class_, "__feed__"):
        raise RuntimeError(
            f"a bulk statement on {mapper.class_.__name__} would miss the feed: "
            "execute it on session.connection() and touch() the entities"
        )


@event.listens_for(PublishingSession, "before_commit")
def _publish(session: PublishingSession) -> None:
    if session.in_nested_transaction():
        return
    session.flush()
    if session.touched:
        # Imported here: the kinds import the models, which import this package.
        from backend.feed.publish import publish

        publish(session.connection(), session.touched, session.clock.now())
        session.touched = Touched()


@event.listens_for(PublishingSession, "after_soft_rollback")
def _forget(session: PublishingSession, previous: Any) -> None:
    if previous.parent is None:
        session.touched = Touched()
