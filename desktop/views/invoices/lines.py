"""The lines of an invoice: concept, how it was worked out, amount."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout

from desktop.domain.invoices import Invoice, InvoiceLine
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.invoice_words import line_kind_text
from desktop.views.tokens import Tone
from desktop.views.widgets.labels import Label, Text


def lines_grid(invoice: Invoice, fmt: Formatter) -> QGridLayout:
    """Two columns; under a concept stands quantity × price × exchange rate."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
    row = 0
    for line in invoice.lines:
        concept = line.description or line_kind_text(line.kind)
        grid.addWidget(Label(concept, wrap=True), row, 0)
        grid.addWidget(Label(fmt.money(line.amount)), row, 1, top)
        sum_text = working(line, fmt)
        if sum_text:
            row += 1
            grid.addWidget(Label(sum_text, Text.CAPTION, Tone.MUTED, wrap=True), row, 0)
        row += 1
        grid.setRowMinimumHeight(row, 6)
        row += 1
    charge = QCoreApplication.translate("InvoiceLines", "Cargo del período")
    grid.addWidget(Label(charge, Text.STRONG), row, 0)
    grid.addWidget(Label(fmt.money(invoice.period_charge), Text.STRONG), row, 1, top)
    return grid


def working(line: InvoiceLine, fmt: Formatter) -> str:
    """'128 m³ × 0,62 USD × 40,25', '22 %', or nothing."""
    if line.quantity is None or line.unit_price is None:
        if line.tax_rate is None:
            return ""
        return f"{fmt.decimal(line.tax_rate * 100)}\u00a0%"
    price = f"{fmt.decimal(line.unit_price)}\u00a0{line.price_currency}"
    parts = [fmt.quantity(line.quantity, line.unit), price]
    if line.fx_rate is not None:
        parts.append(fmt.decimal(line.fx_rate))
    return " × ".join(parts)
