"""Mis Facturas: what is owed, the list, what is chosen in it, and one invoice in detail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.explanation import explain, previous_of
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import Debt, Invoice, State
from desktop.domain.money import Money, total
from desktop.services.office import Office
from desktop.services.results import InvoiceBook
from desktop.viewmodels.context import Context
from desktop.viewmodels.contract_page import ContractPage
from desktop.viewmodels.invoice_columns import InvoiceRow, columns
from desktop.viewmodels.invoice_words import headline, sentence
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import RowTableModel


class Chip(StrEnum):
    """The filters in a row above the list."""

    ALL = "all"
    UNPAID = "unpaid"
    OVERDUE = "overdue"
    IN_CLAIM = "in_claim"
    IN_AGREEMENT = "in_agreement"


_PAYABLE = frozenset({State.OVERDUE, State.PENDING, State.PARTIALLY_PAID})
_SUMMED = _PAYABLE | {State.CREDIT}
_STATES = {
    Chip.ALL: frozenset(State),
    Chip.UNPAID: _PAYABLE,
    Chip.OVERDUE: frozenset({State.OVERDUE}),
    Chip.IN_CLAIM: frozenset({State.IN_CLAIM}),
    Chip.IN_AGREEMENT: frozenset({State.IN_AGREEMENT}),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen invoices: `total` is what they owe together, credits subtracted; `apart` of them
    are not paid one by one (in claim, in an agreement, being paid)."""

    count: int
    total: Money | None
    apart: int
    documents: int


@dataclass(frozen=True, slots=True)
class Change:
    """One reason why the charge differs from the period before."""

    text: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Detail:
    """One invoice for the panel; `headline` is empty where there is no period before."""

    row: InvoiceRow
    headline: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class InvoicesState:
    """All that the page shows besides the rows of the model."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    debt: Debt | None = None
    chip: Chip = Chip.ALL
    year: int | None = None
    text: str = ""
    years: tuple[int, ...] = ()
    counts: tuple[tuple[Chip, int], ...] = ()
    shown: int = 0
    total: int = 0
    selection: Selection = Selection(0, None, 0, 0)
    detail: Detail | None = None
    now: datetime | None = None
    freshness: Freshness | None = None


class InvoicesViewModel(ContractPage[InvoiceBook]):
    """State and commands of the page. `rows` is the model of its table."""

    state_changed = Signal()
    kinds = ("invoice", "payment", "contract")

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.state = InvoicesState()
        self.rows: RowTableModel[InvoiceRow] = RowTableModel(
            columns(context.format), lambda row: row.invoice.id, parent=self
        )
        self.rows.checks_changed.connect(self._select)
        self._book: InvoiceBook | None = None
        self._shown_id = ""
        context.events.documents_kept.connect(self.reload)

    # --- commands

    def show_invoice(self, invoice_id: str) -> None:
        """Open the panel on an invoice; one that is not read yet opens once it is."""
        self._shown_id = invoice_id
        self._set(detail=self._detail())

    def close_detail(self) -> None:
        """Close the panel."""
        self._shown_id = ""
        self._set(detail=None)

    def set_chip(self, chip: Chip) -> None:
        """Show only some states."""
        self._filter(replace(self.state, chip=chip))

    def set_year(self, year: int | None) -> None:
        """Show only what was issued in a year."""
        self._filter(replace(self.state, year=year))

    def set_text(self, text: str) -> None:
        """Show only rows that hold every word of `text`."""
        self._filter(replace(self.state, text=text))

    def clear_filter(self) -> None:
        """Show everything."""
        self._filter(replace(self.state, chip=Chip.ALL, year=None, text=""))

    def chosen(self) -> tuple[Invoice, ...]:
        """The chosen invoices, newest first."""
        return tuple(row.invoice for row in self.rows.checked)

    def with_document(self) -> tuple[Invoice, ...]:
        """Every shown invoice that has a document."""
        return tuple(row.invoice for row in self.rows.rows if row.invoice.document is not None)

    def previous_shown(self, step: int) -> str:
        """Id of the invoice `step` rows from the one in the panel, empty at the ends."""
        place = self.rows.row_of(self._shown_id) + step
        rows = self.rows.rows
        return rows[place].invoice.id if 0 <= place < len(rows) else ""

    # --- the book

    def _read(self, office: Office, contract_id: str) -> InvoiceBook:
        return office.invoices.book(contract_id)

    def _begin(self) -> None:
        self._book = None
        self._shown_id = ""
        self.rows.set_rows(())
        empty = self._contract_id is None
        self.state = InvoicesState(phase=Phase.EMPTY if empty else Phase.LOADING)
        self.rows.set_filter("")
        self.state_changed.emit()

    def _fail(self, error: AppError) -> None:
        if self._book is None:
            self._set(phase=Phase.ERROR, error=error)

    def _show(self, book: InvoiceBook) -> None:
        self._book = book
        rows = [
            InvoiceRow(
                invoice,
                State.IN_PROCESS if invoice.id in book.being_paid else invoice.state(book.today),
                invoice.document is not None and invoice.document.sha256 in book.cached_documents,
            )
            for invoice in book.invoices
        ]
        self.rows.set_rows(rows)
        self.state = replace(
            self.state,
            phase=Phase.FILLED if rows else Phase.EMPTY,
            error=None,
            debt=book.debt,
            years=tuple(sorted({row.invoice.issue_date.year for row in rows}, reverse=True)),
            counts=_counts(rows),
            now=book.now,
            freshness=book.freshness,
        )
        self._filter(self.state)
        self._set(detail=self._detail(), selection=self._selection())

    @property
    def today(self) -> date | None:
        """The utility's date behind the states."""
        return self._book.today if self._book else None

    def _detail(self) -> Detail | None:
        place = next((r for r in self.rows.all_rows if r.invoice.id == self._shown_id), None)
        if place is None or self._book is None:
            return None
        invoice, fmt = place.invoice, self.context.format
        before = previous_of(invoice, self._book.invoices)
        if before is None or before.period_charge.currency != invoice.period_charge.currency:
            return Detail(place, "", ())
        changes = tuple(
            Change(sentence(difference, before, fmt), difference.amount)
            for difference in explain(invoice, before)
        )
        return Detail(place, headline(invoice, before, fmt), changes)

    def _filter(self, state: InvoicesState) -> None:
        states, year = _STATES[state.chip], state.year
        if (state.chip, year) != (
            self.state.chip,
            self.state.year,
        ) or state.text != self.state.text:
            everything = state.chip is Chip.ALL and year is None
            self.rows.set_filter(
                state.text,
                None
                if everything
                else lambda row: (
                    row.state in states and (year is None or row.invoice.issue_date.year == year)
                ),
            )
        self.state = replace(state, shown=len(self.rows.rows), total=self.rows.total)
        self.state_changed.emit()

    def _select(self) -> None:
        self._set(selection=self._selection())

    def _selection(self) -> Selection:
        rows = self.rows.checked
        if not rows:
            return Selection(0, None, 0, 0)
        summed = [row.invoice.open for row in rows if row.state in _SUMMED]
        apart = sum(row.state.is_apart for row in rows)
        documents = sum(row.invoice.document is not None for row in rows)
        currency = rows[0].invoice.open.currency
        return Selection(len(rows), total(summed, currency), apart, documents)

    def _set(self, **changes: object) -> None:
        changed = replace(self.state, **changes)  # type: ignore[arg-type]
        if changed != self.state:
            self.state = changed
            self.state_changed.emit()


def _counts(rows: Sequence[InvoiceRow]) -> tuple[tuple[Chip, int], ...]:
    return tuple(
        (chip, sum(row.state in states for row in rows)) for chip, states in _STATES.items()
    )
