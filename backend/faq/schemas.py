"""Body of `faq_article`."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict


class FaqArticleBody(BaseModel):
    """A frequent question with its answer."""

    model_config = ConfigDict(extra="forbid")

    id: str
    code: str
    category: str
    position: int
    question: str
    answer: str
    keywords: list[str]
    page: str
    updated_on: date
