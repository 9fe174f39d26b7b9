"""What the forms of supply requests have in common: the contract they are about, what stands in
their way, and sending once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.contracts import LinkRole
from desktop.domain.drafts import DraftFile
from desktop.domain.form_choices import Files
from desktop.domain.forms import Spec, Value
from desktop.domain.submissions import Submission, SubmissionState
from desktop.domain.supply_blocks import Account, Block
from desktop.domain.supply_requests import RequestKind
from desktop.viewmodels.form import FormModel
from desktop.viewmodels.supply_request_state import FormState, Obstacle
from desktop.viewmodels.supply_request_words import block_text

if TYPE_CHECKING:
    from desktop.services.results import ContractSummary, SupplyBook
    from desktop.viewmodels.context import Context

OPEN = (SubmissionState.QUEUED, SubmissionState.REJECTED)  # what can still be corrected
_DOC = "doc_"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a form is made of."""

    summary: ContractSummary
    book: SupplyBook
    name: str
    email: str

    def account(self, kind: str, replaced: str) -> Account:
        """How the contract stands; what is being corrected does not stand in its own way."""
        waiting = [
            item
            for item in self.book.items
            if item.kind == kind and item.state.is_pending and item.op_id != replaced
        ]
        return Account(
            contract=self.summary.contract,
            overdue=self.book.overdue,
            requests=self.book.requests,
            may_ask=self.summary.link.role is not LinkRole.VIEWER,
            has_unsent=bool(waiting),
        )


class SupplyForm(QObject):
    """One form of the page. `changed` comes with everything that shows; subclasses say which parts
    there are and what is sent."""

    changed = Signal()
    failed = Signal(object)  # AppError
    kind = ""
    about = RequestKind.RECONNECTION

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.sheet: Sheet | None = None
        self.replaced = ""  # op_id that what is typed takes the place of
        self.form = FormModel(context, self.kind, self)
        self.form.changed.connect(self._follow)
        self.form.failed.connect(self.failed)

    # --- what a subclass says

    def blocks(self) -> tuple[Block, ...]:
        """What stands in the way."""
        return ()

    def specs(self) -> tuple[Spec, ...]:
        """The parts, by what is typed."""
        return ()

    def defaults(self) -> Mapping[str, Value]:
        """What is filled in beforehand."""
        return {}

    def payload(self) -> dict[str, Any]:
        """What is sent, of values known to be right."""
        raise AssertionError(f"{self.kind} sends nothing")

    def values_of(self, content: Mapping[str, Any]) -> Mapping[str, Value]:
        """The other way: what was typed, of what was sent."""
        return dict(content)

    # --- what a page does

    def show(self, sheet: Sheet) -> None:
        """The contract was read, perhaps again."""
        self.sheet = sheet
        self.form.begin(sheet.summary.link.scope, self.specs(), self.defaults())
        self.changed.emit()

    def leave(self) -> None:
        """The contract is another one."""
        self.sheet = None
        self.replaced = ""

    def correct(self, item: Submission) -> None:
        """Open what waits or was refused."""
        self.replaced = item.op_id
        for name, value in self.values_of(item.content).items():
            self.form.edit(name, value)
        self._follow()

    def discard(self) -> None:
        """What was typed goes."""
        self.replaced = ""
        self.form.discard()
        self.changed.emit()

    def send(self, stream: str, done: Callable[[Submission], None]) -> None:
        """Judge everything, then put it into the outbox; a second call meanwhile does nothing."""
        sheet = self.sheet
        if sheet is None or self.blocks():
            return
        old = next((i for i in sheet.book.items if i.op_id == self.replaced), None)

        def kept(item: Submission) -> None:
            self.replaced = ""
            done(item)

        self.form.enqueue(
            self.kind,
            sheet.summary.link.scope,
            stream,
            self.payload,
            kept,
            replaces=old.op_id if old is not None and old.state in OPEN else None,
        )

    def state(self) -> FormState:
        """What stands around the form."""
        fmt = self.context.format
        obstacles = tuple(
            Obstacle(block_text(block, self.about, fmt), block.way_out) for block in self.blocks()
        )
        return FormState(
            obstacles=obstacles, recovered=self._recovered(), is_sending=self.form.is_sending
        )

    # --- documents

    def document_spec(self, code: str, label: str) -> Spec:
        """A part for one document."""
        return Files(name=_DOC + code, label=label, most=1)

    def documents(self) -> tuple[tuple[str, str], ...]:
        """(code, sha256) of each document that goes along."""
        return tuple(
            (spec.name.removeprefix(_DOC), file.sha256)
            for spec in self.form.specs
            if spec.name.startswith(_DOC)
            for file in self.form.files(spec.name)
        )

    def kept_documents(self, sent: object) -> dict[str, Value]:
        """The files of what was sent before; their bytes lie in the outbox."""
        sheet, found = self.sheet, dict[str, Value]()
        rules = sheet.book.rules if sheet is not None else None
        for document in sent if isinstance(sent, list) else []:
            code, sha256 = str(document["code"]), str(document["sha256"])
            label = rules.label(code) if rules is not None else code
            found[_DOC + code] = (DraftFile(_DOC + code, label, "application/pdf", sha256, 0),)
        return found

    # --- within

    def _follow(self) -> None:
        """Other parts for another choice; what is typed stays."""
        if self.sheet is not None and self.form.specs:
            wanted = self.specs()
            if wanted != self.form.specs:
                self.form.set_specs(wanted)
                return
        self.changed.emit()

    def _recovered(self) -> str:
        if self.form.recovered_at is None:
            return ""
        moment = self.context.format.moment(self.form.recovered_at, self.context.shell.now())
        return self.tr("Recuperamos lo que estaba completando ({0}).").format(moment)
