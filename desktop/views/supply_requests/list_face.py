"""The list of supply requests, one of them beside it, and the two ways to ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.viewmodels.phase import Phase
from desktop.viewmodels.supply_request_state import Face
from desktop.viewmodels.supply_requests import SupplyRequestsViewModel
from desktop.views.supply_requests.panel import SupplyPanel
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.master_detail import MasterDetail
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates
from desktop.views.widgets.table import ROW, Table


class ListFace(QWidget):
    """`wanted` comes with the face of a form."""

    wanted = Signal(str)

    def __init__(self, model: SupplyRequestsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        shell = model.context.shell
        settings = getattr(shell, "settings", None)
        header = PageHeader(model.context, self.tr("Solicitudes de Suministro"))
        self.change = Button("supply_change", self.tr("Cambio de Titular"), icon_name="user")
        self.reconnect = Button(
            "supply_reconnect", self.tr("Reconexión"), Kind.SECONDARY, icon_name="plug-zap"
        )
        header.set_actions(self.reconnect, self.change)
        self.notice = NoticeBar("supply_notice")
        self._cut = NoticeBar("supply_cut")
        label = self.tr("Solicitudes de suministro")
        self.table = Table("supply_table", label, model.rows, settings)
        if model.rows.sort_column < 0:
            self.table.sort_by(0, Qt.SortOrder.DescendingOrder)
        self.panel = SupplyPanel()
        card = Card(margin=1)
        card.body.addWidget(self.table)
        self._rows = PageStates(card)
        self.split = MasterDetail("supply_split", self._rows, self.panel, settings)
        self._states = PageStates(self.split, SkeletonRows(5, 4, ROW))
        column: QVBoxLayout = page_layout(self)
        column.addWidget(header)
        column.addWidget(self._cut)
        column.addWidget(self.notice)
        column.addWidget(self._states, 1)
        self.reconnect.clicked.connect(lambda: self.wanted.emit(Face.RECONNECTION))
        self.change.clicked.connect(lambda: self.wanted.emit(Face.HOLDER_CHANGE))
        self.table.opened.connect(model.choose)
        self.table.moved.connect(self._follow)
        self.split.closed.connect(lambda: model.choose(""))
        self.panel.wanted.connect(model.act)
        model.state_changed.connect(self._show)
        self._show()

    def take_focus_back(self) -> None:
        """After a form or a paper was closed: where the person was."""
        (self.panel if self.split.is_open and self.split.is_narrow else self.table).setFocus()

    def _follow(self, row_id: str) -> None:
        """With the panel open beside the list, the cursor chooses what it shows."""
        if self.split.is_open and not self.split.is_narrow:
            self._model.choose(row_id)

    def _show(self) -> None:
        state = self._model.state
        for button, face in (
            (self.reconnect, Face.RECONNECTION),
            (self.change, Face.HOLDER_CHANGE),
        ):
            button.setVisible(face in state.offers)
        self._show_cut()
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self._model.context, self._model.reload)
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "plug-zap",
                self.tr("No hay un contrato elegido."),
                self.tr("Elija uno en Inicio para ver sus solicitudes."),
            )
        else:
            self._show_list()
            self._states.show_content()

    def _show_cut(self) -> None:
        state = self._model.state
        if state.phase is not Phase.FILLED or not state.cut:
            self._cut.clear()
            return
        words = self.tr("Solicitar reconexión")
        self._cut.show_notice(
            Notice(
                state.cut,
                Tone.WARNING,
                "plug-zap",
                words,
                lambda: self.wanted.emit(Face.RECONNECTION),
                stays=True,
            )
        )

    def _show_list(self) -> None:
        state = self._model.state
        if self._model.rows.rows:
            self._rows.show_content()
        elif state.offers:
            self._rows.show_empty(
                "plug-zap",
                self.tr("No hay solicitudes para este contrato."),
                self.tr("Desde acá puede pedir la reconexión del servicio o el cambio de titular."),
            )
        else:
            self._rows.show_empty(
                "plug-zap",
                self.tr("La empresa no toma estos trámites por acá."),
                self.tr("Preséntese en una oficina comercial."),
            )
        if state.detail is None:
            self.split.close_panel()
            return
        self.panel.show_detail(state.detail, is_working=state.is_working)
        self.split.open(state.detail.title)
