"""Pendientes de Envío: what waits, what was received, what needs the person."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import AppError
from desktop.viewmodels.context import Context
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.pending import PendingViewModel
from desktop.viewmodels.phase import Phase
from desktop.views.page import LivePage, PageSpec
from desktop.views.pending.exporting import ask_export
from desktop.views.pending.panel import PendingPanel
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.master_detail import MasterDetail
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates
from desktop.views.widgets.table import ROW, Table


class PendingPage(LivePage):
    """The list, with one of them beside it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model = PendingViewModel(context, self)
        self._context = context
        settings = getattr(context.shell, "settings", None)
        header = PageHeader(context, self.tr("Pendientes de envío"), per_contract=False)
        self._export = Button(
            "pending_export", self.tr("Exportar comprobantes…"), icon_name="file-down"
        )
        header.set_actions(self._export)
        self.notice = NoticeBar("pending_notice")
        self.told = NoticeBar("pending_told")
        self.table = Table("pending_table", self.tr("Envíos"), model.rows, settings)
        self.panel = PendingPanel()
        card = Card(margin=1)
        card.body.addWidget(self.table)
        self.split = MasterDetail("pending_split", card, self.panel, settings)
        self._states = PageStates(self.split, SkeletonRows(6, 5, ROW))
        column = page_layout(self)
        column.addWidget(header)
        column.addWidget(self.notice)
        column.addWidget(self.told)
        column.addWidget(self._states, 1)
        self._connect()
        self._show()

    def activate(self, item_id: str) -> None:
        """Come to the front, showing the submission `item_id` where one is named."""
        self.model.set_active(True)
        if item_id:
            self.model.show_row(item_id)

    def export(self) -> None:
        """Ctrl+E: the receipts."""
        ask_export(self, self.model.context.shell.settings, self.model.export)

    def set_active(self, is_active: bool) -> None:
        self.model.set_active(is_active)

    def _connect(self) -> None:
        model, panel = self.model, self.panel
        model.state_changed.connect(self._show)
        model.failed.connect(self._fail)
        model.said.connect(lambda text: self.told.show_notice(Notice(text, Tone.SUCCESS)))
        panel.edited.connect(model.edit)
        panel.cancelled.connect(model.cancel)
        panel.checked.connect(model.check_now)
        panel.retried.connect(model.retry)
        panel.discarded.connect(model.discard)
        self.table.opened.connect(model.show_row)
        self.table.moved.connect(self._follow)
        self.split.closed.connect(lambda: model.show_row(""))
        self._export.clicked.connect(self.export)

    def _show(self) -> None:
        state, shell = self.model.state, self._context.shell
        self._export.setVisible(state.phase is Phase.FILLED)
        if state.hurry:
            self.notice.show_notice(
                Notice(
                    state.hurry,
                    Tone.WARNING,
                    "calendar-clock",
                    self.tr("Enviar ahora"),
                    shell.send_now,
                    stays=True,
                )
            )
        else:
            self.notice.clear()
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self._context, self.model.reload)
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "circle-check",
                self.tr("No hay nada pendiente de envío."),
                self.tr("Lo que ingrese sin conexión espera acá hasta que se pueda enviar."),
                self.tr("Ir a Inicio"),
                lambda: shell.go_to("home"),
            )
        else:
            self._states.show_content()
        self._show_detail()

    def _show_detail(self) -> None:
        row = self.model.state.detail
        if row is not None:
            self.panel.show_row(row)
            self.split.open(row.kind)
            self.table.mark(row.op_id)
        elif self.split.is_open:
            self.split.close_panel()

    def _fail(self, error: AppError) -> None:
        self.told.show_notice(Notice(sentence(error, self._context.format), Tone.DANGER))

    def _follow(self, op_id: str) -> None:
        if self.split.is_open and not self.split.is_narrow:
            self.model.show_row(op_id)


PAGE = PageSpec(
    order=900,
    key="pending",
    title=QT_TRANSLATE_NOOP("PageSpec", "Pendientes de envío"),
    icon="inbox",
    build=PendingPage,
    per_contract=False,
    at_foot=True,
)
