"""What the utility has decided about payment agreements."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from backend.policies.rules import Rules


class CollectionMode(StrEnum):
    """How instalments are asked for."""

    ON_INVOICE = "on_invoice"
    OWN_COUPON = "own_coupon"


Percent = Annotated[Decimal, Field(ge=0, le=1000, max_digits=9, decimal_places=4)]
Minor = Annotated[int, Field(ge=0, le=10**15)]


class AgreementRules(Rules):
    """Rates are percent: `nominal_rate` and `late_rate` a year (nominal), `tax_rate` of interest,
    `min_down_payment` of the debt with its interest to date. Amounts are minor units of the
    utility's currency; instalments are rounded to `rounding` of them. `max_debt` None is no limit,
    above it an office decides. An agreement is broken by `consecutive_unpaid` overdue instalments
    in a row or `total_unpaid` of them in all. The down payment is due `days_to_pay` working days
    after acceptance. `max_broken` agreements may have been broken in the last `broken_months`."""

    area: ClassVar[str] = "agreements"

    can_simulate: bool
    can_request: bool
    holder_only: bool = True
    mode: CollectionMode = CollectionMode.OWN_COUPON
    nominal_rate: Percent
    tax_rate: Percent
    late_rate: Percent = Decimal(0)
    min_instalments: Annotated[int, Field(ge=1, le=120)] = 2
    max_instalments: Annotated[int, Field(ge=1, le=120)]
    min_instalment: Annotated[int, Field(ge=1, le=10**15)]
    min_down_payment: Annotated[Decimal, Field(ge=0, lt=100, max_digits=6, decimal_places=4)]
    min_debt: Minor = 1
    max_debt: Minor | None = None
    max_active: Annotated[int, Field(ge=1, le=20)] = 1
    max_broken: Annotated[int, Field(ge=0, le=100)]
    broken_months: Annotated[int, Field(ge=1, le=120)]
    consecutive_unpaid: Annotated[int, Field(ge=1, le=120)]
    total_unpaid: Annotated[int, Field(ge=1, le=120)]
    days_to_pay: Annotated[int, Field(ge=0, le=60)]
    rounding: Annotated[int, Field(ge=1, le=100_000)] = 1
    consent_version: Annotated[str, Field(min_length=1, max_length=40)]
    consent: Annotated[str, Field(min_length=1, max_length=4000)]
    paper: Annotated[list[Annotated[str, Field(max_length=2000)]], Field(max_length=20)]

    @model_validator(mode="after")
    def _fit(self) -> Self:
        if self.can_request and not self.can_simulate:
            raise ValueError("what cannot be simulated cannot be requested")
        if self.max_instalments < self.min_instalments:
            raise ValueError("max_instalments is below min_instalments")
        if self.max_debt is not None and self.max_debt < self.min_debt:
            raise ValueError("max_debt is below min_debt")
        return self


RULES = AgreementRules
