"""What a registration asks, as it stands on the wire."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from desktop.api.fields import Count
from desktop.domain import registration

Short = Annotated[str, Meta(max_length=400)]


class DocumentType(Struct, frozen=True):
    """One of `document_types`."""

    code: Short
    label: Short
    check: Short


class ContractMask(Struct, frozen=True):
    """Member `contract`."""

    min_digits: Count
    max_digits: Count
    check: Short
    where: Short


class PasswordPolicy(Struct, frozen=True):
    """Member `password`."""

    min_length: Count
    lower: bool
    upper: bool
    digit: bool
    symbol: bool


class Terms(Struct, frozen=True):
    """Member `terms`."""

    version: Short
    text: Annotated[str, Meta(max_length=20_000)]


class RegistrationRules(Struct, frozen=True):
    """Rules of area `registration`; proofs that this app does not know are left out."""

    document_types: Annotated[list[DocumentType], Meta(min_length=1, max_length=20)]
    contract: ContractMask
    proofs: Annotated[list[Short], Meta(max_length=20)]
    invoices_back: Count
    meter_digits: Count
    password: PasswordPolicy
    terms: Terms
    link_hours: Count
    reset_minutes: Count
    tries_per_hour: Count
    earlier_users: Short
    office: Short

    def domain(self) -> registration.RegistrationRules:
        """The domain object."""
        mask, policy = self.contract, self.password
        known = {kind.value: kind for kind in registration.ProofKind}
        return registration.RegistrationRules(
            document_types=tuple(
                registration.DocumentType(t.code, t.label, t.check) for t in self.document_types
            ),
            contract=registration.ContractMask(
                mask.min_digits, mask.max_digits, mask.check, mask.where
            ),
            proofs=tuple(known[name] for name in self.proofs if name in known),
            invoices_back=self.invoices_back,
            meter_digits=self.meter_digits,
            password=registration.PasswordPolicy(
                policy.min_length, policy.lower, policy.upper, policy.digit, policy.symbol
            ),
            terms=registration.Terms(self.terms.version, self.terms.text),
            link_hours=self.link_hours,
            reset_minutes=self.reset_minutes,
            tries_per_hour=self.tries_per_hour,
            earlier_users=self.earlier_users,
            office=self.office,
        )


POLICIES = {"registration": (RegistrationRules, registration.RegistrationRules)}
