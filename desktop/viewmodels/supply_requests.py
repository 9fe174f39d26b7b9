"""Solicitudes de Suministro: what was asked for, and the ways to ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.feed import CATALOGUE
from desktop.domain.submissions import Submission, SubmissionState
from desktop.domain.supply_requests import RequestKind, SupplyRequest, under_way
from desktop.services.office import Office
from desktop.services.results import SupplyBook
from desktop.viewmodels.context import Context
from desktop.viewmodels.contract_page import ContractPage
from desktop.viewmodels.form import FormModel
from desktop.viewmodels.holder_change_form import HolderChangeForm
from desktop.viewmodels.papers import PaperViewModel
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.reconnection_form import ReconnectionForm, slot_specs
from desktop.viewmodels.supply_documents_form import SupplyDocumentsForm
from desktop.viewmodels.supply_form import Sheet, SupplyForm
from desktop.viewmodels.supply_request_paper import certificate
from desktop.viewmodels.supply_request_rows import columns, detail_of, detail_of_item, rows, unsent
from desktop.viewmodels.supply_request_state import Act, Face, SupplyRow, SupplyState
from desktop.viewmodels.supply_request_words import reason_text
from desktop.viewmodels.table import RowTableModel
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.services.results import ContractSummary

_OF_KIND = {"reconnection": Face.RECONNECTION, "holder_change": Face.HOLDER_CHANGE}


class SupplyRequestsViewModel(ContractPage[SupplyBook]):
    """State and commands of the page. `rows` is the list's model; each form is an object of its
    own, `state.face` says which of them is in front."""

    state_changed = Signal()
    said = Signal(str)  # a success to be told once
    refused = Signal(str)  # why something could not be done
    failed = Signal(object)  # AppError
    kinds = ("supply_request", "contract", "invoice", "meter", "reading")

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.state = SupplyState()
        self.rows: RowTableModel[SupplyRow] = RowTableModel(
            columns(context.format), lambda row: row.id, parent=self
        )
        self.papers = PaperViewModel(context, self)
        self.reconnection = ReconnectionForm(context, self)
        self.change = HolderChangeForm(context, self)
        self.documents = SupplyDocumentsForm(context, self)
        self.slot = FormModel(context, "supply_slot", self)
        self._book: SupplyBook | None = None
        self._chosen = ""  # id of the row whose detail is shown
        self._opened = ""  # op_id to correct, or number to show, once the contract has been read
        for form in self._forms:
            form.failed.connect(self.failed)
            form.changed.connect(self.state_changed)
        self.slot.failed.connect(self.failed)
        self.slot.changed.connect(self.state_changed)
        context.events.outbox_changed.connect(self.reload)
        context.events.data_changed.connect(self._rules_changed)
        context.shell.sync_changed.connect(self._publish)

    @property
    def _forms(self) -> tuple[SupplyForm, ...]:
        return (self.reconnection, self.change, self.documents)

    def set_active(self, is_active: bool) -> None:
        """The page came to the front, or left it."""
        super().set_active(is_active)
        if not is_active:
            for form in self._forms:
                form.form.flush()
            self.slot.flush()

    # --- going about

    def turn_to(self, face: Face) -> None:
        """Another face of the page."""
        if face is not self.state.face:
            self._set(replace(self.state, face=face))

    def choose(self, row_id: str) -> None:
        """Show one request beside the list; an empty id shows none."""
        self._chosen = row_id
        self._publish()

    def show_under_way(self, kind: str) -> None:
        """Show the request of this kind that is not over."""
        requests = self._book.requests if self._book is not None else ()
        for request in requests:
            if request.kind.value == kind and not request.status.is_over:
                self._chosen = request.origin_op_id
        self.turn_to(Face.LIST)
        self._publish()

    def open(self, name: str) -> None:
        """Open a submission for correction, or show a request, once the contract has been read."""
        self._opened = name
        self._open_waiting()

    def act(self, act: Act) -> None:
        """Do something with the request that is shown."""
        item, request = self._item(self._chosen), self._request(self._chosen)
        if act is Act.PENDING:
            self.context.shell.go_to("pending", item_id=self._chosen)
        elif act is Act.EDIT:
            self.open(self._chosen)
        elif act is Act.UNSEND and item is not None:
            self._unsend(item)
        elif request is not None:
            self._act_on(request, act)

    def _act_on(self, request: SupplyRequest, act: Act) -> None:
        services = self.context.office
        if act is Act.ACCEPT:
            told = self.tr("Recibimos su conformidad.")
            self._ask(lambda: services.supply_requests.accept(request.id), told)
        elif act is Act.CANCEL:
            told = self.tr("La solicitud {0} quedó anulada.").format(request.number)
            self._ask(lambda: services.supply_requests.cancel(request.id), told)
        elif act is Act.DOCUMENTS:
            self.documents.ask(request)
            self.turn_to(Face.DOCUMENTS)
        elif act is Act.SLOT:
            self.slot.begin(request.id, slot_specs(self._book, self.context.format))
            self.turn_to(Face.SLOT)
        elif act is Act.PAPER and self._book is not None and self._summary is not None:
            self.papers.open(certificate(self.context, request, self._book, self._summary))

    # --- what is sent

    def send(self) -> None:
        """Send the form in front, or go to its next step."""
        face, stream = self.state.face, self._stream
        if face is Face.RECONNECTION:
            self.reconnection.send(stream, self._kept)
        elif face is Face.HOLDER_CHANGE:
            self.change.forward(stream, self._kept)
        elif face is Face.DOCUMENTS:
            self.documents.send(stream, self._kept)
        elif face is Face.SLOT:
            self._send_slot()

    def _kept(self, item: Submission) -> None:
        self.change.at = 0
        if item.kind in _OF_KIND:
            self._chosen = item.op_id  # its detail says how far it has got
        self.turn_to(Face.LIST)
        if item.kind not in _OF_KIND:
            self.said.emit(self.tr("Los documentos se envían en cuanto haya conexión."))

    def _send_slot(self) -> None:
        office, request_id = self.context.office, self.slot.scope

        def work(_office: Office) -> str:
            on = date.fromisoformat(self.slot.text("on"))
            return office.supply_requests.ask_slot(request_id, on, self.slot.text("slot"))

        def done(reason: str) -> None:
            self.turn_to(Face.LIST)
            self._told(reason, self.tr("Vamos a programar otra visita."))

        self.slot.call(work, done)

    def _ask(self, work: Callable[[], str], told: str) -> None:
        """Something that has an answer at once; a second one meanwhile does nothing."""
        if self.state.is_working:
            return
        self._set(replace(self.state, is_working=True))

        def done(reason: str) -> None:
            self._set(replace(self.state, is_working=False))
            self._told(reason, told)

        def badly(error: AppError) -> None:
            self._set(replace(self.state, is_working=False))
            self.failed.emit(error)

        self.context.runner.run(
            Lane.LONG, lambda _task: work(), owner=self, done=done, failed=badly
        )

    def _told(self, reason: str, told: str) -> None:
        if reason:
            text = self.tr("No se pudo hacer: {0}")
            self.refused.emit(text.format(reason_text(reason, {}, self.context.format)))
        else:
            self.said.emit(told)
        self.context.shell.sync_now()

    def _unsend(self, item: Submission) -> None:
        office = self.context.office

        def done(found: Submission) -> None:
            if found.state is SubmissionState.CANCELLED:
                self._chosen = ""
            self.context.events.outbox_changed.emit()

        self.context.runner.run(
            Lane.LOCAL,
            lambda _task: office.outbox.cancel(item.op_id),
            owner=self,
            done=done,
            failed=self.failed.emit,
        )

    # --- the book

    def _read(self, office: Office, contract_id: str) -> SupplyBook:
        return office.supply_requests.book(contract_id)

    def _begin(self) -> None:
        self._book = None
        self._chosen = ""
        self.rows.set_rows(())
        for form in self._forms:
            form.leave()
        phase = Phase.EMPTY if self.contract_id is None else Phase.LOADING
        self._set(SupplyState(phase=phase))

    def _fail(self, error: AppError) -> None:
        if self._book is None:
            self._set(replace(self.state, phase=Phase.ERROR, error=error))

    def _show(self, book: SupplyBook) -> None:
        self._book = book
        summary, profile = self._summary, self.context.shell.profile
        if summary is not None:
            user = profile.user if profile is not None else None
            sheet = Sheet(summary, book, user.full_name if user else "", user.email if user else "")
            for form in self._forms:
                form.show(sheet)
        self._open_waiting()
        self._publish()

    def _rules_changed(self, changes: Changes) -> None:
        if changes.touches(CATALOGUE, "policy"):
            self.reload()

    def _open_waiting(self) -> None:
        name, self._opened = self._opened, "" if self._book is not None else self._opened
        if self._book is None or not name:
            return
        if name in _OF_KIND:
            self.turn_to(_OF_KIND[name])
            return
        item = self._item(name)
        if item is not None and item.kind in _OF_KIND and self._request(name) is None:
            form = self.reconnection if item.kind == "reconnection" else self.change
            form.correct(item)
            self.turn_to(_OF_KIND[item.kind])
            return
        for request in self._book.requests:
            if name in (request.id, request.number, request.origin_op_id):
                self._chosen = request.origin_op_id
                self.turn_to(Face.LIST)
        self._publish()

    # --- the state

    @property
    def _stream(self) -> str:
        from desktop.services.supply_requests import stream_of

        return stream_of(self.contract_id or "")

    @property
    def _summary(self) -> ContractSummary | None:
        """The contract of the page, once the shell knows it."""
        found = self.context.shell.contract
        return found if found is not None and found.contract.id == self.contract_id else None

    def _item(self, op_id: str) -> Submission | None:
        items = self._book.items if self._book is not None else ()
        return next((item for item in items if op_id and item.op_id == op_id), None)

    def _request(self, op_id: str) -> SupplyRequest | None:
        requests = self._book.requests if self._book is not None else ()
        return next((r for r in requests if op_id and r.origin_op_id == op_id), None)

    def _publish(self) -> None:
        book, summary, shell = self._book, self._summary, self.context.shell
        if book is None or summary is None:
            return
        fmt, now, sending = self.context.format, shell.now(), shell.sending
        made = rows(book, fmt, now, sending=sending)
        if list(made) != list(self.rows.rows):
            self.rows.set_rows(made)
        offers = {Face.RECONNECTION, Face.HOLDER_CHANGE} if book.rules is not None else set()
        state = replace(
            self.state,
            phase=Phase.FILLED,
            error=None,
            detail=None,
            offers=frozenset(offers),
            cut=self._cut(book, summary),
        )
        request, item = self._request(self._chosen), self._item(self._chosen)
        if request is not None:
            shown = detail_of(request, book, summary.link.role, fmt)
            state = replace(state, detail=shown)
        elif item is not None and item in unsent(book):
            shown = detail_of_item(item, fmt, now, is_sending=item.op_id == sending)
            state = replace(state, detail=shown)
        self._set(state)

    def _cut(self, book: SupplyBook, summary: ContractSummary) -> str:
        """HOM-02, unless somebody has asked already, here or on this computer."""
        cut = summary.contract.cut
        waiting = [i for i in book.items if i.kind == "reconnection" and i.state.is_pending]
        is_asked = under_way(book.requests, RequestKind.RECONNECTION) is not None or bool(waiting)
        if cut is None or is_asked or book.rules is None or book.rules.reconnection is None:
            return ""
        text = self.tr("Contrato con suministro cortado desde {0}.")
        return text.format(self.context.format.day(cut.since))

    def _set(self, state: SupplyState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
