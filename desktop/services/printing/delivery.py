"""The certificate of an adhesion to bills by mail."""

from __future__ import annotations

from datetime import date

from desktop.domain.contracts import Contract
from desktop.domain.delivery import Delivery, DeliveryRules, Stage
from desktop.services.printing.letterhead import Figures, Letterhead, Stamp, moment
from desktop.services.printing.sheet import Sheet

_STAGES = {
    Stage.NEXT_BILL: "Confirmada; rige desde la próxima factura",
    Stage.IN_FORCE: "Vigente",
}
_MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def render(
    letterhead: Letterhead,
    stamp: Stamp,
    fmt: Figures,
    contract: Contract,
    row: Delivery,
    rules: DeliveryRules,
    who: str,
    today: date,
) -> bytes:
    """The paper for the adhesion `row` as it stands on `today`. `who` is the name of whoever asked
    for it, empty where only the user name is known."""
    sheet = Sheet(letterhead, stamp, fmt)
    sheet.contract(contract)
    sheet.heading("Envío de la factura por mail")
    first = row.first_bill
    sheet.pairs(
        (
            ("Dirección de correo", row.email),
            ("Segunda dirección", row.second_email or "–"),
            ("Estado", _STAGES.get(row.stage(today), "Reemplazada")),
            ("A partir de la factura de", f"{_MONTHS[first.month - 1]} de {first.year}")
            if first is not None
            else ("A partir de", "la próxima factura"),
        )
    )
    if rules.paper_overlap:
        bills = "la primera" if rules.paper_overlap == 1 else f"las primeras {rules.paper_overlap}"
        sheet.paragraph(f"Al comienzo, {bills} por mail también se envía en papel.")
    sheet.heading("Solicitud")
    sheet.pairs(
        (
            ("Solicitada el", moment(fmt, row.requested_at)),
            (
                "Por",
                f"{who} (usuario {row.requested_by})" if who else f"Usuario {row.requested_by}",
            ),
            (
                "Dirección confirmada el",
                moment(fmt, row.confirmed_at) if row.confirmed_at is not None else "–",
            ),
        )
    )
    if row.origin_op_id is not None:
        sheet.pairs(
            (
                ("Canal", "Oficina Virtual, aplicación de escritorio"),
                ("Identificación del envío", row.origin_op_id),
            )
        )
    if row.consent is not None:
        sheet.heading(f"Condiciones aceptadas (versión {row.consent.version})")
        sheet.remark(row.consent.text.strip())
    sheet.paragraph(
        "Una copia de cada factura queda disponible en la Oficina Virtual y en las oficinas"
        " comerciales."
    )
    return sheet.finish()
