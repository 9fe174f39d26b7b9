"""Contracts and the things they are about. Natural keys are unique, so that a load can repeat."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.base import Base
from backend.columns import Exact, Id, Instant, words
from backend.feed.sources import entity, part


class ServiceKind(StrEnum):
    """What is supplied."""

    GAS = "gas"
    WATER = "water"
    POWER = "power"


class ContractStatus(StrEnum):
    """Commercial state."""

    PENDING = "pending"
    ACTIVE = "active"
    CUT = "cut"
    ENDED = "ended"


class ConnectedState(StrEnum):
    """Physical state of a supply point."""

    CONNECTED = "connected"
    LOGICALLY_DISCONNECTED = "logically_disconnected"
    PHYSICALLY_DISCONNECTED = "physically_disconnected"


class CutReason(StrEnum):
    """Why supply was cut."""

    NON_PAYMENT = "non_payment"
    REQUESTED = "requested"
    SAFETY = "safety"
    FRAUD = "fraud"
    UNFIT_INSTALLATION = "unfit_installation"
    CLOSED_PREMISES = "closed_premises"


class Customer(Base):
    """A person or company with contracts. Known by document, or by the id of another system."""

    __tablename__ = "customer"
    __table_args__ = (UniqueConstraint("document_type", "document_number"),)
    __feed__ = part("contract", through="customer_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    external_id: Mapped[str | None] = mapped_column(String(64), unique=True)
    document_type: Mapped[str | None] = mapped_column(String(16))
    document_number: Mapped[str | None] = mapped_column(String(32))
    full_name: Mapped[str] = mapped_column(String(160))
    email: Mapped[str] = mapped_column(String(254), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")


class SupplyPoint(Base):
    """Where the service is delivered. `code` is the utility's own number for it."""

    __tablename__ = "supply_point"
    __feed__ = part("contract", through="supply_point_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(64), unique=True)
    address: Mapped[str] = mapped_column(String(200))
    city: Mapped[str] = mapped_column(String(80), default="")
    connected_state: Mapped[ConnectedState] = mapped_column(
        words(ConnectedState), default=ConnectedState.CONNECTED
    )


class Contract(Base):
    """An agreement with one customer about one supply point. Its id names its scope."""

    __tablename__ = "contract"
    __feed__ = entity("contract")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    account_number: Mapped[str] = mapped_column(String(40), index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    supply_point_id: Mapped[int] = mapped_column(ForeignKey("supply_point.id"), index=True)
    service: Mapped[ServiceKind] = mapped_column(words(ServiceKind))
    status: Mapped[ContractStatus] = mapped_column(
        words(ContractStatus), default=ContractStatus.ACTIVE
    )
    tariff: Mapped[str] = mapped_column(String(80), default="")
    category: Mapped[str] = mapped_column(String(80), default="")
    currency: Mapped[str] = mapped_column(String(3))
    start_date: Mapped[date]
    end_date: Mapped[date | None]
    cut_since: Mapped[date | None]
    cut_reason: Mapped[CutReason | None] = mapped_column(words(CutReason))
    next_read_date: Mapped[date | None]
    window_opens_at: Mapped[datetime | None] = mapped_column(Instant)
    window_closes_at: Mapped[datetime | None] = mapped_column(Instant)

    customer: Mapped[Customer] = relationship()
    supply_point: Mapped[SupplyPoint] = relationship()
    meters: Mapped[list[Meter]] = relationship(
        back_populates="contract", order_by="Meter.id", cascade="all, delete-orphan"
    )


class Meter(Base):
    """A meter that serves a contract. Serials are unique within the utility."""

    __tablename__ = "meter"
    __feed__ = entity("meter", also=("reading", "meter_id"))

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    serial: Mapped[str] = mapped_column(String(64), unique=True)
    brand: Mapped[str] = mapped_column(String(80), default="")
    model: Mapped[str] = mapped_column(String(80), default="")
    size: Mapped[str] = mapped_column(String(40), default="")
    installed_on: Mapped[date]
    removed_on: Mapped[date | None]
    telemetered: Mapped[bool] = mapped_column(default=False)

    contract: Mapped[Contract] = relationship(back_populates="meters")
    registers: Mapped[list[Register]] = relationship(
        back_populates="meter", order_by="Register.code", cascade="all, delete-orphan"
    )


class Register(Base):
    """One dial of a meter; `code` tells the dials of one meter apart. The dial shows
    `integer_digits` before the mark and `decimal_digits` after it."""

    __tablename__ = "register"
    __table_args__ = (UniqueConstraint("meter_id", "code"),)
    __feed__ = part("meter", by="meter_id", also=("reading", "register_id"))

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    meter_id: Mapped[int] = mapped_column(ForeignKey("meter.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(16), default="1")
    unit: Mapped[str] = mapped_column(String(16))
    integer_digits: Mapped[int]
    decimal_digits: Mapped[int] = mapped_column(default=0)
    multiplier: Mapped[Decimal] = mapped_column(Exact, default=Decimal(1))

    meter: Mapped[Meter] = relationship(back_populates="registers")
