"""The frame around the pages: who is signed in, which contract, which page, how fresh."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop.domain.freshness import Freshness
from desktop.viewmodels.notice_watch import NoticeWatch
from desktop.viewmodels.outbox_watch import OutboxWatch
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.sync_state import (
    RETRY_EVERY,
    SYNC_EVERY,
    SyncKind,
    SyncState,
    calm_kind,
    kind_after,
    next_sync,
)
from desktop.viewmodels.tasks import Lane, Task, TaskRunner

if TYPE_CHECKING:
    from desktop.domain.errors import AppError
    from desktop.domain.users import Utility
    from desktop.services.office import Office
    from desktop.services.results import ContractSummary, Overview, Profile, SyncOutcome
    from desktop.viewmodels.context import Context
    from desktop.viewmodels.events import Events
    from desktop.viewmodels.format import Formatter
    from desktop.viewmodels.settings import Settings


class Stage(StrEnum):
    """What the window is about. STARTING looks for a kept profile."""

    STARTING = "starting"
    SIGN_IN = "sign_in"
    OPEN = "open"


class ShellViewModel(QObject):
    """Pages rely on this much; the window uses the rest.

    - `contract_id: str | None`, `contract: ContractSummary | None` (current contract)
    - `select_contract(contract_id)`; emits `contract_changed`
    - `go_to(page_key, contract_id=None, item_id=None)`; emits `page_requested`
    - `outbox.pending`: how much waits to be sent; emits `outbox.changed`; `send_now()`
    - `sync_now()`; `is_offline: bool`; `freshness: Freshness`; emits `sync_changed`
    - `now() -> datetime`: server time (UTC) as well as it is known
    """

    contract_changed = Signal()
    page_requested = Signal(str, str)  # page key, id of the entity to show ("" for none)
    sync_changed = Signal()
    stage_changed = Signal()
    utility_changed = Signal()
    overview_changed = Signal()

    def __init__(
        self,
        connect: Callable[[str], Office],
        server: str,
        runner: TaskRunner,
        events: Events,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._connect = connect
        self.server = server
        self._office: Office | None = None
        self.runner = runner
        self.events = events
        self.settings = settings
        self.stage = Stage.STARTING if settings.flag("session/kept") else Stage.SIGN_IN
        self.profile: Profile | None = None
        self.utility: Utility | None = None
        self.overview: Overview | None = None
        self.overview_phase = Phase.LOADING
        self.overview_error: AppError | None = None
        self.start_error: AppError | None = None
        self.contract_id: str | None = None
        self.freshness = Freshness(None)
        self.sync = SyncState()
        self._format: Formatter | None = None
        self._sync_task: Task[SyncOutcome] | None = None
        self._server_time = datetime.now(UTC)
        self._since = QElapsedTimer()
        self._since.start()
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.sync_now)
        self._is_asked_again = False  # something was kept while a sync was under way
        self.outbox = OutboxWatch(self)
        self.notices = NoticeWatch(self)

    @property
    def office(self) -> Office:
        """The app's services, made on first use: not before the window is painted."""
        if self._office is None:
            self._office = self._connect(self.server)
        return self._office

    @property
    def format(self) -> Formatter:
        """How the utility writes money and dates."""
        if self._format is None:
            from desktop.viewmodels.format import Formatter

            utility = self.utility
            self._format = Formatter(utility.locale, utility.zone) if utility else Formatter()
        return self._format

    # -- session ---------------------------------------------------------------------------

    def start(self) -> None:
        """Look for a kept profile, once the window is painted."""
        office = self.office

        def restored(profile: Profile | None) -> None:
            if office is not self.office:
                return
            if profile is None:
                self._turn_to(Stage.SIGN_IN)
            elif self.profile is None:
                self.open(profile)

        def failed(error: AppError) -> None:
            self.start_error = error
            self._turn_to(Stage.SIGN_IN)

        self.runner.run(
            Lane.LOCAL,
            lambda _task: office.session.restore(),
            owner=self,
            done=restored,
            failed=failed,
        )

    def open(self, profile: Profile) -> None:
        """Show the pages of `profile`: what is cached at once, then what is new."""
        is_other = self.profile is None or self.profile.user.id != profile.user.id
        if is_other:
            self._forget()
        self.profile = profile
        self.start_error = None
        self.set_utility(profile.utility)
        self.settings.set_flag("session/kept", profile.keeps_data)
        if self.sync.kind is SyncKind.SIGN_IN:
            self._set_sync(SyncState(self._calm_kind()))
        self._turn_to(Stage.OPEN)
        self.load_overview()
        self.sync_now()

    def ask_sign_in(self) -> None:
        """Bring the sign-in page over what is open; the data stay."""
        self._turn_to(Stage.SIGN_IN)

    def leave_sign_in(self) -> None:
        """Back to the data that are open."""
        if self.profile is not None:
            self._turn_to(Stage.OPEN)

    def sign_out(self, *, discard_unsent: bool = False) -> None:
        """Forget who was here; the disk is wiped first, then the server told if it can be.
        What was not sent stays, encrypted, unless `discard_unsent`; `outbox.leave()` asks."""
        session = self.office.session
        self.cancel_sync()
        self._next.stop()
        self._forget()
        self.profile = None
        self.settings.set_flag("session/kept", False)
        self._turn_to(Stage.SIGN_IN)

        def failed(error: AppError) -> None:
            self.start_error = error
            self.stage_changed.emit()

        self.runner.run(
            Lane.LONG,  # not behind a sync: signing out is what makes a sync let go
            lambda _task: session.sign_out(
                discard_unsent=discard_unsent, keep_unsent=not discard_unsent
            ),
            owner=self,
            done=lambda _none: None,
            failed=failed,
        )

    def use_server(self, server: str) -> None:
        """Talk to another server from now on. Only while nobody is signed in."""
        if server == self.server or self.profile is not None:
            return
        old, self._office, self.server = self.office, None, server
        self.utility = None
        self.settings.set_text("server/address", server)
        self.utility_changed.emit()
        self.runner.run(
            Lane.LONG,
            lambda _task: old.close(),
            owner=self,
            done=lambda _none: None,
            failed=lambda _error: None,  # what was left of the other server is not ours any more
        )

    def set_utility(self, utility: Utility) -> None:
        """The utility's profile became known: formats and accent follow it."""
        if utility == self.utility:
            return
        self.utility = utility
        self._format = None
        self.settings.set_text("utility/name", utility.name)
        self.settings.set_text("utility/accent", utility.accent)
        self.utility_changed.emit()

    def context(self) -> Context:
        """What the pages of this session are built with."""
        from desktop.viewmodels.context import Context

        return Context(self.office, self.runner, self.events, self.format, self)

    @property
    def is_demo(self) -> bool:
        """Whether the data are examples."""
        return self.utility is not None and self.utility.is_demo

    # -- contracts -------------------------------------------------------------------------

    @property
    def contracts(self) -> tuple[ContractSummary, ...]:
        """Every contract of the person, empty until they are read."""
        return self.overview.contracts if self.overview is not None else ()

    @property
    def contract(self) -> ContractSummary | None:
        """The current contract."""
        found = (c for c in self.contracts if c.contract.id == self.contract_id)
        return next(found, None)

    def select_contract(self, contract_id: str) -> None:
        """Make it the one that pages are about."""
        if contract_id == self.contract_id:
            return
        if all(c.contract.id != contract_id for c in self.contracts):
            return
        self.contract_id = contract_id
        self.contract_changed.emit()
        self.events.contract_selected.emit(contract_id)

    def go_to(
        self, page_key: str, contract_id: str | None = None, item_id: str | None = None
    ) -> None:
        """Bring a page to the front, about `contract_id`, showing `item_id`."""
        if contract_id is not None:
            self.select_contract(contract_id)
        self.page_requested.emit(page_key, item_id or "")

    def load_overview(self) -> None:
        """Read the contracts again from the mirror."""
        office = self.office
        self.runner.run(
            Lane.LOCAL,
            lambda _task: office.contracts.overview(),
            owner=self,
            done=self._show_overview,
            failed=self._miss_overview,
        )

    def now(self) -> datetime:
        """Server time, UTC, carried on by this computer's monotonic clock."""
        return self._server_time + timedelta(milliseconds=self._since.elapsed())

    # -- sync ------------------------------------------------------------------------------

    @property
    def is_offline(self) -> bool:
        """Whether the last call could not reach the server."""
        return self.sync.kind is SyncKind.OFFLINE

    @property
    def is_syncing(self) -> bool:
        """Whether a sync is under way."""
        return self._sync_task is not None

    @property
    def sending(self) -> str:
        """op_id of the submission that is on its way at this moment, "" where none is."""
        return self.office.sync.sending if self.is_syncing else ""

    def sync_now(self) -> None:
        """Bring the mirror up to date; nothing while a sync is under way."""
        if self._sync_task is not None or self.profile is None:
            return
        office = self.office
        self._next.stop()
        self._sync_task = self.runner.run(
            Lane.SYNC,
            lambda task: office.sync.run(task.report, task.cancelled),
            owner=self,
            done=self._end_sync,
            failed=self._fail_sync,
            progress=self._count,
        )
        self._set_sync(SyncState(SyncKind.RUNNING))

    def send_now(self) -> None:
        """Sync, again if one is under way: what was just kept is to leave."""
        self._is_asked_again = self.is_syncing
        self.sync_now()

    def cancel_sync(self) -> None:
        """Stop the sync; what is stored stays."""
        if self._sync_task is not None:
            self._sync_task.cancel()
            self._sync_task = None
            self._next.start(SYNC_EVERY)
            self._set_sync(SyncState(self._calm_kind()))

    def close(self) -> None:
        """Stop what would start by itself, and let go of network and store."""
        self._next.stop()
        if self._office is not None:
            self._office.close()

    # -- inside ----------------------------------------------------------------------------

    def _turn_to(self, stage: Stage) -> None:
        self.stage = stage
        self.stage_changed.emit()

    def _forget(self) -> None:
        self.overview, self.overview_phase, self.overview_error = None, Phase.LOADING, None
        self.contract_id = None
        self.freshness = Freshness(None)
        self.sync = SyncState()

    def _show_overview(self, overview: Overview) -> None:
        self.overview, self.overview_error = overview, None
        self._server_time = overview.now
        self._since.restart()
        self.freshness = overview.freshness
        self.overview_phase = Phase.FILLED if overview.contracts else Phase.EMPTY
        before = self.contract_id
        if self.contract is None:
            self.contract_id = overview.first_choice
        if self.sync.kind in (SyncKind.FRESH, SyncKind.STALE, SyncKind.NEVER):
            self.sync = replace(self.sync, kind=self._calm_kind())
        self.overview_changed.emit()
        self.sync_changed.emit()
        if before != self.contract_id:
            self.contract_changed.emit()
            if self.contract_id is not None:
                self.events.contract_selected.emit(self.contract_id)

    def _miss_overview(self, error: AppError) -> None:
        self.overview_phase, self.overview_error = Phase.ERROR, error
        self.overview_changed.emit()

    def _count(self, done: int, total: int) -> None:
        self._set_sync(SyncState(SyncKind.RUNNING, done, total))

    def _end_sync(self, outcome: SyncOutcome) -> None:
        self._sync_task = None
        if outcome.verified_at is not None:
            self.freshness = Freshness(outcome.verified_at)
            if outcome.error is None:  # the server's time of a moment ago
                self._server_time = outcome.verified_at
                self._since.restart()
        kind = kind_after(outcome.connection.value, outcome.error) or self._calm_kind()
        self._set_sync(SyncState(kind, error=outcome.error))
        self._next.start(next_sync(kind, outcome.retry_in))
        if kind is SyncKind.SIGN_IN:
            self._next.stop()
        self.load_overview()
        if outcome.changes:
            self.events.data_changed.emit(outcome.changes)
        self._tell_outbox()

    def _tell_outbox(self) -> None:
        self.events.outbox_changed.emit()
        if self._is_asked_again:
            self._is_asked_again = False
            self.sync_now()

    def _fail_sync(self, error: AppError) -> None:
        self._sync_task = None
        self._set_sync(SyncState(kind_after("", error) or SyncKind.PROBLEM, error=error))
        self._next.start(RETRY_EVERY)
        self._tell_outbox()

    def _calm_kind(self) -> SyncKind:
        return calm_kind(self.freshness, self.now())

    def _set_sync(self, state: SyncState) -> None:
        self.sync = state
        self.sync_changed.emit()
