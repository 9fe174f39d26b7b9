"""Consumption by billing period as a chart, or as the table that says the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from desktop.domain.readings import Quality
from desktop.viewmodels.quality_words import hatched_text
from desktop.viewmodels.readings import SPANS, ReadingsViewModel
from desktop.viewmodels.settings import Settings
from desktop.views.widgets.buttons import Button
from desktop.views.widgets.card import Card
from desktop.views.widgets.chart import ConsumptionChart
from desktop.views.widgets.chart_ink import Legend, Mark
from desktop.views.widgets.chips import ChipBar
from desktop.views.widgets.labels import Label, Text
from desktop.views.widgets.table import Table


class PeriodsCard(Card):
    """Title and switches, what stands under the cursor, chart or table, legend."""

    def __init__(
        self, model: ReadingsViewModel, settings: Settings | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(12, parent)
        self.setObjectName("periods")
        self._model = model
        fmt = model.context.format
        self.chart = ConsumptionChart(
            "consumption_chart", self.tr("Consumo por período"), fmt.decimal
        )
        self.chart.setAccessibleDescription(
            self.tr("Flechas izquierda y derecha: recorrer los períodos. Enter: ver la lectura.")
        )
        label = self.tr("Consumo por período, como tabla")
        self.table = Table("periods_table", label, model.periods, settings)
        spans = tuple((str(n), self.tr("{0} meses").format(n)) for n in SPANS)
        self._spans = ChipBar("readings_span", self.tr("Meses a la vista"), spans)
        self._switch = Button("readings_as_table", "", icon_name="table")
        self._place = QWidget()
        self._stack = QStackedLayout(self._place)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        self._legend = Legend(
            (
                (Mark.MEASURED, self.tr("Lectura real")),
                (Mark.OWN, self.tr("Aportada por usted")),
                (Mark.HATCHED, ""),
                (Mark.LAST_YEAR, self.tr("Un año antes")),
            )
        )
        self._lay_out()
        self._spans.picked.connect(lambda key: model.set_span(int(key)))
        self._switch.clicked.connect(lambda: model.set_as_table(not model.state.as_table))
        self.chart.chosen.connect(model.show_period)

    def refresh(self) -> None:
        """Show the model's state."""
        state = self._model.state
        self.chart.set_bars(state.bars, state.unit)
        self._spans.pick(str(state.span))
        self._spans.setVisible(state.can_widen)
        as_table = state.as_table
        self._stack.setCurrentWidget(self.table if as_table else self.chart)
        text = self.tr("Ver como gráfico") if as_table else self.tr("Ver como tabla")
        if self._switch.text() != text:
            self._switch.set_text(text)
        hatched = dict.fromkeys(bar.hatched for bar in state.bars if bar.hatched)
        usual = hatched_text(Quality.ESTIMATED)
        self._legend.set_words(Mark.HATCHED, ", ".join(hatched) or usual)
        self._legend.setVisible(not as_table)
        self._switch.setEnabled(bool(state.bars))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Label(self.tr("Consumo por período"), Text.HEADING))
        top.addStretch(1)
        top.addWidget(self._spans)
        top.addWidget(self._switch)
        self.body.setSpacing(6)
        self.body.addLayout(top)
        self.body.addWidget(self._place, 1)
        self.body.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignLeft)
