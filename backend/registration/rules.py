"""What the utility has decided about who may become a user."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from backend.policies.rules import Rules

Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,16}$")]
Label = Annotated[str, Field(min_length=1, max_length=80)]
Text = Annotated[str, Field(max_length=20_000)]

# How each document's number is checked; `backend.registration.documents` has the rules.
Check = Literal[
    "uy_ci",
    "uy_rut",
    "ar_dni",
    "ar_cuit",
    "es_nif",
    "co_nit",
    "cl_rut",
    "pe_ruc",
    "py_ruc",
    "passport",
    "free",
]


class Proof(StrEnum):
    """What a bill at hand shows and a stranger does not know."""

    LAST_INVOICE_NUMBER = "last_invoice_number"
    LAST_INVOICE_AMOUNT = "last_invoice_amount"
    METER_DIGITS = "meter_digits"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DocumentType(_Part):
    """`code` is the type as the utility's books name it."""

    code: Code
    label: Label
    check: Check


class ContractMask(_Part):
    """How a contract's number looks once spaces, dots and hyphens are gone. `where` tells where
    it is on a bill."""

    min_digits: Annotated[int, Field(ge=1, le=40)] = 1
    max_digits: Annotated[int, Field(ge=1, le=40)] = 40
    check: Literal["none", "luhn"] = "none"
    where: Annotated[str, Field(max_length=400)] = ""


class PasswordPolicy(_Part):
    """What a password has at least; each flag asks for one character of the kind."""

    min_length: Annotated[int, Field(ge=8, le=64)] = 8
    lower: bool = False
    upper: bool = False
    digit: bool = False
    symbol: bool = False


class Terms(_Part):
    """What a person accepts, and which edition of it."""

    version: Annotated[str, Field(min_length=1, max_length=40)]
    text: Annotated[str, Field(min_length=1, max_length=20_000)]


class RegistrationRules(Rules):
    """`invoices_back` is how many of the last bills serve as proof, `meter_digits` how many digits
    of the meter's number. Links in mail are good for `link_hours`, those for a new password for
    `reset_minutes`. After `tries_per_hour` failures about a contract nothing about it is taken for
    an hour. `earlier_users` is said to those who had registered with an earlier office."""

    area: ClassVar[str] = "registration"

    document_types: Annotated[list[DocumentType], Field(min_length=1, max_length=20)]
    contract: ContractMask = ContractMask()
    proofs: Annotated[list[Proof], Field(min_length=1, max_length=3)]
    invoices_back: Annotated[int, Field(ge=1, le=24)] = 3
    meter_digits: Annotated[int, Field(ge=3, le=12)] = 4
    password: PasswordPolicy = PasswordPolicy()
    terms: Terms
    link_hours: Annotated[int, Field(ge=1, le=168)] = 48
    reset_minutes: Annotated[int, Field(ge=5, le=1440)] = 60
    tries_per_hour: Annotated[int, Field(ge=1, le=100)] = 5
    earlier_users: Annotated[str, Field(max_length=400)] = ""
    office: Annotated[str, Field(max_length=400)] = ""

    def document_type(self, code: str) -> DocumentType | None:
        """The type with this code, if this utility takes it."""
        return next((each for each in self.document_types if each.code == code), None)


RULES = RegistrationRules
