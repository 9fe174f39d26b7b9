"""Pendientes de Envío: everything that was submitted, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.submissions import Submission, SubmissionState
from desktop.submissions.kinds import kind_of
from desktop.viewmodels.contract_words import contract_name
from desktop.viewmodels.pending_columns import pending_columns
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.receipts import writing
from desktop.viewmodels.submission_words import (
    deadline_text,
    kind_title,
    state_words,
)
from desktop.viewmodels.table import Badge, RowTableModel
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.services.results import ContractSummary
    from desktop.viewmodels.context import Context

HURRY = timedelta(hours=24)  # a window that closes within this time is warned about


@dataclass(frozen=True, slots=True)
class PendingRow:
    """One submission in words. The `can_` say what makes sense in its state."""

    op_id: str
    number: int
    kind: str
    icon: str
    contract: str
    contract_id: str
    summary: str
    created_at: datetime
    state: SubmissionState
    badge: Badge
    sentence: str
    deadline: str
    reference: str
    facts: tuple[tuple[str, str], ...]
    page: str = ""
    can_edit: bool = False
    can_cancel: bool = False
    can_check: bool = False
    can_retry: bool = False
    can_discard: bool = False


@dataclass(frozen=True, slots=True)
class PendingState:
    """`hurry` warns of a window that closes before something was sent; `detail` is what the panel
    shows."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    pending: int = 0
    hurry: str = ""
    detail: PendingRow | None = None


class PendingViewModel(QObject):
    """State and commands of the page; `rows` is the model of its table."""

    state_changed = Signal()
    failed = Signal(object)  # AppError
    said = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.state = PendingState()
        self.rows: RowTableModel[PendingRow] = RowTableModel(
            pending_columns(context.format), lambda row: row.op_id, parent=self
        )
        self._items: tuple[Submission, ...] | None = None
        self._shown = ""
        self._is_active = False
        context.events.outbox_changed.connect(self.reload)
        context.shell.sync_changed.connect(self._publish)
        context.shell.overview_changed.connect(self._publish)

    # --- commands

    def set_active(self, is_active: bool) -> None:
        """The page came to the front, or left it."""
        self._is_active = is_active
        self.reload()

    def reload(self) -> None:
        """Read the outbox again."""
        if not self._is_active:
            return
        office = self.context.office
        self.context.runner.run(
            Lane.LOCAL,
            lambda _task: office.outbox.items(),
            owner=self,
            done=self._show,
            failed=self._not_read,
        )

    def show_row(self, op_id: str) -> None:
        """Open the panel on one; empty closes it."""
        self._shown = op_id
        self._publish()

    def edit(self) -> None:
        """Open what the panel shows for correction, on the page it was made on."""
        row = self.state.detail
        if row is not None and row.page:
            self.context.shell.go_to(row.page, row.contract_id or None, row.op_id)

    def cancel(self) -> None:
        """Cancel what was never sent."""
        office = self.context.office
        self._act(Lane.LOCAL, office.outbox.cancel)

    def check_now(self) -> None:
        """Ask the server what became of it."""
        office = self.context.office
        self._act(Lane.LONG, office.outbox.check_now, then=self._tell_unsure)

    def retry(self) -> None:
        """Send it once more."""
        office, shell = self.context.office, self.context.shell
        self._act(Lane.LOCAL, office.outbox.retry, then=lambda _item: shell.send_now())

    def discard(self) -> None:
        """Give it up; the person typed that they mean it."""
        office = self.context.office
        self._act(Lane.LOCAL, office.outbox.discard)

    def export(self, path: Path) -> None:
        """Write everything with its receipts to `path`, as PDF or JSON by its name."""
        write = writing(self.context.shell, path)
        saved = self.tr("Se guardó {0}.")
        self.context.runner.run(
            Lane.LONG,
            lambda _task: write(),
            owner=self,
            done=lambda _none: self.said.emit(saved.format(path.name)),
            failed=self.failed.emit,
        )

    # --- inside

    def _act(
        self,
        lane: Lane,
        work: Callable[[str], Submission],
        then: Callable[[Submission], None] | None = None,
    ) -> None:
        row = self.state.detail
        if row is None:
            return

        def done(item: Submission) -> None:
            self.context.events.outbox_changed.emit()
            if then is not None:
                then(item)

        self.context.runner.run(
            lane, lambda _task: work(row.op_id), owner=self, done=done, failed=self.failed.emit
        )

    def _tell_unsure(self, item: Submission) -> None:
        if item.state is SubmissionState.UNCERTAIN:
            self.said.emit(self.tr("El servidor todavía no lo tiene. Se envía de nuevo ahora."))
            self.context.shell.send_now()

    def _show(self, items: tuple[Submission, ...]) -> None:
        self._items = items
        self._publish()

    def _not_read(self, error: AppError) -> None:
        if self._items is None:
            self.state = replace(self.state, phase=Phase.ERROR, error=error)
            self.state_changed.emit()

    def _publish(self) -> None:
        if self._items is None:
            return
        corrected = {item.replaces for item in self._items if item.replaces}
        made = [self._row(item, corrected) for item in self._items]
        made.sort(key=lambda row: (not row.state.is_pending, -row.number))
        self.rows.set_rows(made)
        self.state = PendingState(
            phase=Phase.FILLED if made else Phase.EMPTY,
            pending=sum(row.state.is_pending for row in made),
            hurry=self._hurry(),
            detail=next((row for row in made if row.op_id == self._shown), None),
        )
        self.state_changed.emit()

    def _contract(self, item: Submission) -> ContractSummary | None:
        found = (c for c in self.context.shell.contracts if c.link.scope == item.scope)
        return next(found, None)

    def _closes_at(self, item: Submission) -> datetime | None:
        summary = self._contract(item)
        window = summary.contract.reading_window if summary is not None else None
        return window.closes_at if window is not None else None

    def _hurry(self) -> str:
        """The warning about the window that closes first, empty while there is time."""
        now, fmt = self.context.shell.now(), self.context.format
        waiting = []
        for item in self._items or ():
            closes_at = self._closes_at(item)
            if closes_at is not None and deadline_text(item, closes_at, fmt, now):
                waiting.append((closes_at, item))
        if not waiting:
            return ""
        closes_at, item = min(waiting, key=lambda pair: pair[0])
        if closes_at < now:
            text = self.tr("{0}: el período cerró el {1} antes de que se pudiera enviar.")
        elif closes_at - now <= HURRY:
            text = self.tr("{0}: el período cierra el {1} y todavía no se envió. Conéctese.")
        else:
            return ""
        moment = f"{fmt.day(fmt.local(closes_at).date())} {fmt.time(closes_at)}"
        return text.format(kind_title(kind_of(item.kind)), moment)

    def _row(self, item: Submission, corrected: set[str]) -> PendingRow:
        shell, fmt = self.context.shell, self.context.format
        kind, now, state = kind_of(item.kind), shell.now(), item.state
        words = state_words(item, fmt, now, is_sending=item.op_id == shell.sending)
        summary = self._contract(item)
        is_still = item.op_id != shell.sending
        is_refused = state is SubmissionState.REJECTED and item.op_id not in corrected
        is_queued = state is SubmissionState.QUEUED and is_still
        return PendingRow(
            op_id=item.op_id,
            number=item.number,
            kind=kind_title(kind),
            icon=kind.icon,
            contract=contract_name(summary) if summary is not None else item.scope,
            contract_id=summary.contract.id if summary is not None else "",
            summary=kind.summary(item.content),
            created_at=item.created_at,
            state=state,
            badge=words.badge,
            sentence=words.sentence,
            deadline=deadline_text(item, self._closes_at(item), fmt, now),
            reference=item.reference,
            facts=self._facts(item),
            page=kind.page,
            can_edit=bool(kind.page) and (is_queued or is_refused),
            can_cancel=is_queued,
            can_check=state is SubmissionState.UNCERTAIN and is_still,
            can_retry=state is SubmissionState.PARKED,
            can_discard=state is SubmissionState.PARKED,
        )

    def _facts(self, item: Submission) -> tuple[tuple[str, str], ...]:
        fmt = self.context.format
        found = [(self.tr("Ingresado"), fmt.stamp(item.created_at))]
        if item.first_sent_at is not None:
            found.append((self.tr("Primer envío"), fmt.stamp(item.first_sent_at)))
        if item.attempts > 1:
            found.append((self.tr("Intentos"), str(item.attempts)))
        if item.reference:
            found.append((self.tr("Número"), item.reference))
        found.append((self.tr("Identificación"), item.op_id))
        found.append((self.tr("Huella (SHA-256)"), item.payload_sha256))
        return tuple(found)
