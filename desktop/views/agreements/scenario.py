"""One way to pay beside the others: how many instalments, and what they come to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QGridLayout, QRadioButton, QWidget

from desktop.domain.agreement_plan import Plan
from desktop.domain.form_choices import Choice
from desktop.domain.money import Money
from desktop.viewmodels.agreement_simulator import Scenario
from desktop.viewmodels.format import Formatter
from desktop.views.tokens import Tone
from desktop.views.widgets.card import Card
from desktop.views.widgets.form_controls import ComboBox
from desktop.views.widgets.labels import Label, Text, repolish


class ScenarioCard(Card):
    """`picked` is the person choosing this one, `counted` another number of instalments."""

    picked = QtSignal(int)
    counted = QtSignal(int, str)

    def __init__(self, place: int, fmt: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._place, self._format = place, fmt
        self.setObjectName(f"scenario_{place + 1}")
        title = self.tr("Opción {0}").format(place + 1)
        self.radio = QRadioButton(title)
        self.radio.setObjectName(f"scenario_{place + 1}_pick")
        self.radio.setAccessibleName(title)
        self.radio.setAutoExclusive(False)  # the three stand in three cards; the model decides
        name = self.tr("Cuotas de la opción {0}").format(place + 1)
        self.count = ComboBox(f"scenario_{place + 1}_count", name)
        self.count.setMinimumContentsLength(6)
        self._options: tuple[str, ...] = ()
        self._first = Label(style=Text.TITLE)
        self._first.setObjectName(f"scenario_{place + 1}_first")
        self._about = Label(style=Text.CAPTION, tone=Tone.MUTED, wrap=True)
        self._problem = Label(tone=Tone.DANGER, wrap=True)
        self._problem.setObjectName(f"scenario_{place + 1}_problem")
        self._figures = QWidget()
        self._grid = QGridLayout(self._figures)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._values = [self._row(row, text) for row, text in enumerate(self._names())]
        self.body.setSpacing(4)
        self.body.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.count)
        self.body.addSpacing(4)
        self.body.addWidget(self._first)
        self.body.addWidget(self._about)
        self.body.addWidget(self._problem)
        self.body.addWidget(self._figures)
        self.body.addStretch(1)
        self.radio.clicked.connect(lambda _on: self.picked.emit(self._place))
        self.count.activated.connect(
            lambda _n: self.counted.emit(self._place, str(self.count.currentData() or ""))
        )

    def show_scenario(self, scenario: Scenario, spec: Choice, *, is_chosen: bool) -> None:
        """Fill in."""
        values = tuple(option.value for option in spec.options)
        if values != self._options:
            self._options = values
            self.count.fill(spec.options)
        self.count.choose(scenario.count)
        self.radio.setChecked(is_chosen)
        if bool(self.property("chosen")) != is_chosen:
            self.setProperty("chosen", is_chosen)
            repolish(self)
        plan = scenario.plan
        self._problem.setText(scenario.problem)
        self._problem.setVisible(bool(scenario.problem))
        for widget in (self._first, self._about, self._figures):
            widget.setVisible(plan is not None)
        if plan is not None:
            self._show_plan(plan)

    def _show_plan(self, plan: Plan) -> None:
        money, day = self._format.money, self._format.day
        first = plan.shares[0]
        self._first.setText(money(first.total))
        text = self.tr("La primera cuota, que vence el {0}")
        self._about.setText(text.format(day(first.due)))
        amounts = (
            plan.shares[-1].total,
            plan.interest,
            plan.tax,
            plan.total,
            plan.cost,
        )
        for label, amount in zip(self._values, amounts, strict=True):
            label.setText(self._shown(amount))
        self.setAccessibleDescription(
            self.tr("{0} cuotas, la primera de {1}; total {2}").format(
                len(plan.shares), money(first.total), money(plan.total)
            )
        )

    def _shown(self, amount: Money) -> str:
        return self._format.money(amount)

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Última cuota"),
            self.tr("Intereses"),
            self.tr("IVA s/intereses"),
            self.tr("Total con anticipo"),
            self.tr("Costo del acuerdo"),
        )

    def _row(self, row: int, text: str) -> Label:
        is_sum = row >= len(self._names()) - 2
        name = Label(text, tone=Tone.MUTED, wrap=True)
        value = Label(style=Text.STRONG if is_sum else Text.BODY)
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(value, row, 1)
        return value
