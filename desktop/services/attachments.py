"""Files that go with a submission: told by their content, and stripped of what they give away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.domain.submissions import ATTACHMENT_TYPES, MAX_ATTACHMENT, MAX_PIXELS, Attachment

if TYPE_CHECKING:
    from PIL.Image import Image

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)
_QUALITY = 90


class FileProblem(StrEnum):
    """Why a file cannot go along."""

    TOO_BIG = "too_big"
    WRONG_TYPE = "wrong_type"
    UNREADABLE = "unreadable"


class UnusableAttachmentError(ValueError):
    """It is no PDF, JPEG or PNG, it is too large, or it cannot be read: ask before, with
    `prepare`. `problem` says which."""

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Prepared:
    """An attachment as it is kept and sent."""

    field: str
    content: bytes
    media_type: str

    @property
    def sha256(self) -> str:
        """Its name at the server, in hexadecimal."""
        return sha256(self.content).hexdigest()


def prepare(attachment: Attachment, accepts: Collection[str] = ATTACHMENT_TYPES) -> Prepared:
    """The attachment without what a photo says of its place, its time and its camera. Its type,
    told by the content, must be among `accepts`.

    Raises `UnusableAttachmentError`.
    """
    content = attachment.content
    media_type = next((kind for start, kind in _SIGNATURES if content.startswith(start)), None)
    if media_type is None or media_type not in accepts:
        raise UnusableAttachmentError(FileProblem.WRONG_TYPE)
    if len(content) > MAX_ATTACHMENT:
        raise UnusableAttachmentError(FileProblem.TOO_BIG)
    if media_type != "application/pdf":
        content = _stripped(content, media_type)
    if len(content) > MAX_ATTACHMENT:
        raise UnusableAttachmentError(FileProblem.TOO_BIG)
    return Prepared(attachment.field, content, media_type)


def _stripped(content: bytes, media_type: str) -> bytes:
    """The picture written anew, turned as its EXIF says, with nothing but its pixels."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    form = media_type.partition("/")[2].upper()
    try:
        with Image.open(BytesIO(content), formats=[form]) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise UnusableAttachmentError(FileProblem.TOO_BIG)
            bare = _bare(ImageOps.exif_transpose(picture), form)
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError) as error:
        if isinstance(error, UnusableAttachmentError):
            raise
        raise UnusableAttachmentError(FileProblem.UNREADABLE) from error
    out = BytesIO()
    bare.save(out, form, quality=_QUALITY, optimize=True)
    return out.getvalue()


def _bare(picture: Image, form: str) -> Image:
    from PIL import Image

    if form == "JPEG" and picture.mode not in ("RGB", "L"):
        picture = picture.convert("RGB")
    bare = Image.new(picture.mode, picture.size)
    if picture.mode == "P":
        palette = picture.getpalette()
        bare.putpalette(palette or [])
    bare.paste(picture)
    return bare
