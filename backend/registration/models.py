"""How users came to be, and how often somebody failed to prove something."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Instant


class Registration(Base):
    """A user's proof for a contract, kept for the back office. `full_name` is as typed, and
    `is_holders_name` a hint only; `proof` is the kind, never the value. `terms_version` is empty
    where a contract was added by somebody who had accepted them before."""

    __tablename__ = "registration"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id", ondelete="CASCADE"), index=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    full_name: Mapped[str] = mapped_column(String(160))
    is_holders_name: Mapped[bool]
    proof: Mapped[str] = mapped_column(String(32))
    terms_version: Mapped[str] = mapped_column(String(40), default="")
    at: Mapped[datetime] = mapped_column(Instant)


class FailedTries(Base):
    """Failures since an instant, by the digest of what was tried: a contract's number or an
    address, whether or not anybody has it."""

    __tablename__ = "failed_tries"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
    since: Mapped[datetime] = mapped_column(Instant, index=True)


class RemovedLink(Base):
    """A contract that a user took off their list: loads do not put it back."""

    __tablename__ = "removed_link"
    __table_args__ = (UniqueConstraint("user_id", "contract_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id", ondelete="CASCADE"))
    contract_id: Mapped[int] = mapped_column(
        ForeignKey("contract.id", ondelete="CASCADE"), index=True
    )
