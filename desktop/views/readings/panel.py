"""One reading in detail, and why it is as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.readings import Reading
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.quality_words import quality_badge, source_text
from desktop.viewmodels.reading_words import Explanation
from desktop.viewmodels.readings import ReadingDetail
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.labels import IconLabel, Label, Text

_WIDEST = 620  # pixels; figures far from their names are hard to follow


class ReadingPanel(QScrollArea):
    """Shows a `ReadingDetail`."""

    def __init__(self, fmt: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading_detail")
        self.setAccessibleName(self.tr("Detalle de la lectura"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._format = fmt
        self._shown: ReadingDetail | None = None

    def show_detail(self, detail: ReadingDetail) -> None:
        """Fill in."""
        if detail == self._shown:
            return
        self._shown = detail
        content = QWidget()
        content.setProperty("role", "page")
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(8)
        badge = quality_badge(detail.reading.quality)
        head = QHBoxLayout()
        head.addWidget(Badge(badge.text, badge.icon, Tone(badge.tone.value)))
        head.addWidget(Label(source_text(detail.reading.source), tone=Tone.MUTED))
        head.addStretch(1)
        column.addLayout(head)
        if detail.explanation is not None:
            _explain(column, detail.explanation)
            column.addSpacing(8)
        column.addLayout(self._facts(detail.reading))
        column.addStretch(1)
        self.setWidget(content)

    def _facts(self, reading: Reading) -> QGridLayout:
        fmt = self._format
        at = fmt.local(reading.read_at)
        facts = [
            (self.tr("Lectura"), fmt.quantity(reading.value, reading.unit)),
            (self.tr("Fecha"), f"{fmt.day(at.date())} {fmt.time(reading.read_at)}"),
            (self.tr("Medidor"), reading.meter_serial),
        ]
        if reading.consumption is not None:
            facts.append((self.tr("Consumo"), fmt.quantity(reading.consumption, reading.unit)))
        if reading.days is not None:
            facts.append((self.tr("Días"), str(reading.days)))
        if reading.daily_mean is not None:
            mean = fmt.quantity(reading.daily_mean, reading.unit, 2)
            facts.append((self.tr("Promedio diario"), mean))
        if reading.invoice_number:
            facts.append((self.tr("Factura"), reading.invoice_number))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            grid.addWidget(Label(name, tone=Tone.MUTED), row, 0, Qt.AlignmentFlag.AlignTop)
            shown = Label(value, wrap=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(shown, row, 1)
        return grid


def _explain(column: QVBoxLayout, explanation: Explanation) -> None:
    title = Label(explanation.title, Text.STRONG)
    title.setObjectName("reading_why")
    column.addWidget(title)
    for sentence in explanation.sentences:
        column.addWidget(Label(sentence, wrap=True))
    if explanation.advice:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("info", Tone.ACCENT, 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(explanation.advice, wrap=True), 1)
        column.addLayout(row)
