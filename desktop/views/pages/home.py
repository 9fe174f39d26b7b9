"""Inicio: what matters today, then a row per contract that unfolds into its menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.viewmodels.context import Context
from desktop.viewmodels.home import FILTER_FROM, MATTERS, HomeState, HomeViewModel
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.phase import Phase
from desktop.views.home_parts import ContractMenu, FirstSync, MatterLine
from desktop.views.page import PageSpec, discover
from desktop.views.texts import WayOut, describe
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.contract_list import ROW, ContractHead, ContractList
from desktop.views.widgets.fields import SearchField
from desktop.views.widgets.figures import Figure, FigureStrip
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import Label, Text
from desktop.views.widgets.states import PageStates


class HomePage(QWidget):
    """Rows, figures and matters follow the viewmodel's state; nothing is decided here."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE.key)
        self._context = context
        self._model = HomeViewModel(context, self)
        header = PageHeader(context, self.tr("Inicio"), per_contract=False)
        self._figures = FigureStrip()
        self._matters = Card(8)
        self._matters.setObjectName("matters")
        self._matters.body.setSpacing(0)
        self._lines = [MatterLine(i) for i in range(MATTERS)]
        self._more = Button("all_matters", "", Kind.QUIET)
        self._more.clicked.connect(self._model.see_all)
        for line in self._lines:
            line.attended.connect(self._model.attend)
            self._matters.body.addWidget(line)
        self._matters.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._filter = SearchField("contract_filter", self.tr("Filtrar contratos"))
        self._filter.setMaximumWidth(320)
        self._count = Label(style=Text.CAPTION, tone=Tone.MUTED)
        self._count.setObjectName("contract_count")
        self._none = Label(self.tr("Ningún contrato coincide con el filtro."), tone=Tone.MUTED)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._list = ContractList(self._make_drawer)
        self._scroll = QScrollArea()
        self._states = PageStates(self._lay_out(), FirstSync(context.shell))
        column = page_layout(self)
        column.addWidget(header)
        column.addWidget(self._states, 1)
        self._filter.textChanged.connect(self._model.filter)
        self._list.toggled.connect(self._toggle)
        self._model.state_changed.connect(self._show)
        self._show()

    def activate(self, item_id: str) -> None:
        """With the id of a contract, unfold its row."""
        if item_id:
            self._filter.clear()
            self._model.expand(item_id)
            QTimer.singleShot(0, self, self._bring_into_view)

    def focus_filter(self) -> None:
        """Ctrl+F; without effect while there are too few contracts to filter."""
        if self._filter.isVisible():
            self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> QWidget:
        tools = QHBoxLayout()
        tools.addWidget(Label(self.tr("Sus contratos"), Text.HEADING))
        tools.addStretch(1)
        tools.addWidget(self._count)
        tools.addSpacing(8)
        tools.addWidget(self._filter, 1)
        rows = Card(0)
        rows.setObjectName("contracts")
        rows.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        rows.body.setContentsMargins(1, 1, 1, 1)
        rows.body.setSpacing(0)
        rows.body.addWidget(ContractHead())
        rows.body.addWidget(self._none)
        rows.body.addWidget(self._list)
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._figures)
        column.addWidget(self._matters)
        column.addLayout(tools)
        column.addWidget(rows)
        column.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        return self._scroll

    def _show(self) -> None:
        state = self._model.state
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.EMPTY:
            self._show_empty(state)
        elif state.phase is Phase.ERROR:
            self._show_error(state)
        else:
            self._show_content(state)
            self._states.show_content()

    def _show_empty(self, state: HomeState) -> None:
        if state.was_synced:
            self._states.show_empty(
                "inbox",
                self.tr("No tiene contratos vinculados."),
                self.tr("Agregue uno con su factura a mano."),
                self.tr("Agregar contrato"),
                self._model.add_contract,
            )
            return
        self._states.show_empty(
            "inbox",
            self.tr("Todavía no se bajaron sus datos."),
            self.tr("Sincronice para ver sus contratos y leerlos después sin conexión."),
            self.tr("Sincronizar"),
            self._model.retry,
        )

    def _show_error(self, state: HomeState) -> None:
        if state.error is None:
            self._states.show_loading()
            return
        problem = describe(state.error, self._context.format)
        if problem.way_out is WayOut.SIGN_IN:
            action = self._context.shell.ask_sign_in
        else:
            action = self._model.retry
        button = problem.button or self.tr("Reintentar")
        self._states.show_error(problem.title, problem.advice, button, action)

    def _show_content(self, state: HomeState) -> None:
        self._figures.set_figures(
            [
                Figure(s.key, s.label, s.value, s.hint, _figure_tone(s.tone.value), s.icon)
                for s in state.sums
            ]
        )
        self._show_matters(state)
        has_filter = state.count >= FILTER_FROM
        self._filter.setVisible(has_filter)
        self._count.setVisible(has_filter)
        self._count.setText(self.tr("{0} de {1}").format(len(state.rows), state.count))
        self._none.setVisible(not state.rows)
        self._list.show_rows(state.rows, state.expanded)

    def _show_matters(self, state: HomeState) -> None:
        for i, line in enumerate(self._lines):
            line.setVisible(i < len(state.matters))
            if i < len(state.matters):
                line.show_matter(state.matters[i])
        self._more.set_text(self.tr("Ver todos los avisos"))
        self._more.setVisible(bool(state.more_matters))
        self._matters.setVisible(bool(state.matters))

    def _make_drawer(self, contract_id: str) -> QWidget:
        return ContractMenu(self._context, contract_id, _menu(), self)

    def _toggle(self, contract_id: str) -> None:
        self._model.toggle(contract_id)
        QTimer.singleShot(0, self, self._reveal_menu)

    def _reveal_menu(self) -> None:
        """The whole menu is in sight, once it has its height."""
        if self._list.drawer is not None:
            self._scroll.ensureWidgetVisible(self._list.drawer, 0, 8)

    def _bring_into_view(self) -> None:
        for button in self._list.buttons:
            if button.isChecked():
                self._scroll.ensureWidgetVisible(button, 0, ROW * 2)
                button.setFocus(Qt.FocusReason.OtherFocusReason)


def _menu() -> tuple[PageSpec, ...]:
    return tuple(spec for spec in discover() if spec.per_contract)


def _figure_tone(tone: str) -> Tone:
    """Plain amounts are the page's text, not its small print."""
    return Tone.TEXT if tone == Tone.MUTED else Tone(tone)


PAGE = PageSpec(
    order=0,
    key="home",
    title=QT_TRANSLATE_NOOP("PageSpec", "Inicio"),
    icon="house",
    build=HomePage,
    per_contract=False,
)
