"""How decimals, instants and digests are written in a body."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

DecimalText = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
InstantText = Annotated[
    str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z$")
]
Sha256Text = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
