"""A password that was forgotten, or that is to be another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.catalogue.models import Utility
from backend.clock import Clock
from backend.database import Database
from backend.links.issuing import address, issue, withdraw
from backend.links.purposes import LinkRefusedError
from backend.mail.outbound import queue
from backend.policies.rules import rules_of
from backend.problems import Problem
from backend.registration import passwords
from backend.registration.rules import RegistrationRules
from backend.registration.tries import counted
from backend.registration.words import Letters
from backend.settings import PasswordCost, Settings
from backend.users import repository
from backend.users.models import User
from backend.users.passwords import hash_password, is_password
from backend.users.service import SessionService, digest_of, folded

RESET = "reset-password"
_USUAL_MINUTES, _USUAL_TRIES = 60, 5


@dataclass(frozen=True, slots=True)
class PasswordService:
    """Passwords of one database. Raises `Problem` where it refuses."""

    database: Database
    settings: Settings
    clock: Clock

    def forgot(self, username_or_email: str) -> None:
        """Send a link to whoever is called like this; the asker never learns whether anybody
        is."""
        typed = username_or_email.strip()
        now = self.clock.now()
        with self.database.writing() as session:
            rules = rules_of(session, RegistrationRules)
            tries = counted(session, "forgot", typed.casefold(), now)
            tries.count += 1
            if tries.count > (rules.tries_per_hour if rules else _USUAL_TRIES):
                return
            mine = User.username == folded(typed)
            if "@" in typed:  # names of registered users have none, those of loaded ones may
                mine |= func.lower(User.email) == typed.lower()
            for user in session.scalars(select(User).where(mine, User.is_active)):
                if user.email:
                    self._send(session, now, rules, user)

    def change(self, user_id: int, access_token: str, current: str, new: str) -> None:
        """Another password for a user who is signed in; every other session ends. Raises
        `password-refused` with `reason` `current`, `same` or `weak`, or `user-locked`."""
        sessions = SessionService(self.database, self.settings, self.clock)
        with self.database.reading() as session:
            user = session.get_one(User, user_id)
            policy = passwords.policy_of(session)
        sessions.check_password(user, current)
        if new == current:
            raise Problem("password-refused", reason="same")
        missing = passwords.lacks(policy, new, user.username)
        if missing:
            raise Problem("password-refused", reason="weak", data={"missing": list(missing)})
        hashed = hash_password(new, self.settings.password_cost)
        now = self.clock.now()
        with self.database.writing() as session:
            keep = repository.session_of_access(session, digest_of(access_token))
            set_password(session, now, user_id, hashed, keep=keep.id if keep else None)

    def _send(
        self, session: Session, now: datetime, rules: RegistrationRules | None, user: User
    ) -> None:
        valid = timedelta(minutes=rules.reset_minutes if rules else _USUAL_MINUTES)
        withdraw(session, RESET, str(user.id))
        token = issue(session, now, RESET, str(user.id), valid)
        letters = Letters(session.get(Utility, 1), rules.office if rules else "")
        subject, text = letters.reset(user.username, address(token), now + valid)
        queue(session, now, to=user.email, subject=subject, text=text)


def set_password(
    session: Session, now: datetime, user_id: int, hashed: str, *, keep: int | None = None
) -> None:
    """Set it, end every session but `keep`, and tell the person by mail."""
    user = session.get_one(User, user_id)
    user.password_hash = hashed
    for family in repository.open_sessions(session, user_id):
        if family.id != keep:
            family.ended_at, family.end_reason = now, "password"
            repository.forget_tokens(session, family.id)
    # Links that were asked for before must not undo it.
    withdraw(session, RESET, str(user_id))
    if user.email:
        rules = rules_of(session, RegistrationRules)
        letters = Letters(session.get(Utility, 1), rules.office if rules else "")
        subject, text = letters.password_changed(user.username, now)
        queue(session, now, to=user.email, subject=subject, text=text)


def reset(
    session: Session,
    now: datetime,
    subject: str,
    typed: Mapping[str, str],
    cost: PasswordCost | None = None,
) -> str:
    """The page behind a link: a new password, typed twice. It also unlocks the user and proves
    that the address is theirs."""
    user = session.get(User, int(subject))
    if user is None or not user.is_active:
        raise LinkRefusedError("El usuario ya no existe.")
    new = typed["password"]
    if new != typed["repeat"]:
        raise LinkRefusedError("Las contraseñas no coinciden.")
    policy = passwords.policy_of(session)
    missing = passwords.lacks(policy, new, user.username)
    if missing:
        raise LinkRefusedError(passwords.sentence(policy, missing))
    if is_password(user.password_hash, new, cost or PasswordCost()):
        raise LinkRefusedError("La nueva contraseña no puede ser igual a la actual.")
    user.is_confirmed = True
    failures = repository.failures(session, digest_of(user.username), lock=True)
    if failures is not None:
        session.delete(failures)
    set_password(session, now, user.id, hash_password(new, cost))
    return (
        "La contraseña se cambió correctamente.\n\nYa puede ingresar a la Oficina Virtual con el "
        f"usuario {user.username}."
    )
