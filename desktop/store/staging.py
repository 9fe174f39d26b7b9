"""Receiving pages out of sight and making them visible in one step.

Plain SQL on the hot path: SQLAlchemy's own inserts take 1.6 times as long.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from desktop.domain.changes import Changes
from desktop.domain.errors import Code, StoreError
from desktop.domain.feed import Page, digest_of_lines
from desktop.store.schema import scope

_ROW = "SELECT scope, live, token, stage, stage_token, stage_full FROM scope WHERE scope=?"
_SET_STAGE = "UPDATE scope SET stage=?, stage_token=?, stage_epoch=?, stage_full=? WHERE scope=?"
_SET_LIVE = (
    "UPDATE scope SET live=?, token=?, epoch=?, seq=?, entities=?, digest=?, verified_at=?,"
    " stage=NULL, stage_token=NULL, stage_epoch=NULL, stage_full=NULL WHERE scope=?"
)
_DISTRUST = (
    "UPDATE scope SET token=NULL,"
    " stage=NULL, stage_token=NULL, stage_epoch=NULL, stage_full=NULL WHERE scope=?"
)
_UPSERT = (
    "INSERT INTO entity(generation, kind, id, seq, search, body) VALUES(?,?,?,?,?,?)"
    " ON CONFLICT(generation, kind, id) DO UPDATE"
    " SET seq=excluded.seq, search=excluded.search, body=excluded.body"
)
_DELETE = "DELETE FROM entity WHERE generation=? AND kind=? AND id=?"
_KINDS = "SELECT DISTINCT kind FROM entity WHERE generation=?"
_APPLY_DELETIONS = (
    "DELETE FROM entity WHERE generation=? AND (kind, id) IN"
    " (SELECT kind, id FROM entity WHERE generation=? AND body IS NULL)"
)
_APPLY_ROWS = (
    "INSERT INTO entity(generation, kind, id, seq, search, body)"
    " SELECT ?, kind, id, seq, search, body FROM entity WHERE generation=? AND body IS NOT NULL"
    " ON CONFLICT(generation, kind, id) DO UPDATE"
    " SET seq=excluded.seq, search=excluded.search, body=excluded.body"
)
_FORGET = "DELETE FROM entity WHERE generation=?"
# Text compares bytewise in SQLite, so this is the order that the digest is defined in.
_LINES = (
    "SELECT count(*), coalesce(group_concat("
    "kind || ':' || id || ':' || seq || char(10), '' ORDER BY kind, id), '')"
    " FROM entity WHERE generation=?"
)


def stage(connection: Connection, page: Page, asked: str | None) -> None:
    """Keep `page`, the answer to the token `asked`, out of sight; the next token goes with it."""
    _, generation, full = _stage_for(connection, page, asked)
    _receive(connection, page, generation, full=full)
    connection.exec_driver_sql(
        _SET_STAGE, (generation, page.next, page.epoch, int(full), page.scope)
    )


def swap(connection: Connection, page: Page, asked: str | None) -> Changes:
    """Make what was staged and the last `page` visible, proven by its count and digest.

    Raises `StoreError(MIRROR_MISMATCH)`; the caller's transaction must then be rolled back.
    """
    row, generation, full = _stage_for(connection, page, asked)
    _receive(connection, page, generation, full=full)
    kinds = _kinds(connection, generation)
    if full:
        kinds |= _kinds(connection, row.live)
        _forget(connection, row.live)
        live = generation
    else:
        live = row.live
        connection.exec_driver_sql(_APPLY_DELETIONS, (live, generation))
        connection.exec_driver_sql(_APPLY_ROWS, (live, generation))
        _forget(connection, generation)
    _prove(connection, page, live)
    connection.exec_driver_sql(
        _SET_LIVE,
        (
            live,
            page.next,
            page.epoch,
            page.seq,
            page.count,
            page.digest,
            page.server_time.timestamp(),
            page.scope,
        ),
    )
    return Changes(frozenset({page.scope}) if kinds else frozenset(), frozenset(kinds))


def distrust(connection: Connection, name: str) -> None:
    """Forget what was staged of the scope `name`, and have it read anew."""
    _forget(connection, _row(connection, name).stage)
    connection.exec_driver_sql(_DISTRUST, (name,))


def prove_all(connection: Connection) -> None:
    """Compare every visible scope with the digest it was verified by."""
    for row in connection.execute(select(scope).where(scope.c.live.is_not(None))):
        if _live_digest(connection, row.live) != (row.entities, row.digest):
            raise StoreError(Code.MIRROR_MISMATCH, detail=row.scope)


def _row(connection: Connection, name: str) -> Row[Any]:
    return connection.exec_driver_sql(_ROW, (name,)).one()


def _stage_for(connection: Connection, page: Page, asked: str | None) -> tuple[Row[Any], int, bool]:
    """The scope's row, the generation that takes the page, and whether it replaces the view."""
    row = _row(connection, page.scope)
    if row.stage is not None and asked is not None and asked == row.stage_token:
        return row, row.stage, bool(row.stage_full)
    if asked is not None and asked != row.token:
        raise ValueError(f"no page of {page.scope} was to be asked for with that token")
    _forget(connection, row.stage)
    highest = connection.exec_driver_sql(
        "SELECT max(max(coalesce(live, 0), coalesce(stage, 0))) FROM scope"
    ).scalar_one()
    return row, highest + 1, asked is None


def _receive(connection: Connection, page: Page, generation: int, *, full: bool) -> None:
    rows = [
        (generation, c.kind, c.id, c.seq, c.search, None if c.deleted else c.body)
        for c in page.changes
        if not (full and c.deleted)
    ]
    if rows:
        connection.exec_driver_sql(_UPSERT, rows)
    if full:
        gone = [(generation, c.kind, c.id) for c in page.changes if c.deleted]
        if gone:
            connection.exec_driver_sql(_DELETE, gone)


def _prove(connection: Connection, page: Page, generation: int) -> None:
    if _live_digest(connection, generation) != (page.count, page.digest):
        raise StoreError(Code.MIRROR_MISMATCH, detail=page.scope)


def _live_digest(connection: Connection, generation: int) -> tuple[int, str]:
    row = connection.exec_driver_sql(_LINES, (generation,)).one()
    return row[0], digest_of_lines(row[1].encode())


def _kinds(connection: Connection, generation: int | None) -> set[str]:
    if generation is None:
        return set()
    return set(connection.exec_driver_sql(_KINDS, (generation,)).scalars())


def _forget(connection: Connection, generation: int | None) -> None:
    if generation is not None:
        connection.exec_driver_sql(_FORGET, (generation,))
