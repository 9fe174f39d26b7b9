"""The payload of `contract_alias`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class ContractAlias(BaseModel):
    """An empty alias takes the name away."""

    model_config = ConfigDict(extra="forbid")

    alias: Annotated[
        str,
        StringConstraints(strip_whitespace=True, max_length=40, pattern=r"^[^\x00-\x1f\x7f]*$"),
    ]
