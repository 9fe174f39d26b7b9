"""The utility's calendar on the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from desktop.domain import workdays


class Calendar(Struct, frozen=True, gc=False):
    """Rules of the area `calendar`."""

    holidays: Annotated[list[date], Meta(max_length=2000)]

    def domain(self) -> workdays.Calendar:
        """The domain object."""
        return workdays.Calendar(frozenset(self.holidays))


POLICIES = {"calendar": (Calendar, workdays.Calendar)}
