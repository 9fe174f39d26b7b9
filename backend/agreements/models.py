"""Agreements, their instalments and what they include. Amounts are minor units."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.agreements.rules import CollectionMode
from backend.base import Base
from backend.columns import Exact, Id, Instant, Minor, words
from backend.contracts.models import Contract
from backend.feed.sources import entity, part
from backend.invoices.models import Invoice

_PLACES = 1000


def part_id(agreement_id: int, number: int) -> int:
    """The id by which an agreement's down payment (number 0) or instalment is paid."""
    return agreement_id * _PLACES + number


def part_of(part: int) -> tuple[int, int]:
    """The agreement and the number that `part_id` was made of."""
    return divmod(part, _PLACES)


class AgreementStatus(StrEnum):
    """How far an agreement has come."""

    REQUESTED = "requested"
    AWAITING_DOWN_PAYMENT = "awaiting_down_payment"
    ACTIVE = "active"
    FULFILLED = "fulfilled"
    BROKEN = "broken"
    CANCELLED = "cancelled"

    @property
    def is_under_way(self) -> bool:
        """Whether it may still come to be kept or broken."""
        return self in UNDER_WAY


UNDER_WAY = (
    AgreementStatus.REQUESTED,
    AgreementStatus.AWAITING_DOWN_PAYMENT,
    AgreementStatus.ACTIVE,
)


class ExitReason(StrEnum):
    """Why an agreement came to its end."""

    COMPLETED = "completed"
    NON_PAYMENT = "non_payment"
    REJECTED = "rejected"
    NOT_ESTABLISHED = "not_established"
    CUSTOMER_REQUEST = "customer_request"
    ACCOUNT_FINALISED = "account_finalised"
    RAISED_IN_ERROR = "raised_in_error"
    CREDIT_BALANCE = "credit_balance"
    OTHER = "other"


class InstalmentStatus(StrEnum):
    """State of one instalment; `billed` where it stands on an invoice."""

    PENDING = "pending"
    BILLED = "billed"
    PARTIAL = "partial"
    PAID = "paid"
    OVERDUE = "overdue"
    CANCELLED = "cancelled"


class Agreement(Base):
    """`debt` are the included invoices' open amounts, `arrears` their interest to date with its
    tax; what the down payment leaves is the `principal` that the instalments repay.

    Rates and the numbers of unpaid instalments that break it are those that were agreed on, in
    percent a year and of the interest. `number` is the reference of the request. `signed_by` is
    the name of who consented to `consent_version`. `note` is the office's word to the customer."""

    __tablename__ = "agreement"
    __feed__ = entity("agreement")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    status: Mapped[AgreementStatus] = mapped_column(
        words(AgreementStatus), default=AgreementStatus.REQUESTED
    )
    exit_reason: Mapped[ExitReason | None] = mapped_column(words(ExitReason))
    note: Mapped[str] = mapped_column(String(1000), default="")
    mode: Mapped[CollectionMode] = mapped_column(words(CollectionMode))
    currency: Mapped[str] = mapped_column(String(3))
    requested_at: Mapped[datetime] = mapped_column(Instant)
    accepted_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    debt: Mapped[int] = mapped_column(Minor)
    arrears: Mapped[int] = mapped_column(Minor, default=0)
    arrears_tax: Mapped[int] = mapped_column(Minor, default=0)
    down_payment: Mapped[int] = mapped_column(Minor, default=0)
    down_payment_due: Mapped[date | None]
    down_payment_paid: Mapped[int] = mapped_column(Minor, default=0)
    down_payment_paid_on: Mapped[date | None]
    nominal_rate: Mapped[Decimal] = mapped_column(Exact)
    tax_rate: Mapped[Decimal] = mapped_column(Exact)
    consecutive_unpaid: Mapped[int]
    total_unpaid: Mapped[int]
    consent_version: Mapped[str] = mapped_column(String(40), default="")
    signed_by: Mapped[str] = mapped_column(String(160), default="")
    origin_op_id: Mapped[str | None] = mapped_column(String(36))

    contract: Mapped[Contract] = relationship()
    instalments: Mapped[list[Instalment]] = relationship(
        order_by="Instalment.number", cascade="all, delete-orphan"
    )
    included: Mapped[list[IncludedInvoice]] = relationship(
        order_by="IncludedInvoice.position", cascade="all, delete-orphan"
    )

    @property
    def principal(self) -> int:
        """What the instalments repay."""
        return self.debt + self.arrears + self.arrears_tax - self.down_payment


class Instalment(Base):
    """One instalment; `tax` is the one on its interest. `is_posted` once the account's ledger
    shows it as due."""

    __tablename__ = "instalment"
    __table_args__ = (UniqueConstraint("agreement_id", "number"),)
    __feed__ = part("agreement", by="agreement_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id", ondelete="CASCADE"))
    number: Mapped[int]
    due_date: Mapped[date] = mapped_column(index=True)
    capital: Mapped[int] = mapped_column(Minor)
    interest: Mapped[int] = mapped_column(Minor)
    tax: Mapped[int] = mapped_column(Minor)
    paid: Mapped[int] = mapped_column(Minor, default=0)
    paid_on: Mapped[date | None]
    status: Mapped[InstalmentStatus] = mapped_column(
        words(InstalmentStatus), default=InstalmentStatus.PENDING
    )
    is_posted: Mapped[bool] = mapped_column(default=False)

    @property
    def total(self) -> int:
        """What is to be paid in all."""
        return self.capital + self.interest + self.tax

    @property
    def open(self) -> int:
        """What is still to be paid; nothing of one that was cancelled."""
        return 0 if self.status is InstalmentStatus.CANCELLED else self.total - self.paid


class IncludedInvoice(Base):
    """An invoice of an agreement, with what was open on it when it was agreed on."""

    __tablename__ = "agreement_invoice"
    __table_args__ = (UniqueConstraint("agreement_id", "invoice_id"),)
    __feed__ = part("agreement", by="agreement_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id", ondelete="CASCADE"))
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id"), index=True)
    position: Mapped[int]
    amount: Mapped[int] = mapped_column(Minor)

    invoice: Mapped[Invoice] = relationship()
