"""Body of `notice`."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from backend.feed.formats import InstantText
from backend.notices.models import NoticeKind


class NoticeBody(BaseModel):
    """A notice of the utility."""

    model_config = ConfigDict(extra="forbid")

    id: str
    contract_id: str | None
    kind: NoticeKind
    title: str
    text: str
    page: str
    published_at: InstantText
    starts_at: InstantText | None
    ends_at: InstantText | None
