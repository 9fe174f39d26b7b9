"""Mis Facturas: what is owed, the list, one invoice beside it, and its duplicate."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.viewmodels.invoice_document import DocumentViewModel, Intent
from desktop.viewmodels.invoices import InvoicesViewModel
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.views.invoices.document import DocumentFace
from desktop.views.invoices.list_face import ListFace
from desktop.views.invoices.saving import Saving
from desktop.views.page import PageSpec


class InvoicesPage(QWidget):
    """Two faces: the list with its panel, and the duplicate in the list's place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = InvoicesViewModel(context, self)
        self.document = DocumentViewModel(context, self)
        self.list_face = ListFace(self.model)
        self.document_face = DocumentFace(self.document)
        self._saving = Saving(self.document, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list_face)
        self._stack.addWidget(self.document_face)
        self.list_face.view_wanted.connect(lambda: self._open(Intent.SHOW))
        self.list_face.print_wanted.connect(lambda: self._open(Intent.PRINT))
        self.list_face.save_wanted.connect(self._save_shown)
        self.document_face.save_wanted.connect(self._save_open)
        self.document_face.back.connect(self._back)
        context.shell.contract_changed.connect(self._back)

    def activate(self, item_id: str) -> None:
        """Come to the front, showing the invoice `item_id` where one is named."""
        self.model.set_active(True)
        if item_id:
            self._back()
            self.model.show_invoice(item_id)

    def focus_filter(self) -> None:
        """Ctrl+F: the filter of the list, or the search in the duplicate."""
        if self._stack.currentWidget() is self.document_face:
            self.document_face.focus_search()
        else:
            self.list_face.focus_filter()

    def print_page(self) -> None:
        """Ctrl+P: the duplicate in view, or that of the invoice in the panel."""
        if self._stack.currentWidget() is self.document_face:
            self.document_face.print_document()
        else:
            self._open(Intent.PRINT)

    def smoke(self) -> None:
        """Open the newest invoice and its duplicate, as a person would first."""
        rows = self.model.rows.rows
        if rows:
            self.model.show_invoice(rows[0].invoice.id)
            self._open(Intent.SHOW)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a minimised window still keeps itself up to date
            self.model.set_active(False)

    def _open(self, intent: Intent) -> None:
        detail = self.model.state.detail
        if detail is not None:
            self._stack.setCurrentWidget(self.document_face)
            self.document.open(detail.row.invoice, intent)

    def _back(self) -> None:
        if self._stack.currentWidget() is self.document_face:
            self._stack.setCurrentWidget(self.list_face)
            self.document.close()
            self.list_face.take_focus_back()

    def _save_shown(self) -> None:
        detail = self.model.state.detail
        if detail is not None:
            self._saving.ask(detail.row.invoice, self.list_face.notice)

    def _save_open(self) -> None:
        if self.document.state.invoice is not None:
            self._saving.ask(self.document.state.invoice, self.document_face.notice)


PAGE = PageSpec(
    order=30,
    key="invoices",
    title=QT_TRANSLATE_NOOP("PageSpec", "Mis Facturas"),
    icon="receipt-text",
    build=InvoicesPage,
)
