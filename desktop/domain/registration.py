"""Becoming a user: what the utility asks, and what a person answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.document_numbers import compact, passes_luhn
from desktop.domain.errors import Code, RefusedError

_USERNAME = re.compile(r"[A-Za-z0-9._-]{4,40}")
ALIAS_LENGTH = 40


class ProofKind(StrEnum):
    """What a bill at hand shows and a stranger does not know."""

    LAST_INVOICE_NUMBER = "last_invoice_number"
    LAST_INVOICE_AMOUNT = "last_invoice_amount"
    METER_DIGITS = "meter_digits"


@dataclass(frozen=True, slots=True)
class DocumentType:
    """`check` names how its numbers are checked."""

    code: str
    label: str
    check: str


@dataclass(frozen=True, slots=True)
class ContractMask:
    """How a contract's number looks without separators; `where` tells where it is on a bill."""

    min_digits: int = 1
    max_digits: int = 40
    check: str = "none"
    where: str = ""

    def fits(self, text: str) -> bool:
        """Whether `text`, however it is written, may be the number of a contract."""
        number = compact(text)
        if not self.min_digits <= len(number) <= self.max_digits:
            return False
        return (
            passes_luhn(number) if self.check == "luhn" else number.isascii() and number.isalnum()
        )


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """What a password has at least; each flag asks for one character of the kind."""

    min_length: int = 8
    lower: bool = False
    upper: bool = False
    digit: bool = False
    symbol: bool = False

    def lacks(self, password: str, username: str = "") -> tuple[str, ...]:
        """What is missing, as codes: `length lower upper digit symbol`, and `username` where the
        password is made of the user's name."""
        found = {
            "length": len(password) < self.min_length,
            "lower": self.lower and not any(c.islower() for c in password),
            "upper": self.upper and not any(c.isupper() for c in password),
            "digit": self.digit and not any(c.isdigit() for c in password),
            "symbol": self.symbol and all(c.isalnum() or c.isspace() for c in password),
            "username": len(username) >= 4 and username.casefold() in password.casefold(),
        }
        return tuple(code for code, is_missing in found.items() if is_missing)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person accepts, and which edition of it."""

    version: str
    text: str


@dataclass(frozen=True, slots=True)
class RegistrationRules:
    """Rules of area `registration`."""

    document_types: tuple[DocumentType, ...]
    contract: ContractMask
    proofs: tuple[ProofKind, ...]
    invoices_back: int
    meter_digits: int
    password: PasswordPolicy
    terms: Terms
    link_hours: int
    reset_minutes: int
    tries_per_hour: int
    earlier_users: str = ""
    office: str = ""

    def check_of(self, code: str) -> str:
        """The check of a type of document; empty for one that is not taken."""
        return next((t.check for t in self.document_types if t.code == code), "")


@dataclass(frozen=True, slots=True)
class ContractClaim:
    """A contract, and what shows that it is the person's own."""

    contract_number: str
    document_type: str
    document_number: str
    proof: ProofKind
    proof_value: str


@dataclass(frozen=True, slots=True)
class Registration:
    """Somebody who wants to become a user."""

    claim: ContractClaim
    full_name: str
    email: str
    username: str
    password: str
    terms_version: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The registration arrived; whatever there is to say goes to `email` (masked)."""

    email: str
    confirm_before: datetime


@dataclass(frozen=True, slots=True)
class LinkedContract:
    """A contract that was added. Of one that has ended only the history can be seen."""

    contract_id: str
    number: str
    is_ended: bool


class NotTakenError(RefusedError):
    """The service said no: for a `reason` (`current`, `same`, `weak`, `not_validated`,
    `already_linked`), or because of `fields`, each with its code. `missing` is what a password
    lacks."""

    def __init__(
        self,
        reason: str = "",
        fields: tuple[tuple[str, str], ...] = (),
        missing: tuple[str, ...] = (),
        *,
        reference: str = "",
    ) -> None:
        super().__init__(Code.REFUSED, detail=f"{reason} {fields}".strip(), reference=reference)
        self.reason = reason
        self.fields = fields
        self.missing = missing


def is_username(text: str) -> bool:
    """Whether this may be the name of a user."""
    return _USERNAME.fullmatch(text.strip()) is not None
