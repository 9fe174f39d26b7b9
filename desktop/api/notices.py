"""Notices of the utility as they stand on the wire."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from desktop.api.fields import Entity, Id, Instant
from desktop.domain import notices

Days = Annotated[int, Meta(ge=0, le=366)]


class Notice(Entity, frozen=True, gc=False):
    """Kind `notice`."""

    contract_id: Id | None
    kind: notices.NoticeKind
    title: str
    text: str
    page: str
    published_at: Instant
    starts_at: Instant | None
    ends_at: Instant | None

    def keys(self) -> int:
        """How many names its JSON text has."""
        return 9

    def domain(self) -> notices.PublishedNotice:
        """The domain object."""
        return notices.PublishedNotice(
            id=self.id,
            contract_id=self.contract_id,
            kind=self.kind,
            title=self.title,
            text=self.text,
            page=self.page,
            published_at=self.published_at,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
        )


class NoticeRules(Struct, frozen=True):
    """Rules of area `notices`."""

    due_days: Days
    window_days: Days
    instalment_days: Days
    answered_days: Days

    def domain(self) -> notices.NoticeRules:
        """The domain object."""
        return notices.NoticeRules(
            due_days=self.due_days,
            window_days=self.window_days,
            instalment_days=self.instalment_days,
            answered_days=self.answered_days,
        )


ENTITIES = {"notice": (Notice, notices.PublishedNotice)}
POLICIES = {"notices": (NoticeRules, notices.NoticeRules)}
