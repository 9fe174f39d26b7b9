"""Files that a person takes away: written in the background, with a count and a way to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.freshness import Freshness
from desktop.services.exports.exporter import write_tables
from desktop.services.exports.tables import Column, Kind, Properties, Table, Watch
from desktop.viewmodels.context import Context
from desktop.viewmodels.papers import stamp
from desktop.viewmodels.tasks import Lane, Task

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.viewmodels.format import Formatter
    from desktop.viewmodels.table import RowTableModel

R = TypeVar("R")
_HALF = Decimal("0.5")

Job = Callable[["Office", Path, Watch], bool]
"""Writes a file; False where it was stopped. Raises `AppError`."""


@dataclass(frozen=True, slots=True)
class ExportState:
    """`done` of `total` while it runs. Then `path` with `is_written`, `was_stopped` or `error`;
    `path` stays after an error, as what was asked for."""

    is_running: bool = False
    is_stopping: bool = False
    done: int = 0
    total: int = 0
    path: Path | None = None
    is_written: bool = False
    was_stopped: bool = False
    error: AppError | None = None


class ExportViewModel(QObject):
    """One file at a time."""

    state_changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.state = ExportState()
        self._stop = threading.Event()

    def start(self, path: Path, job: Job) -> None:
        """Have `job` write `path`, which the person chose; nothing while another is written."""
        if self.state.is_running:
            return
        self._stop = stop = threading.Event()
        self._set(ExportState(is_running=True, path=path))

        def work(task: Task[bool]) -> bool:
            # a flag of our own: a cancelled task drops its result, and the end is told
            watch = Watch(task.report, lambda: stop.is_set() or task.cancelled())
            return job(self.context.office, path, watch)

        self.context.runner.run(
            Lane.LONG,
            work,
            owner=self,
            done=self._end,
            failed=lambda error: self._set(ExportState(path=path, error=error)),
            progress=lambda done, total: self._set(replace(self.state, done=done, total=total)),
        )

    def cancel(self) -> None:
        """Stop: the part that is written goes, what was there before stays."""
        if self.state.is_running:
            self._stop.set()
            self._set(replace(self.state, is_stopping=True))

    def _end(self, is_written: bool) -> None:
        path = self.state.path
        self._set(ExportState(path=path, is_written=is_written, was_stopped=not is_written))

    def _set(self, state: ExportState) -> None:
        self.state = state
        self.state_changed.emit()


def decimal_mark(fmt: Formatter) -> str:
    """',' in Uruguay."""
    return fmt.decimal(_HALF, 1)[1]


def table_job(
    context: Context,
    name: str,
    rows: RowTableModel[R],
    freshness: Freshness,
    facts: tuple[tuple[str, str], ...] = (),
) -> Job:
    """Writes what a page's table shows, as it is shown now: its rows, its order, its words.
    A column with a `value` gives typed cells. `name` is the file's title and the sheet's name;
    above the titles stand the contract, of when the data are, and `facts`."""
    shown = tuple(rows.rows)
    columns = [column for column in rows.columns if not column.is_check and column.title]

    def cells(row: R) -> Sequence[object]:
        return [c.value(row) if c.value is not None else c.text(row) for c in columns]

    kinds = (
        Column(c.title, Kind.TEXT if c.value is None else Kind.NUMBER, 14 + 10 * (c.stretch > 1))
        for c in columns
    )
    utility, mark = context.shell.utility, stamp(context, freshness)
    above = ((name, mark.sentence(context.format)), *_contract(context), *facts)
    table = Table(
        name,
        tuple(kinds),
        (cells(row) for row in shown),  # type: ignore[misc]  # columns say no more than object
        len(shown),
        facts=above,
    )
    language = utility.locale if utility else "es"
    about = Properties(name, utility.legal_name if utility else "", "", language)
    decimals = decimal_mark(context.format)

    def job(_office: Office, path: Path, watch: Watch) -> bool:
        return write_tables(path, [table], about, mark.made_at, decimals, watch)

    return job


def _contract(context: Context) -> tuple[tuple[str, str], ...]:
    summary = context.shell.contract
    if summary is None:
        return ()
    title = QCoreApplication.translate("Exports", "Contrato")
    return ((title, summary.contract.number),)
