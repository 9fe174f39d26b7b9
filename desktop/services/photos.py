"""A picture that goes with a submission, looked at before anything is promised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.domain.submissions import MAX_ATTACHMENT, Attachment

_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


class PhotoProblem(StrEnum):
    """Why a file cannot go along."""

    TOO_BIG = "too_big"
    WRONG_TYPE = "wrong_type"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG or PNG of at most MAX_ATTACHMENT bytes, without what it says of place and time;
    `problem` is set where it is not."""

    name: str
    content: bytes
    problem: PhotoProblem | None = None


def read_photo(path: Path) -> Photo:
    """The file at `path`, its type told by its content."""
    from desktop.services.attachments import UnusableAttachmentError, prepare

    try:
        with path.open("rb") as file:
            content = file.read(MAX_ATTACHMENT + 1)
    except OSError:
        return Photo(path.name, b"", PhotoProblem.UNREADABLE)
    if len(content) > MAX_ATTACHMENT:
        return Photo(path.name, b"", PhotoProblem.TOO_BIG)
    if not content.startswith(_SIGNATURES):
        return Photo(path.name, b"", PhotoProblem.WRONG_TYPE)
    try:
        prepared = prepare(Attachment("photo", content))
    except UnusableAttachmentError:
        return Photo(path.name, b"", PhotoProblem.UNREADABLE)
    return Photo(path.name, prepared.content)
