"""What the utility has decided about frequent questions."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from backend.policies.rules import Rules

Word = Annotated[str, Field(min_length=2, max_length=40)]


class FaqRules(Rules):
    """`synonyms` are groups of words that mean the same to whoever searches."""

    area: ClassVar[str] = "faq"

    synonyms: Annotated[list[Annotated[list[Word], Field(min_length=2)]], Field(max_length=200)]


RULES = FaqRules
