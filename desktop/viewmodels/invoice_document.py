"""The duplicate of an invoice: its bytes in memory, or why they are not there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.invoices import Invoice
from desktop.services.documents.files import file_name
from desktop.viewmodels.papers import Intent, Paper, PaperViewModel


class DocumentViewModel(PaperViewModel):
    """Reads one document at a time: from this computer, else from the server."""

    def open_invoice(self, invoice: Invoice, intent: Intent = Intent.SHOW) -> None:
        """Show the duplicate of `invoice`, or that it has none yet."""
        paper = paper_of(invoice)
        if invoice.document is None:
            self.open_missing(paper)
        else:
            self.open(paper, intent)


def paper_of(invoice: Invoice) -> Paper:
    """The duplicate, byte for byte; its name is the one that a bulk download gives it too."""
    reference = invoice.document
    title = QCoreApplication.translate("DocumentViewModel", "Factura {0}")
    return Paper(
        title.format(invoice.number),
        file_name(invoice),
        lambda office: (
            b"" if reference is None else office.documents.read(invoice.contract_id, reference)
        ),
    )
