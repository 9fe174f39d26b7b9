"""Signing in, staying signed in, and leaving."""

from __future__ import annotations

import base64
import hashlib
import hmac
import logging
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from backend.clock import Clock, iso
from backend.database import Database
from backend.feed.models import FeedMeta
from backend.problems import Problem
from backend.settings import Settings
from backend.users import repository
from backend.users.models import AccessToken, RefreshToken, SignInFailures, User, UserSession
from backend.users.passwords import is_password
from backend.users.schemas import Tokens

log = logging.getLogger("backend.users")


def folded(username: str) -> str:
    """A user name as it is kept and compared."""
    return unicodedata.normalize("NFKC", username).strip().casefold()


def digest_of(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


@dataclass(frozen=True, slots=True)
class SessionService:
    """Sessions of one database. Raises `Problem` where it refuses."""

    database: Database
    settings: Settings
    clock: Clock

    def sign_in(self, username: str, password: str, device: str) -> Tokens:
        """New tokens, `bad-credentials` or `user-locked`, the same for names that nobody has; or
        `email-unconfirmed`."""
        name = digest_of(folded(username))
        with self.database.reading() as session:
            user = repository.user_named(session, folded(username))
            _refuse_locked(repository.failures(session, name), self.clock.now())
        # Between the transactions: a hash takes as long as a hundred queries.
        kept = user.password_hash if user else None
        if not is_password(kept, password, self.settings.password_cost) or user is None:
            with self.database.writing() as session:
                self._count_failure(session, name)
            raise Problem("bad-credentials")
        # Said to nobody who does not know the password.
        if not user.is_confirmed:
            raise Problem("email-unconfirmed")
        with self.database.writing() as session:
            failures = repository.failures(session, name, lock=True)
            _refuse_locked(failures, self.clock.now())
            if failures is not None:
                session.delete(failures)
            return self._open(session, user.id, device)

    def check_password(self, user: User, password: str) -> None:
        """Whether it is the user's password: counted and locked as where they sign in. Raises
        `password-refused` with `reason` `current`, or `user-locked`."""
        name = digest_of(user.username)
        with self.database.reading() as session:
            _refuse_locked(repository.failures(session, name), self.clock.now())
        if not is_password(user.password_hash, password, self.settings.password_cost):
            with self.database.writing() as session:
                self._count_failure(session, name)
            raise Problem("password-refused", reason="current")

    def refresh(self, token: str, device: str) -> Tokens:
        """Tokens of the same session, or `session-expired`."""
        with self.database.writing() as session:
            tokens = self._refresh(session, token, device)
        # Raised outside: the end of a session whose token was stolen must be committed.
        if tokens is None:
            raise Problem("session-expired")
        return tokens

    def sign_out(self, access_token: str) -> None:
        """End the session of an access token."""
        with self.database.writing() as session:
            family = repository.session_of_access(session, digest_of(access_token))
            if family is not None:
                self._end(session, family, "signed-out")

    def _count_failure(self, session: Session, name: bytes) -> None:
        now = self.clock.now()
        repository.forget_failures(session, now - self.settings.lock_time)
        failures = repository.failure_counter(session, name, now)
        failures.count += 1
        failures.last_at = now
        if failures.count >= self.settings.failures_before_lock:
            failures.locked_until = now + self.settings.lock_time
            log.info("a user name was locked after %d failures", failures.count)

    def _open(self, session: Session, user_id: int, device: str) -> Tokens:
        now = self.clock.now()
        repository.forget_old_sessions(session, user_id, now)
        family = UserSession(
            user_id=user_id,
            device=device,
            created_at=now,
            expires_at=now + self.settings.session_lifetime,
        )
        session.add(family)
        session.flush()
        token = secrets.token_urlsafe(32)
        session.add(RefreshToken(digest=digest_of(token), session_id=family.id, generation=1))
        return self._tokens(session, family, token)

    def _refresh(self, session: Session, token: str, device: str) -> Tokens | None:
        found = repository.refresh_token(session, digest_of(token))
        if found is None:
            return None
        kept, family = found
        now = self.clock.now()
        if family.ended_at is not None or family.expires_at <= now:
            return None
        if family.device != device:
            self._end(session, family, "other-device")
            return None
        following = repository.generation(session, family.id, kept.generation + 1)
        # Made from the token itself: whoever asks twice because an answer was lost gets the same
        # successor twice, and no second line of tokens begins.
        successor = _successor(session, token)
        if following is None:
            kept.used_at = now
            session.add(
                RefreshToken(
                    digest=digest_of(successor),
                    session_id=family.id,
                    generation=kept.generation + 1,
                )
            )
        elif following.used_at is not None or not self._in_grace(kept, now):
            self._end(session, family, "reuse")
            return None
        return self._tokens(session, family, successor)

    def _in_grace(self, kept: RefreshToken, now: datetime) -> bool:
        return kept.used_at is not None and now - kept.used_at <= self.settings.refresh_grace

    def _tokens(self, session: Session, family: UserSession, refresh_token: str) -> Tokens:
        now = self.clock.now()
        repository.forget_expired(session, family.id, now)
        access = secrets.token_urlsafe(32)
        lifetime = self.settings.access_lifetime
        session.add(
            AccessToken(digest=digest_of(access), session_id=family.id, expires_at=now + lifetime)
        )
        return Tokens(
            access_token=access,
            expires_in=int(lifetime.total_seconds()),
            refresh_token=refresh_token,
        )

    def _end(self, session: Session, family: UserSession, reason: str) -> None:
        log.info("session %d ended: %s", family.id, reason)
        family.ended_at = self.clock.now()
        family.end_reason = reason
        repository.forget_tokens(session, family.id)


def _refuse_locked(failures: SignInFailures | None, now: datetime) -> None:
    if failures is not None and failures.locked_until is not None and failures.locked_until > now:
        raise Problem("user-locked", until=iso(failures.locked_until))


def _successor(session: Session, token: str) -> str:
    secret = session.get_one(FeedMeta, 1).secret
    made = hmac.digest(secret, b"refresh|" + token.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
