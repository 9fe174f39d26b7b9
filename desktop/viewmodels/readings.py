"""Consultar Consumo: figures, chart by billing period, readings, and why one was estimated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.freshness import Freshness
from desktop.domain.readings import Period, Quality, Reading, excess
from desktop.services.office import Office
from desktop.services.results import ReadingBook
from desktop.viewmodels.context import Context
from desktop.viewmodels.contract_page import ContractPage
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.quality_words import hatched_text, quality_mark
from desktop.viewmodels.reading_columns import period_columns, reading_columns
from desktop.viewmodels.reading_words import Explanation, bar_text, explain_reading
from desktop.viewmodels.table import RowTableModel

SPANS = (13, 24)  # months that the chart can show
UNUSUAL = Decimal(1)  # a consumption this share above the usual one is pointed out: twice as much
_WARN_AFTER = 2  # estimates in a row, where the utility's profile does not say


@dataclass(frozen=True, slots=True)
class Bar:
    """One billing period in the chart. `mark` stands above the bar, `text` is all of it in
    words; a bar that is not `is_measured` is hatched, and `hatched` says what that means here; one
    that `is_own` carries a dot."""

    label: str
    value: Decimal
    value_text: str
    mark: str
    text: str
    is_measured: bool
    is_own: bool
    last_year: Decimal | None
    hatched: str = ""


@dataclass(frozen=True, slots=True)
class ReadingDetail:
    """One reading for the panel; `explanation` is None for an ordinary one."""

    reading: Reading
    explanation: Explanation | None


@dataclass(frozen=True, slots=True)
class ReadingsState:
    """All that the page shows besides the rows of its two models. `estimates` is how many visits
    in a row measured nothing, 0 while that is no reason to warn; `unusual` the share above the
    usual consumption, None while it is ordinary."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    bars: tuple[Bar, ...] = ()
    unit: str = ""
    span: int = SPANS[0]
    can_widen: bool = False
    as_table: bool = False
    last: Period | None = None
    last_reading: Reading | None = None
    estimates: int = 0
    unusual: Decimal | None = None
    has_explanations: bool = False
    detail: ReadingDetail | None = None
    now: datetime | None = None
    freshness: Freshness | None = None


class ReadingsViewModel(ContractPage[ReadingBook]):
    """State and commands of the page. `rows` is the model of the readings, `periods` that of the
    chart's twin."""

    state_changed = Signal()
    kinds = ("reading", "meter", "contract")

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.state = ReadingsState()
        self.rows: RowTableModel[Reading] = RowTableModel(
            reading_columns(context.format), lambda row: row.id, parent=self
        )
        self.periods: RowTableModel[Period] = RowTableModel(
            period_columns(context.format), lambda row: row.end.isoformat(), parent=self
        )
        self._book: ReadingBook | None = None
        self._shown_id = ""

    # --- commands

    def set_span(self, months: int) -> None:
        """Show one year and a month, or two years."""
        self._set(replace(self.state, span=months))
        self._show_periods()

    def set_as_table(self, as_table: bool) -> None:
        """Show the periods as a table or as a chart."""
        self._set(replace(self.state, as_table=as_table))

    def show_reading(self, reading_id: str) -> None:
        """Open the panel on a reading; one that is not read yet opens once it is."""
        self._shown_id = reading_id
        self._set(replace(self.state, detail=self._detail()))

    def show_period(self, number: int) -> None:
        """Open the panel on the reading that ends a period; `number` counts the bars."""
        shown = self._book.periods[-self.state.span :] if self._book else ()
        if 0 <= number < len(shown):
            end = shown[number].end
            found = (r.id for r in self.rows.all_rows if r.read_at == end)
            self.show_reading(next(found, ""))

    def explain_estimate(self) -> None:
        """Open the panel on the newest reading that was estimated."""
        found = (r for r in self.rows.all_rows if r.quality is Quality.ESTIMATED)
        reading = max(found, key=lambda r: r.read_at, default=None)
        if reading is not None:
            self.show_reading(reading.id)

    def close_detail(self) -> None:
        """Close the panel."""
        self._shown_id = ""
        self._set(replace(self.state, detail=None))

    # --- the book

    def _read(self, office: Office, contract_id: str) -> ReadingBook:
        return office.readings.book(contract_id)

    def _begin(self) -> None:
        self._book = None
        self._shown_id = ""
        self.rows.set_rows(())
        self.periods.set_rows(())
        phase = Phase.EMPTY if self.contract_id is None else Phase.LOADING
        kept = self.state
        self._set(ReadingsState(phase=phase, span=kept.span, as_table=kept.as_table))

    def _fail(self, error: AppError) -> None:
        if self._book is None:
            self._set(replace(self.state, phase=Phase.ERROR, error=error))

    def _show(self, book: ReadingBook) -> None:
        self._book = book
        self.rows.set_rows(book.readings)
        share = excess(book.periods)
        utility = self.context.shell.utility
        warn_after = utility.estimates_in_a_row if utility is not None else _WARN_AFTER
        self.state = replace(
            self.state,
            phase=Phase.FILLED if book.readings else Phase.EMPTY,
            error=None,
            unit=book.periods[-1].unit if book.periods else "",
            can_widen=len(book.periods) > SPANS[0],
            last=book.periods[-1] if book.periods else None,
            last_reading=max(book.readings, key=lambda r: r.read_at, default=None),
            estimates=book.estimates_in_a_row if book.estimates_in_a_row >= warn_after else 0,
            unusual=share if share is not None and share >= UNUSUAL else None,
            has_explanations=any(r.quality is Quality.ESTIMATED for r in book.readings),
            now=book.now,
            freshness=book.freshness,
        )
        self._show_periods()
        self._set(replace(self.state, detail=self._detail()))

    def _show_periods(self) -> None:
        shown = self._book.periods[-self.state.span :] if self._book else ()
        self.periods.set_rows(reversed(shown))
        self._set(replace(self.state, bars=bars(shown, self.context.format)))

    def _detail(self) -> ReadingDetail | None:
        reading = next((r for r in self.rows.all_rows if r.id == self._shown_id), None)
        if reading is None or self._book is None:
            return None
        period = next((p for p in self._book.periods if p.end == reading.read_at), None)
        return ReadingDetail(reading, explain_reading(reading, period, self.context.format))

    def _set(self, state: ReadingsState) -> None:
        self.state = state
        self.state_changed.emit()


def bars(periods: Sequence[Period], fmt: Formatter) -> tuple[Bar, ...]:
    """The periods as the chart draws them, oldest first."""
    return tuple(
        Bar(
            label=fmt.short_month(fmt.local(period.end).date()),
            value=period.consumption,
            value_text=fmt.decimal(period.consumption),
            mark=quality_mark(period.quality),
            text=bar_text(period, fmt),
            is_measured=period.quality.is_measured,
            is_own=period.quality is Quality.CUSTOMER,
            last_year=period.last_year,
            hatched="" if period.quality.is_measured else hatched_text(period.quality),
        )
        for period in periods
    )
