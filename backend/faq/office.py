"""What the utility's people do with frequent questions."""

from __future__ import annotations

from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from backend.catalogue.models import Utility
from backend.faq.models import FaqArticle
from backend.office.acts import Act, Desk, OfficeRefusedError

# PostgreSQL keeps no NUL, and a line has no control characters.
_LINE, _TEXT = r"^[^\x00-\x1f\x7f]*$", r"^[^\x00]*$"
Code = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$", description="short name of the article")]


class ArticleForm(BaseModel):
    """A new article, or a new text for the one with this code."""

    model_config = ConfigDict(extra="forbid")

    code: Code
    category: Annotated[str, Field(min_length=1, max_length=80, pattern=_LINE)]
    question: Annotated[str, Field(min_length=5, max_length=200, pattern=_LINE)]
    answer: Annotated[
        str,
        Field(
            min_length=5, max_length=4000, description='paragraphs, and lists with "- " or "1. "'
        ),
    ]
    keywords: Annotated[
        str, Field(max_length=400, pattern=_LINE, description="apart by commas")
    ] = ""
    page: Annotated[str, Field(pattern="^[a-z_]{0,40}$", description="key of a page")] = ""
    position: Annotated[int, Field(ge=0, le=10_000, description="place in its category")] = 1000


class CodeForm(BaseModel):
    """The article to take away."""

    model_config = ConfigDict(extra="forbid")

    code: Code


def publish(desk: Desk, form: ArticleForm) -> dict[str, Any]:
    """Show an article to everybody, in place of the one with the same code."""
    zone = ZoneInfo(desk.session.get_one(Utility, 1).zone)
    article = desk.session.scalar(select(FaqArticle).where(FaqArticle.code == form.code))
    is_new = article is None
    if article is None:
        article = FaqArticle(code=form.code)
        desk.session.add(article)
    for name, value in form.model_dump().items():
        setattr(article, name, value)
    article.updated_on = desk.now.astimezone(zone).date()
    desk.session.flush()
    return {"code": article.code, "is_new": is_new}


def withdraw(desk: Desk, form: CodeForm) -> dict[str, Any]:
    """Take an article away."""
    article = desk.session.scalar(select(FaqArticle).where(FaqArticle.code == form.code))
    if article is None:
        raise OfficeRefusedError("unknown-article", form.code)
    desk.session.delete(article)
    return {"code": form.code}


ACTS = (
    Act("publish-article", ArticleForm, publish, "publish a frequent question, or change it"),
    Act("withdraw-article", CodeForm, withdraw, "take a frequent question away"),
)
