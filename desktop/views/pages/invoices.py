"""Mis Facturas: what is owed, the list, one invoice beside it, and its duplicate."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.viewmodels.invoice_document import DocumentViewModel, paper_of
from desktop.viewmodels.invoices import InvoicesViewModel
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.papers import Intent
from desktop.viewmodels.paying import PayingViewModel
from desktop.views.invoices.list_face import ListFace
from desktop.views.page import LivePage, PageSpec
from desktop.views.payments.desk import PayDesk
from desktop.views.payments.face import PaymentsFace
from desktop.views.widgets.paper import PaperPlace

_PAYMENT = "pay:"


class InvoicesPage(LivePage):
    """Two faces: the list with its panel, and the duplicate in the list's place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = InvoicesViewModel(context, self)
        self.document = DocumentViewModel(context, self)
        self.paying = PayingViewModel(context, self)
        self.list_face = ListFace(self.model, self.paying)
        self.payments_face = PaymentsFace(self.paying)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.list_face)
        self._faces.addWidget(self.payments_face)
        self._place = PaperPlace(self._faces, self.document, "document", self._take_focus_back)
        self._desk = PayDesk(self.paying, self, self.list_face.notice, self.document)
        self.document_face = self._place.face
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._place)
        self.list_face.view_wanted.connect(lambda: self._open(Intent.SHOW))
        self.list_face.print_wanted.connect(lambda: self._open(Intent.PRINT))
        self.list_face.save_wanted.connect(self._save_shown)
        self.list_face.payments_wanted.connect(lambda: self._show_payments(""))
        self.payments_face.back.connect(self._show_invoices)
        self.payments_face.receipt_wanted.connect(self._desk.open_receipt)
        self.payments_face.claim_wanted.connect(self._desk.open_claim)
        context.shell.contract_changed.connect(self._show_invoices)

    def activate(self, item_id: str) -> None:
        """Come to the front, showing the invoice `item_id` where one is named; `pay:` opens the
        payments, `pay:<id>` one of them."""
        self.set_active(True)
        if item_id.startswith(_PAYMENT):
            self._place.close_paper()
            self._show_payments(item_id.removeprefix(_PAYMENT))
        elif item_id:
            self._show_invoices()
            self._place.close_paper()
            self.model.show_invoice(item_id)

    def focus_filter(self) -> None:
        """Ctrl+F: the filter of the list, or the search in the duplicate."""
        if self._place.is_open:
            self.document_face.focus_search()
        else:
            self.list_face.focus_filter()

    def export(self) -> None:
        """Ctrl+E: the list as Excel or CSV."""
        self.list_face.export()

    def print_page(self) -> None:
        """Ctrl+P: the duplicate in view, or that of the invoice in the panel."""
        if self._place.is_open:
            self.document_face.print_document()
        else:
            self._open(Intent.PRINT)

    def smoke(self) -> None:
        """Open the newest invoice and its duplicate, as a person would first."""
        rows = self.model.rows.rows
        if rows:
            self.model.show_invoice(rows[0].invoice.id)
            self._open(Intent.SHOW)

    def set_active(self, is_active: bool) -> None:
        self.model.set_active(is_active)
        self.paying.set_active(is_active)

    def _show_payments(self, payment_id: str) -> None:
        self._faces.setCurrentWidget(self.payments_face)
        self.payments_face.show_payment(payment_id)
        self.payments_face.table.setFocus()

    def _show_invoices(self) -> None:
        if self._faces.currentWidget() is not self.list_face:
            self._faces.setCurrentWidget(self.list_face)
            self.list_face.take_focus_back()

    def _take_focus_back(self) -> None:
        if self._faces.currentWidget() is self.list_face:
            self.list_face.take_focus_back()
        else:
            self.payments_face.table.setFocus()

    def _open(self, intent: Intent) -> None:
        detail = self.model.state.detail
        if detail is not None:
            self.document.open_invoice(detail.row.invoice, intent)

    def _save_shown(self) -> None:
        detail = self.model.state.detail
        if detail is not None:
            paper = paper_of(detail.row.invoice)
            self.document_face.saving.ask(paper, self.list_face.notice)


PAGE = PageSpec(
    order=30,
    key="invoices",
    title=QT_TRANSLATE_NOOP("PageSpec", "Mis Facturas"),
    icon="receipt-text",
    build=InvoicesPage,
)
