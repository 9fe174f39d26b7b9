"""Somebody who uses the app: sends, corrects, cancels, tries again, and remembers what it said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import AppError
from desktop.domain.submissions import Attachment, Submission, SubmissionState

if TYPE_CHECKING:
    from desktop.services.outbox import OutboxService
    from tests.simulation.life import Life

STREAMS = (("C-1", "C-1"), ("C-1", "claim-1"), ("C-2", "C-2"))
MOST = 14  # submissions in a life
PHOTO = b"%PDF-" + b"x" * 600


@dataclass(slots=True)
class Memory:
    """What the app told of one submission."""

    body: bytes
    cancelled: bool = False  # by the person, before it was sent
    discarded: bool = False


class Person:
    """Acts through the production outbox service, between any two calls of a sync."""

    def __init__(self, life: Life, service: OutboxService) -> None:
        self._life = life
        self._service = service

    def acts(self) -> None:
        """Do something, or nothing."""
        rng = self._life.rng
        choices = (self._send, self._send, self._send, self._change, self._look_after)
        try:
            rng.choice(choices)()
        except AppError:
            return  # the app said that it did not work

    def _send(self) -> None:
        life = self._life
        rng = life.rng
        if len(life.outbox.rows) >= MOST:
            return
        scope, stream = rng.choice(STREAMS)
        before = [i for i in life.outbox.items() if i.stream == stream]
        depends_on = before[-1].op_id if before and rng.random() < 0.2 else None
        files = [Attachment("photo", PHOTO)] if rng.random() < 0.1 else []
        item = self._service.enqueue(
            "self_reading",
            scope,
            stream,
            self._content(),
            depends_on=depends_on,
            attachments=files,
        )
        self._remember(item)

    def _change(self) -> None:
        """Cancel or correct something."""
        life = self._life
        items = life.outbox.items()
        if not items:
            return
        item = life.rng.choice(items)
        if life.rng.random() < 0.5:
            if self._service.cancel(item.op_id).state is SubmissionState.CANCELLED:
                self._cancelled(item)
        else:
            was = life.outbox.item(item.op_id).state
            new = self._service.replace(item.op_id, self._content())
            if new.op_id != item.op_id:
                self._remember(new)
                if was is SubmissionState.QUEUED:
                    self._cancelled(item)

    def _look_after(self) -> None:
        """Whatever waits for the person, or for an answer."""
        life = self._life
        parked = [i for i in life.outbox.items() if i.state is SubmissionState.PARKED]
        unsure = [i for i in life.outbox.items() if i.state is SubmissionState.UNCERTAIN]
        if parked:
            item = life.rng.choice(parked)
            if life.rng.random() < 0.7:
                self._service.retry(item.op_id)
                life.network.floors.pop(item.stream, None)
            elif self._service.discard(item.op_id).state is SubmissionState.CANCELLED:
                life.oracle.memories.setdefault(item.op_id, Memory(item.payload)).discarded = True
        elif unsure:
            item = life.rng.choice(unsure)
            life.network.floors.pop(item.stream, None)
            self._service.check_now(item.op_id)
            # It has not arrived, they say: then not at all.
            if self._service.cancel(item.op_id).state is SubmissionState.CANCELLED:
                self._cancelled(item)

    def _content(self) -> dict[str, Any]:
        rng = self._life.rng
        content: dict[str, Any] = {"value": str(rng.randrange(10_000)), "photo": None}
        for fate, odds in (("poison", 0.04), ("refuse", 0.1), ("forbid", 0.03)):
            if rng.random() < odds:
                content[fate] = True
        return content

    def _remember(self, item: Submission) -> None:
        self._life.oracle.memories[item.op_id] = Memory(item.payload)

    def _cancelled(self, item: Submission) -> None:
        memories = self._life.oracle.memories
        memories.setdefault(item.op_id, Memory(item.payload)).cancelled = True
