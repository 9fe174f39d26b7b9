"""Looking at a link, and using it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.clock import Clock
from backend.database import Database
from backend.links.issuing import digest_of
from backend.links.models import OneTimeLink
from backend.links.purposes import AnyPurpose, LinkRefusedError, Purpose, purposes


class DeadLinkError(Exception):
    """Unknown, expired or used: which of them is nobody's business."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A link that can be used, and what its page says."""

    purpose: AnyPurpose
    text: str


@dataclass(frozen=True, slots=True)
class LinkService:
    """The links of one database."""

    database: Database
    clock: Clock

    def look(self, token: str) -> Shown:
        """What the link would do; changes nothing. Raises DeadLinkError."""
        with self.database.reading() as session:
            link = self._alive(session, token)
            purpose = purposes()[link.purpose]
            return Shown(purpose, purpose.text(session, link.subject))

    def use(self, token: str, typed: Mapping[str, str]) -> str:
        """Take effect once; the sentence that says so. Raises DeadLinkError, or LinkRefusedError
        where the link stays good."""
        now = self.clock.now()
        with self.database.writing() as session:
            link = self._alive(session, token)
            # Of two clicks at once one finds no row: the condition is checked under its lock.
            used = session.connection().execute(
                update(OneTimeLink)
                .where(OneTimeLink.digest == link.digest, OneTimeLink.used_at.is_(None))
                .values(used_at=now)
            )
            if used.rowcount == 0:
                raise DeadLinkError
            purpose = purposes()[link.purpose]
            if isinstance(purpose, Purpose):
                return purpose.accept(session, now, link.subject)
            missing = [a.label for a in purpose.asked if not typed.get(a.name)]
            if missing:
                raise LinkRefusedError(f"Complete: {', '.join(missing)}.")
            return purpose.accept(session, now, link.subject, typed)

    def _alive(self, session: Session, token: str) -> OneTimeLink:
        link = session.scalar(
            select(OneTimeLink).where(
                OneTimeLink.digest == digest_of(token),
                OneTimeLink.used_at.is_(None),
                OneTimeLink.expires_at > self.clock.now(),
            )
        )
        if link is None or link.purpose not in purposes():
            raise DeadLinkError
        return link
