"""Values as they stand on the wire, with the bounds that the app relies on."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

# A decimal as text: no exponent, no NaN, nothing that arithmetic could choke on.
Number = Annotated[str, Meta(pattern=r"^-?[0-9]{1,20}(\.[0-9]{1,20})?\Z")]
Minor = Annotated[int, Meta(ge=-(10**15), le=10**15)]
Count = Annotated[int, Meta(ge=0, le=10**9)]
Instant = Annotated[datetime, Meta(tz=True)]
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}\Z")]
Id = Annotated[str, Meta(min_length=1, max_length=128)]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Digits = Annotated[int, Meta(ge=0, le=15)]


def decimal(text: str | None) -> Decimal | None:
    """The exact value of a `Number`."""
    return None if text is None else Decimal(text)


class Entity(Struct, frozen=True, gc=False):
    """What a body of the feed is decoded into. An entity that says nothing else has no known
    number of names, which makes `wire` prove the slow way that none stands twice, and cannot be
    searched for."""

    id: Id

    def keys(self) -> int:
        """How many names its JSON text has; 0 is not known."""
        return 0

    def search(self) -> str:
        """What a person may look for it by, not yet folded."""
        return ""
