"""A form of supply requests in the page's place: what is known, what blocks it, what is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.viewmodels.form import FormModel
from desktop.viewmodels.supply_request_state import Fact, FormState
from desktop.views.supply_requests.obstacles import Obstacles
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, kept_narrow, page_layout
from desktop.views.widgets.figures import Figure, FigureStrip
from desktop.views.widgets.form import WIDTH, FormView
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import IconLabel, Label
from desktop.views.widgets.notice import Notice, NoticeBar


class FormFace(QWidget):
    """Controls are called `<name>_form`, `<name>_send`, `<name>_back`, `<name>_obstacles`."""

    back = Signal()
    sent = Signal()
    left = Signal()  # what was typed is to go
    way_out = Signal(str)

    def __init__(self, context: Context, form: FormModel, name: str, title: str, send: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_face")
        self._name = name
        self.form = FormView(form, f"{name}_form")
        self.notice = NoticeBar(f"{name}_notice")
        self._recovered = NoticeBar(f"{name}_recovered")
        self._figures = FigureStrip()
        self.obstacles = Obstacles(f"{name}_obstacles")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        self._shown_notes: tuple[str, ...] = ()
        self._note_parts: list[QWidget] = []
        self.send = Button(f"{name}_send", send, Kind.PRIMARY)
        self._away = Button(f"{name}_back", self.tr("Volver"), Kind.QUIET, "arrow-left")
        header = PageHeader(context, title)
        header.set_back(self._away)
        self.card = self._make_card()
        self._lay_out(header)
        self._away.clicked.connect(self.back)
        self.send.clicked.connect(self.sent)
        self.form.submitted.connect(self.sent)
        self.obstacles.wanted.connect(self.way_out)

    def show_state(self, state: FormState) -> None:
        """Everything around the form."""
        self._figures.set_figures([_figure(fact) for fact in state.facts])
        self.obstacles.show_obstacles(state.obstacles)
        self.card.setVisible(not state.obstacles)
        self._show_notes(() if state.obstacles else state.notes)
        self.send.setEnabled(not state.is_sending)
        if state.recovered and not state.obstacles:
            words = self.tr("Descartar")
            self._recovered.show_notice(
                Notice(state.recovered, action_text=words, action=self.left.emit, stays=True)
            )
        else:
            self._recovered.clear()

    def focus_first(self) -> None:
        """Where one begins: the first part, or the way back where something is in the way."""
        if self.card.isHidden():
            self._away.setFocus()
        else:
            self.form.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)

    # --- building

    def _make_card(self) -> Card:
        card = Card()
        card.setMaximumWidth(WIDTH + 34)
        card.body.setSpacing(16)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.send)
        self.buttons.addStretch(1)
        self._fill(card)
        return card

    def _fill(self, card: Card) -> None:
        card.body.addLayout(self._notes)
        card.body.addWidget(self.form)
        card.body.addLayout(self.buttons)

    def _lay_out(self, header: PageHeader) -> None:
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._figures)
        column.addWidget(self.obstacles)
        column.addLayout(kept_narrow(self.card))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self._place(header, scroll)

    def _place(self, header: PageHeader, below: QWidget) -> None:
        whole = page_layout(self)
        whole.addWidget(header)
        whole.addWidget(self.notice)
        whole.addWidget(self._recovered)
        whole.addWidget(below, 1)

    def _show_notes(self, notes: tuple[str, ...]) -> None:
        if notes == self._shown_notes:
            return
        self._shown_notes = notes
        for part in self._note_parts:
            self._notes.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._note_parts = [_note(text) for text in notes]
        for part in self._note_parts:
            self._notes.addWidget(part)


def _note(text: str) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    icon = IconLabel("triangle-alert", Tone.WARNING, 18)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(text, wrap=True), 1)
    return part


def _figure(fact: Fact) -> Figure:
    tone = Tone.TEXT if fact.tone.value == Tone.MUTED else Tone(fact.tone.value)
    return Figure(fact.key, fact.label, fact.value, fact.hint, tone, fact.icon)
