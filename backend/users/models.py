"""Who may sign in, what each is to which contract, and the sessions that are open."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, true
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Instant, words


class Role(StrEnum):
    """What a user is to the utility."""

    CUSTOMER = "customer"
    CLERK = "clerk"


class LinkRole(StrEnum):
    """What a user is to a contract."""

    HOLDER = "holder"
    AUTHORISED = "authorised"
    VIEWER = "viewer"


class User(Base):
    """A person who signs in. `username` is kept folded (`users.service.folded`)."""

    __tablename__ = "app_user"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    username: Mapped[str] = mapped_column(String(80), unique=True)
    full_name: Mapped[str] = mapped_column(String(160))
    email: Mapped[str] = mapped_column(String(254), default="", index=True)
    role: Mapped[Role] = mapped_column(words(Role), default=Role.CUSTOMER)
    password_hash: Mapped[str] = mapped_column(String(200))
    is_active: Mapped[bool] = mapped_column(default=True)
    # Whoever registers shows first that the address of the mail is theirs.
    is_confirmed: Mapped[bool] = mapped_column(default=True, server_default=true())
    # Whose contracts are linked as they are loaded; none for a clerk.
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"), index=True)


class ContractLink(Base):
    """A contract that a user may see. Scopes are granted by these rows and by nothing else."""

    __tablename__ = "contract_link"
    __table_args__ = (UniqueConstraint("user_id", "contract_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id", ondelete="CASCADE"))
    contract_id: Mapped[int] = mapped_column(
        ForeignKey("contract.id", ondelete="CASCADE"), index=True
    )
    role: Mapped[LinkRole] = mapped_column(words(LinkRole), default=LinkRole.HOLDER)
    alias: Mapped[str] = mapped_column(String(80), default="")
    sort: Mapped[int] = mapped_column(default=0)
    # The customer for whose contract the user gave proof: loads leave such a link alone, and it
    # ends with that holder.
    proved_for: Mapped[int | None] = mapped_column(Id)
    linked_at: Mapped[datetime | None] = mapped_column(Instant)


class UserSession(Base):
    """One sign-in on one device: the family that its tokens belong to."""

    __tablename__ = "user_session"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id", ondelete="CASCADE"), index=True)
    device: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    end_reason: Mapped[str | None] = mapped_column(String(16))


class AccessToken(Base):
    """sha256 of an access token; the token itself is known to the client alone."""

    __tablename__ = "access_token"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    session_id: Mapped[int] = mapped_column(
        ForeignKey("user_session.id", ondelete="CASCADE"), index=True
    )
    expires_at: Mapped[datetime] = mapped_column(Instant)


class RefreshToken(Base):
    """sha256 of a refresh token of a family. Used ones are kept while the family lives, so that
    an old one is recognised as stolen."""

    __tablename__ = "refresh_token"
    __table_args__ = (UniqueConstraint("session_id", "generation"),)

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("user_session.id", ondelete="CASCADE"))
    generation: Mapped[int] = mapped_column()
    used_at: Mapped[datetime | None] = mapped_column(Instant)


class SignInFailures(Base):
    """Failures in a row for a name, whether or not somebody has that name: counting only for
    known names would tell which names exist."""

    __tablename__ = "sign_in_failures"

    name_digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
    last_at: Mapped[datetime] = mapped_column(Instant, index=True)
    locked_until: Mapped[datetime | None] = mapped_column(Instant)
