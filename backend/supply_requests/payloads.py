"""Parts that the payloads of supply requests share."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from backend.feed.formats import Sha256Text


class SentDocument(BaseModel):
    """An attachment and what it is."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, Field(pattern="^[a-z][a-z0-9_]{0,39}$")]
    sha256: Sha256Text


def _each_once(documents: list[SentDocument]) -> list[SentDocument]:
    if len({document.code for document in documents}) != len(documents):
        raise ValueError("a document stands twice")
    return documents


Documents = Annotated[list[SentDocument], Field(max_length=20), AfterValidator(_each_once)]
Phone = Annotated[str, Field(min_length=6, max_length=40, pattern=r"^[0-9+() .\-]+$")]
Email = Annotated[str, Field(max_length=254, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
