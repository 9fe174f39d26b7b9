"""Solicitar factura electrónica: by mail or on paper, and since when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.viewmodels.context import Context
from desktop.viewmodels.delivery import DeliveryViewModel
from desktop.viewmodels.delivery_state import Fact, Step
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.phase import Phase
from desktop.views.delivery.waiting import WaitingCard
from desktop.views.page import LivePage, PageSpec
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.figures import Figure, FigureStrip
from desktop.views.widgets.form import WIDTH, FormView
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import Label, Text
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.paper import PaperPlace
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates
from desktop.views.widgets.table import Table

_MOST_ROWS = 6  # of the history, before it scrolls by itself


class DeliveryPage(LivePage):
    """Figures, what to know first, the form or what waits, the history."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE.key)
        self.model = model = DeliveryViewModel(context, self)
        self._context = context
        self.notice = NoticeBar("delivery_notice")
        self.told = NoticeBar("delivery_told")
        self.recovered = NoticeBar("delivery_recovered")
        self._figures = FigureStrip()
        self.form = FormView(model.form, "delivery_form")
        self._preview = Label(style=Text.STRONG, wrap=True)
        self._preview.setObjectName("delivery_preview")
        self._more = Label(tone=Tone.MUTED, wrap=True)
        self._send = Button("delivery_send", self.tr("Solicitar cambio"), Kind.PRIMARY)
        self._why_not = Label(style=Text.LEAD, tone=Tone.MUTED, wrap=True)
        self._why_not.setObjectName("delivery_why_not")
        self.waiting = WaitingCard()
        self._heading = Label(self.tr("Cambios anteriores"), Text.HEADING)
        settings = getattr(context.shell, "settings", None)
        label = self.tr("Historia del envío de la factura")
        self.table = Table("delivery_table", label, model.rows, settings)
        self._list = Card(margin=1)
        self._list.body.addWidget(self.table)
        self._certify = Button(
            "delivery_certificate", self.tr("Constancia de adhesión"), icon_name="file-text"
        )
        self._form_card = self._make_form()
        self._states = PageStates(self._lay_out(), SkeletonRows(6, 3))
        content = QWidget()
        column = page_layout(content)
        header = PageHeader(context, self.tr("Solicitar factura electrónica"))
        header.set_actions(self._certify)
        column.addWidget(header)
        column.addWidget(self.notice)
        column.addWidget(self.told)
        column.addWidget(self.recovered)
        column.addWidget(self._states, 1)
        self.place = PaperPlace(content, model.papers, "delivery_paper", self._certify.setFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.place)
        self._connect()
        self._show()

    def activate(self, item_id: str) -> None:
        """Come to the front; `item_id` is the op_id of a wish to correct."""
        self.model.set_active(True)
        if item_id:
            self.model.open(item_id)

    def smoke(self) -> None:
        """Open the certificate where there is one."""
        if self.model.state.can_certify:
            self.model.certificate()

    def set_active(self, is_active: bool) -> None:
        self.model.set_active(is_active)

    # -- building ----------------------------------------------------------------------------

    def _make_form(self) -> Card:
        card = Card()
        card.setMaximumWidth(WIDTH + 34)
        card.body.setSpacing(16)
        card.body.addWidget(self.form)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._preview)
        words.addWidget(self._more)
        card.body.addLayout(words)
        row = QHBoxLayout()
        row.addWidget(self._send)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _lay_out(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        form = QHBoxLayout()  # a layout of its own: in a column, text is given too little height
        form.addWidget(self._form_card, 1)
        form.addStretch(0)
        column.addWidget(self._figures)
        column.addLayout(form)
        column.addWidget(self.waiting)
        column.addWidget(self._why_not)
        column.addWidget(self._heading)
        column.addWidget(self._list)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def _connect(self) -> None:
        model = self.model
        model.state_changed.connect(self._show)
        model.said.connect(self._tell)
        model.failed.connect(self._fail)
        self.form.submitted.connect(model.send)
        self._send.clicked.connect(model.send)
        self._certify.clicked.connect(model.certificate)
        self.waiting.edited.connect(model.edit_waiting)
        self.waiting.cancelled.connect(model.cancel_waiting)
        self.waiting.pending_wanted.connect(lambda: self._context.shell.go_to("pending"))

    # -- showing -----------------------------------------------------------------------------

    def _show(self) -> None:
        state = self.model.state
        self._certify.setVisible(state.phase is Phase.FILLED and state.can_certify)
        if state.phase is not Phase.FILLED:
            self.notice.clear()
            self.recovered.clear()
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self._context, self.model.reload)
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "mail",
                self.tr("No hay un contrato elegido."),
                self.tr("Elija uno en Inicio para pedir la factura electrónica."),
            )
        elif not state.is_offered:
            self._states.show_empty(
                "mail",
                self.tr("La empresa no ofrece este cambio por acá."),
                self.tr("Las facturas siguen llegando como hasta ahora y están en Mis Facturas."),
                self.tr("Ver facturas"),
                lambda: self._context.shell.go_to("invoices"),
            )
        else:
            self._show_content()
            self._states.show_content()

    def _show_content(self) -> None:
        state = self.model.state
        self._figures.set_figures([_figure(fact) for fact in state.facts])
        self._form_card.setVisible(state.has_form)
        self._preview.setText(state.preview)
        self._preview.setVisible(bool(state.preview))
        self._more.setText(state.more)
        self._more.setVisible(bool(state.more))
        self._send.setEnabled(not state.is_sending)
        self._why_not.setText(state.why_not)
        self._why_not.setVisible(bool(state.why_not))
        self.waiting.setVisible(state.on_its_way is not None)
        if state.on_its_way is not None:
            self.waiting.show_item(state.on_its_way)
        self._heading.setVisible(state.has_history)
        self._list.setVisible(state.has_history)
        rows = min(len(self.model.rows.rows), _MOST_ROWS)
        self.table.setFixedHeight(self.table.height_of(rows))
        self._show_notices()

    def _show_notices(self) -> None:
        state = self.model.state
        if state.notice:
            words = {
                Step.NOTHING: "",
                Step.ASK_AGAIN: self.tr("Enviar el correo de nuevo"),
                Step.CORRECT: self.tr("Corregir"),
            }[state.step]
            action = self.model.take_step if words else None
            tone = Tone(state.notice_tone.value)
            self.notice.show_notice(Notice(state.notice, tone, "", words, action, stays=True))
        else:
            self.notice.clear()
        if state.recovered:
            away = self.tr("Descartar")
            self.recovered.show_notice(
                Notice(state.recovered, action_text=away, action=self.model.discard, stays=True)
            )
        else:
            self.recovered.clear()

    def _tell(self, text: str) -> None:
        self.told.show_notice(Notice(text, Tone.SUCCESS))

    def _fail(self, error: AppError) -> None:
        self.told.show_notice(Notice(sentence(error, self._context.format), Tone.DANGER))


def _figure(fact: Fact) -> Figure:
    tone = Tone.TEXT if fact.tone.value == Tone.MUTED else Tone(fact.tone.value)
    return Figure(fact.key, fact.label, fact.value, fact.hint, tone, fact.icon)


PAGE = PageSpec(
    order=20,
    key="delivery",
    title=QT_TRANSLATE_NOOP("PageSpec", "Solicitar factura electrónica"),
    icon="mail",
    build=DeliveryPage,
)
