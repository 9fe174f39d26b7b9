"""Saving many duplicates into a folder, with a count and a way to stop."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.invoices import Invoice
from desktop.services.results import BulkResult
from desktop.viewmodels.context import Context
from desktop.viewmodels.tasks import Lane, Task


@dataclass(frozen=True, slots=True)
class DownloadState:
    """`done` of `total` while it runs; then `result`, or `error`. `is_stopping` after a cancel,
    until the document under way is finished."""

    is_running: bool = False
    is_stopping: bool = False
    done: int = 0
    total: int = 0
    folder: Path | None = None
    result: BulkResult | None = None
    error: AppError | None = None


class DownloadViewModel(QObject):
    """One download at a time."""

    state_changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.state = DownloadState()
        self._stop = threading.Event()

    def start(self, contract_id: str, invoices: Sequence[Invoice], folder: Path) -> None:
        """Save the documents of `invoices` into `folder`."""
        if self.state.is_running or not invoices:
            return
        self._stop = stop = threading.Event()
        chosen = tuple(invoices)
        self._set(DownloadState(is_running=True, total=len(chosen), folder=folder))

        def work(task: Task[BulkResult]) -> BulkResult:
            # a flag of our own: a cancelled task drops its result, and the count is wanted
            return self.context.office.documents.save_all(
                contract_id,
                chosen,
                folder,
                task.report,
                lambda: stop.is_set() or task.cancelled(),
            )

        self.context.runner.run(
            Lane.LONG,
            work,
            owner=self,
            done=lambda result: self._end(result=result),
            failed=lambda error: self._end(error=error),
            progress=lambda done, total: self._set(replace(self.state, done=done, total=total)),
        )

    def cancel(self) -> None:
        """Stop after the document under way; what is written stays."""
        if self.state.is_running:
            self._stop.set()
            self._set(replace(self.state, is_stopping=True))

    def forget(self) -> None:
        """The result was seen."""
        if not self.state.is_running:
            self._set(DownloadState())

    def _end(self, *, result: BulkResult | None = None, error: AppError | None = None) -> None:
        self._set(
            replace(self.state, is_running=False, is_stopping=False, result=result, error=error)
        )

    def _set(self, state: DownloadState) -> None:
        self.state = state
        self.state_changed.emit()
