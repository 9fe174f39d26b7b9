"""The columns of the list of payments."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.payments import Payment
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.pay_words import state_badge
from desktop.viewmodels.table import Align, Column


def labels(payment: Payment) -> str:
    """'A-1, A-2'."""
    return ", ".join(item.label for item in payment.items)


def columns(fmt: Formatter) -> tuple[Column[Payment], ...]:
    """Newest first as they come."""
    translate = QCoreApplication.translate
    return (
        Column(
            key="when",
            title=translate("PaymentColumns", "Fecha"),
            text=lambda p: f"{fmt.local(p.created_at):%d/%m/%Y %H:%M}",
            sort=lambda p: p.created_at,
        ),
        Column(
            key="bank",
            title=translate("PaymentColumns", "Banco"),
            text=lambda p: p.bank_name,
            sort=lambda p: p.bank_name,
            rank=1,
        ),
        Column(
            key="amount",
            title=translate("PaymentColumns", "Importe"),
            text=lambda p: fmt.money(p.amount),
            sort=lambda p: p.amount.minor,
            align=Align.END,
        ),
        Column(
            key="state",
            title=translate("PaymentColumns", "Estado"),
            text=lambda p: state_badge(p).text,
            sort=lambda p: state_badge(p).text,
            badge=state_badge,
        ),
        Column(
            key="receipt",
            title=translate("PaymentColumns", "Comprobante"),
            text=lambda p: p.receipts[0].number if p.receipts else "",
            sort=lambda p: p.receipts[0].number if p.receipts else None,
            rank=2,
        ),
        Column(
            key="debts",
            title=translate("PaymentColumns", "Facturas"),
            text=labels,
            sort=labels,
            rank=3,
        ),
    )
