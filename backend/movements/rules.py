"""What the utility has decided about statements of account."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from backend.policies.rules import Rules

Months = Annotated[int, Field(ge=1, le=600)]
Days = Annotated[int, Field(ge=1, le=3650)]


class MovementRules(Rules):
    """A statement covers `default_months` unless a customer asks for more, `max_months` at most.
    `ageing_days` are the last days of each step of age of a debt but the last, which is open."""

    area: ClassVar[str] = "movements"

    default_months: Months = 12
    max_months: Months = 60
    ageing_days: Annotated[tuple[Days, ...], Field(min_length=1, max_length=6)] = (30, 60, 90)

    @model_validator(mode="after")
    def _is_in_order(self) -> MovementRules:
        if self.default_months > self.max_months:
            raise ValueError("the usual period is longer than the longest")
        if list(self.ageing_days) != sorted(set(self.ageing_days)):
            raise ValueError("the steps of age do not rise")
        return self


RULES = MovementRules
