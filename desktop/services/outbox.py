"""What the person sends: kept on this computer first, sent by the next sync."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace as changed
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from desktop.domain.submissions import BLOB, MAX_BODY, Attachment, Submission, SubmissionState
from desktop.services.results import Unsent

if TYPE_CHECKING:
    from desktop.domain.submissions import OutboxReport
    from desktop.services.attachments import Prepared
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk
    from desktop.services.session import SessionService
    from desktop.services.sync.lanes import Lanes


class OutboxService:
    """The outbox of whoever is signed in. Raises `StoreError` where the disk failed; what a call
    returned is on the disk. An op_id that is not there raises `KeyError`."""

    def __init__(
        self,
        session: SessionService,
        desk: Desk,
        clock: ServerClock,
        lanes: Lanes,
        make_id: Callable[[], str] = lambda: str(uuid4()),
    ) -> None:
        self._session = session
        self._desk = desk
        self._clock = clock
        self._lanes = lanes
        self._make_id = make_id

    def enqueue(
        self,
        kind: str,
        scope: str,
        stream: str,
        payload: Mapping[str, Any],
        *,
        depends_on: str | None = None,
        replaces: str | None = None,
        attachments: Iterable[Attachment] = (),
        files: Iterable[str] = (),
        draft: tuple[str, str] | None = None,
        schema: int = 1,
    ) -> Submission:
        """Keep what the person entered; it is sent with the next sync, in the order of its
        `stream`.

        The sha256 of each attachment takes the place of its field in `payload`. `files` are the
        sha256 of those that `drafts.add_file` has kept already, which `payload` names by itself.
        `draft` is key and scope of the draft that it was made of: in the same instant that is
        gone. `replaces` says which refused submission this one corrects. Raises
        `UnusableAttachmentError`, and `ValueError` for more than MAX_BODY bytes.
        """
        from desktop.services.attachments import prepare

        prepared = [prepare(attachment) for attachment in attachments]
        item = self._made(kind, scope, stream, payload, prepared, schema)
        if depends_on is not None:
            item = _also(item, (depends_on,))
        item = _also(item, _named(item, files))
        blobs = [(each.sha256, each.media_type, each.content) for each in prepared]
        with self._desk.using() as store:
            if replaces is None:
                item = store.outbox.add(item, blobs, _id(draft))
            else:
                found = store.outbox.replace(replaces, item, blobs, _id(draft))
                item = found or store.outbox.item(replaces)
            store.outbox.copy()
        return item

    def replace(
        self,
        op_id: str,
        payload: Mapping[str, Any],
        *,
        attachments: Iterable[Attachment] = (),
        files: Iterable[str] = (),
        draft: tuple[str, str] | None = None,
    ) -> Submission:
        """Send `payload` in place of one that was not sent or was refused.

        Returns the new submission, or the old one as it is where it is too late, and then the
        draft stays. Attachments that `payload` still names go along again; the rest is as in
        `enqueue`.
        """
        from desktop.services.attachments import prepare

        prepared = [prepare(attachment) for attachment in attachments]
        blobs = [(each.sha256, each.media_type, each.content) for each in prepared]
        with self._desk.using() as store:
            old = store.outbox.item(op_id)
            schema = int(json.loads(old.payload).get("schema", 1))
            item = self._made(old.kind, old.scope, old.stream, payload, prepared, schema)
            named = set(map(str, item.content.values()))
            again = [sha for sha in old.blobs if sha in named]
            item = _also(item, old.follows)
            item = _also(item, _named(item, (*again, *files)))
            found = store.outbox.replace(op_id, item, blobs, _id(draft))
            store.outbox.copy()
            return found or store.outbox.item(op_id)

    def items(self, include_done: bool = True) -> tuple[Submission, ...]:
        """Everything in the order of the queue, or what is not settled yet."""
        with self._desk.using() as store:
            return store.outbox.items(include_done=include_done)

    def pending_count(self) -> int:
        """How many are not settled yet, those that wait for the person among them."""
        with self._desk.using() as store:
            return store.outbox.pending_count()

    def unsent(self) -> Unsent:
        """What signing out would lose."""
        with self._desk.using() as store:
            return Unsent(*store.outbox.unsent())

    def cancel(self, op_id: str) -> Submission:
        """Cancel what was never sent. The answer says what it is now: another state than
        CANCELLED means that it was too late."""
        with self._desk.using() as store:
            item = store.outbox.cancel(op_id)
            store.outbox.copy()
            return item

    def discard(self, op_id: str) -> Submission:
        """Give up what waits for the person; it is CANCELLED then."""
        with self._desk.using() as store:
            item = store.outbox.discard(op_id)
            store.outbox.copy()
            return item

    def retry(self, op_id: str) -> Submission:
        """Send what waits for the person once more, with the next sync."""
        with self._desk.using() as store:
            item = store.outbox.retry(op_id)
            store.outbox.copy()
        self._lanes.free(item.stream)
        return item

    def check_now(self, op_id: str) -> Submission:
        """Ask the server what became of it; network.

        One that never arrived stays UNCERTAIN and goes out with the next sync, without further
        waiting.
        """
        with self._desk.using() as store:
            item = store.outbox.item(op_id)
            if item.state is not SubmissionState.UNCERTAIN:
                return item
            answer = self._session.client.submission(op_id)
            if answer is None:
                self._lanes.free(item.stream)
                return item
            store.outbox.keep_answer(answer, store.cache.resume().epoch or 0)
            return store.outbox.item(op_id)

    def export(self, path: Path) -> None:
        """Write everything as JSON, with times, references and digests; overwrites."""
        from desktop.services.documents.files import replace

        rows = [_exported(item) for item in self.items()]
        content = json.dumps({"submissions": rows}, ensure_ascii=False, indent=2)
        replace(path, content.encode() + b"\n")

    def report(self) -> OutboxReport | None:
        """What was found wrong with the outbox when it was opened, for telling the person."""
        with self._desk.using() as store:
            return store.outbox_report

    def _made(
        self,
        kind: str,
        scope: str,
        stream: str,
        payload: Mapping[str, Any],
        attachments: list[Prepared],
        schema: int,
    ) -> Submission:
        """A submission whose bytes are final."""
        now = self._clock.now()
        body = json.dumps(
            {
                "kind": kind,
                "schema": schema,
                "scope": scope,
                "created_at": _text(now),
                "payload": {**payload, **{each.field: each.sha256 for each in attachments}},
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        if len(body) > MAX_BODY:
            raise ValueError("more than one submission can carry")
        return Submission(
            op_id=self._make_id(),
            scope=scope,
            stream=stream,
            kind=kind,
            payload=body,
            payload_sha256=sha256(body).hexdigest(),
            created_at=now,
            depends_on=tuple(BLOB + each.sha256 for each in attachments),
        )


def _also(item: Submission, names: tuple[str, ...]) -> Submission:
    return changed(item, depends_on=(*item.depends_on, *names))


def _named(item: Submission, files: Iterable[str]) -> tuple[str, ...]:
    """Dependencies on these files, each once."""
    new = dict.fromkeys(BLOB + sha256 for sha256 in files)
    return tuple(name for name in new if name not in item.depends_on)


def _id(draft: tuple[str, str] | None) -> str | None:
    from desktop.store.drafts import draft_id

    return None if draft is None else draft_id(*draft)


def _exported(item: Submission) -> dict[str, Any]:
    problem = item.problem
    return {
        "op_id": item.op_id,
        "kind": item.kind,
        "scope": item.scope,
        "state": item.state,
        "created_at": _text(item.created_at),
        "first_sent_at": item.first_sent_at and _text(item.first_sent_at),
        "attempts": item.attempts,
        "reference": item.reference,
        "received_at": item.received_at and _text(item.received_at),
        "problem": problem and {"code": problem.code, "field": problem.field},
        "replaces": item.replaces,
        "sha256": item.payload_sha256,
        "payload": item.content,
    }


def _text(when: datetime) -> str:
    return when.astimezone(UTC).isoformat().replace("+00:00", "Z")
