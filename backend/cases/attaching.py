"""Files that customers sent along become documents of their contract."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from backend.blobs.models import Blob, BlobPart
from backend.cases.models import CaseAttachment, CaseMessage
from backend.cases.rules import CaseRules
from backend.cases.sent import SentFile
from backend.documents.models import Document
from backend.submissions.kinds import RejectedError, Work

_NAME = 160


def check_files(work: Work, files: Sequence[SentFile], rules: CaseRules) -> None:
    """Raises RejectedError where there are too many, or one is too large."""
    if len(files) > rules.max_files:
        raise RejectedError("too_many_files", "files", most=rules.max_files)
    for file in files:
        size = work.session.scalar(select(Blob.size).where(_of(work, file.sha256)))
        if size is not None and size > rules.max_file_size:
            raise RejectedError("file_too_large", "files", most=rules.max_file_size)


def attach(work: Work, message: CaseMessage, files: Sequence[SentFile]) -> None:
    """Put the files to a message of a case that has its id."""
    for file in {file.sha256: file for file in files}.values():
        message.attachments.append(
            CaseAttachment(
                case_id=message.case_id,
                document=_document(work, file.sha256),
                name=safe_name(file.name),
                kind=file.kind,
            )
        )


def safe_name(name: str) -> str:
    """A file's name without folders and without what a screen or a disk could choke on."""
    bare = re.sub(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", name)
    bare = re.split(r"[/\\]", bare)[-1].strip(" .")
    return bare[-_NAME:] or "archivo"


def _document(work: Work, sha256: str) -> Document:
    session: Session = work.session
    query = select(Document).where(Document.contract_id == work.scope_id, Document.sha256 == sha256)
    found = session.scalar(query)
    if found is None:
        blob = session.scalars(select(Blob).where(_of(work, sha256))).one()
        parts = select(BlobPart.body).where(BlobPart.blob_id == blob.id).order_by(BlobPart.start)
        body = b"".join(session.scalars(parts))
        found = Document.of(work.scope_id, body, blob.media_type or "application/octet-stream")
        session.add(found)
        session.flush()
    return found


def _of(work: Work, sha256: str) -> ColumnElement[bool]:
    return and_(Blob.user_id == work.user_id, Blob.sha256 == sha256)
