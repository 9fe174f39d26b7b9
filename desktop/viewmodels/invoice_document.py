"""The duplicate of an invoice: its bytes in memory, or why they are not there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.invoices import Invoice
from desktop.services.documents.files import file_name
from desktop.viewmodels.context import Context
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.tasks import Lane, Task


class Intent(StrEnum):
    """What is done with the document once it is there."""

    SHOW = "show"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class DocumentState:
    """`invoice` is None while no document is open. EMPTY means that the utility has none yet."""

    phase: Phase = Phase.LOADING
    invoice: Invoice | None = None
    data: bytes = b""
    error: AppError | None = None
    intent: Intent = Intent.SHOW


class DocumentViewModel(QObject):
    """Reads one document at a time; nothing is written to disk unless a person saves it."""

    state_changed = Signal()
    saved = Signal(Path)
    save_failed = Signal(object)  # AppError

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.state = DocumentState()
        self._task: Task[bytes] | None = None

    def open(self, invoice: Invoice, intent: Intent = Intent.SHOW) -> None:
        """Read the document of `invoice`: from this computer, else from the server."""
        self._cancel()
        reference = invoice.document
        phase = Phase.LOADING if reference is not None else Phase.EMPTY
        self._set(DocumentState(phase, invoice, intent=intent))
        if reference is None:
            return
        self._task = self.context.runner.run(
            Lane.LONG,
            lambda _task: self.context.office.documents.read(invoice.contract_id, reference),
            owner=self,
            done=lambda data: self._set(replace(self.state, phase=Phase.FILLED, data=data)),
            failed=self._fail,
        )

    def retry(self) -> None:
        """Read it once more."""
        if self.state.invoice is not None:
            self.open(self.state.invoice, self.state.intent)

    def close(self) -> None:
        """Forget the bytes."""
        self._cancel()
        self._set(DocumentState())

    def save(self, invoice: Invoice, path: Path) -> None:
        """Write the document of `invoice` where the person wants it."""
        reference = invoice.document
        if reference is None:
            return
        self.context.runner.run(
            Lane.LONG,
            lambda _task: self.context.office.documents.save_as(
                invoice.contract_id, reference, path
            ),
            owner=self,
            done=lambda _none: self.saved.emit(path),
            failed=self.save_failed.emit,
        )

    @staticmethod
    def file_name(invoice: Invoice) -> str:
        """'Factura A-123456 2026-11.pdf', the name that a bulk download gives it too."""
        return file_name(invoice)

    def _fail(self, error: AppError) -> None:
        self._set(replace(self.state, phase=Phase.ERROR, error=error))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _set(self, state: DocumentState) -> None:
        self.state = state
        self.state_changed.emit()
