"""The list of questions and claims with its filters, and one of them beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.viewmodels.case_composing import Mode
from desktop.viewmodels.case_rows import Chip
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.phase import Phase
from desktop.views.cases.panel import CasePanel
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.chips import ChipBar
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.fields import SearchField
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import Label
from desktop.views.widgets.master_detail import MasterDetail
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates
from desktop.views.widgets.table import ROW, Table


class CaseListFace(QWidget):
    """Everything but the two forms."""

    def __init__(self, model: CasesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cases_list_face")
        self._model = model
        settings = getattr(model.context.shell, "settings", None)
        self._header = PageHeader(model.context, self.tr("Preguntas y Reclamaciones"))
        self._ask = Button(
            "cases_ask", self.tr("Nueva Pregunta"), icon_name="message-circle-question"
        )
        self._claim = Button("cases_claim", self.tr("Nuevo Trámite"), Kind.PRIMARY, "scale")
        self._header.set_actions(self._ask, self._claim)
        self.notice = NoticeBar("cases_notice")
        self.begun = NoticeBar("cases_begun")
        self._build_filters()
        label = self.tr("Preguntas y reclamaciones del contrato")
        self.table = Table("cases_table", label, model.rows, settings)
        if model.rows.sort_column < 0:
            keys = [column.key for column in model.rows.columns]
            self.table.sort_by(keys.index("at"), Qt.SortOrder.DescendingOrder)
        self.panel = CasePanel(model.reply)
        card = Card(margin=1)
        card.body.addWidget(self.table)
        self._states = PageStates(card, SkeletonRows(6, 5, ROW))
        self.split = MasterDetail("cases_split", self._states, self.panel, settings)
        self._lay_out()
        self._connect()
        self._show()

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def take_focus_back(self) -> None:
        """After a paper or a form was closed: where the person was."""
        if self.split.is_open and self.split.is_narrow:
            self.panel.setFocus()
        else:
            self.table.setFocus()

    # -- building ----------------------------------------------------------------------------

    def _build_filters(self) -> None:
        chips = (
            (Chip.ALL.value, self.tr("Todas")),
            (Chip.OPEN.value, self.tr("Abiertas")),
            (Chip.WAITING.value, self.tr("Esperan su respuesta")),
            (Chip.ANSWERED.value, self.tr("Respondidas")),
            (Chip.ENDED.value, self.tr("Terminadas")),
        )
        self._chips = ChipBar("cases_chip", self.tr("Mostrar"), chips)
        self._chips.pick(Chip.ALL.value)
        self._search = SearchField("cases_search", self.tr("Filtrar"))
        self._search.setMaximumWidth(240)
        self._search.setMinimumWidth(120)
        self._count = Label(tone=Tone.MUTED)
        self._count.setObjectName("cases_count")
        self._typed = QTimer(self, singleShot=True, interval=60)

    def _lay_out(self) -> None:
        self._filters = QWidget()
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(8)
        filters.addWidget(self._chips)
        filters.addStretch(1)
        filters.addWidget(self._count)
        filters.addWidget(self._search, 2)
        below = QVBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._filters)
        below.addWidget(self.split, 1)
        column = page_layout(self)
        column.addWidget(self._header)
        column.addWidget(self.notice)
        column.addWidget(self.begun)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        model, panel = self._model, self.panel
        model.state_changed.connect(self._show)
        model.said.connect(lambda text: self.notice.show_notice(Notice(text, Tone.SUCCESS)))
        model.failed.connect(self.fail)
        self._ask.clicked.connect(lambda: model.open("question"))
        self._claim.clicked.connect(lambda: model.open("claim"))
        self._chips.picked.connect(lambda key: model.set_chip(Chip(key)))
        self._search.textChanged.connect(lambda _text: self._typed.start())
        self._typed.timeout.connect(lambda: model.set_text(self._search.text()))
        self.table.opened.connect(model.show_row)
        self.table.moved.connect(self._follow)
        self.split.closed.connect(model.close_detail)
        self.split.alone_changed.connect(lambda alone: self._filters.setVisible(not alone))
        panel.replied.connect(model.send_reply)
        panel.rated.connect(model.rate)
        panel.given_up.connect(model.give_up)
        panel.corrected.connect(model.correct)
        panel.cancelled.connect(model.cancel_submission)
        panel.receipt_wanted.connect(model.open_receipt)
        panel.dossier_wanted.connect(model.open_dossier)
        panel.file_wanted.connect(model.open_attachment)

    # -- showing -----------------------------------------------------------------------------

    def fail(self, error: AppError) -> None:
        """Say that the world failed, unless a form in front says so."""
        if self._model.composing.mode is not Mode.LIST:
            return
        text = sentence(error, self._model.context.format)
        self.notice.show_notice(Notice(text, Tone.DANGER))

    def _show(self) -> None:
        state = self._model.state
        can = state.is_offered and state.can_write and state.phase in (Phase.FILLED, Phase.EMPTY)
        has_contract = self._model.contract_id is not None
        for button in (self._ask, self._claim):
            button.setVisible(state.is_offered and has_contract)
            button.setEnabled(can)
        is_writing = state.detail is not None and state.detail.can_write
        self._claim.set_kind(Kind.SECONDARY if is_writing else Kind.PRIMARY)
        self._show_begun()
        self._show_filters()
        self._show_states()
        detail = state.detail
        if detail is not None:
            self.panel.show_detail(detail)
            self.split.open(detail.title)
            self.table.mark(detail.row.id)
        elif self.split.is_open:
            self.split.close_panel()

    def _show_begun(self) -> None:
        draft, fmt = self._model.composing.begun, self._model.context.format
        if draft is None or not self._model.state.is_offered:
            self.begun.clear()
            return
        moment = fmt.moment(draft.saved_at, self._model.context.shell.now())
        if draft.key == "question":
            text = self.tr("Tiene una pregunta sin terminar ({0}).").format(moment)
        else:
            text = self.tr("Tiene un trámite sin terminar ({0}).").format(moment)
        action = self._model.composing.go_on
        self.begun.show_notice(
            Notice(text, action_text=self.tr("Continuar"), action=action, stays=True)
        )

    def _show_filters(self) -> None:
        state = self._model.state
        self._chips.pick(state.chip.value)
        self._chips.set_counts({chip.value: count for chip, count in state.counts})
        if not self._typed.isActive() and self._search.text() != state.text:
            self._search.setText(state.text)
        is_filtered = state.shown != state.total
        text = self.tr("{0} de {1}").format(state.shown, state.total)
        self._count.setText(text if is_filtered else "")
        has_rows = state.phase is Phase.FILLED and bool(state.total)
        for widget in (self._chips, self._search):
            widget.setVisible(has_rows or state.phase is Phase.LOADING)
            widget.setEnabled(has_rows)

    def _show_states(self) -> None:
        state = self._model.state
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self._model.context, self._model.reload)
        elif self._model.contract_id is None:
            self._states.show_empty(
                "message-circle-question",
                self.tr("No hay un contrato elegido."),
                self.tr("Elija uno en Inicio para preguntar o reclamar."),
            )
        elif not state.is_offered and not state.total:
            self._states.show_empty(
                "message-circle-question",
                self.tr("La empresa no recibe preguntas ni reclamaciones por acá."),
                self.tr("Puede comunicarse por los medios de atención al cliente."),
            )
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "message-circle-question",
                self.tr("Todavía no hay preguntas ni reclamaciones."),
                self.tr("Cada una recibe su número y el plazo para responderle."),
                self.tr("Nueva Pregunta") if state.can_write else "",
                (lambda: self._model.open("question")) if state.can_write else None,
            )
        elif state.shown == 0:
            self._states.show_empty(
                "filter",
                self.tr("Nada coincide con el filtro."),
                self.tr("Pruebe con otro filtro."),
                self.tr("Quitar filtros"),
                self._model.clear_filter,
            )
        else:
            self._states.show_content()

    def _follow(self, row_id: str) -> None:
        """Arrow keys change the panel only where it stands beside the list."""
        if self.split.is_open and not self.split.is_narrow:
            self._model.show_row(row_id)
