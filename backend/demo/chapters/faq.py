"""The frequent questions of the demonstration utility."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path

from backend.demo.chapters import Stage
from backend.faq.models import FaqArticle

ORDER = 80
PATH = Path(__file__).parents[1] / "faq.toml"


def write(stage: Stage) -> None:
    """Every article, in the file's order."""
    articles = tomllib.loads(PATH.read_text("utf-8"))["article"]
    with stage.database.writing() as session:
        for place, article in enumerate(articles, start=1):
            session.add(
                FaqArticle(
                    code=article["code"],
                    category=article["category"],
                    position=10 * place,
                    question=article["question"],
                    answer=article["answer"].strip(),
                    keywords=", ".join(article["keywords"]),
                    page=article["page"],
                    updated_on=stage.today - timedelta(days=7 * place),
                )
            )
