"""What waits to be sent, and what the server said of it: the one precious file on this computer.

Every method is one transaction that is on the disk when it returns. Nothing is ever serialised
again: what is sent are the bytes that were kept before the first of them left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.submissions import (
    RETENTION,
    TOO_OFTEN,
    Offer,
    Submission,
    SubmissionProblem,
    SubmissionState,
    SubmitAnswer,
)
from desktop.store.drafts import draft_count, forget_blobs
from desktop.store.outbox_file import NAME, OutboxFile
from desktop.store.outbox_rows import item_of, problem_text, row_of, text_of
from desktop.store.outbox_schema import blob, draft, submission

Blob = tuple[str, str, bytes]  # sha256, media type, content

_TO_SEND = (SubmissionState.QUEUED, SubmissionState.UNCERTAIN)
_DONE = (SubmissionState.ACCEPTED, SubmissionState.REJECTED, SubmissionState.CANCELLED)


class Outbox:
    """The submissions of one profile. Threads may share it. Methods raise `StoreError`."""

    def __init__(self, file: OutboxFile) -> None:
        self._file = file

    # ---- what the person does

    def add(
        self, item: Submission, blobs: Iterable[Blob] = (), draft_id: str | None = None
    ) -> Submission:
        """Keep a new submission at the end of the queue, with its attachments, in place of the
        draft that it was made of."""
        with self._file.write() as connection:
            _keep_blobs(connection, blobs)
            added = replace(item, number=_next(connection))
            _put(connection, added, draft_id)
        return added

    def replace(
        self,
        op_id: str,
        item: Submission,
        blobs: Iterable[Blob] = (),
        draft_id: str | None = None,
    ) -> Submission | None:
        """Put `item` in place of one that was not sent, or that was refused; None where it is
        too late for that, and the draft stays."""
        with self._file.write() as connection:
            old = _one(connection, op_id)
            if old.state not in (SubmissionState.QUEUED, SubmissionState.REJECTED):
                return None
            if old.state is SubmissionState.QUEUED:
                _set(connection, op_id, state=SubmissionState.CANCELLED)
            _keep_blobs(connection, blobs)
            added = replace(item, number=_next(connection), replaces=op_id)
            _put(connection, added, draft_id)
        return added

    def cancel(self, op_id: str) -> Submission:
        """Cancel what was never sent; what is sent already is returned as it is."""
        return self._turn(op_id, SubmissionState.QUEUED, state=SubmissionState.CANCELLED)

    def discard(self, op_id: str) -> Submission:
        """Give up what is parked."""
        return self._turn(op_id, SubmissionState.PARKED, state=SubmissionState.CANCELLED)

    def retry(self, op_id: str) -> Submission:
        """Send what is parked once more, after everything that waits now."""
        with self._file.write() as connection:
            item = _one(connection, op_id)
            if item.state is SubmissionState.PARKED:
                state = _TO_SEND[item.attempts > 0]
                number = _next(connection)
                _set(connection, op_id, state=state, number=number, strikes=0, problem=None)
            return _one(connection, op_id)

    def item(self, op_id: str) -> Submission:
        """One submission; `KeyError` where there is none."""
        with self._file.read() as connection:
            return _one(connection, op_id)

    def items(self, *, include_done: bool = True) -> tuple[Submission, ...]:
        """All in the order of the queue, or those to which something is still to happen."""
        query = select(submission).order_by(submission.c.number)
        if not include_done:
            query = query.where(submission.c.state.not_in(_DONE))
        with self._file.read() as connection:
            return _items(connection, query)

    def pending_count(self) -> int:
        """How many would be lost if this file were."""
        query = select(func.count()).where(submission.c.state.not_in(_DONE))
        with self._file.read() as connection:
            return int(connection.execute(query).scalar_one())

    def unsent(self) -> tuple[int, int]:
        """How many submissions wait, and how many drafts, at one moment."""
        query = select(func.count()).where(submission.c.state.not_in(_DONE))
        with self._file.read() as connection:
            return int(connection.execute(query).scalar_one()), draft_count(connection)

    def copy(self) -> None:
        """Keep a copy of the file beside it, against damage."""
        self._file.copy()

    # ---- what a sync does

    def offer(self, epoch: int, now: datetime) -> Offer:
        """What there is to send to the server of `epoch`.

        What another epoch accepted, or nothing has confirmed since, is uncertain again: a server
        that was restored may have lost it, and the same id cannot count twice. Receipts that
        served their time are forgotten.
        """
        kept_since = text_of(now - RETENTION)
        accepted = submission.c.state == SubmissionState.ACCEPTED
        doubtful = or_(submission.c.epoch != epoch, submission.c.settled == 0)
        queue = select(submission).where(submission.c.state.in_(_TO_SEND))
        with self._file.write() as connection:
            connection.execute(
                update(submission)
                .where(accepted, doubtful, submission.c.received_at >= kept_since)
                .values(state=SubmissionState.UNCERTAIN)
            )
            _forget(connection, kept_since)
            forget_blobs(connection, now)
            items = _items(connection, queue.order_by(submission.c.number))
            named = {name for item in items for name in item.follows}
            columns = select(submission.c.op_id, submission.c.state)
            states = connection.execute(columns.where(submission.c.op_id.in_(named)))
            return Offer(items, {op_id: SubmissionState(state) for op_id, state in states})

    def mark_sending(self, op_id: str, now: datetime) -> Submission:
        """From now on it may have reached the server, and is UNCERTAIN. What is not to be sent any
        more is returned as it is."""
        sent = submission.c
        first = func.coalesce(sent.first_sent_at, text_of(now))
        change = update(submission).where(sent.op_id == op_id, sent.state.in_(_TO_SEND))
        with self._file.write() as connection:
            connection.execute(
                change.values(
                    state=SubmissionState.UNCERTAIN,
                    attempts=sent.attempts + 1,
                    first_sent_at=first,
                )
            )
            return _one(connection, op_id)

    def keep_answer(self, answer: SubmitAnswer, epoch: int) -> None:
        """Keep what the server of `epoch` decided."""
        with self._file.write() as connection:
            _set(
                connection,
                answer.op_id,
                state=answer.state,
                reference=answer.reference,
                received_at=text_of(answer.received_at),
                epoch=epoch,
                settled=0,
                problem=problem_text(answer.problem),
            )

    def park(self, op_id: str, problem: SubmissionProblem) -> None:
        """Set it aside until the person decides."""
        with self._file.write() as connection:
            text = problem_text(problem)
            _set(connection, op_id, state=SubmissionState.PARKED, problem=text)

    def strike(self, op_ids: Collection[str], limit: int) -> None:
        """The server failed on these while others passed; those with `limit` strikes are
        parked."""
        these = submission.c.op_id.in_(op_ids)
        full = submission.c.strikes >= limit
        parked = {
            "state": SubmissionState.PARKED,
            "problem": problem_text(SubmissionProblem(TOO_OFTEN)),
        }
        with self._file.write() as connection:
            counted = update(submission).where(these)
            connection.execute(counted.values(strikes=submission.c.strikes + 1))
            connection.execute(update(submission).where(these, full).values(**parked))

    def doubt(self, scopes: Collection[str]) -> None:
        """The server may have lost what it accepted in these scopes."""
        there = update(submission).where(submission.c.scope.in_(scopes))
        with self._file.write() as connection:
            connection.execute(there.values(settled=0))

    def settle(self, op_ids: Collection[str]) -> None:
        """The mirror was proven whole after the server accepted these."""
        these = update(submission).where(submission.c.op_id.in_(op_ids))
        with self._file.write() as connection:
            connection.execute(these.values(settled=1))

    def blob(self, sha256: str, offset: int, length: int) -> tuple[bytes, int, str]:
        """A piece of an attachment, the size of the whole, and its media type."""
        piece = func.substr(blob.c.content, offset + 1, length)
        query = select(piece, blob.c.size, blob.c.media_type).where(blob.c.sha256 == sha256)
        with self._file.read() as connection:
            content, size, media_type = connection.execute(query).one()
        return bytes(content), int(size), str(media_type)

    def _turn(self, op_id: str, only: SubmissionState, **values: Any) -> Submission:
        there = submission.c.op_id == op_id
        change = update(submission).where(there, submission.c.state == only).values(**values)
        with self._file.write() as connection:
            connection.execute(change)
            return _one(connection, op_id)


def unsent_in(folder: Path, key: bytes | None) -> tuple[int, int]:
    """How many submissions and drafts wait in a folder that is not open; none without the key, as
    nobody can ever send them."""
    if key is None or not (folder / NAME).exists():
        return 0, 0
    file = OutboxFile(folder, key)
    file.open()
    try:
        return Outbox(file).unsent()
    finally:
        file.close()


def _next(connection: Connection) -> int:
    last = connection.execute(select(func.max(submission.c.number))).scalar_one()
    return int(last or 0) + 1


def _put(connection: Connection, item: Submission, draft_id: str | None) -> None:
    connection.execute(insert(submission).values(**row_of(item), draft=draft_id))
    connection.execute(delete(draft).where(draft.c.id == draft_id))


def _keep_blobs(connection: Connection, blobs: Iterable[Blob]) -> None:
    for sha256, media_type, content in blobs:
        row = {"sha256": sha256, "media_type": media_type, "size": len(content)}
        kept = insert(blob).values(**row, content=content).on_conflict_do_nothing()
        connection.execute(kept)


def _one(connection: Connection, op_id: str) -> Submission:
    query = select(submission).where(submission.c.op_id == op_id)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise KeyError(op_id)
    return item_of(row)


def _items(connection: Connection, query: Select[Any]) -> tuple[Submission, ...]:
    return tuple(item_of(row) for row in connection.execute(query).mappings())


def _set(connection: Connection, op_id: str, **values: Any) -> None:
    connection.execute(update(submission).where(submission.c.op_id == op_id).values(**values))


def _forget(connection: Connection, kept_since: str) -> None:
    done = submission.c.state.in_(_DONE)
    when = func.coalesce(submission.c.received_at, submission.c.created_at)
    connection.execute(delete(submission).where(done, when < kept_since))
