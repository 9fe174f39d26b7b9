"""What the utility has decided about the notices that the app makes by itself."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from backend.policies.rules import Rules

Days = Annotated[int, Field(ge=0, le=60)]


class NoticeRules(Rules):
    """Days beforehand in which a person is told, as long as they chose no others:
    of a due date, of the end of a reading window, of an instalment. `answered_days` is how long
    the answer to a claim is news."""

    area: ClassVar[str] = "notices"

    due_days: Days = 5
    window_days: Days = 1
    instalment_days: Days = 5
    answered_days: Days = 30


RULES = NoticeRules
