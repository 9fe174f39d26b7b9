"""The days on which the utility does not work."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import field_serializer

from backend.policies.rules import Rules


class Calendar(Rules):
    """`holidays` besides Saturdays and Sundays, of the years that deadlines can reach."""

    area: ClassVar[str] = "calendar"

    holidays: frozenset[date]

    @field_serializer("holidays")
    def _in_order(self, holidays: frozenset[date]) -> list[date]:
        # The order of a set is another one in each process, and the rules are kept as text.
        return sorted(holidays)


RULES = Calendar
