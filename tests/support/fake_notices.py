"""Notices without a mirror: what the test says, and what was read of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from desktop.domain.notices import Notice, NoticeRules, Topic
from desktop.services.results import NoticeBook


@dataclass
class FakeNotices:
    """Answers as the service of notices does; `asked` are the lead days of the last question."""

    notices: tuple[Notice, ...] = ()
    read: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    now: datetime = datetime(2026, 11, 22, 17, 2, tzinfo=UTC)
    asked: dict[str, int] = field(default_factory=dict)

    def book(self, topics: frozenset[Topic], days: dict[str, int] | None = None) -> NoticeBook:
        self.asked = dict(days or {})
        wanted = tuple(notice for notice in self.notices if notice.topic in topics)
        return NoticeBook(
            wanted, frozenset(self.read), frozenset(self.told), NoticeRules(), self.now
        )

    def mark_read(self, ids: Iterable[str]) -> None:
        self.read |= set(ids)

    def mark_unread(self, ids: Iterable[str]) -> None:
        self.read -= set(ids)

    def mark_told(self, ids: Iterable[str]) -> None:
        self.told |= set(ids)
