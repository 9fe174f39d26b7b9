"""Giving a user the sight of a contract, and taking it away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from backend.contracts.models import ContractStatus
from backend.mail.outbound import queue
from backend.registration.models import Registration, RemovedLink
from backend.registration.proofs import Proved, is_same_name
from backend.registration.rules import Proof
from backend.registration.words import Letters
from backend.users.models import ContractLink, LinkRole, User


@dataclass(frozen=True, slots=True)
class Linking:
    """One transaction, in which users get or lose contracts."""

    session: Session
    now: datetime
    letters: Letters

    def link(
        self, user: User, proved: Proved, proof: Proof, *, typed_name: str, terms: str = ""
    ) -> None:
        """Let the user see the contract. A contract that has ended can only be looked at. Those
        who see it already are told by mail."""
        contract = proved.contract
        ended = contract.status is ContractStatus.ENDED
        others = self._others(user.id, contract.id)
        self.session.execute(
            delete(RemovedLink).where(
                RemovedLink.user_id == user.id, RemovedLink.contract_id == contract.id
            )
        )
        last = select(func.max(ContractLink.sort)).where(ContractLink.user_id == user.id)
        self.session.add(
            ContractLink(
                user_id=user.id,
                contract_id=contract.id,
                role=LinkRole.VIEWER if ended else LinkRole.HOLDER,
                sort=(self.session.scalar(last) or 0) + 1,
                proved_for=proved.customer.id,
                linked_at=self.now,
            )
        )
        self.session.add(
            Registration(
                user_id=user.id,
                contract_id=contract.id,
                full_name=typed_name,
                is_holders_name=is_same_name(typed_name, proved.customer.full_name),
                proof=proof,
                terms_version=terms,
                at=self.now,
            )
        )
        subject, text = self.letters.other_user_linked(contract.number, self.now)
        for address in sorted(others):
            queue(self.session, self.now, to=address, subject=subject, text=text)

    def unlink(self, user_id: int, contract_id: int) -> bool:
        """Take the contract off the user's list; whether it was on it."""
        link = self.session.scalar(
            select(ContractLink).where(
                ContractLink.user_id == user_id, ContractLink.contract_id == contract_id
            )
        )
        if link is None:
            return False
        self.session.delete(link)
        self.session.add(RemovedLink(user_id=user_id, contract_id=contract_id))
        return True

    def _others(self, user_id: int, contract_id: int) -> set[str]:
        query = (
            select(User.email)
            .join(ContractLink, ContractLink.user_id == User.id)
            .where(
                ContractLink.contract_id == contract_id,
                User.id != user_id,
                User.is_active,
                User.is_confirmed,
                User.email != "",
            )
        )
        return set(self.session.scalars(query))
