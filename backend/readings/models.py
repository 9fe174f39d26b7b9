"""Values of registers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.base import Base
from backend.columns import Exact, Id, Instant, words
from backend.contracts.models import Meter, Register
from backend.feed.sources import entity


class Quality(StrEnum):
    """How far a value can be trusted."""

    REAL = "real"
    CUSTOMER = "customer"
    ADJUSTED = "adjusted"
    CALCULATED = "calculated"
    ESTIMATED = "estimated"
    QUESTIONABLE = "questionable"


class Source(StrEnum):
    """Who took the reading."""

    READER = "reader"
    TELEMETRY = "telemetry"
    CUSTOMER_PORTAL = "customer_portal"
    CUSTOMER_PHONE = "customer_phone"
    COUNTER = "counter"
    INSPECTION = "inspection"
    SYSTEM = "system"


class ReadingReason(StrEnum):
    """Why it was taken."""

    REGULAR = "regular"
    INSTALLED = "installed"
    REMOVED = "removed"
    HANDOVER = "handover"


class NoReadReason(StrEnum):
    """Why the dial could not be read."""

    INACCESSIBLE = "inaccessible"
    ABSENT = "absent"
    NOT_FOUND = "not_found"
    UNINHABITED = "uninhabited"
    METER_FAULT = "meter_fault"
    NO_COMMUNICATION = "no_communication"
    OTHER = "other"


class EstimationMethod(StrEnum):
    """How an estimate was made."""

    SAME_PERIOD_LAST_YEAR = "same_period_last_year"
    DAILY_MEAN = "daily_mean"


class Reading(Base):
    """One value of one register. It keeps its own `contract_id`: a meter may later serve another
    holder, who must not receive the readings of the one before."""

    __tablename__ = "reading"
    __table_args__ = (UniqueConstraint("register_id", "read_at", "reason"),)
    __feed__ = entity("reading")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    meter_id: Mapped[int] = mapped_column(ForeignKey("meter.id"), index=True)
    register_id: Mapped[int] = mapped_column(ForeignKey("register.id"))
    value: Mapped[Decimal] = mapped_column(Exact)
    read_at: Mapped[datetime] = mapped_column(Instant)
    quality: Mapped[Quality] = mapped_column(words(Quality), default=Quality.REAL)
    source: Mapped[Source] = mapped_column(words(Source), default=Source.READER)
    reason: Mapped[ReadingReason] = mapped_column(
        words(ReadingReason), default=ReadingReason.REGULAR
    )
    consumption: Mapped[Decimal | None] = mapped_column(Exact)
    days: Mapped[int | None]
    is_rollover: Mapped[bool] = mapped_column(default=False)
    no_read_reason: Mapped[NoReadReason | None] = mapped_column(words(NoReadReason))
    method: Mapped[EstimationMethod | None] = mapped_column(words(EstimationMethod))
    invoice_number: Mapped[str | None] = mapped_column(String(40), index=True)
    # Of the submission that brought it, by which the sender knows it again.
    origin_op_id: Mapped[str | None] = mapped_column(String(36))

    meter: Mapped[Meter] = relationship()
    register: Mapped[Register] = relationship()


class ReplacedReading(Base):
    """What a reading said before a customer gave it anew in the same cycle."""

    __tablename__ = "replaced_reading"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    reading_id: Mapped[int] = mapped_column(
        ForeignKey("reading.id", ondelete="CASCADE"), index=True
    )
    value: Mapped[Decimal] = mapped_column(Exact)
    read_at: Mapped[datetime] = mapped_column(Instant)
    quality: Mapped[Quality] = mapped_column(words(Quality))
    origin_op_id: Mapped[str | None] = mapped_column(String(36))
    replaced_at: Mapped[datetime] = mapped_column(Instant)
