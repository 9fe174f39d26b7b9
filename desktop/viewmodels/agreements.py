"""Acuerdos de Pago: those made and pending, one in detail, and the way to a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.agreement_debts import to_pay
from desktop.domain.agreements import Agreement, AgreementStatus
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.feed import CATALOGUE
from desktop.domain.money import Money, total
from desktop.domain.submissions import SubmissionState
from desktop.services.office import Office
from desktop.services.results import AgreementBook
from desktop.viewmodels.agreement_columns import AgreementRow, columns, rows_of
from desktop.viewmodels.agreement_form import sheet_of
from desktop.viewmodels.agreement_papers import (
    agreement_paper,
    fulfilment_paper,
    simulation_paper,
)
from desktop.viewmodels.agreement_simulator import SimulatorViewModel
from desktop.viewmodels.contract_page import ContractPage
from desktop.viewmodels.papers import Intent, Paper, PaperViewModel
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.submission_words import state_words
from desktop.viewmodels.table import RowTableModel

if TYPE_CHECKING:
    from desktop.domain.paying import Owed
    from desktop.viewmodels.context import Context


@dataclass(frozen=True, slots=True)
class Facts:
    """The figures above the list. `under_way` counts also those that are asked for or wait for
    their down payment. `next_due` is of the next instalment or down payment."""

    active: int
    under_way: int
    open: Money
    next_amount: Money | None
    next_due: date | None
    overdue: Money
    overdue_count: int


@dataclass(frozen=True, slots=True)
class AgreementsState:
    """All that the page shows besides the rows of the model. `why_not` is why nothing can be
    simulated; `sentence` what became of the request in the panel."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    facts: Facts | None = None
    detail: AgreementRow | None = None
    sentence: str = ""
    today: date | None = None
    now: datetime | None = None
    is_offered: bool = True
    can_simulate: bool = False
    why_not: str = ""
    refused: str = ""
    is_on_its_way: bool = False
    is_simulating: bool = False


class AgreementsViewModel(ContractPage[AgreementBook]):
    """State and commands of the page. `rows` is the model of its table, `simulator` the other
    face, `papers` what is printed."""

    state_changed = Signal()
    said = Signal(str)
    failed = Signal(object)  # AppError
    kinds = ("agreement", "invoice", "contract")

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.state = AgreementsState()
        self.papers = PaperViewModel(context, self)
        self.simulator = SimulatorViewModel(context, self)
        self.rows: RowTableModel[AgreementRow] = RowTableModel(
            columns(context.format), lambda row: row.id, parent=self
        )
        self._book: AgreementBook | None = None
        self._shown_id = ""
        self.simulator.requested.connect(self._requested)
        self.simulator.failed.connect(self.failed)
        self.simulator.outdated.connect(self._begin_the_day)
        context.events.outbox_changed.connect(self.reload)
        context.events.data_changed.connect(self._rules_changed)
        context.shell.sync_changed.connect(self._follow_sync)

    def set_active(self, is_active: bool) -> None:
        """The page came to the front, or left it."""
        super().set_active(is_active)
        if not is_active:
            self.simulator.flush()

    # --- commands

    def show_agreement(self, row_id: str) -> None:
        """Open the panel on an agreement or a request; one that is not read yet opens once it
        is."""
        self._shown_id = row_id
        self._publish()

    def close_detail(self) -> None:
        """Close the panel."""
        self._shown_id = ""
        self._publish()

    def simulate(self) -> None:
        """Turn to the simulator."""
        if self.state.can_simulate:
            self._set(replace(self.state, is_simulating=True))

    def leave_simulator(self) -> None:
        """Back to the list; what was entered stays."""
        self._set(replace(self.state, is_simulating=False))

    def open_invoice(self, invoice_id: str) -> None:
        """Show an included invoice in Mis Facturas."""
        self.context.shell.go_to("invoices", self.contract_id, invoice_id)

    def print_agreement(self, intent: Intent = Intent.SHOW) -> None:
        """The agreement in the panel, as a paper."""
        found = self._detail_agreement()
        if found is not None and self._book is not None:
            self._open(agreement_paper(self.context, self._book, found), intent)

    def print_fulfilment(self) -> None:
        """That the agreement in the panel was kept, as a paper."""
        found = self._detail_agreement()
        if found is not None and self._book is not None:
            self._open(fulfilment_paper(self.context, self._book, found), Intent.SHOW)

    def print_simulation(self) -> None:
        """The chosen scenario, as a paper."""
        if self._book is not None:
            self._open(simulation_paper(self.context, self._book, self.simulator), Intent.SHOW)

    def owed(self) -> tuple[Owed, ...]:
        """What of the agreement in the panel is to be paid now."""
        found = self._detail_agreement()
        if found is None or self._book is None:
            return ()
        return to_pay(found, self._book.today, self.tr("anticipo"))

    def _open(self, paper: Paper | None, intent: Intent) -> None:
        if paper is not None:
            self.papers.open(paper, intent)

    # --- the book

    def _read(self, office: Office, contract_id: str) -> AgreementBook:
        return office.agreements.book(contract_id)

    def _begin(self) -> None:
        self._book = None
        self._shown_id = ""
        self.rows.set_rows(())
        self.simulator.show_book(None)
        phase = Phase.EMPTY if self.contract_id is None else Phase.LOADING
        self._set(AgreementsState(phase=phase))

    def _fail(self, error: AppError) -> None:
        if self._book is None:
            self._set(replace(self.state, phase=Phase.ERROR, error=error))

    def _show(self, book: AgreementBook) -> None:
        self._book = book
        self.simulator.show_book(book)
        self._publish()

    def _rules_changed(self, changes: Changes) -> None:
        if changes.touches(CATALOGUE, "policy"):
            self.reload()

    def _follow_sync(self) -> None:
        if self._is_active:
            self._publish()

    def _requested(self) -> None:
        self._set(replace(self.state, is_simulating=False))
        self.said.emit(self.tr("La solicitud se está enviando. La empresa le responderá aquí."))

    def _begin_the_day(self) -> None:
        self.said.emit(self.tr("Cambió el día: revise las fechas y los importes de nuevo."))
        self.reload()

    # --- the state

    def _publish(self) -> None:
        book = self._book
        if book is None:
            return
        self.rows.set_rows(rows_of(book, self.context.format, self.context.shell.sending))
        detail = next((row for row in self.rows.all_rows if row.id == self._shown_id), None)
        if detail is None:  # a request that has become an agreement since
            of_request = (
                row
                for row in self.rows.all_rows
                if row.agreement is not None and row.agreement.origin_op_id == self._shown_id
            )
            detail = next(of_request, None) if self._shown_id else None
        sheet = sheet_of(book)
        self._set(
            AgreementsState(
                phase=Phase.FILLED,
                facts=_facts(book),
                detail=detail,
                sentence=self._sentence(detail),
                today=book.today,
                now=book.now,
                is_offered=book.rules is not None or bool(book.agreements),
                can_simulate=sheet is not None and bool(sheet.invoices),
                why_not=self._why_not(book),
                refused=self._refused(book),
                is_on_its_way=any(row.item is not None for row in self.rows.all_rows),
                is_simulating=self.state.is_simulating and sheet is not None,
            )
        )

    def _sentence(self, row: AgreementRow | None) -> str:
        if row is None or row.item is None:
            return ""
        is_sending = row.item.op_id == self.context.shell.sending
        now = self.context.shell.now()
        return state_words(row.item, self.context.format, now, is_sending=is_sending).sentence

    def _refused(self, book: AgreementBook) -> str:
        """What is said of the last request where the utility did not take it."""
        sent = [one for one in book.items if one.state is not SubmissionState.CANCELLED]
        if not sent or sent[-1].state is not SubmissionState.REJECTED:
            return ""
        now = self.context.shell.now()
        return state_words(sent[-1], self.context.format, now).sentence

    def _why_not(self, book: AgreementBook) -> str:
        sheet = sheet_of(book)
        if sheet is None:
            return self.tr("La empresa no ofrece acuerdos por acá. Consulte en una oficina.")
        if not sheet.invoices:
            return self.tr("No tiene facturas impagas para incluir en un acuerdo.")
        return ""

    def _detail_agreement(self) -> Agreement | None:
        return self.state.detail.agreement if self.state.detail is not None else None

    def _set(self, state: AgreementsState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()


def _facts(book: AgreementBook) -> Facts:
    currency = book.contract.currency if book.contract is not None else ""
    own = [one for one in book.agreements if one.debt.currency == currency]
    under_way = [one for one in own if one.status.is_under_way]
    late = [instalment for one in own for instalment in one.overdue(book.today)]
    dues = [due for one in under_way for due in _next(one)]
    coming = min(dues, key=lambda due: due[0], default=None)
    return Facts(
        active=sum(one.status is AgreementStatus.ACTIVE for one in own),
        under_way=len(under_way),
        open=total((one.open for one in under_way if one.accepted_on), currency),
        next_amount=coming[1] if coming else None,
        next_due=coming[0] if coming else None,
        overdue=total((one.open for one in late), currency),
        overdue_count=len(late),
    )


def _next(one: Agreement) -> list[tuple[date, Money]]:
    """When what is to be paid next, and how much."""
    if one.status is AgreementStatus.AWAITING_DOWN_PAYMENT and one.down_payment_due is not None:
        return [(one.down_payment_due, one.down_payment - one.down_payment_paid)]
    coming = one.next_instalment
    return [(coming.due_date, coming.open)] if coming is not None else []
