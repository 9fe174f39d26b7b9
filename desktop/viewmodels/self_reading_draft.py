"""What a person has entered and not sent, per contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desktop.submissions.self_reading.content import SelfReading

if TYPE_CHECKING:
    from desktop.domain import drafts


@dataclass(frozen=True, slots=True)
class Draft:
    """`texts` are the digits by register, `photo` is a picture that was added. `replaces` is the
    op_id of the submission that this one corrects, `kept_photo` the sha256 of its picture;
    `is_again` means that the person wants to replace what is there already."""

    texts: Mapping[str, str] = field(default_factory=dict)
    is_confirmed: bool = False
    is_declared: bool = False
    photo: drafts.DraftFile | None = None
    kept_photo: str | None = None
    replaces: str = ""
    is_again: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost."""
        return not any(self.texts.values()) and self.photo is None

    @property
    def photo_sha256(self) -> str | None:
        """The picture that goes along."""
        return self.photo.sha256 if self.photo is not None else self.kept_photo

    def with_text(self, register_id: str, text: str) -> Draft:
        """Other digits; what was confirmed of the old ones is not confirmed any more."""
        return replace(self, texts={**self.texts, register_id: text}, is_confirmed=False)

    def content(self) -> dict[str, Any]:
        """As it is kept; the picture is kept beside it."""
        return {
            "texts": dict(self.texts),
            "is_confirmed": self.is_confirmed,
            "is_declared": self.is_declared,
            "kept_photo": self.kept_photo,
            "replaces": self.replaces,
            "is_again": self.is_again,
        }


def draft_of(op_id: str, reading: SelfReading) -> Draft:
    """What was sent or waits, opened to be corrected."""
    texts = {value.register_id: value.value for value in reading.values}
    return Draft(texts=texts, replaces=op_id, kept_photo=reading.photo, is_again=True)


def recovered(kept: drafts.Draft) -> Draft:
    """What was typed before the app ended."""
    # Only what this version knows: a draft may be of another one, or have only its picture yet.
    known = {name: kept.content[name] for name in Draft().content() if name in kept.content}
    photo = next((file for file in kept.files if file.field == "photo"), None)
    return Draft(**known, photo=photo)
