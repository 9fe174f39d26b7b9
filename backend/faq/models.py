"""Articles of frequent questions."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id
from backend.feed.sources import entity


class FaqArticle(Base):
    """One question. `answer` is plain text: paragraphs apart by an empty line, lines that begin
    with "- " or "1. " are a list. `keywords` are words by which people look for it, apart by
    commas; `page` is the key of the app's page that it is about, or empty. A withdrawn article
    has no row."""

    __tablename__ = "faq_article"
    __feed__ = entity("faq_article")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(60), unique=True)
    category: Mapped[str] = mapped_column(String(80))
    position: Mapped[int] = mapped_column(default=0)
    question: Mapped[str] = mapped_column(String(200))
    answer: Mapped[str] = mapped_column(Text)
    keywords: Mapped[str] = mapped_column(String(400), default="")
    page: Mapped[str] = mapped_column(String(40), default="")
    updated_on: Mapped[date]
