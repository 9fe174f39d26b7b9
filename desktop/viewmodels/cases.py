"""Preguntas y Reclamaciones: the list of both, one of them in detail, and what is done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.cases import Attachment
from desktop.domain.changes import Changes
from desktop.domain.contracts import LinkRole
from desktop.domain.errors import AppError
from desktop.domain.feed import CATALOGUE
from desktop.domain.submissions import Submission
from desktop.services.office import Office
from desktop.services.results import CaseBook
from desktop.viewmodels.case_composing import OPEN, Composing, Mode
from desktop.viewmodels.case_detail import CaseDetail, Teller
from desktop.viewmodels.case_forms import kept_files, reply_specs, sent_files
from desktop.viewmodels.case_papers import attachment_paper, dossier_paper, receipt_paper
from desktop.viewmodels.case_rows import (
    PENDING,
    CaseRow,
    Chip,
    case_columns,
    case_rows,
    counts,
    shows,
)
from desktop.viewmodels.context import Context
from desktop.viewmodels.contract_page import ContractPage
from desktop.viewmodels.form import FormModel
from desktop.viewmodels.papers import PaperViewModel
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import RowTableModel
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.services.results import ContractSummary

KIND = "case_message"


@dataclass(frozen=True, slots=True)
class CasesState:
    """All that the page shows besides the rows of the model and the forms."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    is_offered: bool = True
    can_write: bool = True
    mode: Mode = Mode.LIST
    chip: Chip = Chip.ALL
    text: str = ""
    counts: tuple[tuple[Chip, int], ...] = ()
    shown: int = 0
    total: int = 0
    detail: CaseDetail | None = None
    is_replying: bool = False


class CasesViewModel(ContractPage[CaseBook]):
    """State and commands of the page. `rows` is the model of its table, `composing` holds the two
    forms, `reply` the box below the thread, `papers` what is shown as a paper."""

    state_changed = Signal()
    said = Signal(str)
    failed = Signal(object)  # AppError
    kinds = ("case", "invoice", "contract")

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.state = CasesState()
        self.composing = Composing(context, self)
        self.reply = FormModel(context, KIND, self)
        self.papers = PaperViewModel(context, self)
        self.rows: RowTableModel[CaseRow] = RowTableModel(
            case_columns(context.format), lambda row: row.id, parent=self
        )
        self._book: CaseBook | None = None
        self._shown_id = ""
        self._wanted = ""  # what was asked for before the contract was read
        self._replaced = ""  # op_id of the message that stands in the box to be corrected
        self._is_acting = self._has_acted = False  # until the case shows what was done
        self.composing.changed.connect(self._follow_composing)
        self.composing.failed.connect(self.failed)
        self.composing.left.connect(self.reload)  # what was begun stands among the drafts
        self.reply.changed.connect(self._follow_reply)
        self.reply.failed.connect(self.failed)
        context.events.outbox_changed.connect(self.reload)
        context.events.data_changed.connect(self._rules_changed)
        context.shell.sync_changed.connect(self._publish)

    def set_active(self, is_active: bool) -> None:
        """The page came to the front, or left it."""
        super().set_active(is_active)
        if not is_active:
            self.composing.flush()
            self.reply.flush()

    # --- where one is

    def open(self, item_id: str) -> None:
        """A case's id or number, the op_id of a submission to correct, `question`, `claim`, or
        `claim:<subtype>:<invoice or payment>`, once the contract has been read."""
        self._wanted = item_id
        self._open_wanted()

    def show_row(self, row_id: str) -> None:
        """Open the panel on a row; one that is not read yet opens once it is."""
        if row_id != self._shown_id:
            self.reply.flush()
            self._replaced = ""
        self._shown_id = row_id
        self._publish()

    def close_detail(self) -> None:
        """Close the panel."""
        self.show_row("")

    def set_chip(self, chip: Chip) -> None:
        """Show only some."""
        self.state = replace(self.state, chip=chip)
        self._filter()

    def set_text(self, text: str) -> None:
        """Show only rows that hold every word of `text`."""
        self.state = replace(self.state, text=text)
        self._filter()

    def clear_filter(self) -> None:
        """Show everything."""
        self.state = replace(self.state, chip=Chip.ALL, text="")
        self._filter()

    def _filter(self) -> None:
        chip = self.state.chip
        self.rows.set_filter(
            self.state.text, None if chip is Chip.ALL else lambda row: shows(chip, row)
        )
        self._publish()

    # --- sending

    def send(self) -> None:
        """Send the form in front; a second call meanwhile does nothing."""
        self.composing.send(self._kept)

    def _kept(self, item: Submission) -> None:
        self._shown_id = f"{PENDING}{item.op_id}"
        self.reload()

    def send_reply(self) -> None:
        """Send what stands in the box: a message, or the wish to have it looked at again."""
        detail, summary = self.state.detail, self._summary
        if detail is None or detail.row.case is None or summary is None:
            return
        action = "reopen" if detail.can_reopen else "reply"
        case_id, form = detail.row.case.id, self.reply
        form.enqueue(
            KIND,
            summary.link.scope,
            self._stream(summary),
            lambda: {
                "case_id": case_id,
                "action": action,
                "message": form.text("message"),
                "files": sent_files(form),
            },
            lambda _item: self._reply_kept(),
            replaces=self._replaced or None,
        )

    def _reply_kept(self) -> None:
        self._replaced = ""
        self.reload()

    def rate(self, rating: int) -> None:
        """Say how good the answer was, 1 to 5."""
        self._act({"action": "rate", "rating": rating})

    def give_up(self) -> None:
        """Leave the case without effect."""
        self._act({"action": "cancel"})

    def _act(self, content: Mapping[str, Any]) -> None:
        detail, summary = self.state.detail, self._summary
        if self._is_acting or detail is None or detail.row.case is None or summary is None:
            return
        self._is_acting, self._has_acted = True, False
        office, payload = self.context.office, {"case_id": detail.row.case.id, **content}
        scope, stream = summary.link.scope, self._stream(summary)
        self.context.runner.run(
            Lane.LOCAL,
            lambda _task: office.outbox.enqueue(KIND, scope, stream, payload),
            owner=self,
            done=lambda _item: self._sent(),
            failed=self._not_sent,
        )

    def _not_sent(self, error: AppError) -> None:
        self._is_acting = False
        self.failed.emit(error)

    def _sent(self) -> None:
        self._has_acted = True
        self.context.events.outbox_changed.emit()
        self.context.shell.send_now()

    def correct(self) -> None:
        """Change the one in the panel, which was not sent or was refused."""
        detail = self.state.detail
        if detail is not None and detail.row.item is not None:
            self.composing.correct(detail.row.item)

    def cancel_submission(self) -> None:
        """Cancel the one in the panel, which waits on this computer."""
        detail = self.state.detail
        if detail is None or not detail.op_id:
            return
        op_id, office = detail.op_id, self.context.office
        self._shown_id = ""
        self.context.runner.run(
            Lane.LOCAL,
            lambda _task: office.outbox.cancel(op_id),
            owner=self,
            done=lambda _item: self.context.events.outbox_changed.emit(),
            failed=self.failed.emit,
        )

    def _stream(self, summary: ContractSummary) -> str:
        from desktop.services.cases import stream_of

        return stream_of(summary.contract.id)

    # --- papers

    def open_receipt(self) -> None:
        """Show the proof that it was taken in."""
        self._open_paper(receipt_paper)

    def open_dossier(self) -> None:
        """Show everything, for the regulator."""
        self._open_paper(dossier_paper)

    def open_attachment(self, attachment: Attachment) -> None:
        """Show a file of the thread."""
        if self.contract_id is not None and self._book is not None:
            paper = attachment_paper(self.context, self._book, self.contract_id, attachment)
            self.papers.open(paper)

    def _open_paper(self, make: Any) -> None:
        detail, summary, book = self.state.detail, self._summary, self._book
        if detail is None or detail.row.case is None or summary is None or book is None:
            return
        self.papers.open(make(self.context, book, summary.contract, detail.row.case))

    # --- the book

    def _read(self, office: Office, contract_id: str) -> CaseBook:
        return office.cases.book(contract_id)

    def _begin(self) -> None:
        self._book = None
        self._is_acting = False
        self._shown_id = ""
        self.reply.flush()
        self.composing.begin()
        self.rows.set_rows(())
        phase = Phase.EMPTY if self.contract_id is None else Phase.LOADING
        self.state = CasesState(phase=phase)
        self.rows.set_filter("")
        self.state_changed.emit()

    def _fail(self, error: AppError) -> None:
        if self._book is None:
            self.state = replace(self.state, phase=Phase.ERROR, error=error)
            self.state_changed.emit()

    def _show(self, book: CaseBook) -> None:
        self._book = book
        self._is_acting = self._is_acting and not self._has_acted  # a book of before may come
        if self._summary is not None:
            self.composing.show(book, self._summary)
        self._open_wanted()
        self._publish()

    def _rules_changed(self, changes: Changes) -> None:
        if changes.touches(CATALOGUE, "policy"):
            self.reload()

    def _open_wanted(self) -> None:
        if self._book is None or self._summary is None or not self._wanted:
            return
        wanted, self._wanted = self._wanted, ""
        kind, _colon, rest = wanted.partition(":")
        if kind == "question":
            self.composing.ask()
        elif kind == "claim":
            subtype, _colon, about = rest.partition(":")
            self.composing.begin_claim(subtype, about)
        else:
            self._open_known(wanted)

    def _open_known(self, wanted: str) -> None:
        assert self._book is not None
        item = next((i for i in self._book.items if i.op_id == wanted), None)
        case = next((c for c in self._book.cases if wanted in (c.id, c.number)), None)
        if case is not None:
            self.show_row(case.id)
        elif item is not None and item.kind == KIND:
            self.show_row(str(item.content.get("case_id", "")))
            self._correct_reply(item)
        elif item is not None:
            self._shown_id = f"{PENDING}{wanted}"
            self.composing.correct(item)

    def _correct_reply(self, item: Submission) -> None:
        """Put a message that was not sent, or refused, back into the box."""
        content, detail = item.content, self.state.detail
        is_written = content.get("action") in ("reply", "reopen")
        if detail is None or item.state not in OPEN or not is_written:
            return
        self.reply.edit("message", str(content.get("message", "")))
        self._replaced = item.op_id
        self.reply.edit("files", kept_files(content))

    @property
    def _summary(self) -> ContractSummary | None:
        """The contract of the page, once the shell knows it."""
        found = self.context.shell.contract
        return found if found is not None and found.contract.id == self.contract_id else None

    # --- the state

    def _follow_composing(self) -> None:
        if self.composing.mode is not self.state.mode:
            self._publish()

    def _follow_reply(self) -> None:
        if self.reply.is_sending != self.state.is_replying:
            self._publish()

    def _publish(self) -> None:
        book, summary = self._book, self._summary
        if book is None or summary is None:
            return
        shell, fmt = self.context.shell, self.context.format
        made = case_rows(book, fmt, shell.now(), sending=shell.sending)
        self.rows.set_rows(made)
        is_offered = book.rules is not None
        changed = replace(
            self.state,
            phase=Phase.FILLED if made or not is_offered else Phase.EMPTY,
            error=None,
            is_offered=is_offered,
            can_write=summary.link.role is not LinkRole.VIEWER,
            mode=self.composing.mode,
            counts=counts(made),
            shown=len(self.rows.rows),
            total=self.rows.total,
            detail=self._detail(made, book),
            is_replying=self.reply.is_sending,
        )
        self._begin_reply(changed.detail, summary, book)
        self.state = changed
        self.state_changed.emit()

    def _detail(self, rows: tuple[CaseRow, ...], book: CaseBook) -> CaseDetail | None:
        self._follow_echo(book)
        row = next((one for one in rows if one.id == self._shown_id), None)
        if row is None:
            return None
        shell = self.context.shell
        utility = shell.utility.name if shell.utility is not None else ""
        teller = Teller(book, self.context.format, utility, shell.now(), shell.sending)
        return teller.detail(row)

    def _follow_echo(self, book: CaseBook) -> None:
        """What was sent stays in the panel when the utility's own takes its place."""
        if self._shown_id.startswith(PENDING):
            op_id = self._shown_id.removeprefix(PENDING)
            echo = next((case for case in book.cases if case.origin_op_id == op_id), None)
            if echo is not None:
                self._shown_id = echo.id

    def _begin_reply(
        self, detail: CaseDetail | None, summary: ContractSummary, book: CaseBook
    ) -> None:
        if detail is None or detail.row.case is None or book.rules is None:
            return
        if not (detail.can_reply or detail.can_reopen):
            return
        scope = f"{summary.link.scope}:{detail.row.case.id}"
        least = book.rules.least_length if detail.can_reopen else 1
        specs = reply_specs(book.rules, least=least)
        if scope != self.reply.scope or specs != self.reply.specs:
            self.reply.begin(scope, specs)
