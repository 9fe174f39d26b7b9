"""Becoming a user, passwords, and which contracts one sees. Everything here asks the network but
`book` and `rename`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.registration import RegistrationRules
from desktop.services.results import AccountBook
from desktop.submissions.contract_alias.content import NAME, alias_content, stream_of, waiting

if TYPE_CHECKING:
    from desktop.domain.contracts import ContractLink
    from desktop.domain.registration import (
        ContractClaim,
        LinkedContract,
        Registration,
        Taken,
    )
    from desktop.domain.submissions import Submission
    from desktop.services.desk import Desk
    from desktop.services.outbox import OutboxService
    from desktop.services.session import SessionService


class RegistrationService:
    """Use cases of "Registrarse" and "Mi cuenta". Raises `AppError` where the world failed, and
    `NotTakenError` where the service says what is wrong."""

    def __init__(self, session: SessionService, desk: Desk, outbox: OutboxService) -> None:
        self._session = session
        self._desk = desk
        self._outbox = outbox

    def rules(self) -> RegistrationRules:
        """What the utility asks of whoever registers; needs no session."""
        from desktop.api import account

        return account.rules(self._session.client)

    def book(self) -> AccountBook:
        """What "Mi cuenta" shows beside the contracts; never asks the network."""
        with self._desk.using() as store:
            rules = store.mirror.policy(RegistrationRules)
            names = waiting(store.outbox.items(include_done=False))
        return AccountBook(rules, frozenset(names))

    def register(self, form: Registration) -> Taken:
        """Hand a registration in."""
        from desktop.api import account

        return account.register(self._session.client, form)

    def resend(self, username: str) -> None:
        """Have the confirmation mail sent again."""
        from desktop.api import account

        account.resend(self._session.client, username)

    def forgot(self, username_or_email: str) -> None:
        """Have a link for a new password sent."""
        from desktop.api import account

        account.forgot(self._session.client, username_or_email)

    def change_password(self, current: str, new: str) -> None:
        """Change the password; every other session ends."""
        from desktop.api import account

        account.change_password(self._session.client, current, new)

    def add_contract(self, claim: ContractClaim) -> LinkedContract:
        """Link a contract; a sync brings its data."""
        from desktop.api import account

        return account.add_contract(self._session.client, claim)

    def remove_contract(self, contract_id: str) -> None:
        """Take a contract off the list; a sync takes its data away."""
        from desktop.api import account

        account.remove_contract(self._session.client, contract_id)

    def rename(
        self, link: ContractLink, alias: str, draft: tuple[str, str] | None = None
    ) -> Submission:
        """Name a contract; works offline, and waits in the outbox until it is sent. The `draft`
        goes in that instant."""
        stream = stream_of(link.contract_id)
        return self._outbox.enqueue(NAME, link.scope, stream, alias_content(alias), draft=draft)
