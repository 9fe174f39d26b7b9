"""What a person has entered and not sent: kept as typed, per contract, while the session lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.submissions.self_reading.content import SelfReading

if TYPE_CHECKING:
    from desktop.services.photos import Photo


@dataclass(frozen=True, slots=True)
class Draft:
    """`texts` are the digits by register. `replaces` is the op_id of the submission that this one
    corrects, `kept_photo` the sha256 of its picture; `is_again` means that the person wants to
    replace what is there already."""

    texts: Mapping[str, str] = field(default_factory=dict)
    is_confirmed: bool = False
    is_declared: bool = False
    photo: Photo | None = None
    kept_photo: str | None = None
    replaces: str = ""
    is_again: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost."""
        return not any(self.texts.values()) and self.photo is None

    @property
    def has_photo(self) -> bool:
        """Whether a picture goes along."""
        return self.photo is not None or self.kept_photo is not None

    def with_text(self, register_id: str, text: str) -> Draft:
        """Other digits; what was confirmed of the old ones is not confirmed any more."""
        return replace(self, texts={**self.texts, register_id: text}, is_confirmed=False)


def draft_of(op_id: str, reading: SelfReading) -> Draft:
    """What was sent or waits, opened to be corrected."""
    texts = {value.register_id: value.value for value in reading.values}
    return Draft(texts=texts, replaces=op_id, kept_photo=reading.photo, is_again=True)
