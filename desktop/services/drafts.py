"""Drafts of whoever is signed in: kept on this computer as they are typed, until submitted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.drafts import Draft, DraftFile
from desktop.domain.submissions import ATTACHMENT_TYPES, MAX_ATTACHMENT, Attachment

if TYPE_CHECKING:
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk
    from desktop.services.ports import Clock

_COPIED_EVERY = 60.0  # seconds: a copy holds every draft, and drafts change with every key


class DraftService:
    """What a call returned is on the disk. Raises `StoreError` where the disk failed, and
    `SessionError` when nobody is signed in."""

    def __init__(self, desk: Desk, clock: ServerClock, ticks: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self._ticks = ticks
        self._copied_at = -_COPIED_EVERY

    def save(
        self,
        key: str,
        scope: str,
        content: Mapping[str, Any],
        files: Iterable[DraftFile] | None = None,
    ) -> Draft:
        """Put this in place of what the draft was. Without `files` it keeps those it has."""
        with self._desk.using() as store:
            made = store.drafts.save(key, scope, content, files, self._clock.now())
            now = self._ticks.monotonic()
            if now - self._copied_at >= _COPIED_EVERY:
                self._copied_at = now
                store.outbox.copy()
            return made

    def load(self, key: str, scope: str) -> Draft | None:
        """The draft of this form, None where there is none."""
        with self._desk.using() as store:
            return store.drafts.load(key, scope)

    def discard(self, key: str, scope: str) -> None:
        """Forget the draft and its files; no error where there is none."""
        with self._desk.using() as store:
            store.drafts.discard(key, scope, self._clock.now())

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the newest first."""
        with self._desk.using() as store:
            return store.drafts.all()

    def add_file(
        self,
        key: str,
        scope: str,
        field: str,
        source: Path | bytes,
        name: str = "",
        accepts: Collection[str] = ATTACHMENT_TYPES,
    ) -> DraftFile:
        """Copy a file into the outbox and name it in the draft, which is begun if need be.

        What a photo says of its place is left out. Raises `UnusableAttachmentError` with what is
        wrong with the file.
        """
        from desktop.services.attachments import prepare

        content = _read(source) if isinstance(source, Path) else source
        if isinstance(source, Path):
            name = name or source.name
        ready = prepare(Attachment(field, content), accepts)
        file = DraftFile(field, name, ready.media_type, ready.sha256, len(ready.content))
        with self._desk.using() as store:
            store.drafts.add_file(key, scope, file, ready.content, self._clock.now())
        return file

    def drop_file(self, key: str, scope: str, file: DraftFile) -> None:
        """Leave a file out again; no error where it is not there."""
        with self._desk.using() as store:
            store.drafts.drop_file(key, scope, file.field, file.sha256, self._clock.now())

    def file(self, sha256: str) -> bytes:
        """The bytes of a file that a draft or a submission names; `KeyError` for another."""
        with self._desk.using() as store:
            return store.drafts.file(sha256)


def _read(path: Path) -> bytes:
    from desktop.services.attachments import FileProblem, UnusableAttachmentError

    try:
        with path.open("rb") as file:
            return file.read(MAX_ATTACHMENT + 1)
    except OSError as error:
        raise UnusableAttachmentError(FileProblem.UNREADABLE) from error
