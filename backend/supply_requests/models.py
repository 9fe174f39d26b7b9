"""Supply requests with what they ask for, what was handed over and what happened."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.base import Base
from backend.columns import Id, Instant, Minor, words
from backend.contracts.models import Contract
from backend.feed.sources import entity, part
from backend.supply_requests.rules import PersonType
from backend.supply_requests.words import (
    AcceptanceMethod,
    AcceptanceState,
    FailureReason,
    FeeStatus,
    RequestKind,
    RequirementState,
    Status,
)


class SupplyRequest(Base):
    """One request. It stays in the scope of the contract that it was made for, which the new
    holder never sees. `reason` is the cut's, or the change's; `until` is the last day of what is
    waited for; `note` are the office's words to the customer."""

    __tablename__ = "supply_request"
    __feed__ = entity("supply_request")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[RequestKind] = mapped_column(words(RequestKind))
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"))
    origin_op_id: Mapped[str] = mapped_column(String(36))
    status: Mapped[Status] = mapped_column(words(Status))
    reason: Mapped[str] = mapped_column(String(40))
    requested_at: Mapped[datetime] = mapped_column(Instant)
    until: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")
    closed_at: Mapped[datetime | None] = mapped_column(Instant)

    # Of a reconnection.
    fee: Mapped[int] = mapped_column(Minor, default=0)
    fee_status: Mapped[FeeStatus | None] = mapped_column(words(FeeStatus))
    contact_name: Mapped[str] = mapped_column(String(120), default="")
    contact_phone: Mapped[str] = mapped_column(String(40), default="")
    access_notes: Mapped[str] = mapped_column(Text, default="")
    fitter_number: Mapped[str] = mapped_column(String(40), default="")
    preferred_on: Mapped[date | None]
    preferred_slot: Mapped[str | None] = mapped_column(String(40))
    scheduled_on: Mapped[date | None]
    scheduled_from: Mapped[str | None] = mapped_column(String(5))
    scheduled_to: Mapped[str | None] = mapped_column(String(5))
    visits: Mapped[int] = mapped_column(default=0)
    failure: Mapped[FailureReason | None] = mapped_column(words(FailureReason))

    # Of a change of holder.
    effective_on: Mapped[date | None]
    acceptance: Mapped[AcceptanceState | None] = mapped_column(words(AcceptanceState))
    acceptance_method: Mapped[AcceptanceMethod | None] = mapped_column(words(AcceptanceMethod))
    accepted_at: Mapped[datetime | None] = mapped_column(Instant)
    resulting_contract_id: Mapped[int | None] = mapped_column(ForeignKey("contract.id"))

    contract: Mapped[Contract] = relationship(foreign_keys=contract_id)
    holder: Mapped[NewHolder | None] = relationship(cascade="all, delete-orphan")
    requirements: Mapped[list[Requirement]] = relationship(
        order_by="Requirement.position", cascade="all, delete-orphan"
    )
    events: Mapped[list[RequestEvent]] = relationship(
        order_by="RequestEvent.id", cascade="all, delete-orphan"
    )
    handover: Mapped[list[HandoverValue]] = relationship(
        order_by="HandoverValue.register_id", cascade="all, delete-orphan"
    )


class NewHolder(Base):
    """Who is to become the holder, and on what terms. The feed shows a part of it, masked."""

    __tablename__ = "supply_request_holder"
    __feed__ = part("supply_request", by="request_id")

    request_id: Mapped[int] = mapped_column(
        ForeignKey("supply_request.id", ondelete="CASCADE"), primary_key=True
    )
    person_type: Mapped[PersonType] = mapped_column(words(PersonType))
    document_type: Mapped[str] = mapped_column(String(16))
    document_number: Mapped[str] = mapped_column(String(32))
    full_name: Mapped[str] = mapped_column(String(160))
    born_on: Mapped[date | None]
    email: Mapped[str] = mapped_column(String(254))
    phone: Mapped[str] = mapped_column(String(40))
    other_phone: Mapped[str] = mapped_column(String(40), default="")
    postal_address: Mapped[str] = mapped_column(String(200), default="")
    representative_name: Mapped[str] = mapped_column(String(160), default="")
    representative_document: Mapped[str] = mapped_column(String(32), default="")
    link: Mapped[str] = mapped_column(String(40))
    assumes_debt: Mapped[bool] = mapped_column(default=False)
    terms_version: Mapped[str] = mapped_column(String(40))
    handover_on: Mapped[date | None]
    handover_photo: Mapped[str | None] = mapped_column(String(64))


class Requirement(Base):
    """A document that is asked for; `sha256` names the attachment that was sent."""

    __tablename__ = "supply_requirement"
    __table_args__ = (UniqueConstraint("request_id", "code"),)
    __feed__ = part("supply_request", by="request_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("supply_request.id", ondelete="CASCADE"))
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(40))
    label: Mapped[str] = mapped_column(String(200))
    mandatory: Mapped[bool] = mapped_column(default=True)
    state: Mapped[RequirementState] = mapped_column(words(RequirementState))
    sha256: Mapped[str | None] = mapped_column(String(64))
    remark: Mapped[str] = mapped_column(String(400), default="")


class RequestEvent(Base):
    """One step of a request's life."""

    __tablename__ = "supply_request_event"
    __feed__ = part("supply_request", by="request_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    request_id: Mapped[int] = mapped_column(
        ForeignKey("supply_request.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime] = mapped_column(Instant)
    status: Mapped[Status] = mapped_column(words(Status))
    note: Mapped[str] = mapped_column(Text, default="")


class HandoverValue(Base):
    """What one register showed when the premises were handed over."""

    __tablename__ = "supply_request_value"
    __feed__ = part("supply_request", by="request_id")

    request_id: Mapped[int] = mapped_column(
        ForeignKey("supply_request.id", ondelete="CASCADE"), primary_key=True
    )
    register_id: Mapped[int] = mapped_column(ForeignKey("register.id"), primary_key=True)
    value: Mapped[int] = mapped_column(Minor)
