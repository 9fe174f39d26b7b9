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


# PostgreSQL keeps no NUL, and a line has no control characters.
_LINE = r"^[^\x00-\x1f\x7f]*$"
_TEXT = r"^[^\x00]*$"

Code = Annotated[str, Field(max_length=40, pattern=_LINE)]
Name = Annotated[str, Field(min_length=2, max_length=120, pattern=_LINE)]
OptionalName = Annotated[str, Field(max_length=120, pattern=_LINE)]
DocumentNumber = Annotated[str, Field(min_length=4, max_length=32, pattern=_LINE)]
OptionalNumber = Annotated[str, Field(max_length=32, pattern=_LINE)]
Address = Annotated[str, Field(max_length=200, pattern=_LINE)]
Notes = Annotated[str, Field(max_length=1000, pattern=_TEXT)]
Documents = Annotated[list[SentDocument], Field(max_length=20), AfterValidator(_each_once)]
Phone = Annotated[str, Field(min_length=6, max_length=40, pattern=r"^[0-9+() .\-]+$")]
OptionalPhone = Annotated[str, Field(max_length=40, pattern=r"^[0-9+() .\-]*$")]
Email = Annotated[
    str, Field(max_length=254, pattern=r"^[^@\s\x00-\x1f\x7f]+@[^@\s\x00]+\.[^@\s\x00]+$")
]
