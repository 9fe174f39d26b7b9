"""Working days, by the utility's calendar: Monday to Friday without the holidays it names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """`holidays` are the days besides weekends on which the utility does not work."""

    holidays: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether the utility works on `day`."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """`day` itself where people work, else the next day on which they do."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days come after `first` and not after `last`; negative where `last`
        is the earlier one."""
        if last < first:
            return -self.between(last, first)
        return sum(self.is_working(first + timedelta(n + 1)) for n in range((last - first).days))
