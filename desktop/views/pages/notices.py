"""Avisos: what matters now, each with the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.notices import NoticesState, NoticesViewModel
from desktop.viewmodels.phase import Phase
from desktop.views.notices.row import NoticeLine
from desktop.views.page import PageSpec
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.chips import ChipBar
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import Label
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates


class NoticesPage(QWidget):
    """Unread ones stand out; what is over goes by itself."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE.key)
        self._context = context
        self.model = model = NoticesViewModel(context, self)
        self._read_all = Button(
            "notices_read_all", self.tr("Marcar todos como leídos"), icon_name="check"
        )
        self._choices = Button(
            "notices_choices", self.tr("Elegir qué avisos recibir"), Kind.QUIET, "settings"
        )
        self._filter = ChipBar(
            "notices_filter",
            self.tr("Avisos que se muestran"),
            (("all", self.tr("Todos")), ("unread", self.tr("Sin leer"))),
        )
        self._filter.pick("all")
        self._none = Label(self.tr("Leyó todos sus avisos."), tone=Tone.MUTED)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._lines: list[NoticeLine] = []
        self._card = Card(0)
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._card.body.setSpacing(0)
        self._card.body.addWidget(self._none)
        self._states = PageStates(self._lay_out(), SkeletonRows(5, 2))
        header = PageHeader(context, self.tr("Avisos"), per_contract=False)
        header.set_actions(self._read_all)
        column = page_layout(self)
        column.addWidget(header)
        column.addWidget(self._states, 1)
        self._read_all.clicked.connect(model.read_all)
        self._choices.clicked.connect(lambda: context.shell.go_to("preferences"))
        self._filter.picked.connect(lambda key: model.show_only_unread(key == "unread"))
        model.state_changed.connect(self._show)
        self._show()

    def activate(self, _item_id: str) -> None:
        """Come to the front, with what is news by now."""
        self.model.reload()

    def _lay_out(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self._filter)
        row.addStretch(1)
        row.addWidget(self._choices)
        column.addLayout(row)
        column.addWidget(self._card)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def _show(self) -> None:
        state = self.model.state
        self._read_all.setEnabled(state.unread > 0)
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "bell",
                self.tr("No tiene avisos."),
                self.tr("Acá le avisamos de vencimientos, períodos de lectura y respuestas."),
            )
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self._context, self.model.reload)
        else:
            self._show_rows(state)
            self._states.show_content()

    def _show_rows(self, state: NoticesState) -> None:
        self._filter.set_counts({"all": state.count, "unread": state.unread})
        while len(self._lines) < len(state.rows):
            line = NoticeLine(len(self._lines))
            line.opened.connect(self.model.open)
            line.turned.connect(self.model.turn)
            self._lines.append(line)
            self._card.body.addWidget(line)
        for index, line in enumerate(self._lines):
            line.setVisible(index < len(state.rows))
            if index < len(state.rows):
                line.show_row(state.rows[index], is_last=index == len(state.rows) - 1)
        self._none.setVisible(not state.rows)


PAGE = PageSpec(
    order=800,
    key="notices",
    title=QT_TRANSLATE_NOOP("PageSpec", "Avisos"),
    icon="bell",
    build=NoticesPage,
    per_contract=False,
    at_foot=True,
)
