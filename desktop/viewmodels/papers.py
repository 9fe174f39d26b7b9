"""A PDF to look at, save and print: one of the utility's own, or one that the app writes.

    self.papers = PaperViewModel(context, self)
    ...
    head = letterhead(context, "Comprobante de pago", f"N° {receipt.number}")
    mark = stamp(context, book.freshness)
    self.papers.open(
        Paper(
            self.tr("Comprobante {0}").format(receipt.number),
            f"Comprobante {receipt.number}.pdf",
            lambda _office: render(head, mark, context.format, receipt),
        )
    )

`make` runs on a worker, so it imports what renders inside itself: the page opens without reportlab.
The page puts `views/widgets/paper.py: PaperPlace` around its content; nothing else is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.freshness import Freshness
from desktop.services.documents import files
from desktop.services.printing.letterhead import Letterhead, Stamp
from desktop.viewmodels.context import Context
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.tasks import Lane, Task

if TYPE_CHECKING:
    from desktop.services.office import Office


class Intent(StrEnum):
    """What is done with the paper once it is there."""

    SHOW = "show"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Paper:
    """`title` stands above the pages; `file_name` is proposed when it is saved. `make` gives the
    bytes on a worker and may raise `AppError`."""

    title: str
    file_name: str
    make: Callable[[Office], bytes] = field(compare=False)


@dataclass(frozen=True, slots=True)
class PaperState:
    """`paper` is None while none is open. EMPTY means that there is no document yet."""

    phase: Phase = Phase.LOADING
    paper: Paper | None = None
    data: bytes = b""
    error: AppError | None = None
    intent: Intent = Intent.SHOW


class PaperViewModel(QObject):
    """Holds one paper at a time; nothing is written to disk unless a person saves it."""

    state_changed = Signal()
    saved = Signal(Path)
    save_failed = Signal(object)  # AppError

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.state = PaperState()
        self._task: Task[bytes] | None = None

    def open(self, paper: Paper, intent: Intent = Intent.SHOW) -> None:
        """Make the paper and show it."""
        self._cancel()
        self._set(PaperState(Phase.LOADING, paper, intent=intent))
        self._task = self.context.runner.run(
            Lane.LONG,
            lambda _task: paper.make(self.context.office),
            owner=self,
            done=lambda data: self._set(replace(self.state, phase=Phase.FILLED, data=data)),
            failed=lambda error: self._set(replace(self.state, phase=Phase.ERROR, error=error)),
        )

    def open_missing(self, paper: Paper) -> None:
        """Show that there is no such document yet."""
        self._cancel()
        self._set(PaperState(Phase.EMPTY, paper))

    def retry(self) -> None:
        """Make it once more."""
        if self.state.paper is not None:
            self.open(self.state.paper, self.state.intent)

    def close(self) -> None:
        """Forget the bytes."""
        self._cancel()
        self._set(PaperState())

    def save(self, paper: Paper, path: Path) -> None:
        """Write `paper` where the person wants it, over what is there."""
        at_hand = self.state.data if self.state.paper == paper else b""

        def work(_task: Task[None]) -> None:
            files.replace(path, at_hand or paper.make(self.context.office))

        self.context.runner.run(
            Lane.LONG,
            work,
            owner=self,
            done=lambda _none: self.saved.emit(path),
            failed=self.save_failed.emit,
        )

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _set(self, state: PaperState) -> None:
        self.state = state
        self.state_changed.emit()


def letterhead(context: Context, title: str, number: str = "", subject: str = "") -> Letterhead:
    """The utility's head for a paper. A page is open, so somebody is signed in to a utility."""
    utility = context.shell.utility
    if utility is None:
        raise RuntimeError("no utility is known")
    return Letterhead(utility, title, number, subject)


def stamp(context: Context, freshness: Freshness) -> Stamp:
    """Now, and of when the data are."""
    return Stamp(context.shell.now(), freshness.verified_at, context.shell.is_offline)
