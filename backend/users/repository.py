"""Every query about users, links, sessions and failures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from backend.base import insert_missing, table_of
from backend.feed.models import Scope
from backend.users.models import (
    AccessToken,
    ContractLink,
    LinkRole,
    RefreshToken,
    SignInFailures,
    User,
    UserSession,
)


@dataclass(frozen=True, slots=True)
class LinkHead:
    """A link of a user and the head of its scope."""

    link: ContractLink
    head: int


def user_named(session: Session, username: str) -> User | None:
    """The active user with this folded name."""
    return session.scalar(select(User).where(User.username == username, User.is_active))


def user_of_access(session: Session, digest: bytes, now: datetime) -> User | None:
    """Who an access token speaks for, if it and its session still live."""
    return session.scalar(
        select(User)
        .join(UserSession, UserSession.user_id == User.id)
        .join(AccessToken, AccessToken.session_id == UserSession.id)
        .where(
            AccessToken.digest == digest,
            AccessToken.expires_at > now,
            UserSession.ended_at.is_(None),
            UserSession.expires_at > now,
            User.is_active,
        )
    )


def session_of_access(session: Session, digest: bytes) -> UserSession | None:
    """The session of an access token, however old."""
    return session.scalar(
        select(UserSession)
        .join(AccessToken, AccessToken.session_id == UserSession.id)
        .where(AccessToken.digest == digest)
    )


def links(session: Session, user_id: int) -> Sequence[LinkHead]:
    """What a user may see, in the user's order."""
    rows = session.execute(
        select(ContractLink, Scope.seq)
        .outerjoin(Scope, Scope.id == ContractLink.contract_id)
        .where(ContractLink.user_id == user_id)
        .order_by(ContractLink.sort, ContractLink.contract_id)
    )
    return [LinkHead(link, head or 0) for link, head in rows]


def has_link(session: Session, user_id: int, contract_id: int) -> bool:
    """Whether the user may see the contract."""
    query = select(ContractLink.id).where(
        ContractLink.user_id == user_id, ContractLink.contract_id == contract_id
    )
    return session.scalar(query) is not None


def may_submit(session: Session, user_id: int, contract_id: int) -> bool:
    """Whether the user may act for the contract, and not only look at it."""
    query = select(ContractLink.id).where(
        ContractLink.user_id == user_id,
        ContractLink.contract_id == contract_id,
        ContractLink.role != LinkRole.VIEWER,
    )
    return session.scalar(query) is not None


def open_sessions(session: Session, user_id: int) -> Sequence[UserSession]:
    """The user's sessions that nobody has ended."""
    query = select(UserSession).where(
        UserSession.user_id == user_id, UserSession.ended_at.is_(None)
    )
    return session.scalars(query).all()


def refresh_token(session: Session, digest: bytes) -> tuple[RefreshToken, UserSession] | None:
    """A refresh token and its session, locked until the transaction ends."""
    row = session.execute(
        select(RefreshToken, UserSession)
        .join(UserSession, UserSession.id == RefreshToken.session_id)
        .where(RefreshToken.digest == digest)
        .with_for_update()
    ).first()
    return None if row is None else (row[0], row[1])


def generation(session: Session, session_id: int, number: int) -> RefreshToken | None:
    """The refresh token of that generation, if it was made."""
    query = select(RefreshToken).where(
        RefreshToken.session_id == session_id, RefreshToken.generation == number
    )
    return session.scalar(query.execution_options(populate_existing=True))


def forget_tokens(session: Session, session_id: int) -> None:
    """Remove every token of an ended session."""
    for token in (AccessToken, RefreshToken):
        session.execute(delete(token).where(token.session_id == session_id))


def forget_expired(session: Session, session_id: int, now: datetime) -> None:
    """Remove a session's access tokens that nobody can use any more."""
    session.execute(
        delete(AccessToken).where(
            AccessToken.session_id == session_id, AccessToken.expires_at <= now
        )
    )


def forget_old_sessions(session: Session, user_id: int, now: datetime) -> None:
    """Remove the user's sessions that are over by age; their tokens go with them."""
    session.execute(
        delete(UserSession).where(UserSession.user_id == user_id, UserSession.expires_at <= now)
    )


def failures(session: Session, digest: bytes, *, lock: bool = False) -> SignInFailures | None:
    """Failures of a name."""
    query = select(SignInFailures).where(SignInFailures.name_digest == digest)
    return session.scalar(query.with_for_update() if lock else query)


def failure_counter(session: Session, digest: bytes, now: datetime) -> SignInFailures:
    """The counter of a name, made if need be and locked: guesses made at once all count."""
    row = {"name_digest": digest, "count": 0, "last_at": now}
    connection = session.connection()
    connection.execute(insert_missing(connection, table_of(SignInFailures), "name_digest"), row)
    query = select(SignInFailures).where(SignInFailures.name_digest == digest)
    return session.scalars(query.with_for_update()).one()


def forget_failures(session: Session, before: datetime) -> None:
    """Remove the failures that no longer count."""
    session.execute(delete(SignInFailures).where(SignInFailures.last_at < before))
