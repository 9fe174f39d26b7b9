"""Preguntas Frecuentes: questions, a search over them, and the answer beside."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.viewmodels.faq import FaqState, FaqViewModel
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.phase import Phase
from desktop.views.faq.answer import AnswerPanel
from desktop.views.page import LivePage, PageSpec, discover
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import Label, Text
from desktop.views.widgets.master_detail import MasterDetail
from desktop.views.widgets.pick_list import Line, PickList
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates


class FaqPage(LivePage):
    """The focus rests in the search: arrows move in the list and Enter opens the answer."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE.key)
        self._context = context
        self.model = model = FaqViewModel(context, self)
        self._list = PickList("faq_search", self.tr("Buscar en las preguntas"))
        self._category = QComboBox()
        self._category.setObjectName("faq_category")
        self._category.setAccessibleName(self.tr("Categoría"))
        self._category.setMinimumWidth(200)
        self._count = Label(style=Text.CAPTION, tone=Tone.MUTED)
        self._count.setObjectName("faq_count")
        self._none = Label(tone=Tone.MUTED, wrap=True)
        self._none.setObjectName("faq_none")
        self._ask = Button(
            "faq_ask_anyway", self.tr("Hacer una pregunta"), icon_name="message-circle-question"
        )
        self._nothing = QWidget()
        titles = {
            spec.key: QCoreApplication.translate("PageSpec", spec.title) for spec in discover()
        }
        self.panel = AnswerPanel(context.format, titles)
        settings = getattr(context.shell, "settings", None)
        self.split = MasterDetail("faq_split", self._lay_out_list(), self.panel, settings)
        self._states = PageStates(self.split, SkeletonRows(8, 1))
        column = page_layout(self)
        column.addWidget(PageHeader(context, self.tr("Preguntas Frecuentes"), per_contract=False))
        column.addWidget(self._states, 1)
        self._list.asked.connect(model.search)
        self._list.chosen.connect(self._open_row)
        self._category.activated.connect(lambda row: model.pick(self._category.itemData(row)))
        self._ask.clicked.connect(model.ask)
        self.panel.page_wanted.connect(model.go_to_page)
        self.panel.voted.connect(model.vote)
        self.panel.asked.connect(model.ask)
        self.split.closed.connect(model.close)
        model.state_changed.connect(self._show)
        self._show()

    def activate(self, item_id: str) -> None:
        """Come to the front; `item_id` is the id or code of an article to open."""
        self.model.set_active(True)
        if item_id:
            self.model.open(item_id)
        self._list.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def smoke(self) -> None:
        """Open the first question, as a person would."""
        self._open_row(0)

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self._list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._list.field.selectAll()

    def set_active(self, is_active: bool) -> None:
        self.model.set_active(is_active)

    def _lay_out_list(self) -> QWidget:
        card = Card(0)
        card.body.setSpacing(0)
        card.body.setContentsMargins(1, 1, 1, 1)
        tools = QHBoxLayout()
        tools.setContentsMargins(8, 8, 12, 0)
        tools.setSpacing(12)
        tools.addWidget(self._category)
        tools.addStretch(1)
        tools.addWidget(self._count)
        nothing = QVBoxLayout(self._nothing)
        nothing.setContentsMargins(8, 8, 8, 16)
        nothing.setSpacing(12)
        nothing.addWidget(self._none)
        nothing.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        nothing.addStretch(1)
        self._column = card.body
        card.body.addLayout(tools)
        card.body.addWidget(self._list, 1)
        card.body.addWidget(self._nothing, 1)
        return card

    def _show(self) -> None:
        state = self.model.state
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "circle-help",
                self.tr("Todavía no hay preguntas frecuentes."),
                self.tr("Sincronice, o haga su pregunta y le respondemos."),
                self.tr("Hacer una pregunta"),
                self.model.ask,
            )
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self._context, self.model.reload)
        else:
            self._show_content(state)
            self._states.show_content()

    def _show_content(self, state: FaqState) -> None:
        self._show_categories(state)
        lines = [Line(row.question, row.category, "circle-help") for row in state.rows]
        opened = state.answer.id if state.answer is not None else ""
        current = next((i for i, row in enumerate(state.rows) if row.id == opened), 0)
        if list(self._list.lines) != lines or opened:
            self._list.show_lines(lines, current)
        self._count.setText(self.tr("{0} de {1}").format(len(state.rows), state.count))
        self._none.setText(
            self.tr("No encontramos respuestas para «{0}».").format(state.query.strip())
        )
        self._list.view.setVisible(bool(state.rows))
        self._column.setStretchFactor(self._list, 1 if state.rows else 0)
        self._nothing.setVisible(not state.rows)
        if state.answer is None:
            self.split.close_panel()
        else:
            self.panel.show_answer(state.answer)
            self.split.open(state.answer.category)

    def _show_categories(self, state: FaqState) -> None:
        wanted = ("", *state.categories)
        if tuple(self._category.itemData(i) for i in range(self._category.count())) != wanted:
            self._category.clear()
            self._category.addItem(self.tr("Todas las categorías"), "")
            for category in state.categories:
                self._category.addItem(category, category)
        self._category.setCurrentIndex(max(0, self._category.findData(state.category)))

    def _open_row(self, row: int) -> None:
        if 0 <= row < len(self.model.state.rows):
            self.model.open(self.model.state.rows[row].id)


PAGE = PageSpec(
    order=100,
    key="faq",
    title=QT_TRANSLATE_NOOP("PageSpec", "Preguntas Frecuentes"),
    icon="circle-help",
    build=FaqPage,
)
