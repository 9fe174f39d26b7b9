"""The columns of Mis Facturas."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.invoices import Invoice, State
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.invoice_words import kind_text, state_badge
from desktop.viewmodels.quality_words import quality_badge
from desktop.viewmodels.table import Align, Badge, Column, Tone


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """An invoice as it stands today; `is_kept` where its document can be opened offline."""

    invoice: Invoice
    state: State
    is_kept: bool


def period_text(invoice: Invoice, fmt: Formatter) -> str:
    """'05/10 – 04/11/2026', empty without a period."""
    if invoice.period_start is None or invoice.period_end is None:
        return ""
    return f"{fmt.short_day(invoice.period_start)} – {fmt.day(invoice.period_end)}"


def document_badge(row: InvoiceRow) -> Badge:
    """Whether the document is kept here, can be fetched, or does not exist yet."""
    translate = QCoreApplication.translate
    if row.invoice.document is None:
        return Badge("minus", translate("InvoiceColumns", "Sin duplicado disponible"), Tone.NEUTRAL)
    if row.is_kept:
        return Badge(
            "file-text",
            translate("InvoiceColumns", "PDF guardado, se abre sin conexión"),
            Tone.INFO,
        )
    return Badge("file-down", translate("InvoiceColumns", "PDF en el servidor"), Tone.NEUTRAL)


def columns(fmt: Formatter) -> tuple[Column[InvoiceRow], ...]:
    """In the order of the portal; ranks say what gives way on narrow windows."""
    translate = QCoreApplication.translate

    def quality(row: InvoiceRow) -> Badge | None:
        return quality_badge(row.invoice.quality) if row.invoice.quality else None

    def due(row: InvoiceRow) -> str:
        return fmt.day(row.invoice.due_date) if row.invoice.due_date else ""

    def quality_word(row: InvoiceRow) -> str:
        badge = quality(row)
        return badge.text if badge else ""

    return (
        Column(
            key="check",
            title=translate("InvoiceColumns", "Elegir"),
            text=lambda _row: "",
            is_check=True,
            stretch=0,
        ),
        Column(
            key="number",
            title=translate("InvoiceColumns", "Factura"),
            text=lambda row: row.invoice.number,
            sort=lambda row: row.invoice.number,
        ),
        Column(
            key="kind",
            title=translate("InvoiceColumns", "Tipo"),
            text=lambda row: kind_text(row.invoice.kind),
            sort=lambda row: row.invoice.kind,
            rank=6,
        ),
        Column(
            key="issued",
            title=translate("InvoiceColumns", "Emisión"),
            text=lambda row: fmt.day(row.invoice.issue_date),
            sort=lambda row: row.invoice.issue_date,
            value=lambda row: row.invoice.issue_date,
            rank=5,
        ),
        Column(
            key="period",
            title=translate("InvoiceColumns", "Período"),
            text=lambda row: period_text(row.invoice, fmt),
            sort=lambda row: row.invoice.period_end,
            rank=3,
        ),
        Column(
            key="due",
            title=translate("InvoiceColumns", "Vencimiento"),
            text=due,
            sort=lambda row: row.invoice.due_date,
            value=lambda row: row.invoice.due_date,
        ),
        Column(
            key="total",
            title=translate("InvoiceColumns", "Importe"),
            text=lambda row: fmt.money(row.invoice.total),
            sort=lambda row: row.invoice.total.minor,
            value=lambda row: row.invoice.total,
            align=Align.END,
            rank=1,
        ),
        Column(
            key="paid",
            title=translate("InvoiceColumns", "Pagado"),
            text=lambda row: fmt.money(row.invoice.paid),
            sort=lambda row: row.invoice.paid.minor,
            value=lambda row: row.invoice.paid,
            align=Align.END,
            rank=7,
        ),
        Column(
            key="open",
            title=translate("InvoiceColumns", "Saldo"),
            text=lambda row: fmt.money(row.invoice.open),
            sort=lambda row: row.invoice.open.minor,
            value=lambda row: row.invoice.open,
            align=Align.END,
        ),
        Column(
            key="state",
            title=translate("InvoiceColumns", "Estado"),
            text=lambda row: state_badge(row.state).text,
            sort=lambda row: state_badge(row.state).text,
            badge=lambda row: state_badge(row.state),
        ),
        Column(
            key="quality",
            title=translate("InvoiceColumns", "Lectura"),
            text=quality_word,
            sort=lambda row: quality_word(row) or None,
            badge=quality,
            rank=4,
        ),
        Column(
            key="document",
            title=translate("InvoiceColumns", "Duplicado"),
            text=lambda _row: "",
            value=lambda row: document_badge(row).text,
            sort=lambda row: (row.invoice.document is None, not row.is_kept),
            badge=document_badge,
            tooltip=lambda row: document_badge(row).text,
            icon_only=True,
            stretch=0,
            rank=2,
        ),
    )
