"""The days on which the utility does not work."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from backend.policies.rules import Rules


class Calendar(Rules):
    """`holidays` besides Saturdays and Sundays, of the years that deadlines can reach."""

    area: ClassVar[str] = "calendar"

    holidays: frozenset[date]


RULES = Calendar
