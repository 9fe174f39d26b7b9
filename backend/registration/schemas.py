"""Requests and answers about registration, passwords and linked contracts."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.registration.proofs import Claim
from backend.registration.rules import Proof
from backend.users.schemas import Typed

Short = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^\x00]+$")]
# PostgreSQL keeps no NUL, and a line break has no place in a mail's header.
Name = Annotated[
    str, StringConstraints(min_length=2, max_length=120, pattern=r"^[^\x00-\x1f\x7f]+$")
]
Email = Annotated[
    str,
    StringConstraints(
        max_length=254,
        pattern=r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$",
    ),
]
Username = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{4,40}$")]


class ProofForm(BaseModel):
    """One of the proofs that the rules name, as it was typed."""

    model_config = ConfigDict(extra="forbid")

    kind: Proof
    value: Short


class ContractForm(BaseModel):
    """A contract and what shows that it is the person's own."""

    model_config = ConfigDict(extra="forbid")

    contract_number: Short
    document_type: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,16}$")]
    document_number: Short
    proof: ProofForm

    @property
    def claim(self) -> Claim:
        """What is said about the contract."""
        return Claim(
            self.contract_number,
            self.document_type,
            self.document_number,
            self.proof.kind,
            self.proof.value,
        )


class RegistrationForm(ContractForm):
    """Somebody who wants to become a user."""

    full_name: Name
    email: Email
    username: Username
    password: Typed
    terms_version: Annotated[str, Field(max_length=40)]


class RegistrationTaken(BaseModel):
    """The same for everybody: whatever there is to say is said by mail, to `email` (masked).
    `confirm_before` is when the link in it ends, if there is one."""

    email: str
    confirm_before: str


class ResendForm(BaseModel):
    """The user whose confirmation mail did not arrive."""

    model_config = ConfigDict(extra="forbid")

    username: Typed


class ForgotForm(BaseModel):
    """A user name or the address of a user."""

    model_config = ConfigDict(extra="forbid")

    username_or_email: Typed


class PasswordForm(BaseModel):
    """The password until now, and the one from now on."""

    model_config = ConfigDict(extra="forbid")

    current: Typed
    new: Typed


class LinkedContract(BaseModel):
    """A contract that was added. `is_ended`: only its history can be seen."""

    contract_id: str
    scope: str
    number: str
    is_ended: bool
