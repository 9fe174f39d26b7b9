"""Avisos: what a person should know, and what of it they have seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

from desktop.domain.invoices import Invoice
from desktop.domain.notice_sources import SOURCES
from desktop.domain.notices import Choices, Facts, NoticeRules, Reader, Topic, wanted
from desktop.services.results import NoticeBook

if TYPE_CHECKING:
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk
    from desktop.store.local import LocalStore

T = TypeVar("T")

_READING = "self_reading"


class NoticeService:
    """Computes notices from the mirror; never asks the network."""

    def __init__(self, desk: Desk, clock: ServerClock) -> None:
        self._desk = desk
        self._clock = clock

    def book(self, topics: frozenset[Topic], days: dict[str, int] | None = None) -> NoticeBook:
        """Every notice of these topics, the most urgent first. `days` are the lead days that the
        person chose, by the names of `NoticeRules`; the utility decides the others."""
        with self._desk.using() as store:
            rules = store.mirror.policy(NoticeRules) or NoticeRules()
            chosen = {name: getattr(rules, name) for name in NoticeRules.__slots__} | (days or {})
            facts = Facts(
                now=self._clock.now(),
                today=self._clock.today(),
                contracts=store.contracts.every(),
                every=_reader(store, topics),
                choices=Choices(topics, NoticeRules(**chosen)),
                waiting=_waiting(store),
            )
            seen = store.notices.seen()
        return NoticeBook(wanted(SOURCES, facts), seen.read, seen.told, rules, facts.now)

    def mark_read(self, ids: Iterable[str]) -> None:
        """These have been seen."""
        with self._desk.using() as store:
            seen = store.notices.seen()
            store.notices.keep(seen.read | set(ids), seen.told)

    def mark_unread(self, ids: Iterable[str]) -> None:
        """These are to be seen again."""
        with self._desk.using() as store:
            seen = store.notices.seen()
            store.notices.keep(seen.read - set(ids), seen.told)

    def mark_told(self, ids: Iterable[str]) -> None:
        """The desktop has shown these; it does not again, also after a restart."""
        with self._desk.using() as store:
            seen = store.notices.seen()
            store.notices.keep(seen.read, seen.told | set(ids))


def _reader(store: LocalStore, topics: frozenset[Topic]) -> Reader:
    """Reads the mirror; of invoices only the open ones where nothing else is asked for: decoding
    years of paid ones would take longer than all the rest."""

    def every(entity: type[T], /) -> Sequence[T]:
        if entity is Invoice and Topic.BILL_ISSUED not in topics:
            found = [row for rows in store.invoices.open_ones().values() for row in rows]
            return cast("Sequence[T]", found)
        return store.mirror.every(entity)

    return every


def _waiting(store: LocalStore) -> frozenset[str]:
    """Contracts for which a reading has not arrived yet."""
    scopes = {
        item.scope
        for item in store.outbox.items(include_done=False)
        if item.kind == _READING and item.state.is_pending
    }
    return frozenset(link.contract_id for link in store.cache.links() if link.scope in scopes)
