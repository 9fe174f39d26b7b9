"""Consultar Consumo: figures, chart by billing period, readings, and why one was estimated."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.viewmodels.exports import ExportViewModel, table_job
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.readings import ReadingsViewModel
from desktop.views.page import LivePage, PageSpec
from desktop.views.readings.figures import figures
from desktop.views.readings.panel import ReadingPanel
from desktop.views.readings.periods import PeriodsCard
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.exporting import ExportStrip
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.figures import FigureStrip
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.master_detail import MasterDetail
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates
from desktop.views.widgets.table import ROW, Table


class ReadingsPage(LivePage):
    """Chart above, readings below, one reading beside them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model = ReadingsViewModel(context, self)
        settings = getattr(context.shell, "settings", None)
        self.notice = NoticeBar("readings_notice")
        self.saved = NoticeBar("readings_saved")
        self._exports = ExportViewModel(context, self)
        self._export_strip = ExportStrip("readings_export", self._exports, self.saved)
        header = PageHeader(context, self.tr("Consultar Consumo"))
        self._why = Button(
            "readings_why", self.tr("¿Por qué es estimada?"), icon_name="circle-help"
        )
        header.set_actions(self._why)
        self._figures = FigureStrip()
        self.periods = PeriodsCard(model, settings)
        label = self.tr("Lecturas del contrato")
        self.table = Table("readings_table", label, model.rows, settings)
        if model.rows.sort_column < 0:
            self.table.sort_by(0, Qt.SortOrder.DescendingOrder)
        self.panel = ReadingPanel(context.format)
        card = Card(margin=1)
        card.body.addWidget(self.table)
        self.split = MasterDetail("readings_split", card, self.panel, settings)
        content = QWidget()
        both = QVBoxLayout(content)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        # alone, the panel has the room of what is around the list
        self.split.alone_changed.connect(lambda alone: self.periods.setVisible(not alone))
        both.addWidget(self.periods, 6)
        both.addWidget(self.split, 5)
        self._states = PageStates(content, SkeletonRows(10, 6, ROW))
        column = page_layout(self)
        column.addWidget(header)
        column.addWidget(self.notice)
        column.addWidget(self.saved)
        column.addWidget(self._export_strip)
        column.addWidget(self._figures)
        column.addWidget(self._states, 1)
        model.state_changed.connect(self._show)
        self.notice.dismissed.connect(self._dismiss)
        self.table.opened.connect(model.show_reading)
        self.table.moved.connect(self._follow)
        self.split.closed.connect(model.close_detail)
        self._why.clicked.connect(model.explain_estimate)
        self._dismissed = ""
        self._show()

    def activate(self, item_id: str) -> None:
        """Come to the front, showing the reading `item_id` where one is named."""
        self.model.set_active(True)
        if item_id:
            self.model.show_reading(item_id)

    def export(self) -> None:
        """Ctrl+E: the readings as Excel or CSV."""
        state, context = self.model.state, self.model.context
        if not self.model.rows.rows or state.freshness is None:
            return
        title = self.tr("Lecturas")
        facts = ((self.tr("Unidad"), state.unit),)
        job = table_job(context, title, self.model.rows, state.freshness, facts)
        self._export_strip.ask(self, self.tr("Exportar lecturas"), f"{title}.xlsx", job)

    def set_active(self, is_active: bool) -> None:
        self.model.set_active(is_active)

    def _show(self) -> None:
        state = self.model.state
        self._figures.set_figures(figures(state, self.model.context.format))
        self._why.setVisible(state.has_explanations)
        self.periods.refresh()
        self._show_states()
        self._show_notice()
        if state.detail is not None:
            fmt = self.model.context.format
            day = fmt.day(fmt.local(state.detail.reading.read_at).date())
            self.panel.show_detail(state.detail)
            self.split.open(self.tr("Lectura del {0}").format(day))
            self.table.mark(state.detail.reading.id)
        elif self.split.is_open:
            self.split.close_panel()

    def _show_states(self) -> None:
        state, shell = self.model.state, self.model.context.shell
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self.model.context, self.model.reload)
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "gauge",
                self.tr("Aún no hay lecturas registradas para este contrato."),
                self.tr("La primera aparecerá aquí cuando se tome."),
                self.tr("Sincronizar"),
                shell.sync_now,
            )
        else:
            self._states.show_content()

    def _show_notice(self) -> None:
        notice = self._warning()
        if notice is None:
            self.notice.clear()
        elif notice.text != self._dismissed:
            self.notice.show_notice(notice)

    def _warning(self) -> Notice | None:
        state = self.model.state
        if state.estimates:
            text = self.tr(
                "Tiene %n lecturas estimadas seguidas. Aporte su lectura o solicite verificación.",
                "",
                state.estimates,
            )
            shell = self.model.context.shell
            give = self.tr("Aportar lectura")
            return Notice(text, Tone.WARNING, "", give, lambda: shell.go_to("self_reading"))
        if state.unusual is not None:
            share = self.model.context.format.decimal(state.unusual * 100, 0)
            text = self.tr("Consumo superior al habitual en {0} %. Revise posibles pérdidas.")
            return Notice(text.format(share), Tone.WARNING)
        return None

    def _dismiss(self) -> None:
        notice = self._warning()
        self._dismissed = notice.text if notice is not None else ""

    def _follow(self, reading_id: str) -> None:
        """Arrow keys change the panel only where it stands beside the list."""
        if self.split.is_open and not self.split.is_narrow:
            self.model.show_reading(reading_id)


PAGE = PageSpec(
    order=40,
    key="readings",
    title=QT_TRANSLATE_NOOP("PageSpec", "Consultar Consumo"),
    icon="chart-column",
    build=ReadingsPage,
)
