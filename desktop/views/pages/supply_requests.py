"""Solicitudes de Suministro: what was asked for; Reconexión and Cambio de Titular."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.supply_blocks import WayOut
from desktop.viewmodels.context import Context
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.supply_request_state import Act, Face, FormState
from desktop.viewmodels.supply_requests import SupplyRequestsViewModel
from desktop.views.page import LivePage, PageSpec
from desktop.views.supply_requests.form_face import FormFace
from desktop.views.supply_requests.list_face import ListFace
from desktop.views.supply_requests.obstacles import AGREEMENTS
from desktop.views.supply_requests.wizard import WizardFace
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.paper import PaperPlace


class SupplyRequestsPage(LivePage):
    """The list, or one of the forms in its place; a certificate in the place of both."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE.key)
        self._context = context
        self.model = model = SupplyRequestsViewModel(context, self)
        self.list_face = ListFace(model)
        self.reconnection = FormFace(
            context,
            model.reconnection.form,
            "reconnection",
            self.tr("Reconexión"),
            self.tr("Solicitar reconexión"),
        )
        self.wizard = WizardFace(context, model.change.form)
        self.documents = FormFace(
            context,
            model.documents.form,
            "supply_documents",
            self.tr("Enviar documentos"),
            self.tr("Enviar documentos"),
        )
        self.slot = FormFace(
            context,
            model.slot,
            "supply_slot",
            self.tr("Otra visita"),
            self.tr("Pedir otra visita"),
        )
        self._faces: dict[Face, ListFace | FormFace] = {
            Face.LIST: self.list_face,
            Face.RECONNECTION: self.reconnection,
            Face.HOLDER_CHANGE: self.wizard,
            Face.DOCUMENTS: self.documents,
            Face.SLOT: self.slot,
        }
        content = QWidget()
        self._stack = QStackedLayout(content)
        for face in self._faces.values():
            self._stack.addWidget(face)
        self.place = PaperPlace(
            content, model.papers, "supply_paper", self.list_face.take_focus_back
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.place)
        self._connect()
        self._show()

    def activate(self, item_id: str) -> None:
        """Come to the front; `item_id` is a request, a submission to correct, or a form's name."""
        self.model.set_active(True)
        if item_id:
            self.model.open(item_id)

    def smoke(self) -> None:
        """Show the first request and its certificate; where there is none, a form."""
        rows = self.model.rows.rows
        if rows:
            self.model.choose(rows[0].id)
            self.model.act(Act.PAPER)
        else:
            self.model.turn_to(Face.HOLDER_CHANGE)

    def set_active(self, is_active: bool) -> None:
        self.model.set_active(is_active)

    def _connect(self) -> None:
        model = self.model
        model.state_changed.connect(self._show)
        model.said.connect(lambda text: self._tell(text, Tone.SUCCESS))
        model.refused.connect(lambda text: self._tell(text, Tone.DANGER))
        model.failed.connect(self._fail)
        self.list_face.wanted.connect(lambda face: model.turn_to(Face(face)))
        for face in (self.reconnection, self.wizard, self.documents, self.slot):
            face.back.connect(lambda: model.turn_to(Face.LIST))
            face.sent.connect(model.send)
            face.way_out.connect(self._leave)
        self.reconnection.left.connect(model.reconnection.discard)
        self.wizard.left.connect(model.change.discard)
        self.documents.left.connect(model.documents.discard)
        self.wizard.gone_back.connect(model.change.go)

    def _show(self) -> None:
        model, state = self.model, self.model.state
        self.reconnection.show_state(model.reconnection.state())
        self.wizard.show_wizard(model.change.wizard())
        self.documents.show_state(model.documents.state())
        self.slot.show_state(FormState(is_sending=model.slot.is_sending))
        wanted = self._faces[state.face]
        if wanted is not self._stack.currentWidget():
            self._stack.setCurrentWidget(wanted)
            if isinstance(wanted, FormFace):
                wanted.notice.clear()
                wanted.focus_first()
            else:
                wanted.take_focus_back()

    def _leave(self, way: str) -> None:
        shell, model = self._context.shell, self.model
        if way == WayOut.PAY:
            shell.go_to("invoices")
        elif way == AGREEMENTS:
            shell.go_to("agreements")
        elif way == WayOut.PENDING:
            shell.go_to("pending")
        elif way == WayOut.RECONNECT:
            model.turn_to(Face.RECONNECTION)
        elif way == WayOut.REQUEST:
            is_change = model.state.face is Face.HOLDER_CHANGE
            model.show_under_way("holder_change" if is_change else "reconnection")

    def _bar(self) -> NoticeBar:
        return self._faces[self.model.state.face].notice

    def _tell(self, text: str, tone: Tone) -> None:
        self._bar().show_notice(Notice(text, tone))

    def _fail(self, error: AppError) -> None:
        text = sentence(error, self._context.format)
        self._bar().show_notice(Notice(text, Tone.DANGER))


PAGE = PageSpec(
    order=90,
    key="supply_requests",
    title=QT_TRANSLATE_NOOP("PageSpec", "Solicitudes de Suministro"),
    icon="plug-zap",
    build=SupplyRequestsPage,
    entries=(
        ("reconnection", QT_TRANSLATE_NOOP("PageSpec", "Reconexión")),
        ("holder_change", QT_TRANSLATE_NOOP("PageSpec", "Cambio de Titular")),
    ),
)
