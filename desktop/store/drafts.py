"""Drafts: what a person is filling in, in the file of the outbox until it is submitted."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.drafts import Draft, DraftFile
from desktop.domain.submissions import BLOB
from desktop.store.outbox_file import OutboxFile
from desktop.store.outbox_rows import text_of
from desktop.store.outbox_schema import blob, draft, submission

GRACE = timedelta(days=1)  # a file that nothing names stays that long: a form may be about to


class DraftStore:
    """The drafts of one profile. Threads may share it. Methods raise `StoreError`."""

    def __init__(self, file: OutboxFile) -> None:
        self._file = file

    def save(
        self,
        key: str,
        scope: str,
        content: Mapping[str, Any],
        files: Iterable[DraftFile] | None,
        now: datetime,
    ) -> Draft:
        """Put this in place of what the draft was; without `files` it keeps those it has."""
        with self._file.write() as connection:
            old = _one(connection, key, scope)
            kept = tuple(files) if files is not None else old.files if old is not None else ()
            made = Draft(key, scope, dict(content), kept, now)
            _put(connection, made)
        return made

    def load(self, key: str, scope: str) -> Draft | None:
        """The draft, without files whose bytes are gone."""
        with self._file.read() as connection:
            found = _one(connection, key, scope)
            return _without_lost(connection, found) if found is not None else None

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the newest first."""
        query = select(draft).order_by(draft.c.saved_at.desc(), draft.c.id)
        with self._file.read() as connection:
            rows = connection.execute(query).mappings().all()
            return tuple(_without_lost(connection, _draft(row)) for row in rows)

    def discard(self, key: str, scope: str, now: datetime) -> None:
        """Forget the draft, and its files where nothing else needs them."""
        with self._file.write() as connection:
            found = _one(connection, key, scope)
            if found is None:
                return
            connection.execute(delete(draft).where(draft.c.id == draft_id(key, scope)))
            _release(connection, [file.sha256 for file in found.files])
            forget_blobs(connection, now)

    def add_file(
        self, key: str, scope: str, file: DraftFile, content: bytes, now: datetime
    ) -> Draft:
        """Keep the bytes, and the file at the end of the draft's; one it has is not doubled."""
        row = {"sha256": file.sha256, "media_type": file.media_type, "size": file.size}
        kept_at = text_of(now)
        with self._file.write() as connection:
            kept = insert(blob).values(**row, content=content, kept_at=kept_at)
            again = kept.on_conflict_do_update(
                index_elements=[blob.c.sha256], set_={"kept_at": kept_at}
            )
            connection.execute(again)
            old = _one(connection, key, scope) or Draft(key, scope, {}, (), now)
            others = [f for f in old.files if (f.field, f.sha256) != (file.field, file.sha256)]
            made = Draft(key, scope, old.content, (*others, file), now)
            _put(connection, made)
        return made

    def drop_file(self, key: str, scope: str, field: str, sha256: str, now: datetime) -> None:
        """Leave a file out again."""
        with self._file.write() as connection:
            old = _one(connection, key, scope)
            if old is None:
                return
            files = tuple(f for f in old.files if (f.field, f.sha256) != (field, sha256))
            _put(connection, Draft(key, scope, old.content, files, now))
            _release(connection, [sha256])
            forget_blobs(connection, now)

    def file(self, sha256: str) -> bytes:
        """The bytes of a file; `KeyError` where they are not there."""
        query = select(blob.c.content).where(blob.c.sha256 == sha256)
        with self._file.read() as connection:
            content = connection.execute(query).scalar()
        if content is None:
            raise KeyError(sha256)
        return bytes(content)


def draft_id(key: str, scope: str) -> str:
    """The name of a draft in the file."""
    return f"{scope}\n{key}"


def draft_count(connection: Connection) -> int:
    """How many drafts there are."""
    return int(connection.execute(select(func.count()).select_from(draft)).scalar_one())


def forget_blobs(connection: Connection, now: datetime) -> None:
    """Delete the bytes that no submission and no draft names, and no form is about to."""
    needed = connection.scalars(select(submission.c.depends_on))
    names = {name for text in needed for name in text.split()}
    kept = {name.removeprefix(BLOB) for name in names}
    for row in connection.execute(select(draft)).mappings():
        kept |= {file.sha256 for file in _draft(row).files}
    since = text_of(now - GRACE)
    unasked = (blob.c.kept_at.is_(None)) | (blob.c.kept_at < since)
    for name in connection.execute(select(blob.c.sha256).where(unasked)).scalars().all():
        if name not in kept:
            connection.execute(delete(blob).where(blob.c.sha256 == name))


def _release(connection: Connection, names: Collection[str]) -> None:
    connection.execute(update(blob).where(blob.c.sha256.in_(names)).values(kept_at=None))


def _put(connection: Connection, made: Draft) -> None:
    whole = {"content": made.content, "files": [asdict(file) for file in made.files]}
    payload = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
    values = {
        "payload": payload,
        "payload_sha256": sha256(payload).hexdigest(),
        "saved_at": text_of(made.saved_at),
    }
    name = draft_id(made.key, made.scope)
    first = insert(draft).values(id=name, scope=made.scope, name=made.key, **values)
    connection.execute(first.on_conflict_do_update(index_elements=[draft.c.id], set_=values))


def _one(connection: Connection, key: str, scope: str) -> Draft | None:
    query = select(draft).where(draft.c.id == draft_id(key, scope))
    row = connection.execute(query).mappings().first()
    return None if row is None else _draft(row)


def _without_lost(connection: Connection, found: Draft) -> Draft:
    """Damage may have taken the bytes of a file and left its name."""
    there = set(connection.scalars(select(blob.c.sha256)))
    files = tuple(file for file in found.files if file.sha256 in there)
    return Draft(found.key, found.scope, found.content, files, found.saved_at)


def _draft(row: RowMapping) -> Draft:
    whole = json.loads(row["payload"])
    return Draft(
        key=row["name"],
        scope=row["scope"],
        content=whole["content"],
        files=tuple(DraftFile(**file) for file in whole["files"]),
        saved_at=datetime.fromisoformat(row["saved_at"]),
    )
