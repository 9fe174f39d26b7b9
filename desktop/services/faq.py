"""Preguntas Frecuentes: every answer that was brought here, and finding one."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop.domain.faq import FaqArticle, FaqIndex, FaqRules
from desktop.services.results import FaqBook

if TYPE_CHECKING:
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk


class FaqService:
    """Reads frequent questions from the mirror; never asks the network. Thread-safe."""

    def __init__(self, desk: Desk, clock: ServerClock) -> None:
        self._desk = desk
        self._clock = clock
        self._lock = threading.Lock()
        self._made_of: tuple[tuple[FaqArticle, ...], FaqRules] | None = None
        self._index = FaqIndex(())

    def book(self) -> FaqBook:
        """Every article, in the utility's order."""
        index = self._current()
        with self._desk.using() as store:
            freshness = store.cache.freshness()
        return FaqBook(index.articles, self._clock.now(), freshness)

    def find(self, text: str, limit: int = 20) -> tuple[FaqArticle, ...]:
        """The articles that answer `text`, the best one first: a few words, or somebody's whole
        question."""
        return self._current().find(text, limit)

    def _current(self) -> FaqIndex:
        """The index of what the mirror says now; made anew only where that changed."""
        with self._desk.using() as store:
            articles = store.mirror.every(FaqArticle)
            rules = store.mirror.policy(FaqRules) or FaqRules(())
        with self._lock:
            if self._made_of != (articles, rules):
                self._index = FaqIndex(articles, rules.synonyms)
                self._made_of = (articles, rules)
            return self._index
