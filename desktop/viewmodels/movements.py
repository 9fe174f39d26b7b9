"""Consulta de Movimientos: a period of the account, its lines, one of them in detail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.feed import CATALOGUE
from desktop.domain.form_parsing import parse_day
from desktop.domain.freshness import Freshness
from desktop.domain.money import Money
from desktop.domain.movements import (
    Ageing,
    MovementKind,
    Statement,
    is_too_long,
    months_before,
)
from desktop.services.movements import MovementBook
from desktop.services.office import Office
from desktop.viewmodels.context import Context
from desktop.viewmodels.contract_page import ContractPage
from desktop.viewmodels.movement_columns import MovementRow, columns
from desktop.viewmodels.movement_words import kind_text
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import RowTableModel

_EARLIEST, _LATEST = 1900, 2200  # years; anything else is a slip of the hand


class PeriodProblem(StrEnum):
    """What is wrong with the period as typed."""

    FIRST = "first"  # no date
    LAST = "last"
    ORDER = "order"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Detail:
    """One line for the panel. `invoices` are the invoices that it is about, as id and number:
    the one that it asks for, or those that it settles."""

    row: MovementRow
    invoices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MovementsState:
    """All that the page shows besides the rows of the model. `first_text` and `last_text` are the
    period as typed; `statement` is the last one that could be shown. `max_months` is what the
    utility allows, None where it offers no statements."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    first_text: str = ""
    last_text: str = ""
    problem: PeriodProblem | None = None
    max_months: int | None = None
    statement: Statement | None = None
    ageing: Ageing | None = None
    ageing_days: tuple[int, ...] = ()
    balance: Money | None = None
    is_explained: bool = True
    kind: MovementKind | None = None
    kinds: tuple[MovementKind, ...] = ()
    only_open: bool = False
    open_count: int = 0
    text: str = ""
    shown: int = 0
    total: int = 0
    detail: Detail | None = None
    today: date | None = None
    now: datetime | None = None
    freshness: Freshness | None = None


class MovementsViewModel(ContractPage[MovementBook | None]):
    """State and commands of the page. `rows` is the model of its table."""

    state_changed = Signal()
    kinds = ("movement", "invoice", "contract")

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.state = MovementsState()
        self.rows: RowTableModel[MovementRow] = RowTableModel(
            columns(context.format), lambda row: row.line.movement.id, parent=self
        )
        self.book: MovementBook | None = None
        self._shown_id = ""

    # --- commands

    def set_period(self, first_text: str, last_text: str) -> None:
        """Show another period. One that is not understood is kept as typed, and told."""
        self.state = replace(self.state, first_text=first_text, last_text=last_text)
        self._apply_period()

    def usual_period(self) -> None:
        """The period that the page begins with."""
        self.state = replace(self.state, first_text="", last_text="")
        self._apply_period()

    def set_kind(self, kind: MovementKind | None) -> None:
        """Show only lines of a kind."""
        self._filter(replace(self.state, kind=kind))

    def set_only_open(self, only_open: bool) -> None:
        """Show only lines of which something is open."""
        self._filter(replace(self.state, only_open=only_open))

    def set_text(self, text: str) -> None:
        """Show only rows that hold every word of `text`."""
        self._filter(replace(self.state, text=text))

    def clear_filter(self) -> None:
        """Show every line of the period."""
        self._filter(replace(self.state, kind=None, only_open=False, text=""))

    def show_line(self, movement_id: str) -> None:
        """Open the panel on a line."""
        self._shown_id = movement_id
        self._set(detail=self._detail())

    def close_detail(self) -> None:
        """Close the panel."""
        self._shown_id = ""
        self._set(detail=None)

    # --- the book

    def _read(self, office: Office, contract_id: str) -> MovementBook | None:
        return office.movements.book(contract_id)

    def _begin(self) -> None:
        self.book = None
        self._shown_id = ""
        self.rows.set_rows(())
        self.rows.set_filter("")
        phase = Phase.EMPTY if self._contract_id is None else Phase.LOADING
        # the period is the person's: it stays for the next contract
        typed = (self.state.first_text, self.state.last_text)
        self.state = MovementsState(phase=phase, first_text=typed[0], last_text=typed[1])
        self.state_changed.emit()

    def _fail(self, error: AppError) -> None:
        if self.book is None:
            self._set(phase=Phase.ERROR, error=error)

    def _show(self, book: MovementBook | None) -> None:
        self.book = book
        if book is None:  # its scope has not been read yet
            self._set(phase=Phase.LOADING)
            return
        self.state = replace(
            self.state,
            phase=Phase.FILLED if book.lines else Phase.EMPTY,
            error=None,
            max_months=book.rules.max_months if book.rules else None,
            ageing=book.ageing if book.rules else None,
            ageing_days=book.rules.ageing_days if book.rules else (),
            balance=book.balance,
            is_explained=not book.unexplained,
            today=book.today,
            now=book.now,
            freshness=book.freshness,
        )
        self._apply_period()

    # --- inside

    def _data_changed(self, changes: Changes) -> None:
        if changes.touches(CATALOGUE, "policy"):
            self.reload()
        else:
            super()._data_changed(changes)

    def _apply_period(self) -> None:
        book = self.book
        if book is None or book.rules is None:
            self._tell(problem=None, statement=None)
            return
        usual = months_before(book.today, book.rules.default_months)
        first = _day(self.state.first_text, usual)
        last = _day(self.state.last_text, book.today)
        problem = _problem(first, last, book.rules.max_months)
        if problem is not None or first is None or last is None:
            self._tell(problem=problem)
            return
        part = book.statement(first, last)
        self.rows.set_rows(MovementRow(line, book.state(line)) for line in part.lines)
        found = {line.movement.kind for line in part.lines}
        kinds = tuple(sorted(found, key=kind_text))
        kind = self.state.kind if self.state.kind in found else None
        self.state = replace(
            self.state,
            problem=None,
            statement=part,
            kinds=kinds,
            open_count=sum(line.is_open for line in part.lines),
        )
        self._filter(replace(self.state, kind=kind), force=self.state.kind is not kind)
        self._set(detail=self._detail())

    def _filter(self, state: MovementsState, *, force: bool = False) -> None:
        before = (self.state.kind, self.state.only_open, self.state.text)
        if force or before != (state.kind, state.only_open, state.text):
            self.rows.set_filter(state.text, _wanted(state.kind, state.only_open))
        shown = len(self.rows.rows)
        self.state = replace(state, shown=shown, total=self.rows.total)
        self.state_changed.emit()

    def _detail(self) -> Detail | None:
        found = (r for r in self.rows.all_rows if r.line.movement.id == self._shown_id)
        row = next(found, None)
        if row is None or self.book is None:
            return None
        movement = row.line.movement
        if movement.invoice_id is not None:
            return Detail(row, ((movement.invoice_id, movement.reference),))
        numbers = set(movement.settles)
        asked = (line.movement for line in self.book.lines if line.movement.invoice_id)
        by_number = {m.reference: m.invoice_id or "" for m in asked if m.reference in numbers}
        known = ((by_number[n], n) for n in movement.settles if n in by_number)
        return Detail(row, tuple(known))

    def _set(self, **changes: object) -> None:
        if replace(self.state, **changes) != self.state:  # type: ignore[arg-type]
            self._tell(**changes)

    def _tell(self, **changes: object) -> None:
        """Also where only what came before, a new book or another text, has changed the state."""
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.state_changed.emit()


def _wanted(kind: MovementKind | None, only_open: bool) -> Callable[[MovementRow], bool] | None:
    if kind is None and not only_open:
        return None
    return lambda row: (
        (kind is None or row.line.movement.kind is kind) and (row.line.is_open or not only_open)
    )


def _day(text: str, usual: date) -> date | None:
    """What is typed, `usual` where nothing is; None where it is no date."""
    if not text.strip():
        return usual
    try:
        day = parse_day(text)
    except ValueError:
        return None
    return day if _EARLIEST <= day.year <= _LATEST else None


def _problem(first: date | None, last: date | None, months: int) -> PeriodProblem | None:
    if first is None:
        return PeriodProblem.FIRST
    if last is None:
        return PeriodProblem.LAST
    if first > last:
        return PeriodProblem.ORDER
    return PeriodProblem.TOO_LONG if is_too_long(first, last, months) else None


def names_of(kinds: Sequence[MovementKind]) -> list[tuple[str, MovementKind]]:
    """Kinds with their words, for a list to choose from."""
    return [(kind_text(kind), kind) for kind in kinds]
