"""The payments of a contract, in the list's place: each with its state, receipt and way on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.payments import Payment
from desktop.viewmodels.paying import PayingViewModel
from desktop.viewmodels.payment_columns import columns
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import RowTableModel
from desktop.views.payments.panel import PaymentPanel
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.master_detail import MasterDetail
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates
from desktop.views.widgets.table import ROW, Table


class PaymentsFace(QWidget):
    """List and panel. Esc and "Volver" go back to the invoices."""

    back = QtSignal()
    receipt_wanted = QtSignal(str)  # id of the payment
    claim_wanted = QtSignal(str)

    def __init__(self, model: PayingViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("payments_face")
        self._model = model
        settings = getattr(model.context.shell, "settings", None)
        self.rows: RowTableModel[Payment] = RowTableModel(
            columns(model.context.format), lambda payment: payment.id, parent=self
        )
        self._back = Button("payments_back", self.tr("Volver"), Kind.QUIET, "arrow-left")
        self.table = Table("payments_table", self.tr("Pagos del contrato"), self.rows, settings)
        self.panel = PaymentPanel(model)
        card = Card(margin=1)
        card.body.addWidget(self.table)
        self._states = PageStates(card, SkeletonRows(8, 5, ROW))
        self.split = MasterDetail("payments_split", self._states, self.panel, settings)
        self._shown = ""
        header = PageHeader(model.context, self.tr("Pagos por banco"))
        header.set_back(self._back)
        column = page_layout(self)
        column.addWidget(header)
        column.addWidget(self.split, 1)
        self._back.clicked.connect(self.back)
        self.table.opened.connect(self.show_payment)
        self.table.moved.connect(self._follow)
        self.split.closed.connect(lambda: self.show_payment(""))
        self.panel.receipt_wanted.connect(self.receipt_wanted)
        self.panel.claim_wanted.connect(self.claim_wanted)
        model.state_changed.connect(self._show)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)

    def show_payment(self, payment_id: str) -> None:
        """Open the panel on a payment, or close it."""
        found = self._model.find(payment_id) if payment_id else None
        self._shown = found.id if found is not None else ""
        self._show_panel()

    def _follow(self, payment_id: str) -> None:
        if self.split.is_open and not self.split.is_narrow:
            self.show_payment(payment_id)

    def _show(self) -> None:
        state = self._model.state
        self.rows.set_rows(state.payments)
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif not state.payments:
            self._states.show_empty(
                "banknote",
                self.tr("Todavía no pagó por banco desde aquí."),
                self.tr("Los pagos por otros medios figuran en Consulta de Movimientos."),
                self.tr("Volver a las facturas"),
                self.back.emit,
            )
        else:
            self._states.show_content()
        self._show_panel()

    def _show_panel(self) -> None:
        payment = self._model.find(self._shown) if self._shown else None
        if payment is None:
            if self.split.is_open:
                self.split.close_panel()
            return
        self.panel.show_payment(payment)
        self.split.open(self.tr("Pago"))
        self.table.mark(payment.id)
