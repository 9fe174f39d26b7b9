"""What was billed and what was paid. Amounts are minor units of the invoice's currency."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.base import Base
from backend.columns import Exact, Id, Minor, words
from backend.documents.models import Document
from backend.feed.sources import entity, part
from backend.readings.models import Quality


class InvoiceKind(StrEnum):
    """Fiscal kind."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    DEBIT_NOTE = "debit_note"


class PaymentStatus(StrEnum):
    """State in the utility's books."""

    PENDING = "pending"
    IN_PROCESS = "in_process"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    IN_CLAIM = "in_claim"
    IN_AGREEMENT = "in_agreement"
    COMPENSATED = "compensated"
    CANCELLED = "cancelled"


class LineKind(StrEnum):
    """What a line charges for."""

    FIXED_CHARGE = "fixed_charge"
    USAGE = "usage"
    FEE = "fee"
    INTEREST = "interest"
    ADJUSTMENT = "adjustment"
    CREDIT = "credit"
    TAX = "tax"


class Invoice(Base):
    """One fiscal document. `open` is what is still owed (negative: a credit);
    `replaced_by` is the number of the document that took its place."""

    __tablename__ = "invoice"
    __feed__ = entity("invoice")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[InvoiceKind] = mapped_column(words(InvoiceKind), default=InvoiceKind.INVOICE)
    currency: Mapped[str] = mapped_column(String(3))
    issue_date: Mapped[date]
    period_start: Mapped[date | None]
    period_end: Mapped[date | None]
    period_charge: Mapped[int] = mapped_column(Minor)
    previous_balance: Mapped[int] = mapped_column(Minor, default=0)
    total: Mapped[int] = mapped_column(Minor)
    paid: Mapped[int] = mapped_column(Minor, default=0)
    open: Mapped[int] = mapped_column(Minor)
    payment_status: Mapped[PaymentStatus] = mapped_column(
        words(PaymentStatus), default=PaymentStatus.PENDING
    )
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    replaced_by: Mapped[str | None] = mapped_column(String(40))
    agreement_number: Mapped[str | None] = mapped_column(String(40))
    claim_number: Mapped[str | None] = mapped_column(String(40))

    document: Mapped[Document | None] = relationship()
    due_terms: Mapped[list[DueTerm]] = relationship(
        order_by="DueTerm.date", cascade="all, delete-orphan"
    )
    lines: Mapped[list[InvoiceLine]] = relationship(
        order_by="InvoiceLine.position", cascade="all, delete-orphan"
    )
    readings: Mapped[list[InvoiceReading]] = relationship(
        order_by="InvoiceReading.position", cascade="all, delete-orphan"
    )


class DueTerm(Base):
    """Pay `amount` until `date`, inclusive."""

    __tablename__ = "due_term"
    __table_args__ = (UniqueConstraint("invoice_id", "date"),)
    __feed__ = part("invoice", by="invoice_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id", ondelete="CASCADE"))
    date: Mapped[date]
    amount: Mapped[int] = mapped_column(Minor)


class InvoiceLine(Base):
    """`quantity` x `unit_price` (in `price_currency`) x `fx_rate` = `amount`, rounded."""

    __tablename__ = "invoice_line"
    __table_args__ = (UniqueConstraint("invoice_id", "position"),)
    __feed__ = part("invoice", by="invoice_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[LineKind] = mapped_column(words(LineKind))
    description: Mapped[str] = mapped_column(String(200))
    quantity: Mapped[Decimal | None] = mapped_column(Exact)
    unit: Mapped[str] = mapped_column(String(16), default="")
    unit_price: Mapped[Decimal | None] = mapped_column(Exact)
    price_currency: Mapped[str] = mapped_column(String(3), default="")
    fx_rate: Mapped[Decimal | None] = mapped_column(Exact)
    tax_rate: Mapped[Decimal | None] = mapped_column(Exact)
    amount: Mapped[int] = mapped_column(Minor)


class InvoiceReading(Base):
    """The two values that a period was billed on, as printed on the invoice."""

    __tablename__ = "invoice_reading"
    __table_args__ = (UniqueConstraint("invoice_id", "position"),)
    __feed__ = part("invoice", by="invoice_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id", ondelete="CASCADE"))
    position: Mapped[int]
    meter_serial: Mapped[str] = mapped_column(String(64))
    previous_date: Mapped[date]
    previous_value: Mapped[Decimal] = mapped_column(Exact)
    current_date: Mapped[date]
    current_value: Mapped[Decimal] = mapped_column(Exact)
    quality: Mapped[Quality] = mapped_column(words(Quality), default=Quality.REAL)
    consumption: Mapped[Decimal] = mapped_column(Exact)
    unit: Mapped[str] = mapped_column(String(16))


class Payment(Base):
    """Money that arrived, known by the payer's or bank's reference."""

    __tablename__ = "payment"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    reference: Mapped[str] = mapped_column(String(64), unique=True)
    paid_on: Mapped[date]
    currency: Mapped[str] = mapped_column(String(3))
    amount: Mapped[int] = mapped_column(Minor)
    channel: Mapped[str] = mapped_column(String(40), default="")

    allocations: Mapped[list[PaymentAllocation]] = relationship(cascade="all, delete-orphan")


class PaymentAllocation(Base):
    """The share of a payment that settles an invoice."""

    __tablename__ = "payment_allocation"
    __table_args__ = (UniqueConstraint("payment_id", "invoice_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    payment_id: Mapped[int] = mapped_column(ForeignKey("payment.id", ondelete="CASCADE"))
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id"), index=True)
    amount: Mapped[int] = mapped_column(Minor)
