"""What part of the account is shown: the period as typed, the kind, what is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.forms import Day
from desktop.domain.movements import MovementKind
from desktop.viewmodels.movements import MovementsViewModel, PeriodProblem, names_of
from desktop.viewmodels.phase import Phase
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.chips import ChipBar
from desktop.views.widgets.fields import SearchField
from desktop.views.widgets.form_date import DayControl
from desktop.views.widgets.labels import IconLabel, Label
from desktop.views.widgets.speech import announce

_ALL, _OPEN = "all", "open"


class MovementFilters(QWidget):
    """Two rows: the period with what is wrong with it below, then kind, chips and a search."""

    def __init__(self, model: MovementsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._first = DayControl(Day(name="first", label=self.tr("Desde")), "movements")
        self._last = DayControl(Day(name="last", label=self.tr("Hasta")), "movements")
        self._usual = Button("movements_usual", "", Kind.QUIET, "rotate-ccw")
        self._kind = QComboBox()
        self._kind.setObjectName("movements_kind")
        self._kind.setAccessibleName(self.tr("Tipo de movimiento"))
        self._kinds: tuple[MovementKind, ...] | None = None
        chips = ((_ALL, self.tr("Todos")), (_OPEN, self.tr("Pendientes")))
        self._chips = ChipBar("movements_chip", self.tr("Mostrar"), chips)
        self._count = Label(tone=Tone.MUTED)
        self._count.setObjectName("movements_count")
        self._search = SearchField("movements_search", self.tr("Filtrar movimientos"))
        self._search.setMinimumWidth(120)
        self._search.setMaximumWidth(240)
        self._typed = QTimer(self, singleShot=True, interval=60)
        self._problem = Label(tone=Tone.DANGER, wrap=True)
        self._problem.setObjectName("movements_problem")
        self._mark = IconLabel("circle-alert", Tone.DANGER, 14)
        self._told: PeriodProblem | None = None
        self._lay_out()
        self._connect()

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def refresh(self) -> None:
        """Show the model's state."""
        state = self._model.state
        part = state.statement
        fmt = self._model.context.format
        for control, text, shown in (
            (self._first, state.first_text, part and part.first),
            (self._last, state.last_text, part and part.last),
        ):
            if not control.field.hasFocus() or not text:
                control.show_value(text or (fmt.day(shown) if shown else ""))
        self._usual.setVisible(bool(state.first_text or state.last_text))
        self._show_kinds()
        self._chips.pick(_OPEN if state.only_open else _ALL)
        self._chips.set_counts({_OPEN: state.open_count})
        if not self._typed.isActive() and self._search.text() != state.text:
            self._search.setText(state.text)
        is_filtered = state.shown != state.total
        text = self.tr("{0} de {1}").format(state.shown, state.total)
        self._count.setText(text if is_filtered else "")
        can_filter = state.phase is Phase.FILLED and state.max_months is not None
        for widget in (self._first, self._last, self._kind, self._chips, self._search):
            widget.setEnabled(can_filter)
        self._show_problem()

    def _show_kinds(self) -> None:
        state = self._model.state
        if state.kinds != self._kinds:
            self._kinds = state.kinds
            self._kind.clear()
            self._kind.addItem(self.tr("Tipo: todos"), None)
            for name, kind in names_of(state.kinds):
                self._kind.addItem(name, kind)
        self._kind.setCurrentIndex(max(self._kind.findData(state.kind), 0))

    def _show_problem(self) -> None:
        problem = self._model.state.problem
        months = self._model.state.max_months or 0
        text = {
            PeriodProblem.FIRST: self.tr("Escriba «Desde» como día/mes/año, por ejemplo 1/3/2026."),
            PeriodProblem.LAST: self.tr("Escriba «Hasta» como día/mes/año, por ejemplo 1/3/2026."),
            PeriodProblem.ORDER: self.tr("«Desde» no puede ser posterior a «Hasta»."),
            PeriodProblem.TOO_LONG: self.tr("El período máximo es de {0} meses.").format(months),
            None: "",
        }[problem]
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._mark.setVisible(bool(text))
        wrong_last = problem is PeriodProblem.LAST
        self._first.show_problem("" if wrong_last else text)
        self._last.show_problem(text if wrong_last else "")
        if problem is not None and problem is not self._told:
            announce(self, text)
        self._told = problem

    def _lay_out(self) -> None:
        self._usual.set_text(self.tr("Período habitual"))
        period = QHBoxLayout()
        period.setSpacing(8)
        for name, control in ((self.tr("Desde"), self._first), (self.tr("Hasta"), self._last)):
            control.field.setMaximumWidth(110)
            control.setMaximumWidth(160)
            label = Label(name, tone=Tone.MUTED)
            label.setBuddy(control.field)
            period.addWidget(label)
            period.addWidget(control)
        period.addWidget(self._usual)
        period.addStretch(1)
        period.addWidget(self._kind)
        wrong = QHBoxLayout()
        wrong.setSpacing(4)
        wrong.addWidget(self._mark)
        wrong.addWidget(self._problem, 1)
        lower = QHBoxLayout()
        lower.setSpacing(8)
        lower.addWidget(self._chips)
        lower.addStretch(1)
        lower.addWidget(self._count)
        lower.addWidget(self._search, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(period)
        column.addLayout(wrong)
        column.addLayout(lower)

    def _connect(self) -> None:
        model = self._model
        for control in (self._first, self._last):
            control.left.connect(self._apply)
            control.entered.connect(self._apply)
            control.changed.connect(lambda _text: self._picked())
        self._usual.clicked.connect(model.usual_period)
        self._kind.activated.connect(lambda _n: self._pick_kind())
        self._chips.picked.connect(lambda key: model.set_only_open(key == _OPEN))
        self._search.textChanged.connect(lambda _text: self._typed.start())
        self._typed.timeout.connect(lambda: model.set_text(self._search.text()))

    def _pick_kind(self) -> None:
        kind = self._kind.currentData()  # Qt keeps the word, not the member
        self._model.set_kind(MovementKind(kind) if kind else None)

    def _picked(self) -> None:
        """A day chosen in the calendar counts at once; one being typed waits for Enter."""
        if not (self._first.field.hasFocus() or self._last.field.hasFocus()):
            self._apply()

    def _apply(self) -> None:
        first, last = self._first.field.text(), self._last.field.text()
        state, fmt = self._model.state, self._model.context.format
        part = state.statement
        usual = (fmt.day(part.first), fmt.day(part.last)) if part else ("", "")
        if (first, last) == usual and not state.problem:
            return
        self._model.set_period(first, last)
