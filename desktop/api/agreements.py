"""Agreements and their rules as they stand on the wire, and the domain objects made of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

from desktop.api.fields import Count, Currency, Entity, Id, Instant, Minor, Number
from desktop.domain import agreement_plan, agreements
from desktop.domain.money import Money

Small = Annotated[int, Meta(ge=0, le=1000)]


class Instalment(Struct, frozen=True, gc=False):
    """One row of `instalments`."""

    id: Id
    number: Small
    due_date: date
    capital: Minor
    interest: Minor
    tax: Minor
    paid: Minor
    paid_on: date | None
    status: agreements.InstalmentStatus


class IncludedInvoice(Struct, frozen=True, gc=False):
    """One row of `invoices`."""

    id: Id
    number: str
    amount: Minor


class Agreement(Entity, frozen=True, gc=False):
    """Kind `agreement`."""

    contract_id: Id
    number: str
    status: agreements.AgreementStatus
    exit_reason: agreements.ExitReason | None
    note: str
    mode: agreement_plan.CollectionMode
    currency: Currency
    requested_at: Instant
    accepted_on: date | None
    ended_on: date | None
    debt: Minor
    arrears: Minor
    arrears_tax: Minor
    down_payment: Minor
    down_payment_id: Id | None
    down_payment_due: date | None
    down_payment_paid: Minor
    down_payment_paid_on: date | None
    nominal_rate: Number
    tax_rate: Number
    consecutive_unpaid: Small
    total_unpaid: Small
    consent_version: str
    signed_by: str
    instalments: Annotated[list[Instalment], Meta(max_length=1000)]
    invoices: list[IncludedInvoice]
    origin_op_id: str | None

    def keys(self) -> int:
        """How many names its JSON text has."""
        return 28 + 9 * len(self.instalments) + 3 * len(self.invoices)

    def search(self) -> str:
        """What a person may look for it by, not yet folded."""
        return " ".join((self.number, *(invoice.number for invoice in self.invoices)))

    def domain(self) -> agreements.Agreement:
        """The domain object."""

        def money(minor: int) -> Money:
            return Money(minor, self.currency)

        return agreements.Agreement(
            id=self.id,
            contract_id=self.contract_id,
            number=self.number,
            status=self.status,
            exit_reason=self.exit_reason,
            note=self.note,
            mode=self.mode,
            requested_at=self.requested_at,
            accepted_on=self.accepted_on,
            ended_on=self.ended_on,
            debt=money(self.debt),
            arrears=money(self.arrears),
            arrears_tax=money(self.arrears_tax),
            down_payment=money(self.down_payment),
            down_payment_id=self.down_payment_id,
            down_payment_due=self.down_payment_due,
            down_payment_paid=money(self.down_payment_paid),
            down_payment_paid_on=self.down_payment_paid_on,
            nominal_rate=Decimal(self.nominal_rate),
            tax_rate=Decimal(self.tax_rate),
            consecutive_unpaid=self.consecutive_unpaid,
            total_unpaid=self.total_unpaid,
            consent_version=self.consent_version,
            signed_by=self.signed_by,
            instalments=tuple(
                agreements.Instalment(
                    id=one.id,
                    number=one.number,
                    due_date=one.due_date,
                    capital=money(one.capital),
                    interest=money(one.interest),
                    tax=money(one.tax),
                    paid=money(one.paid),
                    paid_on=one.paid_on,
                    status=one.status,
                )
                for one in self.instalments
            ),
            invoices=tuple(
                agreements.IncludedInvoice(one.id, one.number, money(one.amount))
                for one in self.invoices
            ),
            origin_op_id=self.origin_op_id,
        )


class AgreementRules(Struct, frozen=True, gc=False):
    """Rules of the area `agreements`."""

    can_simulate: bool
    can_request: bool
    holder_only: bool
    mode: agreement_plan.CollectionMode
    nominal_rate: Number
    tax_rate: Number
    late_rate: Number
    min_instalments: Annotated[int, Meta(ge=1, le=1000)]
    max_instalments: Annotated[int, Meta(ge=1, le=1000)]
    min_instalment: Minor
    min_down_payment: Number
    min_debt: Minor
    max_debt: Minor | None
    max_active: Count
    max_broken: Count
    broken_months: Count
    consecutive_unpaid: Small
    total_unpaid: Small
    days_to_pay: Small
    rounding: Annotated[int, Meta(ge=1, le=10**6)]
    consent_version: str
    consent: str
    paper: list[str]

    def domain(self) -> agreement_plan.AgreementRules:
        """The domain object."""
        return agreement_plan.AgreementRules(
            can_simulate=self.can_simulate,
            can_request=self.can_request,
            holder_only=self.holder_only,
            mode=self.mode,
            nominal_rate=Decimal(self.nominal_rate),
            tax_rate=Decimal(self.tax_rate),
            late_rate=Decimal(self.late_rate),
            min_instalments=self.min_instalments,
            max_instalments=self.max_instalments,
            min_instalment=self.min_instalment,
            min_down_payment=Decimal(self.min_down_payment),
            min_debt=self.min_debt,
            max_debt=self.max_debt,
            max_active=self.max_active,
            max_broken=self.max_broken,
            broken_months=self.broken_months,
            consecutive_unpaid=self.consecutive_unpaid,
            total_unpaid=self.total_unpaid,
            days_to_pay=self.days_to_pay,
            rounding=self.rounding,
            consent_version=self.consent_version,
            consent=self.consent.strip(),
            paper=tuple(self.paper),
        )


ENTITIES = {"agreement": (Agreement, agreements.Agreement)}
POLICIES = {"agreements": (AgreementRules, agreement_plan.AgreementRules)}
