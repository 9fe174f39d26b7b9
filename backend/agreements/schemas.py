"""Body of `agreement`. Amounts are minor units."""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict

from backend.agreements.models import AgreementStatus, ExitReason, InstalmentStatus
from backend.agreements.rules import CollectionMode
from backend.feed.formats import DecimalText, InstantText


class InstalmentBody(BaseModel):
    """What is to be paid until when; `tax` is the one on the interest."""

    model_config = ConfigDict(extra="forbid")

    id: str
    number: int
    due_date: datetime.date
    capital: int
    interest: int
    tax: int
    paid: int
    paid_on: datetime.date | None
    status: InstalmentStatus


class IncludedInvoiceBody(BaseModel):
    """An invoice of the agreement and what was open on it then."""

    model_config = ConfigDict(extra="forbid")

    id: str
    number: str
    amount: int


class AgreementBody(BaseModel):
    """An agreement with its schedule and what it includes."""

    model_config = ConfigDict(extra="forbid")

    id: str
    contract_id: str
    number: str
    status: AgreementStatus
    exit_reason: ExitReason | None
    note: str
    mode: CollectionMode
    currency: str
    requested_at: InstantText
    accepted_on: datetime.date | None
    ended_on: datetime.date | None
    debt: int
    arrears: int
    arrears_tax: int
    down_payment: int
    down_payment_id: str | None
    down_payment_due: datetime.date | None
    down_payment_paid: int
    down_payment_paid_on: datetime.date | None
    nominal_rate: DecimalText
    tax_rate: DecimalText
    consecutive_unpaid: int
    total_unpaid: int
    consent_version: str
    signed_by: str
    instalments: list[InstalmentBody]
    invoices: list[IncludedInvoiceBody]
    origin_op_id: str | None
