"""Articles of frequent questions as the feed shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from backend.faq.models import FaqArticle
from backend.feed.wire import CATALOGUE, Entity, day


def faq_articles(connection: Connection, ids: Sequence[int]) -> Iterator[Entity]:
    """Bodies of `faq_article`."""
    for row in connection.execute(select(*FaqArticle.__table__.c).where(FaqArticle.id.in_(ids))):
        body = {
            "id": str(row.id),
            "code": row.code,
            "category": row.category,
            "position": row.position,
            "question": row.question,
            "answer": row.answer,
            "keywords": [word.strip() for word in row.keywords.split(",") if word.strip()],
            "page": row.page,
            "updated_on": day(row.updated_on),
        }
        yield Entity(row.id, CATALOGUE, body)
