"""The mirror of what the server lets one account see: the sync writes it, nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.changes import Changes
from desktop.domain.contracts import ContractLink, LinkRole
from desktop.domain.errors import Code, StoreError
from desktop.domain.feed import Cursor, Me, Page, Resume, ScopeHead, Staged, fold
from desktop.domain.freshness import Freshness
from desktop.domain.users import Role, User
from desktop.store import staging
from desktop.store.database import Database
from desktop.store.documents import drop_unreferenced
from desktop.store.schema import entity, meta, scope

LINK = "link"  # the kind of change of a scope's name, role or presence


class Cache:
    """Scopes, their tokens and who they belong to. Methods raise `StoreError`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def resume(self) -> Resume:
        """What a sync has to know before it starts."""
        with self._database.read() as connection:
            known = _metas(connection)
            rows = connection.execute(select(scope).order_by(scope.c.position)).all()
        epoch = known.get("epoch")
        return Resume(
            user_id=json.loads(known["user"])["id"] if "user" in known else None,
            etag=known.get("me_etag") or None,
            epoch=None if epoch is None else int(epoch),
            cursors=tuple(_cursor(row) for row in rows),
        )

    def keep_me(self, me: Me) -> Changes:
        """Keep who asks, the scopes and their heads; drop what is kept of vanished scopes."""
        with self._database.write() as connection:
            rows = {row.scope: row for row in connection.execute(select(scope))}
            gone = rows.keys() - {head.scope for head in me.scopes}
            moved = set(gone)
            for name in gone:
                _drop(connection, name)
            for position, head in enumerate(me.scopes):
                if _link(rows.get(head.scope)) != head.link:
                    moved.add(head.scope)
                _keep_scope(connection, position, head)
            user = {
                "id": me.user.id,
                "username": me.user.username,
                "full_name": me.user.full_name,
                "email": me.user.email,
                "role": me.user.role.value,
            }
            _keep(connection, user=json.dumps(user), me_etag=me.etag, epoch=str(me.epoch))
            if gone:
                drop_unreferenced(connection)
        return Changes(frozenset(moved), frozenset({LINK} if moved else ()))

    def stage(self, page: Page, asked: str | None) -> None:
        """Keep a page that has more after it; `asked` is the token it answers."""
        with self._database.write() as connection:
            staging.stage(connection, page, asked)

    def swap(self, page: Page, asked: str | None) -> Changes:
        """Make everything staged and the last page visible at once.

        Raises `StoreError(MIRROR_MISMATCH)` where count or digest differ: the view stays as it
        was, the stage is gone and the scope is to be read anew.
        """
        try:
            with self._database.write() as connection:
                return staging.swap(connection, page, asked)
        except StoreError as error:
            if error.code is Code.MIRROR_MISMATCH:
                self._distrust(page.scope)
            raise

    def mark_verified(self, scopes: Iterable[str], at: datetime) -> None:
        """The server said at `at` (its time) that these scopes have not moved."""
        with self._database.write() as connection:
            connection.execute(
                update(scope)
                .where(scope.c.scope.in_(list(scopes)))
                .values(verified_at=at.timestamp())
            )

    def drop_scope(self, name: str) -> Changes:
        """Forget everything of a scope, its documents too."""
        with self._database.write() as connection:
            _drop(connection, name)
            drop_unreferenced(connection)
            # Its absence has to be confirmed by a whole answer next time.
            connection.execute(delete(meta).where(meta.c.name == "me_etag"))
        return Changes(frozenset({name}), frozenset({LINK}))

    def links(self) -> tuple[ContractLink, ...]:
        """Contracts of this account, in the server's order."""
        with self._database.read() as connection:
            rows = connection.execute(select(scope).order_by(scope.c.position)).all()
        return tuple(link for link in map(_link, rows) if link is not None)

    def user(self) -> User | None:
        """Who this mirror belongs to; None before the first sync."""
        with self._database.read() as connection:
            kept = _metas(connection).get("user")
        if kept is None:
            return None
        fields = json.loads(kept)
        return User(
            id=fields["id"],
            username=fields["username"],
            full_name=fields["full_name"],
            email=fields["email"],
            role=Role(fields["role"]),
        )

    def freshness(self, contract_id: str | None = None) -> Freshness:
        """Of one contract, or of everything: the oldest scope decides."""
        query = select(scope.c.verified_at)
        if contract_id is not None:
            query = query.where(scope.c.contract_id == contract_id)
        with self._database.read() as connection:
            times = connection.execute(query).scalars().all()
        if not times or None in times:
            return Freshness(None)
        return Freshness(datetime.fromtimestamp(min(t for t in times if t is not None), UTC))

    def keep_clock(self, offset: float) -> None:
        """Keep by how many seconds the server's clock is ahead of this computer's."""
        with self._database.write() as connection:
            _keep(connection, clock_offset=repr(offset))

    def clock_offset(self) -> float:
        """Seconds that the server's clock is ahead; 0 where it was never heard."""
        with self._database.read() as connection:
            return float(_metas(connection).get("clock_offset", "0"))

    def prove(self) -> None:
        """Check every page of the file and every scope's digest.

        Raises `StoreError` with STORE_CORRUPT or MIRROR_MISMATCH.
        """
        self._database.check()
        with self._database.read() as connection:
            staging.prove_all(connection)

    def _distrust(self, name: str) -> None:
        with self._database.write() as connection:
            staging.distrust(connection, name)


def _metas(connection: Connection) -> dict[str, str]:
    return {row.name: row.value for row in connection.execute(select(meta))}


def _keep(connection: Connection, **values: str) -> None:
    statement = insert(meta)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[meta.c.name], set_={"value": statement.excluded.value}
        ),
        [{"name": name, "value": value} for name, value in values.items()],
    )


def _keep_scope(connection: Connection, position: int, head: ScopeHead) -> None:
    link = head.link
    values = {
        "position": position,
        "head": head.head,
        "contract_id": None if link is None else link.contract_id,
        "alias": None if link is None else link.alias,
        "role": None if link is None else link.role.value,
        "search": "" if link is None else fold(link.alias),
    }
    connection.execute(
        insert(scope)
        .values(scope=head.scope, **values)
        .on_conflict_do_update(index_elements=[scope.c.scope], set_=values)
    )


def _drop(connection: Connection, name: str) -> None:
    row = connection.execute(select(scope).where(scope.c.scope == name)).first()
    if row is None:
        return
    generations = [g for g in (row.live, row.stage) if g is not None]
    connection.execute(delete(entity).where(entity.c.generation.in_(generations)))
    connection.execute(delete(scope).where(scope.c.scope == name))


def _link(row: Row[Any] | None) -> ContractLink | None:
    if row is None or row.contract_id is None:
        return None
    return ContractLink(row.scope, row.contract_id, row.alias, LinkRole(row.role))


def _cursor(row: Row[Any]) -> Cursor:
    staged = None
    if row.stage is not None:
        staged = Staged(row.stage_token, row.stage_epoch, bool(row.stage_full))
    verified_at = None if row.verified_at is None else datetime.fromtimestamp(row.verified_at, UTC)
    epoch = None if row.live is None else row.epoch
    return Cursor(row.scope, row.head, row.token, epoch, row.seq, verified_at, staged)
