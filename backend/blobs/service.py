"""Takes attachments in parts that follow one another."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from backend.blobs import repository
from backend.blobs.models import Blob, BlobPart
from backend.blobs.parts import TELLING, Part, media_type_of
from backend.clock import Clock
from backend.database import Database
from backend.problems import Problem
from backend.settings import Settings


@dataclass(frozen=True, slots=True)
class BlobService:
    """Attachments of one database. Raises `Problem` where it refuses."""

    database: Database
    settings: Settings
    clock: Clock

    def put(self, user_id: int, sha256: str, part: Part) -> Blob:
        """Keep a part; the last one completes the whole. Bytes that are there already are passed
        over, so a part may come twice."""
        if part.size > self.settings.blob_limit:
            raise Problem("too-large", f"at most {self.settings.blob_limit} bytes")
        with self.database.writing() as session:
            blob = repository.begun(session, user_id, sha256, part.size, self.clock.now())
            if blob.complete:
                return blob
            if repository.stored_for(session, user_id) > self.settings.blobs_per_user:
                raise Problem("too-large", "the account has too many attachments")
            refused = _append(session, blob, part)
            if refused is not None:
                repository.forget_parts(session, blob.id)
                session.delete(blob)
        # Raised outside: what was refused must be gone, not come back.
        if refused is not None:
            raise Problem(refused)
        return blob

    def state(self, user_id: int, sha256: str) -> Blob:
        """How far it has come; `not-found` where nothing is there, also of others'."""
        with self.database.reading() as session:
            blob = repository.known(session, user_id, sha256)
        if blob is None:
            raise Problem("not-found")
        return blob


def _append(session: Session, blob: Blob, part: Part) -> str | None:
    """Add what is new of `part`. Returns the problem for which all of it must go."""
    if part.start == 0 and part.size != blob.size:
        # Its size is as certain as its digest: one of the two attempts was wrong.
        repository.forget_parts(session, blob.id)
        blob.received, blob.size, blob.media_type = 0, part.size, None
    if part.start > blob.received or part.size != blob.size:
        raise Problem("blob-offset", headers={"X-Blob-Offset": str(blob.received)})
    new = part.body[blob.received - part.start :]
    if new:
        session.add(BlobPart(blob_id=blob.id, start=blob.received, body=new))
        session.flush()
    blob.received += len(new)
    blob.complete = blob.received == blob.size
    if blob.media_type is None and (blob.received >= TELLING or blob.complete):
        _, beginning = repository.digest_and_beginning(session, blob.id, TELLING)
        blob.media_type = media_type_of(beginning)
        if blob.media_type is None:
            return "blob-type"
    if blob.complete and repository.digest_and_beginning(session, blob.id, 0)[0] != blob.sha256:
        return "blob-digest"
    return None
