"""Frequent questions as they stand on the wire."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from desktop.api.fields import Count, Entity
from desktop.domain import faq


class FaqArticle(Entity, frozen=True, gc=False):
    """Kind `faq_article`."""

    code: str
    category: str
    position: Count
    question: str
    answer: str
    keywords: list[str]
    page: str
    updated_on: date

    def keys(self) -> int:
        """How many names its JSON text has."""
        return 9

    def domain(self) -> faq.FaqArticle:
        """The domain object."""
        return faq.FaqArticle(
            id=self.id,
            code=self.code,
            category=self.category,
            position=self.position,
            question=self.question,
            answer=self.answer,
            keywords=tuple(self.keywords),
            page=self.page,
            updated_on=self.updated_on,
        )


class FaqRules(Struct, frozen=True):
    """Rules of area `faq`."""

    synonyms: list[list[str]]

    def domain(self) -> faq.FaqRules:
        """The domain object."""
        return faq.FaqRules(tuple(tuple(group) for group in self.synonyms))


ENTITIES = {"faq_article": (FaqArticle, faq.FaqArticle)}
POLICIES = {"faq": (FaqRules, faq.FaqRules)}
