"""The face of Mis Facturas that shows the list: figures, filters, table, panel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.viewmodels.exports import ExportViewModel, table_job
from desktop.viewmodels.invoice_download import DownloadViewModel
from desktop.viewmodels.invoices import Chip, InvoicesViewModel
from desktop.viewmodels.paying import PayingViewModel
from desktop.viewmodels.paying_state import Step
from desktop.viewmodels.phase import Phase
from desktop.views.invoices.download import DownloadStrip
from desktop.views.invoices.figures import apart_text, figures
from desktop.views.invoices.panel import InvoicePanel
from desktop.views.payments.strip import PayStrip
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.chips import ChipBar
from desktop.views.widgets.exporting import ExportStrip
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.fields import SearchField
from desktop.views.widgets.figures import FigureStrip
from desktop.views.widgets.file_dialogs import ask_folder
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import Label
from desktop.views.widgets.master_detail import MasterDetail
from desktop.views.widgets.notice import NoticeBar
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates
from desktop.views.widgets.table import ROW, Table

_DESCENDING = Qt.SortOrder.DescendingOrder


class ListFace(QWidget):
    """Everything but the duplicate itself."""

    view_wanted = QtSignal()
    save_wanted = QtSignal()
    print_wanted = QtSignal()
    payments_wanted = QtSignal()

    def __init__(
        self, model: InvoicesViewModel, paying: PayingViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("invoices_list_face")
        self._model, self._paying = model, paying
        settings = getattr(model.context.shell, "settings", None)
        self.downloads = DownloadViewModel(model.context, self)
        self.notice = NoticeBar("invoices_notice")
        self._header = PageHeader(model.context, self.tr("Mis Facturas"))
        self._save_many = Button("invoices_download", "", icon_name="folder-down")
        self._payments = Button("invoices_payments", self.tr("Pagos"), icon_name="banknote")
        self._pay = Button("invoices_pay", self.tr("Pagar"), Kind.PRIMARY, "wallet")
        self._header.set_actions(self._save_many, self._payments, self._pay)
        self._waiting = PayStrip(paying)
        self._strip = DownloadStrip(self.downloads, self.notice)
        self._exports = ExportViewModel(model.context, self)
        self._export_strip = ExportStrip("invoices_export", self._exports, self.notice)
        self._figures = FigureStrip()
        self._apart = Label(tone=Tone.MUTED, wrap=True)
        self._apart.setObjectName("invoices_apart")
        self._build_filters()
        label = self.tr("Facturas del contrato")
        self.table = Table("invoices_table", label, model.rows, settings)
        if model.rows.sort_column < 0:
            issued = [column.key for column in model.rows.columns].index("issued")
            self.table.sort_by(issued, _DESCENDING)
        self.panel = InvoicePanel(model.context.format)
        card = Card(margin=1)
        card.body.addWidget(self.table)
        self._states = PageStates(card, SkeletonRows(10, 6, ROW))
        self.split = MasterDetail("invoices_split", self._states, self.panel, settings)
        self._lay_out()
        self._connect()
        self._show()
        self._show_pay_button()

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def take_focus_back(self) -> None:
        """After the duplicate was closed: where the person was."""
        if self.split.is_open and self.split.is_narrow:
            self.panel.setFocus()
        else:
            self.table.setFocus()

    def export(self) -> None:
        """Ask where the list goes, as it is shown, for Excel."""
        context, freshness = self._model.context, self._model.state.freshness
        if not self._model.rows.rows or freshness is None:
            return
        title = self.tr("Facturas")
        job = table_job(context, title, self._model.rows, freshness)
        self._export_strip.ask(self, self.tr("Exportar facturas"), f"{title}.xlsx", job)

    # --- building

    def _build_filters(self) -> None:
        chips = (
            (Chip.ALL.value, self.tr("Todas")),
            (Chip.UNPAID.value, self.tr("Impagas")),
            (Chip.OVERDUE.value, self.tr("Vencidas")),
            (Chip.IN_CLAIM.value, self.tr("En reclamo")),
            (Chip.IN_AGREEMENT.value, self.tr("En acuerdo")),
        )
        self._chips = ChipBar("invoices_chip", self.tr("Mostrar"), chips)
        self._chips.pick(Chip.ALL.value)
        self._year = QComboBox()
        self._year.setObjectName("invoices_year")
        self._year.setAccessibleName(self.tr("Año"))
        self._years: tuple[int, ...] | None = None
        self._search = SearchField("invoices_search", self.tr("Filtrar facturas"))
        self._search.setPlaceholderText(self.tr("Filtrar"))  # whole at 1024 pixels too
        self._search.setMaximumWidth(240)
        self._search.setMinimumWidth(120)
        self._count = Label(tone=Tone.MUTED)
        self._count.setObjectName("invoices_count")
        self._typed = QTimer(self, singleShot=True, interval=60)

    def _lay_out(self) -> None:
        self._filters = QWidget()
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(8)
        filters.addWidget(self._chips)
        filters.addStretch(1)
        filters.addWidget(self._count)
        filters.addWidget(self._year)
        filters.addWidget(self._search, 2)
        below = QVBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._filters)
        below.addWidget(self.split, 1)
        column = page_layout(self)
        column.addWidget(self._header)
        column.addWidget(self.notice)
        column.addWidget(self._strip)
        column.addWidget(self._export_strip)
        column.addWidget(self._waiting)
        column.addWidget(self._figures)
        column.addWidget(self._apart)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        model = self._model
        model.state_changed.connect(self._show)
        self.downloads.state_changed.connect(self._show_download_button)
        self._chips.picked.connect(lambda key: model.set_chip(Chip(key)))
        self._year.activated.connect(lambda _n: model.set_year(self._year.currentData()))
        self._search.textChanged.connect(lambda _text: self._typed.start())
        self._typed.timeout.connect(lambda: model.set_text(self._search.text()))
        self.table.opened.connect(model.show_invoice)
        self.table.moved.connect(self._follow)
        self.split.closed.connect(model.close_detail)
        self.split.alone_changed.connect(lambda _alone: self._show_around())
        self.panel.view_wanted.connect(self.view_wanted)
        self.panel.save_wanted.connect(self.save_wanted)
        self.panel.print_wanted.connect(self.print_wanted)
        self.panel.claim_wanted.connect(lambda item: model.context.shell.go_to("cases", None, item))
        self._save_many.clicked.connect(self._ask_folder)
        self._payments.clicked.connect(self.payments_wanted)
        self._pay.clicked.connect(self._begin_to_pay)
        self._paying.state_changed.connect(self._show_pay_button)

    # --- showing

    def _show(self) -> None:
        state = self._model.state
        self._figures.set_figures(figures(state, self._model.context.format))
        apart = apart_text(state, self._model.context.format)
        self._apart.setText(apart)
        self._show_filters()
        self._show_around()
        self._show_states()
        self._show_download_button()
        detail = state.detail
        if detail is not None:
            self.panel.show_detail(detail)
            self.split.open(self.tr("Factura {0}").format(detail.row.invoice.number))
            self.table.mark(detail.row.invoice.id)
        elif self.split.is_open:
            self.split.close_panel()

    def _show_around(self) -> None:
        """A panel that has the window to itself needs the room of what is about the list."""
        alone = self.split.is_open and self.split.is_narrow
        self._figures.setVisible(not alone)
        self._filters.setVisible(not alone)
        self._apart.setVisible(bool(self._apart.text()) and not alone)

    def _show_states(self) -> None:
        state = self._model.state
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self._model.context, self._model.reload)
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "receipt-text",
                self.tr("Todavía no hay facturas para este contrato."),
                self.tr("La primera aparecerá aquí cuando se emita."),
                self.tr("Sincronizar"),
                self._model.context.shell.sync_now,
            )
        elif state.shown == 0:
            self._states.show_empty(
                "filter",
                self.tr("No hay facturas en el período elegido."),
                self.tr("Pruebe con otro filtro o con otro año."),
                self.tr("Quitar filtros"),
                self._model.clear_filter,
            )
        else:
            self._states.show_content()

    def _show_filters(self) -> None:
        state = self._model.state
        self._chips.pick(state.chip.value)
        self._chips.set_counts({chip.value: count for chip, count in state.counts})
        if state.years != self._years:
            self._years = state.years
            self._year.clear()
            self._year.addItem(self.tr("Año: todos"), None)
            for year in state.years:
                self._year.addItem(str(year), year)
        self._year.setCurrentIndex(max(self._year.findData(state.year), 0))
        if not self._typed.isActive() and self._search.text() != state.text:
            self._search.setText(state.text)
        is_filtered = state.shown != state.total
        text = self.tr("{0} de {1}").format(state.shown, state.total)
        self._count.setText(text if is_filtered else "")
        can_filter = state.phase is Phase.FILLED
        for widget in (self._chips, self._year, self._search):
            widget.setEnabled(can_filter)

    def _show_download_button(self) -> None:
        chosen = self._model.state.selection.documents
        text = (
            self.tr("Descargar %n elegidas", "", chosen) if chosen else self.tr("Descargar todas")
        )
        self._save_many.set_text(text)
        has_any = chosen or self._model.with_document()
        self._save_many.setEnabled(bool(has_any) and not self.downloads.state.is_running)

    def _show_pay_button(self) -> None:
        state = self._paying.state
        self._pay.setVisible(state.is_offered)
        self._payments.setVisible(state.is_offered or bool(state.payments))
        is_busy = state.step is not Step.IDLE
        self._pay.setEnabled(state.can_pay and not is_busy)
        refreshing = state.step is Step.REFRESHING
        self._pay.set_text(self.tr("Actualizando saldo…") if refreshing else self.tr("Pagar"))

    # --- acting

    def _begin_to_pay(self) -> None:
        self._paying.begin([invoice.id for invoice in self._model.chosen()])

    def _follow(self, invoice_id: str) -> None:
        """Arrow keys change the panel only where it stands beside the list."""
        if self.split.is_open and not self.split.is_narrow:
            self._model.show_invoice(invoice_id)

    def _ask_folder(self) -> None:
        settings = self._model.context.shell.settings
        ask_folder(self, self.tr("Carpeta para los duplicados"), settings, self.download_to)

    def download_to(self, folder: Path) -> None:
        """Save the chosen invoices, or all that are shown, into `folder`."""
        invoices = self._model.chosen() or self._model.with_document()
        contract_id = self._model.contract_id
        if contract_id is not None:
            self.downloads.start(contract_id, invoices, folder)
