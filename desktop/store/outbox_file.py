"""The file of the outbox: its copies, and how it comes back after damage."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Table, insert, select

from desktop.domain.errors import Code, StoreError
from desktop.domain.submissions import OutboxReport, SubmissionState
from desktop.store import outbox_schema as schema
from desktop.store.database import Database
from desktop.store.key_note import KeyNote
from desktop.store.salvage import SIDE_FILES, Row, Rows, readable, remove_database

log = logging.getLogger(__name__)

NAME = "outbox.db"
COPIES = 3
COPIED_BELOW = 8 * 1024 * 1024  # bytes; a larger file is copied when it is opened only


class OutboxFile:
    """`outbox.db` in a profile's folder under its own key.

    `is_read_only` where a newer app wrote it: everything can be read, and `write` raises
    `StoreError(CLIENT_TOO_OLD)`. `report` tells of damage that was found at `open` or `heal`.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self.path = folder / NAME
        self.is_read_only = False
        self.report: OutboxReport | None = None
        self._key = key
        self._damaged = folder / "outbox.damaged"
        note = folder / "outbox.key-check"
        self._note = KeyNote(note, key, b"which key is this outbox under")
        self._fresh = folder / "outbox.new.db"
        self._database = Database(self.path, key, on_corrupt=self._mark_damaged, durable=True)

    @property
    def is_damaged(self) -> bool:
        """Whether damage was met since it was opened."""
        return self._damaged.exists()

    def open(self) -> None:
        """Open the file, bring it forward, or bring it back. Raises `StoreError`."""
        self.report = None
        try:
            self._open()
        except OSError as error:  # held by another program, or not ours to read
            self._database.close()
            raise StoreError(Code.STORE_BUSY, detail=type(error).__name__) from error
        self.copy()

    def _open(self) -> None:
        if self._fresh.exists() and not self.path.exists():
            self._move(self._fresh, self.path)  # the process ended while it was brought back
        if self._opens_whole():
            return
        if self.path.exists() and self._note.is_of_another_key():
            kept_as = self._set_aside()
            for copy in self.copies():
                self._move(copy, copy.with_name(f"{Path(kept_as).stem}-{copy.name}"))
            self._begin()
            self.report = OutboxReport(0, 0, True, kept_as)
        else:
            self._recover()

    def _opens_whole(self) -> bool:
        """Whether it could be opened, and knows all that is to be known."""
        if self.is_damaged or (self._is_gone() and self.copies()):
            return False
        try:
            self._begin()
        except StoreError as error:
            if error.code is not Code.STORE_CORRUPT:
                raise
            return False
        if self._knows_less_than_its_copy():
            self._database.close()
            return False
        return True

    def heal(self) -> None:
        """Bring it back after a `StoreError(STORE_CORRUPT)`, while the app runs."""
        self._database.close()
        self.report = None
        self._recover()

    def close(self) -> None:
        """Close the file; idempotent."""
        self._database.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one moment."""
        with self._database.read() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The one writing transaction; on the disk when it ends."""
        if self.is_read_only:
            raise StoreError(Code.CLIENT_TOO_OLD, detail="the outbox is of a newer app")
        with self._database.write() as connection:
            yield connection

    def copy(self) -> None:
        """Keep a copy of it as it is now, in place of the oldest of three.

        A copy that cannot be written is logged: the file itself is intact.
        """
        if self.is_read_only:
            return
        try:
            if self.path.stat().st_size <= COPIED_BELOW:
                self._copy()
        except (StoreError, OSError) as error:
            log.warning("the outbox was not copied: %s", type(error).__name__)

    def copies(self) -> list[Path]:
        """The copies there are, newest first."""
        return [path for number in range(1, COPIES + 1) if (path := self._nth(number)).exists()]

    def _begin(self) -> None:
        try:
            self._database.open(lambda _connection: None)
            self._database.check()
            with self._database.read() as connection:
                found = schema.version(connection)
            self.is_read_only = found > schema.VERSION
            if 0 < found < schema.VERSION:
                self._copy()
            with self._database.write() as connection:
                schema.migrate(connection)
            self._note.keep()
        except OSError as error:
            self._database.close()
            raise StoreError(Code.FILE_NOT_WRITTEN, detail=type(error).__name__) from error
        except BaseException:
            self._database.close()
            raise

    def _is_gone(self) -> bool:
        return not self.path.exists() or self.path.stat().st_size == 0

    def _knows_less_than_its_copy(self) -> bool:
        """Whether the file is whole and yet older than its copy: it lost the log beside it."""
        copies = self.copies()
        if self.is_read_only or not copies:
            return False
        # Opening a database writes to it; the copy stays as it is.
        look = self.path.with_name("outbox.look.db")
        shutil.copyfile(copies[0], look)
        copied = self._whole(look, schema.submission)
        remove_database(look)
        # Old receipts are forgotten on purpose.
        waiting = {n for n, row in copied.items() if row["state"] != SubmissionState.ACCEPTED}
        with self._database.read() as connection:
            known = set(connection.scalars(select(schema.submission.c.op_id)))
        return not waiting <= known

    def _recover(self) -> None:
        """The newest copy that can be read, and over it every row that the damaged file gives.

        It is made beside the damaged file, which goes only when the new one is whole.
        """
        remove_database(self._fresh)
        copies = self.copies()
        damaged = self._whole(self.path, schema.submission)
        copied = next((r for c in copies if (r := self._whole(c, schema.submission))), {})
        blobs: Rows = {}
        drafts: Rows = {}
        for path in (*reversed(copies), self.path):
            blobs |= self._whole(path, schema.blob)
            drafts |= self._whole(path, schema.draft)
        unsure = copied.keys() - damaged.keys()
        rows = [
            _restored(row, unsure=row["op_id"] in unsure) for row in (copied | damaged).values()
        ]
        self._write_fresh(rows, list(blobs.values()), _unsent(drafts, rows))
        kept_as = self._set_aside()
        self._move(self._fresh, self.path)
        self._begin()
        self.report = OutboxReport(len(rows), len(unsure), False, kept_as)
        log.warning("the outbox was damaged and brought back: %d rows", len(rows))

    def _whole(self, path: Path, table: Table) -> Rows:
        """Rows that can be read and are what they were: a damaged page may read as zeros."""
        found = readable(path, self._key, table)
        return {name: row for name, row in found.items() if _is_whole(row)}

    def _write_fresh(self, rows: list[Row], blobs: list[Row], drafts: list[Row]) -> None:
        database = Database(self._fresh, self._key, durable=True)
        try:
            database.open(schema.migrate)
            with database.write() as connection:
                kept = ((schema.submission, rows), (schema.blob, blobs), (schema.draft, drafts))
                for table, values in kept:
                    for row in values:  # one by one: they may be of several versions
                        connection.execute(insert(table).values(**row))
        finally:
            database.close()

    def _set_aside(self) -> str:
        """Move the file out of the way under a name that is free; it is never deleted. An empty
        name where there was none."""
        there = self.path.exists()
        number = 1
        while (aside := self.path.with_name(f"outbox.kept-{number}.db")).exists():
            number += 1
        for suffix in ("", *SIDE_FILES):
            path = self.path.with_name(NAME + suffix)
            if path.exists():
                self._move(path, aside.with_name(aside.name + suffix))
        self._damaged.unlink(missing_ok=True)
        return aside.name if there else ""

    @staticmethod
    def _move(path: Path, to: Path) -> None:
        try:
            path.replace(to)
        except OSError as error:
            raise StoreError(Code.STORE_BUSY, detail=type(error).__name__) from error

    def _copy(self) -> None:
        fresh = self.path.with_name("outbox.copy.db")
        fresh.unlink(missing_ok=True)
        self._database.copy_to(fresh)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        for number in range(COPIES, 1, -1):
            older = self._nth(number - 1)
            if older.exists():
                older.replace(self._nth(number))
        fresh.replace(self._nth(1))

    def _nth(self, number: int) -> Path:
        return self.path.with_name(f"outbox.copy-{number}.db")

    def _mark_damaged(self) -> None:
        try:
            self._damaged.touch()
        except OSError:
            log.warning("the damage of the outbox could not be noted")


def _is_whole(row: Row) -> bool:
    content, digest = row.get("payload"), row.get("payload_sha256")
    if content is None:
        content, digest = row["content"], row["sha256"]
    return sha256(content).hexdigest() == digest


def _restored(row: Row, *, unsure: bool) -> Row:
    """A row as it goes into the new file: what an older copy calls unsent may have been sent."""
    known = dict(row)
    if unsure and known["state"] == SubmissionState.QUEUED:
        known["state"] = SubmissionState.UNCERTAIN
    return known


def _unsent(drafts: Rows, rows: list[Row]) -> list[Row]:
    """The drafts of which nothing was submitted since: an older copy still has those."""
    submitted: dict[str | None, str] = {}
    for row in rows:
        name = row.get("draft")
        submitted[name] = max(row["created_at"], submitted.get(name, ""))
    return [row for name, row in drafts.items() if row["saved_at"] > submitted.get(name, "")]
