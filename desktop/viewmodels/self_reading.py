"""Aportar Lectura: what the dial shows, judged while it is typed, kept until it is received."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.bill_preview import last_billed
from desktop.domain.errors import AppError
from desktop.domain.invoices import Invoice
from desktop.domain.reminders import as_ics
from desktop.domain.self_readings import Need, Reason, admission
from desktop.domain.submissions import Submission, SubmissionState
from desktop.services.office import Office
from desktop.services.results import ReadingBook
from desktop.submissions.self_reading.content import decode
from desktop.viewmodels.context import Context
from desktop.viewmodels.contract_page import ContractPage
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.self_reading_draft import Draft, draft_of
from desktop.viewmodels.self_reading_drafts import SelfReadingDrafts
from desktop.viewmodels.self_reading_form import Form, Sheet
from desktop.viewmodels.self_reading_reminder import reminder_of
from desktop.viewmodels.self_reading_rows import (
    KIND,
    contributed_columns,
    contributed_rows,
    own_items,
)
from desktop.viewmodels.self_reading_state import ContributedRow, SelfReadingState
from desktop.viewmodels.self_reading_words import reason_text
from desktop.viewmodels.table import RowTableModel
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.services.results import ContractSummary

_OPEN = (SubmissionState.QUEUED, SubmissionState.REJECTED)  # what can still be corrected


@dataclass(frozen=True, slots=True)
class SelfReadingBook:
    """What the page is made of: the mirror and the outbox."""

    readings: ReadingBook
    last_invoice: Invoice | None
    items: tuple[Submission, ...]


class SelfReadingViewModel(ContractPage[SelfReadingBook]):
    """State and commands of the page. `rows` is the model of the contributed readings;
    `field_wanted` asks for the focus on the first field that is wrong."""

    state_changed = Signal()
    field_wanted = Signal(str)  # register id, or "declaration", "confirmation", "photo"
    said = Signal(str)  # a success to be told once
    failed = Signal(object)  # AppError
    kinds = ("reading", "meter", "contract", "invoice")

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.state = SelfReadingState()
        self.rows: RowTableModel[ContributedRow] = RowTableModel(
            contributed_columns(context.format), lambda row: row.id, parent=self
        )
        self._book: SelfReadingBook | None = None
        self._opened = ""  # op_id to correct once its contract has been read
        self._is_sending = self._is_kept = False
        self._problem = ""
        self.drafts = SelfReadingDrafts(context, self)
        self.drafts.changed.connect(self._publish)
        self.drafts.failed.connect(self.failed)
        context.events.outbox_changed.connect(self.reload)
        context.shell.sync_changed.connect(self._follow_sync)

    def set_active(self, is_active: bool) -> None:
        """The page came to the front, or left it."""
        super().set_active(is_active)
        if not is_active:
            self.drafts.kept.flush()

    # --- what is typed

    def type(self, register_id: str, text: str) -> None:
        """Other digits in a field."""
        if self.draft.texts.get(register_id, "") != text:
            self._problem = ""
            self._keep(self.draft.with_text(register_id, text))

    def confirm(self, is_confirmed: bool) -> None:
        """The person says that the odd value is right."""
        self._keep(replace(self.draft, is_confirmed=is_confirmed))

    def declare(self, is_declared: bool) -> None:
        """The person says that this is what the meter shows."""
        self._keep(replace(self.draft, is_declared=is_declared))

    def add_photo(self, path: Path) -> None:
        """Take a picture along; what is wrong with it is told beside it."""
        if self._summary is not None:
            self.drafts.add_photo(self._summary, path)

    def drop_photo(self) -> None:
        """Leave the picture out again."""
        if self._summary is not None:
            self.drafts.drop_photo(self._summary)
            self._publish()

    @property
    def draft(self) -> Draft:
        """What is entered for the current contract."""
        return self.drafts.of(self.contract_id)

    # --- what is sent

    def send(self) -> None:
        """Check everything, then put it into the outbox; a second call meanwhile does nothing."""
        form = self._form()
        summary = self.context.shell.contract
        if form is None or summary is None or self._is_sending or not self.state.has_form:
            return
        self._problem, wanted = self._first_problem(form)
        if wanted:
            self._publish()
            self.field_wanted.emit(wanted)
            return
        contract_id, scope, draft = summary.contract.id, summary.link.scope, self.draft
        content = form.reading().content()
        items = self._book.items if self._book is not None else ()
        old = next((i for i in items if i.op_id == draft.replaces), None)
        files = (draft.photo.sha256,) if draft.photo is not None else ()
        handed = self.drafts.kept.hand_over(scope)

        def work(office: Office) -> Submission:
            if old is not None and old.state in _OPEN:
                return office.outbox.replace(old.op_id, content, files=files, draft=handed)
            return office.outbox.enqueue(
                KIND, scope, contract_id, content, files=files, draft=handed
            )

        def kept(item: Submission) -> None:
            # Sending ends when the book was read again: until then a second Enter does nothing.
            self._is_kept = True
            self.drafts.forget(summary)
            self.drafts.kept.sent(scope)
            if old is not None and item.op_id == old.op_id:
                self.drafts.kept.discard(scope)
                self.said.emit(self.tr("La lectura anterior ya se había enviado y no se cambió."))
            self._changed()

        def not_kept(error: AppError) -> None:
            self.drafts.kept.not_sent(scope)
            self._is_sending = False
            self._publish()
            self.failed.emit(error)

        self._is_sending = True
        self._publish()
        office = self.context.office
        self.context.runner.run(
            Lane.LOCAL, lambda _task: work(office), owner=self, done=kept, failed=not_kept
        )

    def _changed(self) -> None:
        self.context.events.outbox_changed.emit()
        self.context.shell.send_now()

    def _first_problem(self, form: Form) -> tuple[str, str]:
        """What is said and where the focus goes; ("", "") where all is well."""
        dial, needed = form.weakest()
        draft = self.draft
        if needed is Need.CORRECTION:
            return self.tr("Complete la lectura como la muestra el medidor."), dial
        values = {k: t for k, t in draft.texts.items() if t}
        if form.sheet.admission.is_duplicate(values):
            return reason_text(Reason.DUPLICATE, {}, self.context.format), dial
        if needed is Need.PHOTO and draft.photo_sha256 is None:
            return self.tr("Agregue una foto del medidor para que se pueda revisar."), "photo"
        if needed is not Need.NOTHING and not draft.is_confirmed:
            return self.tr("Confirme que la lectura es correcta."), "confirmation"
        if not draft.is_declared:
            return self.tr("Falta declarar que la lectura es la del medidor."), "declaration"
        return "", ""

    # --- what was sent

    def open(self, op_id: str) -> None:
        """Open a submission for correction, once its contract has been read."""
        self._opened = op_id
        self._open_waiting()

    def correct(self) -> None:
        """Open the one that the notice or the receipt is about."""
        receipt = self.state.receipt
        self.open(self.state.refused or (receipt.op_id if receipt is not None else ""))

    def replace_received(self) -> None:
        """Enter another reading in place of the one that was received."""
        receipt = self.state.receipt
        self._keep(Draft(replaces=receipt.op_id if receipt else "", is_again=True))

    def leave_draft(self) -> None:
        """Back to what was there; what was typed goes."""
        self._problem = ""
        if self._summary is not None:
            self.drafts.drop(self._summary)
        self._publish()

    def cancel_submission(self) -> None:
        """Cancel the one that waits on this computer."""
        receipt = self.state.receipt
        if receipt is not None:
            op_id, office = receipt.op_id, self.context.office
            self._act(Lane.LOCAL, lambda: office.outbox.cancel(op_id))

    def check_now(self) -> None:
        """Ask the server what became of it."""
        receipt = self.state.receipt
        if receipt is not None:
            op_id, office = receipt.op_id, self.context.office
            self._act(Lane.LONG, lambda: office.outbox.check_now(op_id))

    def write_reminder(self, path: Path) -> None:
        """Write an appointment for the opening of the window to `path`."""
        summary = self.context.shell.contract
        if summary is None:
            return
        reminder = reminder_of(summary, self.context.format, self.context.shell.now())
        if reminder is None:
            return

        def write() -> None:
            from desktop.services.documents import files

            files.replace(path, as_ics(reminder))

        saved = self.tr("Se guardó {0}. Ábralo para agregarlo a su calendario.")
        self.context.runner.run(
            Lane.LONG,
            lambda _task: write(),
            owner=self,
            done=lambda _none: self.said.emit(saved.format(path.name)),
            failed=self.failed.emit,
        )

    def _act(self, lane: Lane, work: Callable[[], object]) -> None:
        self.context.runner.run(
            lane,
            lambda _task: work(),
            owner=self,
            done=lambda _result: self.context.events.outbox_changed.emit(),
            failed=self.failed.emit,
        )

    # --- the book

    def _read(self, office: Office, contract_id: str) -> SelfReadingBook:
        return SelfReadingBook(
            office.readings.book(contract_id),
            last_billed(office.invoices.book(contract_id).invoices),
            own_items(office.outbox.items(), contract_id),
        )

    def _begin(self) -> None:
        self._book = None
        self._is_sending = self._is_kept = False
        self._problem = self.drafts.photo_problem = ""
        self.rows.set_rows(())
        phase = Phase.EMPTY if self.contract_id is None else Phase.LOADING
        self._set(SelfReadingState(phase=phase))
        if self._summary is not None:
            self.drafts.recover(self._summary)

    def _fail(self, error: AppError) -> None:
        self._end_sending()
        if self._book is None:
            self._set(replace(self.state, phase=Phase.ERROR, error=error))

    def _show(self, book: SelfReadingBook) -> None:
        self._book = book
        self._end_sending()
        self._open_waiting()
        self._publish()
        if self._summary is not None and self._recovered and not self.state.has_form:
            self.drafts.drop(self._summary)  # given meanwhile, from another computer

    def _end_sending(self) -> None:
        """What was read may be of before: sending goes on until it is kept."""
        if self._is_kept:
            self._is_sending = self._is_kept = False

    def _open_waiting(self) -> None:
        if self._book is None or not self._opened:
            return
        item = next((i for i in self._book.items if i.op_id == self._opened), None)
        self._opened = ""
        if item is not None and item.state in _OPEN:
            self._keep(draft_of(item.op_id, decode(item.content)))

    def _form(self) -> Form | None:
        summary = self.context.shell.contract
        if self._book is None or summary is None or summary.contract.id != self.contract_id:
            return None
        shell, book = self.context.shell, self._book
        now = shell.now()
        admitted = admission(summary.contract, book.readings.meters, book.readings.readings, now)
        sheet = Sheet(
            summary.contract,
            admitted,
            book.readings.readings,
            book.items,
            book.last_invoice,
            shell.utility,
            now,
        )
        return Form(sheet, self.draft, self.context.format, sending=shell.sending)

    @property
    def _summary(self) -> ContractSummary | None:
        """The contract of the page, once the shell knows it."""
        found = self.context.shell.contract
        return found if found is not None and found.contract.id == self.contract_id else None

    def _keep(self, draft: Draft) -> None:
        if self._summary is not None:
            self.drafts.keep(self._summary, draft)
        self._publish()

    @property
    def _recovered(self) -> str:
        when = self.drafts.recovered_at.get(self.contract_id or "")
        if when is None:
            return ""
        fmt = self.context.format
        text = self.tr("Recuperamos lo que estaba completando el {0} a las {1}.")
        return text.format(fmt.day(fmt.local(when).date()), fmt.time(when))

    def _follow_sync(self) -> None:
        if self._is_active and self._book is not None:
            self._publish()

    def _publish(self) -> None:
        form = self._form()
        if form is None or self._book is None:
            return
        shell = self.context.shell
        self.rows.set_rows(
            contributed_rows(
                self._book.readings.readings,
                self._book.items,
                self.context.format,
                form.sheet.now,
                sending=shell.sending,
            )
        )
        problems: Mapping[str, str] = {
            "": "",
            "too_big": self.tr("La foto pesa más de 10 MB. Elija una más chica."),
            "wrong_type": self.tr("El archivo no es una foto JPEG o PNG."),
            "unreadable": self.tr("No se pudo leer el archivo. Elija otro."),
        }
        shown = form.state()
        self._set(
            replace(
                shown,
                problem=self._problem,
                photo_problem=problems[self.drafts.photo_problem],
                is_sending=self._is_sending,
                recovered=self._recovered if shown.has_form else "",
            )
        )

    def _set(self, state: SelfReadingState) -> None:
        self.state = state
        self.state_changed.emit()
