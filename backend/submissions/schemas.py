"""Requests and answers about submissions, as OpenAPI documents them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from backend.feed.formats import InstantText


def _is_instant(text: str) -> str:
    datetime.fromisoformat(text)
    return text


# Of the calendar, too: the pattern alone lets the 31st of June pass.
SentInstant = Annotated[InstantText, AfterValidator(_is_instant)]


class SubmissionForm(BaseModel):
    """What a customer sends. `payload` is of the form that `kind` and `schema` name."""

    model_config = ConfigDict(extra="forbid")

    kind: Annotated[str, StringConstraints(pattern="^[a-z_]{1,40}$")]
    schema_rev: Annotated[int, Field(ge=1, le=1000, alias="schema", strict=True)]
    scope: Annotated[str, StringConstraints(max_length=32)]
    created_at: SentInstant
    payload: dict[str, Any]


class Accepted(BaseModel):
    """It took effect. `result` says how; `reference` is for people."""

    model_config = ConfigDict(extra="forbid")

    op_id: str
    state: Literal["accepted"]
    reference: str
    received_at: InstantText
    result: dict[str, Any]


class Rejected(BaseModel):
    """It was refused for good; the members are those of `submission-rejected`."""

    model_config = ConfigDict(extra="forbid")

    op_id: str
    state: Literal["rejected"]
    received_at: InstantText
    reason: str
    field: str | None
    data: dict[str, Any]
