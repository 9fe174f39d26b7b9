"""Preguntas y Reclamaciones: the list of both, and a screen for each new one."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.viewmodels.case_composing import Mode
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.context import Context
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.views.cases.composing import ComposeFace
from desktop.views.cases.list_face import CaseListFace
from desktop.views.page import LivePage, PageSpec
from desktop.views.widgets.paper import PaperPlace


class CasesPage(LivePage):
    """Three faces: the list with its panel, Nueva Pregunta, Nuevo Trámite; and a paper in front
    of them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CasesViewModel(context, self)
        self.list_face = CaseListFace(self.model)
        composing = self.model.composing
        self.question_face = ComposeFace(composing, Mode.QUESTION)
        self.claim_face = ComposeFace(composing, Mode.CLAIM)
        self._faces: dict[Mode, QWidget] = {
            Mode.LIST: self.list_face,
            Mode.QUESTION: self.question_face,
            Mode.CLAIM: self.claim_face,
        }
        self._stack = QStackedWidget()
        for face in self._faces.values():
            self._stack.addWidget(face)
            if isinstance(face, ComposeFace):
                face.sent.connect(self.model.send)
                face.answer_wanted.connect(lambda key: context.shell.go_to("faq", None, key))
        self.place = PaperPlace(
            self._stack, self.model.papers, "case_paper", self.list_face.take_focus_back
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.place)
        self.model.state_changed.connect(self._turn)

    def activate(self, item_id: str) -> None:
        """Come to the front. `item_id` is a case's id or number, the op_id of a submission to
        correct, `question`, `claim`, `claim:<subtype>` or `claim:<subtype>:<invoice, payment>`."""
        self.model.set_active(True)
        if item_id:
            self.place.close_paper()
            self.model.open(item_id)

    def focus_filter(self) -> None:
        """Ctrl+F: the filter of the list, or the search in the paper."""
        if self.place.is_open:
            self.place.face.focus_search()
        elif self._stack.currentWidget() is self.list_face:
            self.list_face.focus_filter()

    def print_page(self) -> None:
        """Ctrl+P: the paper in view, or the proof of entry of the case in the panel."""
        if self.place.is_open:
            self.place.face.print_document()
        else:
            self.model.open_receipt()

    def smoke(self) -> None:
        """Open the newest one, as a person would first."""
        rows = self.model.rows.rows
        if rows:
            self.model.show_row(rows[0].id)

    def set_active(self, is_active: bool) -> None:
        self.model.set_active(is_active)

    def _turn(self) -> None:
        face = self._faces[self.model.state.mode]
        if face is self._stack.currentWidget():
            return
        self._stack.setCurrentWidget(face)
        if isinstance(face, ComposeFace):
            face.begin()
        else:
            self.list_face.take_focus_back()


PAGE = PageSpec(
    order=80,
    key="cases",
    title=QT_TRANSLATE_NOOP("PageSpec", "Preguntas y Reclamaciones"),
    icon="message-circle-question",
    build=CasesPage,
    entries=(
        ("question", QT_TRANSLATE_NOOP("PageSpec", "Nueva Pregunta")),
        ("claim", QT_TRANSLATE_NOOP("PageSpec", "Nuevo Trámite")),
    ),
)
