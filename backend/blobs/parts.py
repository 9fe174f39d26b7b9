"""What a part of an attachment says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.problems import Problem

_RANGE = re.compile(r"bytes (\d{1,12})-(\d{1,12})/(\d{1,12})", re.ASCII)
_BEGINNINGS = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
}
TELLING = max(map(len, _BEGINNINGS))
"""From so many bytes on the type can be told."""


@dataclass(frozen=True, slots=True)
class Part:
    """`body` begins at `start` of the `size` bytes of the whole."""

    start: int
    size: int
    body: bytes


def part_of(body: bytes, content_range: str | None) -> Part:
    """The part that a request carries; without a range it is the whole. `invalid-request` where
    the two do not agree."""
    if content_range is None:
        return Part(0, len(body), body)
    match = _RANGE.fullmatch(content_range)
    if match is not None:
        first, last, size = map(int, match.groups())
        if first <= last < size and last - first + 1 == len(body):
            return Part(first, size, body)
    where = {"field": "header.content-range", "message": "not the range of these bytes"}
    raise Problem("invalid-request", errors=[where])


def media_type_of(beginning: bytes) -> str | None:
    """What the bytes say that they are; None for what is not taken."""
    for magic, media_type in _BEGINNINGS.items():
        if beginning.startswith(magic):
            return media_type
    return None
