"""The payload of `supply_documents`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.supply_requests.payloads import Code, Documents


class SupplyDocuments(BaseModel):
    """What was missing in the request of this id."""

    model_config = ConfigDict(extra="forbid")

    request_id: Code
    documents: Annotated[Documents, Field(min_length=1)]
