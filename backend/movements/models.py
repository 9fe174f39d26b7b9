"""Lines of accounts. Amounts are minor units; a line is either a debit or a credit."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Minor, words
from backend.feed.sources import entity


class MovementKind(StrEnum):
    """What a line is. `agreement` moves debt into an agreement, or back."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    DEBIT_NOTE = "debit_note"
    PAYMENT = "payment"
    PAYMENT_REVERSAL = "payment_reversal"
    INTEREST = "interest"
    COMPENSATION = "compensation"
    DEPOSIT = "deposit"
    REFUND = "refund"
    AGREEMENT = "agreement"
    AGREEMENT_INSTALMENT = "agreement_instalment"
    ADJUSTMENT = "adjustment"
    RECONNECTION_CHARGE = "reconnection_charge"


class Movement(Base):
    """One line. Lines of one day are in the order of their ids. `settles` are the references of
    the debts that a credit was given for, one a line; `source` is the row that it comes from
    (`invoice:12`, `payment:7`), so that nothing is written twice."""

    __tablename__ = "movement"
    __feed__ = entity("movement")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    kind: Mapped[MovementKind] = mapped_column(words(MovementKind))
    posted_on: Mapped[date]
    due_on: Mapped[date | None]
    reference: Mapped[str] = mapped_column(String(64), default="")
    description: Mapped[str] = mapped_column(String(200), default="")
    currency: Mapped[str] = mapped_column(String(3))
    debit: Mapped[int] = mapped_column(Minor, default=0)
    credit: Mapped[int] = mapped_column(Minor, default=0)
    settles: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str | None] = mapped_column(String(64), unique=True)
