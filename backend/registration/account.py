"""The contracts of a user who is signed in: adding and removing."""

from __future__ import annotations

from dataclasses import dataclass

from backend.catalogue.models import Utility
from backend.clock import Clock
from backend.contracts.models import ContractStatus
from backend.database import Database
from backend.feed.wire import scope_id_of, scope_name
from backend.policies.rules import rules_of
from backend.problems import Problem
from backend.registration.documents import compact
from backend.registration.linking import Linking
from backend.registration.proofs import prove
from backend.registration.rules import RegistrationRules
from backend.registration.schemas import ContractForm, LinkedContract
from backend.registration.service import refuse_misfits
from backend.registration.tries import counted
from backend.registration.words import Letters
from backend.users import repository
from backend.users.models import User


@dataclass(frozen=True, slots=True)
class AccountService:
    """Linked contracts of one database. Raises `Problem` where it refuses."""

    database: Database
    clock: Clock

    def add(self, user_id: int, form: ContractForm) -> LinkedContract:
        """Link a contract that the form proves to be the user's own. Raises `contract-refused`
        with `reason` `not_validated` (never which datum) or `already_linked`."""
        with self.database.reading() as session:
            rules = rules_of(session, RegistrationRules)
        if rules is None:
            raise Problem("not-found", "this utility links no contracts here")
        refuse_misfits(rules, form)
        now = self.clock.now()
        reason = ""
        with self.database.writing() as session:
            number = compact(form.contract_number)
            tries = counted(session, "contract", number, now)
            proved = prove(session, rules, form.claim)
            if proved is None or tries.count >= rules.tries_per_hour:
                tries.count += 1
                reason = "not_validated"
            elif repository.has_link(session, user_id, proved.contract.id):
                reason = "already_linked"
            else:
                letters = Letters(session.get(Utility, 1), rules.office)
                user = session.get_one(User, user_id)
                Linking(session, now, letters).link(
                    user, proved, form.proof.kind, typed_name=user.full_name
                )
        # Raised outside: the failure that was counted must be committed.
        if reason or proved is None:
            raise Problem("contract-refused", reason=reason)
        return LinkedContract(
            contract_id=str(proved.contract.id),
            scope=scope_name(proved.contract.id),
            number=proved.contract.number,
            is_ended=proved.contract.status is ContractStatus.ENDED,
        )

    def remove(self, user_id: int, contract_id: str) -> None:
        """Take a contract off the user's list; `not-found` where it is not on it."""
        number = scope_id_of(f"C-{contract_id}")
        with self.database.writing() as session:
            letters = Letters(session.get(Utility, 1))
            linking = Linking(session, self.clock.now(), letters)
            if number is None or not linking.unlink(user_id, number):
                raise Problem("not-found")
