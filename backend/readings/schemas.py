"""Body of `reading`."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from backend.feed.formats import DecimalText, InstantText
from backend.readings.models import (
    EstimationMethod,
    NoReadReason,
    Quality,
    ReadingReason,
    Source,
)


class ReadingBody(BaseModel):
    """A reading; `consumption` and `days` count from the one before."""

    model_config = ConfigDict(extra="forbid")

    id: str
    contract_id: str
    meter_id: str
    meter_serial: str
    register_id: str
    value: DecimalText
    unit: str
    read_at: InstantText
    quality: Quality
    source: Source
    reason: ReadingReason
    consumption: DecimalText | None
    days: int | None
    is_rollover: bool
    no_read_reason: NoReadReason | None
    method: EstimationMethod | None
    invoice_number: str | None
    origin_op_id: str | None
