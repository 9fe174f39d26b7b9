"""Bringing the mirror up to date, and what that says of the connection."""

from __future__ import annotations

import logging
import threading
from random import SystemRandom
from typing import TYPE_CHECKING

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Code
from desktop.services.results import Connection, SyncOutcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.freshness import Freshness
    from desktop.services.desk import Desk
    from desktop.services.documents.documents import DocumentService
    from desktop.services.ports import Clock
    from desktop.services.results import Progress, SyncStep
    from desktop.services.session import SessionService
    from desktop.services.sync.lanes import Lanes
    from desktop.services.sync.state import Policy

log = logging.getLogger(__name__)

# Enough for the invoices that a person is likely to open without a connection.
KEPT_AFTER_SYNC = 24


class SyncService:
    """One sync at a time."""

    def __init__(
        self,
        session: SessionService,
        desk: Desk,
        clock: Clock,
        documents: DocumentService,
        lanes: Lanes,
    ) -> None:
        self._session = session
        self._desk = desk
        self._clock = clock
        self._documents = documents
        self._lanes = lanes
        self._running = threading.Lock()
        self._documents_wanted = True  # whether there may be some that are not kept yet
        self.sending = ""  # op_id of the submission that is on its way; read by any thread
        self.policy: Policy | None = None  # the driver's own, unless a test has no patience

    def run(self, progress: Progress, cancelled: Callable[[], bool]) -> SyncOutcome:
        """Send what waits, make the mirror equal to the server, then keep the newest documents.

        Never raises `AppError`: it is in the outcome. A second call waits for the first. Progress
        is (scopes done, all scopes), and comes too when `sending` has changed.
        """
        with self._running:
            try:
                return self._run(progress, cancelled)
            except AppError as error:
                connection = (
                    Connection.AUTH_NEEDED
                    if error.code is Code.SESSION_EXPIRED
                    else Connection.UNKNOWN
                )
                return SyncOutcome(Changes(), None, connection, error)
            finally:
                self.sending = ""

    def freshness(self) -> Freshness:
        """How old the oldest contract's data are."""
        with self._desk.using() as store:
            return store.cache.freshness()

    def _run(self, progress: Progress, cancelled: Callable[[], bool]) -> SyncOutcome:
        from desktop.services.sync.driver import Driver
        from desktop.services.sync.ports import Post

        def stopped() -> bool:
            return cancelled() or not self._desk.is_open

        def report(step: SyncStep) -> None:
            self.sending = step.sending
            progress(step.done, step.total)

        def pull() -> SyncOutcome:
            if self._session.is_damaged:
                with self._desk.alone() as store:
                    store.heal()
            with self._desk.using() as store:
                damaged = store.outbox_is_damaged
            if damaged:
                with self._desk.alone() as store:
                    store.heal_outbox()
            with self._desk.using() as store:
                post = Post(self._session.client, store.outbox, self._lanes)
                driver = Driver(
                    self._session.client,
                    store.cache,
                    self._clock,
                    SystemRandom(),
                    policy=self.policy,
                    post=post,
                )
                return driver.run(report, stopped)

        outcome = pull()
        if outcome.error is not None and outcome.error.code is Code.STORE_CORRUPT:
            log.warning("what is kept here is damaged, it is mended")
            outcome = pull()
        self._documents_wanted = self._documents_wanted or bool(outcome.changes)
        if outcome.error is None and self._documents_wanted:
            self._keep_documents(stopped)
        return outcome

    def _keep_documents(self, stopped: Callable[[], bool]) -> None:
        try:
            kept = self._documents.keep(
                lambda _done, _total: None, stopped, at_most=KEPT_AFTER_SYNC
            )
            self._documents_wanted = kept == KEPT_AFTER_SYNC or stopped()
        except AppError as error:
            # The books are complete; a document that is missing is fetched when it is opened.
            log.info("documents were not kept: %s", error.code)
