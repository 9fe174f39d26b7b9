"""Body of `invoice`. Amounts are minor units."""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict, Field

from backend.feed.formats import DecimalText
from backend.invoices.models import InvoiceKind, LineKind, PaymentStatus
from backend.readings.models import Quality


class DueTermBody(BaseModel):
    """Pay until."""

    model_config = ConfigDict(extra="forbid")

    date: datetime.date
    amount: int


class LineBody(BaseModel):
    """What is charged."""

    model_config = ConfigDict(extra="forbid")

    kind: LineKind
    description: str
    quantity: DecimalText | None
    unit: str
    unit_price: DecimalText | None
    price_currency: str
    fx_rate: DecimalText | None
    tax_rate: DecimalText | None
    amount: int


class InvoiceReadingBody(BaseModel):
    """What the period was billed on."""

    model_config = ConfigDict(extra="forbid")

    meter_serial: str
    previous_date: datetime.date
    previous_value: DecimalText
    current_date: datetime.date
    current_value: DecimalText
    quality: Quality
    consumption: DecimalText
    unit: str


class DocumentBody(BaseModel):
    """Where the utility's own document is."""

    model_config = ConfigDict(extra="forbid")

    id: str
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    size: int = Field(ge=0)
    media_type: str


class InvoiceBody(BaseModel):
    """An invoice with everything on it."""

    model_config = ConfigDict(extra="forbid")

    id: str
    contract_id: str
    number: str
    kind: InvoiceKind
    currency: str
    issue_date: datetime.date
    period_start: datetime.date | None
    period_end: datetime.date | None
    due_terms: list[DueTermBody]
    period_charge: int
    previous_balance: int
    total: int
    paid: int
    open: int
    payment_status: PaymentStatus
    lines: list[LineBody]
    readings: list[InvoiceReadingBody]
    document: DocumentBody | None
    replaced_by: str | None
    agreement_number: str | None
    claim_number: str | None
