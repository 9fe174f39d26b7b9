"""The face of Consulta de Movimientos that shows the list: figures, filters, table, panel, ages."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.viewmodels.exports import ExportViewModel
from desktop.viewmodels.movement_papers import Format, file_name, job, paper
from desktop.viewmodels.movements import MovementsViewModel
from desktop.viewmodels.papers import Intent, PaperViewModel
from desktop.viewmodels.phase import Phase
from desktop.views.movements.figures import AgeingBar, figures
from desktop.views.movements.filters import MovementFilters
from desktop.views.movements.panel import MovementPanel
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, IconButton, Kind
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.exporting import ExportStrip
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.figures import FigureStrip
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import set_tooltip
from desktop.views.widgets.master_detail import MasterDetail
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates
from desktop.views.widgets.table import ROW, Table

_DESCENDING = Qt.SortOrder.DescendingOrder


class MovementFace(QWidget):
    """Everything but the statement on paper."""

    def __init__(
        self,
        model: MovementsViewModel,
        papers: PaperViewModel,
        exports: ExportViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("movements_list_face")
        self._model, self._papers, self._exports = model, papers, exports
        settings = getattr(model.context.shell, "settings", None)
        self.notice = NoticeBar("movements_notice")
        self._reconciling = NoticeBar("movements_reconciling")
        self.strip = ExportStrip("movements_export", exports, self.notice)
        self._header = PageHeader(model.context, self.tr("Consulta de Movimientos"))
        self._excel = Button("movements_excel", self.tr("Excel"), icon_name="table")
        self._pdf = Button("movements_pdf", self.tr("PDF"), Kind.PRIMARY, "file-down")
        # the words would leave no room for the title in a narrow window
        for button, words in (
            (self._excel, self.tr("Descargar Estado de Cuenta en Excel")),
            (self._pdf, self.tr("Descargar Estado de Cuenta en PDF")),
        ):
            button.setAccessibleName(words)
            set_tooltip(button, words)
        self._more = IconButton("movements_more", "ellipsis", self.tr("Más formas"), Tone.TEXT)
        self._header.set_actions(self._more, self._excel, self._pdf)
        self._figures = FigureStrip()
        self.filters = MovementFilters(model)
        label = self.tr("Movimientos del contrato")
        self.table = Table("movements_table", label, model.rows, settings)
        if model.rows.sort_column < 0:
            self.table.sort_by(0, _DESCENDING)
        self.panel = MovementPanel(model.context.format)
        self._ages = AgeingBar()
        card = Card(margin=1)
        card.body.addWidget(self.table)
        self._states = PageStates(card, SkeletonRows(10, 6, ROW))
        self.split = MasterDetail("movements_split", self._states, self.panel, settings)
        self._lay_out()
        self._connect()
        self._show()

    def take_focus_back(self) -> None:
        """After the statement was closed."""
        self.table.setFocus()

    def open_paper(self, intent: Intent) -> None:
        """Show or print the statement of the period."""
        part, book = self._model.state.statement, self._model.book
        if part is not None and book is not None:
            contract = book.contract
            context = self._model.context
            self._papers.open(
                paper(context, contract.id, contract.number, part.first, part.last), intent
            )

    def download_excel(self) -> None:
        """Ask where the statement goes as Excel."""
        self.download(Format.XLSX)

    def download(self, form: Format, *, every: bool = False) -> None:
        """Ask where the statement of the period goes; with `every` that of all contracts."""
        part, book = self._model.state.statement, self._model.book
        if part is None or book is None or self._exports.state.is_running:
            return
        context = self._model.context
        contract_id = None if every else book.contract.id
        self.strip.ask(
            self,
            self.tr("Guardar Estado de Cuenta"),
            file_name("" if every else book.contract.number, part.first, part.last, form),
            job(context, contract_id, part.first, part.last),
            self.tr("Estado de cuenta generado en {0}."),
        )

    # --- building

    def _lay_out(self) -> None:
        below = QVBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.filters)
        below.addWidget(self.split, 1)
        below.addWidget(self._ages)
        column = page_layout(self)
        column.addWidget(self._header)
        column.addWidget(self.notice)
        column.addWidget(self._reconciling)
        column.addWidget(self.strip)
        column.addWidget(self._figures)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        model = self._model
        model.state_changed.connect(self._show)
        self._exports.state_changed.connect(self._show_buttons)
        self._pdf.clicked.connect(lambda: self.download(Format.PDF))
        self._excel.clicked.connect(self.download_excel)
        self._more.clicked.connect(self._open_menu)
        self.table.opened.connect(model.show_line)
        self.table.moved.connect(self._follow)
        self.split.closed.connect(model.close_detail)
        self.split.alone_changed.connect(lambda _alone: self._show_around())
        go_to = model.context.shell.go_to
        self.panel.invoice_wanted.connect(lambda at: go_to("invoices", item_id=at))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("movements_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look = menu.addAction(self.tr("Ver e imprimir"))
        look.setObjectName("movements_look")
        look.triggered.connect(lambda: self.open_paper(Intent.SHOW))
        csv = menu.addAction(self.tr("Descargar CSV"))
        csv.setObjectName("movements_csv")
        csv.triggered.connect(lambda: self.download(Format.CSV))
        menu.addSeparator()
        for name, text, form in (
            ("movements_every_pdf", self.tr("Todos mis contratos en PDF"), Format.PDF),
            ("movements_every_excel", self.tr("Todos mis contratos en Excel"), Format.XLSX),
            ("movements_every_csv", self.tr("Todos mis contratos en CSV"), Format.CSV),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda _on=False, f=form: self.download(f, every=True))
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))

    # --- showing

    def _show(self) -> None:
        state = self._model.state
        fmt = self._model.context.format
        self._figures.set_figures(figures(state, fmt))
        self.filters.refresh()
        self._ages.show_ages(state, fmt)
        self._show_around()
        self._show_states()
        self._show_buttons()
        self._show_reconciling()
        detail = state.detail
        if detail is not None:
            movement = detail.row.line.movement
            self.panel.show_detail(detail)
            self.split.open(movement.reference or movement.description)
            self.table.mark(movement.id)
        elif self.split.is_open:
            self.split.close_panel()

    def _show_around(self) -> None:
        """A panel that has the window to itself needs the room of what is about the list; where
        no statements are offered there is nothing to choose from."""
        alone = self.split.is_open and self.split.is_narrow
        is_shown = self._is_offered and not alone
        self._figures.setVisible(is_shown)
        self.filters.setVisible(is_shown)
        self._ages.setVisible(self._model.state.ageing is not None and is_shown)

    @property
    def _is_offered(self) -> bool:
        """Whether the utility gives statements; taken for granted until the rules are read."""
        return self._model.book is None or self._model.state.max_months is not None

    def _show_buttons(self) -> None:
        state = self._model.state
        can = state.statement is not None and not self._exports.state.is_running
        for button in (self._pdf, self._excel, self._more):
            button.setEnabled(can and state.phase is Phase.FILLED)

    def _show_reconciling(self) -> None:
        if self._model.state.is_explained or not self._is_offered:
            self._reconciling.clear()
            return
        text = self.tr(
            "En conciliación: un movimiento todavía se está imputando a sus facturas. "
            "El saldo puede variar."
        )
        self._reconciling.show_notice(Notice(text, Tone.WARNING, stays=True))

    def _show_states(self) -> None:
        state, shell = self._model.state, self._model.context.shell
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self._model.context, self._model.reload)
        elif not self._is_offered:
            self._states.show_empty(
                "scale",
                self.tr("Su empresa no ofrece la consulta de movimientos por este medio."),
                self.tr("Puede ver lo que debe en Mis Facturas."),
                self.tr("Ir a Mis Facturas"),
                lambda: shell.go_to("invoices"),
            )
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "scale",
                self.tr("Todavía no hay movimientos en este contrato."),
                self.tr("El primero aparecerá aquí con su primera factura."),
                self.tr("Sincronizar"),
                shell.sync_now,
            )
        elif state.shown == 0:
            self._show_nothing_found()
        else:
            self._states.show_content()

    def _show_nothing_found(self) -> None:
        state, fmt = self._model.state, self._model.context.format
        part = state.statement
        if state.total or part is None:
            self._states.show_empty(
                "filter",
                self.tr("Ningún movimiento del período coincide con el filtro."),
                self.tr("Pruebe con otro tipo o con otras palabras."),
                self.tr("Quitar filtros"),
                self._model.clear_filter,
            )
            return
        text = self.tr("No hay movimientos entre {0} y {1}.")
        self._states.show_empty(
            "calendar-days",
            text.format(fmt.day(part.first), fmt.day(part.last)),
            self.tr("Elija otro período."),
            self.tr("Período habitual"),
            self._model.usual_period,
        )

    def _follow(self, movement_id: str) -> None:
        """Arrow keys change the panel only where it stands beside the list."""
        if self.split.is_open and not self.split.is_narrow:
            self._model.show_line(movement_id)
