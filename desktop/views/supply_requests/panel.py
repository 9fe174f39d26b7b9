"""One supply request: where it stands, what comes next, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.viewmodels.supply_request_state import Act, Moment, Part, SupplyDetail
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import rule
from desktop.views.widgets.labels import IconLabel, Label, Text, breakable
from desktop.views.widgets.speech import announce

_WIDEST = 620  # pixels; figures far from their names are hard to follow
_WORD = 24  # characters that fit beside a name, a state or a date
_ASKED = (Act.ACCEPT, Act.CANCEL)
_ICONS = {
    Act.ACCEPT: "check",
    Act.DOCUMENTS: "file-text",
    Act.SLOT: "calendar-clock",
    Act.CANCEL: "ban",
    Act.EDIT: "rotate-ccw",
    Act.UNSEND: "x",
    Act.PENDING: "inbox",
    Act.PAPER: "file-text",
}


def act_text(act: Act) -> str:
    """What its button says."""
    translate = QCoreApplication.translate
    return {
        Act.ACCEPT: translate("SupplyPanel", "Dar mi conformidad"),
        Act.DOCUMENTS: translate("SupplyPanel", "Enviar documentos"),
        Act.SLOT: translate("SupplyPanel", "Elegir otro horario"),
        Act.CANCEL: translate("SupplyPanel", "Anular solicitud"),
        Act.EDIT: translate("SupplyPanel", "Corregir"),
        Act.UNSEND: translate("SupplyPanel", "No enviar"),
        Act.PENDING: translate("SupplyPanel", "Ver en Pendientes de envío"),
        Act.PAPER: translate("SupplyPanel", "Constancia"),
    }[act]


class SupplyPanel(QWidget):
    """`wanted` comes with an `Act`. The first button is the one that counts, where the person has
    to do something."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("supply_detail")
        self._shown: tuple[SupplyDetail, bool] | None = None
        self._scroll = QScrollArea()
        self._scroll.setObjectName("supply_detail_scroll")
        self._scroll.setAccessibleName(self.tr("Detalle de la solicitud"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self._scroll)
        self._buttons: list[Button] = []
        self._sure = _Sure()
        self._first = QVBoxLayout()
        self._others = QHBoxLayout()
        self._others.setSpacing(8)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(8)
        foot.addLayout(self._first)
        foot.addLayout(self._others)
        foot.addWidget(self._sure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._scroll, 1)
        column.addWidget(rule())
        column.addLayout(foot)
        self._sure.meant.connect(self._mean)
        self._sure.kept.connect(self._stop_asking)

    def show_detail(self, detail: SupplyDetail, *, is_working: bool) -> None:
        """Fill in; the place of the scroll bar is kept for the same request."""
        if (detail, is_working) == self._shown:
            return
        same = self._shown is not None and self._shown[0].id == detail.id
        place = self._scroll.verticalScrollBar().value() if same else 0
        old = self._shown[0].acts if same and self._shown is not None else None
        self._shown = (detail, is_working)
        self._scroll.setWidget(self._content(detail))
        self._scroll.verticalScrollBar().setValue(place)
        if old != detail.acts:
            self._show_acts(detail)
        for button in (*self._buttons, self._sure.yes):
            button.setEnabled(not is_working)

    def _show_acts(self, detail: SupplyDetail) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        self._sure.hide()
        urgent = (Act.ACCEPT, Act.DOCUMENTS, Act.SLOT, Act.EDIT)
        for act in detail.acts:
            is_first = act in urgent and act is detail.acts[0]
            kind = Kind.PRIMARY if is_first else Kind.SECONDARY
            button = Button(f"supply_{act.value}", act_text(act), kind, _ICONS[act])
            button.clicked.connect(lambda _checked=False, chosen=act: self._choose(chosen))
            self._buttons.append(button)
            (self._first if is_first else self._others).addWidget(button)

    def _choose(self, act: Act) -> None:
        """What cannot be undone is asked about once more, in the buttons' place."""
        if act not in _ASKED:
            self.wanted.emit(act)
            return
        for button in self._buttons:
            button.hide()
        self._sure.ask(act)

    def _mean(self, act: Act) -> None:
        self._stop_asking()
        self.wanted.emit(act)

    def _stop_asking(self) -> None:
        self._sure.hide()
        for button in self._buttons:
            button.show()
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _content(self, detail: SupplyDetail) -> QWidget:
        content = QWidget()
        content.setProperty("role", "page")
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Badge(detail.badge.text, detail.badge.icon, Tone(detail.badge.tone.value)))
        head.addStretch(1)
        column.addLayout(head)
        if detail.next_step:
            told = Label(breakable(detail.next_step, _WORD), Text.LEAD, wrap=True)
            told.setObjectName("supply_next_step")
            column.addWidget(told)
        column.addSpacing(4)
        column.addLayout(_facts(detail.facts))
        if detail.parts:
            column.addWidget(_heading(self.tr("Documentación")))
            for part in detail.parts:
                column.addLayout(_part(part))
        if detail.history:
            column.addWidget(_heading(self.tr("Historia")))
            for moment in detail.history:
                column.addLayout(_moment(moment))
        column.addStretch(1)
        return content


class _Sure(QWidget):
    """A question with its two answers; `meant` comes with the `Act`."""

    meant = Signal(object)
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._act = Act.CANCEL
        self._question = Label(style=Text.STRONG, wrap=True)
        self._question.setObjectName("supply_sure")
        self.yes = Button("supply_sure_yes", "")
        self._no = Button("supply_sure_no", self.tr("No, todavía no"), Kind.QUIET)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.yes)
        row.addWidget(self._no)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addLayout(row)
        self.yes.clicked.connect(lambda: self.meant.emit(self._act))
        self._no.clicked.connect(self.kept)
        self.hide()

    def ask(self, act: Act) -> None:
        """Show, with the focus on the answer that changes nothing."""
        self._act = act
        is_accepting = act is Act.ACCEPT
        self._question.setText(
            self.tr("Con su conformidad, el contrato pasa al nuevo titular. No se puede deshacer.")
            if is_accepting
            else self.tr("¿Anular la solicitud? Si la necesita después, deberá iniciar otra.")
        )
        self.yes.set_text(self.tr("Sí, conforme") if is_accepting else self.tr("Sí, anularla"))
        self.show()
        announce(self, self._question.text())
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)


def _heading(text: str) -> Label:
    label = Label(text, Text.STRONG)
    label.setContentsMargins(0, 8, 0, 0)
    return label


def _facts(facts: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(facts):
        grid.addWidget(Label(name, tone=Tone.MUTED), row, 0, Qt.AlignmentFlag.AlignTop)
        shown = Label(breakable(value, _WORD), wrap=True)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(shown, row, 1)
    return grid


def _part(part: Part) -> QVBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Label(breakable(part.label, _WORD), wrap=True), 1)
    row.addWidget(Badge(part.badge.text, part.badge.icon, Tone(part.badge.tone.value)))
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addLayout(row)
    if part.remark:
        column.addWidget(Label(breakable(part.remark, _WORD), tone=Tone.DANGER, wrap=True))
    return column


def _moment(moment: Moment) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    tone = Tone(moment.badge.tone.value)
    row.addWidget(IconLabel(moment.badge.icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
    first = QHBoxLayout()
    first.setSpacing(8)
    first.addWidget(Label(moment.badge.text), 1)
    first.addWidget(Label(moment.when, tone=Tone.MUTED))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addLayout(first)
    if moment.note:
        words.addWidget(Label(breakable(moment.note, _WORD), tone=Tone.MUTED, wrap=True))
    row.addLayout(words, 1)
    return row
