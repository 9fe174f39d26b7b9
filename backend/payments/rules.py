"""How a utility lets its customers pay."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from backend.policies.rules import Rules


class BankRules(BaseModel):
    """A bank, in the order in which banks are offered. Amounts are minor units of the utility's
    currency; `hosts` are where the bank's pages may be, and the app opens no other; `adapter`
    names a module of `backend.banks`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(pattern="^[a-z0-9_]{1,24}$")
    name: str = Field(min_length=1, max_length=60)
    adapter: str = "simulator"
    currencies: tuple[str, ...] = ("UYU",)
    min_amount: int = Field(1, ge=1)
    max_amount: int | None = Field(None, ge=1)
    hosts: tuple[str, ...] = ()


class CouponField(BaseModel):
    """One stretch of a coupon's digits, `length` long, padded with zeros at the left. `contract`
    are the digits of the contract's number, `amount` minor units, `until` the last day as YYMMDD,
    `text` stands as it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: Literal["text", "contract", "amount", "until"]
    length: int = Field(ge=1, le=20)
    text: str = Field("", pattern="^[0-9]*$")


class CouponRules(BaseModel):
    """The coupon that collection networks read. `check` is a digit over all the others. It is
    printed from data at most `max_age_hours` old and holds for `valid_days`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    symbology: Literal["i2of5", "code128", "qr"] = "i2of5"
    fields: tuple[CouponField, ...] = Field(min_length=1)
    check: Literal["none", "mod10", "mod11"] = "mod10"
    valid_days: int = Field(5, ge=0, le=60)
    max_age_hours: int = Field(24, ge=1)
    networks: tuple[str, ...] = ()


class PaymentRules(Rules):
    """An attempt ends after `expiry_minutes`; one that the bank does not answer for
    `give_up_hours` goes to the office. A balance older than `fresh_minutes` is read anew before
    paying. Within `posting_hours` of a payment the app warns, after `claim_after_hours` without an
    answer it offers a claim."""

    area: ClassVar[str] = "payments"

    expiry_minutes: int = Field(30, ge=1, le=24 * 60)
    give_up_hours: int = Field(48, ge=1)
    fresh_minutes: int = Field(15, ge=1)
    posting_hours: int = Field(48, ge=0)
    claim_after_hours: int = Field(72, ge=1)
    oldest_first_required: bool = False
    allocation: Literal["oldest_first", "as_chosen"] = "oldest_first"
    banks: tuple[BankRules, ...] = Field(min_length=1)
    coupon: CouponRules | None = None


RULES = PaymentRules
