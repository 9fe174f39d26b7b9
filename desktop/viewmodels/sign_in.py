"""Signing in: the server, the utility behind it, and one attempt at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.viewmodels.addresses import server_address
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.tasks import Lane, Task

if TYPE_CHECKING:
    from desktop.domain.users import Utility
    from desktop.services.office import Office
    from desktop.services.results import Profile
    from desktop.viewmodels.shell import ShellViewModel


@dataclass(frozen=True, slots=True)
class SignInState:
    """`utility_phase` is FILLED once the server told who it is, ERROR where it could not be
    asked (`utility_error`); `error` is how the last attempt failed."""

    server: str
    is_busy: bool = False
    error: AppError | None = None
    utility_phase: Phase = Phase.LOADING
    utility_error: AppError | None = None
    utility: Utility | None = None


class SignInViewModel(QObject):
    """`signed_in` comes after the shell was opened."""

    state_changed = Signal()

    def __init__(self, shell: ShellViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._attempt: Task[Profile] | None = None
        self.state = SignInState(shell.server, error=shell.start_error)
        shell.stage_changed.connect(self._take_start_error)

    def load_utility(self) -> None:
        """Ask the server who it is; works without."""
        office = self._shell.office
        self._set(utility_phase=Phase.LOADING, utility_error=None)

        def known(utility: Utility) -> None:
            if office is self._shell.office:
                self._shell.set_utility(utility)
                self._set(utility_phase=Phase.FILLED, utility=utility)

        def unknown(error: AppError) -> None:
            if office is self._shell.office:
                self._set(utility_phase=Phase.ERROR, utility_error=error, utility=None)

        self._shell.runner.run(
            Lane.LONG,
            lambda _task: office.session.public_utility(),
            owner=self,
            done=known,
            failed=unknown,
        )

    def submit(self, username: str, password: str) -> None:
        """Sign in; nothing while an attempt is under way."""
        if self._attempt is not None:
            return
        office = self._shell.office
        self._set(is_busy=True, error=None)
        self._attempt = self._shell.runner.run(
            Lane.LONG,
            lambda task: _sign_in(office, username, password, task),
            owner=self,
            done=self._succeed,
            failed=self._fail,
        )

    def submit_demo(self) -> None:
        """Sign in with the account that a demonstration server offers."""
        account = self.state.utility.demo_account if self.state.utility else None
        if account is not None:
            self.submit(account.username, account.password)

    def cancel(self) -> None:
        """Give up the attempt."""
        if self._attempt is not None:
            self._attempt.cancel()
            self._attempt = None
            self._set(is_busy=False)

    def use_server(self, text: str) -> bool:
        """Talk to another server; False where `text` is not an address that is safe to use."""
        server = server_address(text)
        if server is None:
            return False
        if server != self._shell.server:
            self.cancel()
            self._shell.use_server(server)
            self._set(server=self._shell.server, error=None)
            self.load_utility()
        return True

    def _take_start_error(self) -> None:
        """What was kept could not be opened, found out while the page was up."""
        if self._shell.start_error is not None and self._attempt is None:
            self._set(error=self._shell.start_error)

    def _succeed(self, profile: Profile) -> None:
        self._attempt = None
        self._set(is_busy=False, error=None)
        self._shell.open(profile)

    def _fail(self, error: AppError) -> None:
        self._attempt = None
        self._set(is_busy=False, error=error)

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.state_changed.emit()


def _sign_in(office: Office, username: str, password: str, task: Task[Profile]) -> Profile:
    profile = office.session.sign_in(username, password)
    if task.cancelled():  # nobody waits any more: leave no session behind
        office.session.sign_out(keep_unsent=True)
    return profile
