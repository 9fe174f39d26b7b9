"""Becoming a user.

The answer is the same whatever was typed: who is a customer, who is a user and which datum was
wrong is said by mail, to an address that the asker can read only if it is theirs.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.catalogue.models import Utility
from backend.clock import Clock, iso
from backend.contracts.models import ContractStatus
from backend.database import Database
from backend.links.issuing import address, issue, withdraw
from backend.links.models import OneTimeLink
from backend.mail.outbound import queue
from backend.policies.rules import rules_of
from backend.problems import Problem
from backend.registration import documents, passwords
from backend.registration.linking import Linking
from backend.registration.proofs import Proved, prove
from backend.registration.rules import RegistrationRules
from backend.registration.schemas import ContractForm, RegistrationForm, RegistrationTaken
from backend.registration.tries import counted
from backend.registration.words import Letters, masked
from backend.settings import Settings
from backend.users.models import User
from backend.users.passwords import hash_password
from backend.users.service import folded

CONFIRM = "confirm-registration"


@dataclass(frozen=True, slots=True)
class RegistrationService:
    """Registrations of one database. Raises `Problem` where it refuses."""

    database: Database
    settings: Settings
    clock: Clock

    def rules(self) -> RegistrationRules:
        """What a form has to ask; `not-found` where the utility takes no registrations."""
        with self.database.reading() as session:
            rules = rules_of(session, RegistrationRules)
        if rules is None:
            raise Problem("not-found", "this utility takes no registrations here")
        return rules

    def register(self, form: RegistrationForm) -> RegistrationTaken:
        """Take a registration; the answer says nothing about anybody. What is wrong with the form
        alone, without looking into any book, is `invalid-request`."""
        rules = self.rules()
        refuse_misfits(rules, form)
        _refuse_unfit_user(rules, form)
        # Always, and before the transaction: it takes longer than all the rest.
        hashed = hash_password(form.password, self.settings.password_cost)
        now = self.clock.now()
        valid = timedelta(hours=rules.link_hours)
        with self.database.writing() as session:
            letters = Letters(session.get(Utility, 1), rules.office)
            _Registering(session, now, rules, letters, form, hashed).run()
        return RegistrationTaken(email=masked(form.email.lower()), confirm_before=iso(now + valid))

    def resend(self, username: str) -> None:
        """Send the confirmation mail again, if such a user waits for one."""
        rules = self.rules()
        now = self.clock.now()
        with self.database.writing() as session:
            tries = counted(session, "resend", folded(username), now)
            tries.count += 1
            user = session.scalar(select(User).where(User.username == folded(username)))
            waits = user is not None and user.is_active and not user.is_confirmed
            if user is not None and waits and tries.count <= rules.tries_per_hour:
                send_confirmation(session, now, rules, user)


def send_confirmation(
    session: Session, now: datetime, rules: RegistrationRules, user: User, *, chosen: str = ""
) -> None:
    """A new link in a new mail; the ones before end."""
    letters = Letters(session.get(Utility, 1), rules.office)
    _confirmation(session, now, rules, user, letters, chosen or user.username, ended=False)


def refuse_misfits(rules: RegistrationRules, form: ContractForm) -> None:
    """Raises `invalid-request` for what cannot be right for anybody."""
    errors: dict[str, str] = {}
    kind = rules.document_type(form.document_type)
    if kind is None:
        errors["document_type"] = "unknown"
    elif not documents.is_valid(kind.check, form.document_number):
        errors["document_number"] = "invalid"
    if not documents.is_contract_number(rules.contract, form.contract_number):
        errors["contract_number"] = "mask"
    if form.proof.kind not in rules.proofs:
        errors["proof.kind"] = "unknown"
    _refuse(errors)


def _refuse_unfit_user(rules: RegistrationRules, form: RegistrationForm) -> None:
    errors: dict[str, str] = {}
    missing = passwords.lacks(rules.password, form.password, form.username)
    if missing:
        errors["password"] = " ".join(missing)
    if form.terms_version != rules.terms.version:
        errors["terms_version"] = "changed"
    _refuse(errors)


def _refuse(errors: dict[str, str]) -> None:
    if errors:
        where = [{"field": f"body.{name}", "message": code} for name, code in errors.items()]
        raise Problem("invalid-request", errors=where)


@dataclass(frozen=True, slots=True)
class _Registering:
    """One registration in its transaction."""

    session: Session
    now: datetime
    rules: RegistrationRules
    letters: Letters
    form: RegistrationForm
    hashed: str

    def run(self) -> None:
        number = documents.compact(self.form.contract_number)
        tries = counted(self.session, "contract", number, self.now)
        # Held until the end, always in this order: two people who want one name or one address at
        # the same time take turns.
        for about, what in (("email", self.form.email), ("username", self.form.username)):
            counted(self.session, about, what.casefold(), self.now)
        proved = prove(self.session, self.rules, self.form.claim)
        if proved is None or tries.count >= self.rules.tries_per_hour:
            tries.count += 1
            self._tell(self.letters.not_validated())
            return
        email = self.form.email.lower()
        known = self.session.scalars(select(User).where(func.lower(User.email) == email)).all()
        confirmed = [user for user in known if user.is_confirmed]
        if confirmed:
            self._tell(self.letters.already_a_user(confirmed[0].username))
            return
        # What nobody confirmed gives way: its mail may have gone astray.
        for user in known:
            self._forget(user)
        self._make(email, proved)

    def _tell(self, letter: tuple[str, str]) -> None:
        """Mail to an address that somebody typed, which may be another's: not without end."""
        sent = counted(self.session, "told", self.form.email.lower(), self.now)
        sent.count += 1
        if sent.count <= self.rules.tries_per_hour:
            subject, text = letter
            queue(self.session, self.now, to=self.form.email, subject=subject, text=text)

    def _forget(self, user: User) -> None:
        withdraw(self.session, CONFIRM, str(user.id))
        self.session.delete(user)
        self.session.flush()

    def _make(self, email: str, proved: Proved) -> None:
        user = User(
            username=self._free_name(),
            full_name=self.form.full_name.strip(),
            email=email,
            password_hash=self.hashed,
            is_confirmed=False,
        )
        self.session.add(user)
        self.session.flush()
        Linking(self.session, self.now, self.letters).link(
            user,
            proved,
            self.form.proof.kind,
            typed_name=user.full_name,
            terms=self.rules.terms.version,
        )
        ended = proved.contract.status is ContractStatus.ENDED
        _confirmation(
            self.session, self.now, self.rules, user, self.letters, self.form.username, ended=ended
        )

    def _free_name(self) -> str:
        """The name asked for, or with a number behind it: saying that a name is taken would tell
        everybody who is a user."""
        wanted = folded(self.form.username)
        self._forget_stale(wanted)
        names = itertools.chain((wanted,), (f"{wanted}{n}" for n in itertools.count(2)))
        query = select(User.id)
        return next(n for n in names if not self.session.scalar(query.where(User.username == n)))

    def _forget_stale(self, name: str) -> None:
        user = self.session.scalar(select(User).where(User.username == name, ~User.is_confirmed))
        if user is None:
            return
        open_links = select(OneTimeLink.digest).where(
            OneTimeLink.purpose == CONFIRM,
            OneTimeLink.subject == str(user.id),
            OneTimeLink.expires_at > self.now,
        )
        if self.session.scalar(open_links) is None:
            self._forget(user)


def _confirmation(
    session: Session,
    now: datetime,
    rules: RegistrationRules,
    user: User,
    letters: Letters,
    chosen: str,
    *,
    ended: bool,
) -> None:
    withdraw(session, CONFIRM, str(user.id))
    valid = timedelta(hours=rules.link_hours)
    token = issue(session, now, CONFIRM, str(user.id), valid)
    subject, text = letters.confirm(
        user.username, folded(chosen), address(token), now + valid, ended=ended
    )
    queue(session, now, to=user.email, subject=subject, text=text)
