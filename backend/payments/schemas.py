"""Body of `payment`, and what paying is asked and answered with."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.payments.models import IntentState, Review

Number = Annotated[str, Field(pattern="^[1-9][0-9]{0,17}$")]
Amount = Annotated[int, Field(ge=1, le=10**15)]


class PayItemForm(BaseModel):
    """A debt to pay. `seq` is the number by which the app knows it, so that one that has moved
    since is noticed even where the amount still fits."""

    model_config = ConfigDict(extra="forbid")

    target: str = Field(pattern="^[a-z_]{1,16}$")
    id: Number
    amount: Amount
    seq: Annotated[int, Field(ge=1, le=2**62)] | None = None


class PayForm(BaseModel):
    """What is to be paid, and through which bank. `return_port` is where the app waits on the
    customer's own computer."""

    model_config = ConfigDict(extra="forbid")

    contract_id: Number
    bank: str = Field(pattern="^[a-z0-9_]{1,24}$")
    items: list[PayItemForm] = Field(min_length=1, max_length=60)
    return_port: Annotated[int, Field(ge=1024, le=65535)] | None = None


class PaymentItemBody(BaseModel):
    """A debt that the attempt is for; `credited` of `amount` has been."""

    model_config = ConfigDict(extra="forbid")

    target: str
    id: str
    label: str
    amount: int
    credited: int


class ReceiptBody(BaseModel):
    """Money that arrived."""

    model_config = ConfigDict(extra="forbid")

    number: str
    bank_reference: str
    amount: int
    paid_at: datetime.datetime


class PaymentBody(BaseModel):
    """An attempt to pay, and what became of it."""

    model_config = ConfigDict(extra="forbid")

    id: str
    pay_id: str
    contract_id: str
    bank: str
    bank_name: str
    currency: str
    amount: int
    state: IntentState
    reason: str | None
    created_at: datetime.datetime
    expires_at: datetime.datetime
    closed_at: datetime.datetime | None
    review: Review | None
    items: list[PaymentItemBody]
    receipts: list[ReceiptBody]


class PaymentAnswer(PaymentBody):
    """With the bank's page, for as long as it makes sense to go there."""

    bank_url: str | None
