"""Answers about attachments, as OpenAPI documents them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from backend.feed.formats import Sha256Text


class BlobState(BaseModel):
    """How much of an attachment is there: `offset` of `size` bytes."""

    model_config = ConfigDict(extra="forbid")

    sha256: Sha256Text
    size: int
    offset: int
    complete: bool
    media_type: str | None
