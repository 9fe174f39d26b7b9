"""Solicitar factura electrónica: by mail or on paper, from which bill on, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changes
from desktop.domain.contracts import ContractStatus, LinkRole
from desktop.domain.delivery import Delivery, DeliveryChannel, standing
from desktop.domain.errors import AppError
from desktop.domain.feed import CATALOGUE
from desktop.domain.submissions import Submission, SubmissionState
from desktop.services.office import Office
from desktop.services.results import DeliveryBook
from desktop.submissions.delivery_preference.content import DeliveryPreference, decode
from desktop.viewmodels.context import Context
from desktop.viewmodels.contract_page import ContractPage
from desktop.viewmodels.delivery_form import Sheet, defaults, is_in_force, more, preview, specs
from desktop.viewmodels.delivery_rows import history_columns, history_rows
from desktop.viewmodels.delivery_state import DeliveryState, HistoryRow, OnItsWay, Step
from desktop.viewmodels.delivery_telling import facts, notice_of
from desktop.viewmodels.delivery_words import channel_text, in_force_text
from desktop.viewmodels.form import FormModel
from desktop.viewmodels.papers import Paper, PaperViewModel, letterhead, stamp
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.submission_words import state_words
from desktop.viewmodels.table import RowTableModel
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.services.results import ContractSummary

KIND = "delivery_preference"


class DeliveryViewModel(ContractPage[DeliveryBook]):
    """State and commands of the page; `form` is what is typed, `rows` the history's table."""

    state_changed = Signal()
    said = Signal(str)
    failed = Signal(object)  # AppError
    kinds = ("delivery", "contract", "reading")

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.state = DeliveryState()
        self.form = FormModel(context, KIND, self)
        self.papers = PaperViewModel(context, self)
        self.rows: RowTableModel[HistoryRow] = RowTableModel(
            history_columns(context.format), lambda row: row.id, parent=self
        )
        self._book: DeliveryBook | None = None
        self._opened = ""  # op_id to correct once its contract has been read
        self._replaced = ""  # op_id that what is typed takes the place of
        self._is_asking = self._has_asked = False  # for the mail again, until that is shown
        self.form.changed.connect(self._follow_form)
        self.form.failed.connect(self.failed)
        context.events.outbox_changed.connect(self.reload)
        context.events.data_changed.connect(self._rules_changed)
        context.shell.sync_changed.connect(self._publish)

    def set_active(self, is_active: bool) -> None:
        """The page came to the front, or left it."""
        super().set_active(is_active)
        if not is_active:
            self.form.flush()

    # --- what is sent

    def send(self) -> None:
        """Check everything, then put it into the outbox; a second call meanwhile does nothing."""
        sheet, summary = self._sheet(), self._summary
        if sheet is None or summary is None or not self.state.has_form:
            return
        if not self.form.check():
            return
        if is_in_force(self._wish(sheet), sheet):
            row = sheet.holds.coming
            since = row.effective_from if row is not None else None
            self.form.refuse("channel", in_force_text(since, self.context.format))
            return
        self._enqueue(summary, self._wish(sheet))

    def take_step(self) -> None:
        """Do what the notice's button says."""
        if self.state.step is Step.CORRECT:
            refused = self._refused()
            if refused is not None:
                self.open(refused.op_id)
        elif self.state.step is Step.ASK_AGAIN:
            self._ask_again()

    def _ask_again(self) -> None:
        """The same wish once more: the service sends another mail with another link."""
        sheet, summary = self._sheet(), self._summary
        if sheet is None or summary is None or sheet.holds.waiting is None:
            return
        row, office = sheet.holds.waiting, self.context.office
        wish = DeliveryPreference(
            row.channel, row.email, row.second_email, "", sheet.rules.consent_version
        )
        scope, stream = summary.link.scope, self._stream(summary)
        if self.state.on_its_way is not None or self._is_asking:
            return
        self._is_asking = True
        self.context.runner.run(
            Lane.LOCAL,
            lambda _task: office.outbox.enqueue(KIND, scope, stream, wish.content()),
            owner=self,
            done=lambda _item: self._sent_again(),
            failed=self._not_asked,
        )

    def _not_asked(self, error: AppError) -> None:
        self._is_asking = False
        self.failed.emit(error)

    def _sent_again(self) -> None:
        self._has_asked = True
        self.context.events.outbox_changed.emit()
        self.context.shell.send_now()

    def _enqueue(self, summary: ContractSummary, wish: DeliveryPreference) -> None:
        old = self._item(self._replaced)
        can_replace = old is not None and old.state in _OPEN
        self.form.enqueue(
            KIND,
            summary.link.scope,
            self._stream(summary),
            wish.content,
            self._kept,
            replaces=self._replaced if can_replace else None,
        )

    def _kept(self, _item: Submission) -> None:
        self._replaced = ""

    def _stream(self, summary: ContractSummary) -> str:
        from desktop.services.delivery import stream_of

        return stream_of(summary.contract.id)

    # --- what was sent

    def open(self, op_id: str) -> None:
        """Open a wish for correction, once its contract has been read."""
        self._opened = op_id
        self._open_waiting()

    def edit_waiting(self) -> None:
        """Change the one that waits on this computer."""
        if self.state.on_its_way is not None:
            self.open(self.state.on_its_way.op_id)

    def cancel_waiting(self) -> None:
        """Cancel the one that waits on this computer."""
        if self.state.on_its_way is None:
            return
        op_id, office = self.state.on_its_way.op_id, self.context.office
        self.context.runner.run(
            Lane.LOCAL,
            lambda _task: office.outbox.cancel(op_id),
            owner=self,
            done=lambda _item: self.context.events.outbox_changed.emit(),
            failed=self.failed.emit,
        )

    def discard(self) -> None:
        """Back to what is in force; what was typed goes."""
        self._replaced = ""
        self.form.discard()
        self._publish()

    # --- paper

    def certificate(self) -> None:
        """Show the adhesion as a paper."""
        sheet, book, shell = self._sheet(), self._book, self.context.shell
        row = self._adhesion(sheet)
        if sheet is None or book is None or row is None or shell.profile is None:
            return
        contract, rules, fmt = sheet.contract, sheet.rules, self.context.format
        number = self._reference(row)
        head = letterhead(self.context, self.tr("Constancia de adhesión"), number)
        mark = stamp(self.context, book.freshness)
        person, today = shell.profile.user, book.today
        who = person.full_name if person.username == row.requested_by else ""

        def make(_office: Office) -> bytes:
            from desktop.services.printing.delivery import render

            return render(head, mark, fmt, contract, row, rules, who, today)

        name = self.tr("Constancia de factura electrónica {0}.pdf").format(contract.number)
        self.papers.open(Paper(self.tr("Constancia de adhesión"), name, make))

    def _adhesion(self, sheet: Sheet | None) -> Delivery | None:
        """The adhesion that holds, or will with the next bill."""
        row = sheet.holds.coming if sheet is not None else None
        return row if row is not None and row.channel is DeliveryChannel.EMAIL else None

    def _reference(self, row: Delivery) -> str:
        item = self._item(row.origin_op_id or "")
        if item is not None and item.reference:
            return self.tr("N° {0}").format(item.reference)
        return ""

    # --- the book

    def _read(self, office: Office, contract_id: str) -> DeliveryBook:
        return office.delivery.book(contract_id, self.context.format.zone)

    def _begin(self) -> None:
        self._book = None
        self._replaced = ""
        self._is_asking = self._has_asked = False
        self.rows.set_rows(())
        phase = Phase.EMPTY if self.contract_id is None else Phase.LOADING
        self._set(DeliveryState(phase=phase))

    def _fail(self, error: AppError) -> None:
        if self._book is None:
            self._set(replace(self.state, phase=Phase.ERROR, error=error))

    def _show(self, book: DeliveryBook) -> None:
        self._book = book
        if self._has_asked:
            self._is_asking = self._has_asked = False
        sheet, summary = self._sheet(), self._summary
        if sheet is not None and summary is not None:
            channel = self.form.text("channel") if self.form.scope == summary.link.scope else ""
            chosen = channel or str(defaults(sheet)["channel"])
            self.form.begin(summary.link.scope, specs(sheet, chosen), defaults(sheet))
        self._open_waiting()
        self._publish()

    def _rules_changed(self, changes: Changes) -> None:
        if changes.touches(CATALOGUE, "policy"):
            self.reload()

    def _open_waiting(self) -> None:
        item, sheet = self._item(self._opened), self._sheet()
        if self._book is None or sheet is None or not self._opened:
            return
        self._opened = ""
        if item is None or item.state not in _OPEN:
            return
        wish = decode(item.content)
        self._replaced = item.op_id
        self.form.set_specs(specs(sheet, wish.channel.value))
        self.form.edit("channel", wish.channel.value)
        self.form.edit("email", wish.email)
        self.form.edit("second_email", wish.second_email)
        self.form.edit("postal_address", wish.postal_address)
        self._publish()

    def _follow_form(self) -> None:
        """Other parts for another choice; what is typed stays."""
        sheet = self._sheet()
        if sheet is not None and self.form.specs:
            wanted = specs(sheet, self.form.text("channel"))
            if wanted != self.form.specs:
                self.form.set_specs(wanted)
                return
        self._publish()

    # --- the state

    @property
    def _summary(self) -> ContractSummary | None:
        """The contract of the page, once the shell knows it."""
        found = self.context.shell.contract
        return found if found is not None and found.contract.id == self.contract_id else None

    def _sheet(self) -> Sheet | None:
        book, summary, profile = self._book, self._summary, self.context.shell.profile
        if book is None or summary is None or book.rules is None:
            return None
        holds = standing(book.rows, book.today)
        email = profile.user.email if profile is not None else ""
        return Sheet(summary.contract, book, book.rules, holds, email)

    def _wish(self, sheet: Sheet) -> DeliveryPreference:
        form = self.form
        if form.text("channel") == DeliveryChannel.PAPER.value:
            return DeliveryPreference(
                DeliveryChannel.PAPER, postal_address=form.text("postal_address")
            )
        return DeliveryPreference(
            DeliveryChannel.EMAIL,
            form.text("email"),
            form.text("second_email"),
            "",
            sheet.rules.consent_version,
        )

    def _item(self, op_id: str) -> Submission | None:
        items = self._book.items if self._book is not None else ()
        return next((item for item in items if op_id and item.op_id == op_id), None)

    def _waiting(self) -> Submission | None:
        """The newest wish that is not settled."""
        items = self._book.items if self._book is not None else ()
        return next((item for item in reversed(items) if item.state.is_pending), None)

    def _refused(self) -> Submission | None:
        """The last wish, if the utility did not accept it."""
        items = self._book.items if self._book is not None else ()
        sent = [item for item in items if item.state is not SubmissionState.CANCELLED]
        if sent and sent[-1].state is SubmissionState.REJECTED:
            return sent[-1]
        return None

    def _why_not(self, summary: ContractSummary) -> str:
        if summary.contract.status is ContractStatus.ENDED:
            return self.tr("El contrato está dado de baja y ya no recibe facturas.")
        if summary.link.role is LinkRole.VIEWER:
            return self.tr("Su usuario puede consultar este contrato, pero no pedir cambios.")
        return ""

    def _publish(self) -> None:
        book, summary = self._book, self._summary
        if book is None or summary is None:
            return
        sheet, fmt = self._sheet(), self.context.format
        if sheet is None:
            self._set(DeliveryState(phase=Phase.FILLED, is_offered=False))
            return
        made = history_rows(book.rows, sheet.address, book.today)
        if list(made) != list(self.rows.rows):
            self.rows.set_rows(made)
        waiting = None if self._replaced else self._waiting()
        why_not = self._why_not(summary)
        has_form = waiting is None and not why_not
        wish = self._wish(sheet)
        told = notice_of(sheet, None if waiting or self._replaced else self._refused(), fmt)
        self._set(
            DeliveryState(
                phase=Phase.FILLED,
                facts=facts(sheet, fmt),
                notice=told.text,
                notice_tone=told.tone,
                step=told.step if has_form else Step.NOTHING,
                has_form=has_form,
                why_not=why_not,
                preview=preview(wish, sheet, fmt) if has_form else "",
                more=more(wish, sheet, fmt) if has_form else "",
                on_its_way=self._on_its_way(waiting) if waiting is not None else None,
                recovered=self._recovered() if has_form else "",
                is_sending=self.form.is_sending,
                can_certify=self._adhesion(sheet) is not None,
                has_history=bool(made),
            )
        )

    def _on_its_way(self, item: Submission) -> OnItsWay:
        shell, wish = self.context.shell, decode(item.content)
        is_sending = item.op_id == shell.sending
        words = state_words(item, self.context.format, shell.now(), is_sending=is_sending)
        can = item.state is SubmissionState.QUEUED and not is_sending
        where = wish.email or wish.postal_address
        what = " · ".join(part for part in (channel_text(wish.channel), where) if part)
        return OnItsWay(item.op_id, words.badge, words.sentence, what, can, can)

    def _recovered(self) -> str:
        if self.form.recovered_at is None:
            return ""
        fmt = self.context.format
        moment = fmt.moment(self.form.recovered_at, self.context.shell.now())
        return self.tr("Recuperamos lo que estaba completando ({0}).").format(moment)

    def _set(self, state: DeliveryState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()


_OPEN = (SubmissionState.QUEUED, SubmissionState.REJECTED)  # what can still be corrected
