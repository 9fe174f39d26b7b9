"""The receipt of a payment."""

from __future__ import annotations

from desktop.domain.contracts import Contract
from desktop.domain.payments import Payment, PayState
from desktop.services.printing.letterhead import Figures, Letterhead, Stamp, moment
from desktop.services.printing.sheet import Sheet
from desktop.services.printing.table import Column

_COLUMNS = (
    Column("Comprobante", 0.5),
    Column("Importe pagado", 0.25, is_figure=True),
    Column("Importe acreditado", 0.25, is_figure=True),
)
_STATES = {
    PayState.PAID: "Aprobado",
    PayState.PENDING: "Pendiente de confirmación del banco",
}


def render(
    letterhead: Letterhead,
    stamp: Stamp,
    fmt: Figures,
    contract: Contract,
    payment: Payment,
    payer: str,
) -> bytes:
    """The paper for `payment`, made by `payer`; one that is not settled says so."""
    sheet = Sheet(letterhead, stamp, fmt)
    sheet.contract(contract)
    sheet.heading("Pago")
    for receipt in payment.receipts:
        sheet.pairs(
            (
                ("N° de comprobante", receipt.number),
                ("Referencia del banco", receipt.bank_reference),
                ("Fecha y hora", f"{moment(fmt, receipt.paid_at)} ({_zone(fmt, payment)})"),
                ("Importe recibido", fmt.money(receipt.amount)),
            )
        )
    sheet.pairs(
        (
            ("Banco", payment.bank_name),
            ("Canal", "Oficina Virtual, aplicación de escritorio"),
            ("Pagador", payer),
            ("Estado", _STATES.get(payment.state, "Sujeto a confirmación")),
            ("Operación", payment.pay_id),
        )
    )
    sheet.heading("Comprobantes que se pagan")
    rows = [
        (item.label, fmt.money(item.amount), fmt.money(item.credited)) for item in payment.items
    ]
    sheet.table(_COLUMNS, rows, total=("Total", fmt.money(payment.amount), ""))
    if payment.state is not PayState.PAID or payment.review is not None:
        sheet.remark("Sujeto a confirmación: la empresa está revisando este pago.")
    return sheet.finish()


def _zone(fmt: Figures, payment: Payment) -> str:
    return f"{fmt.local(payment.created_at):UTC%z}"
