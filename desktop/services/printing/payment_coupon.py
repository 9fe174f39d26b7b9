"""The coupon with which one pays at a collection network."""

from __future__ import annotations

from desktop.domain.contracts import Contract
from desktop.domain.coupons import Coupon
from desktop.services.printing.barcodes import Symbology
from desktop.services.printing.letterhead import Figures, Letterhead, Stamp
from desktop.services.printing.sheet import Sheet


def render(
    letterhead: Letterhead, stamp: Stamp, fmt: Figures, contract: Contract, coupon: Coupon
) -> bytes:
    """The paper; the bars, and the digits below them, are the coupon's."""
    sheet = Sheet(letterhead, stamp, fmt)
    sheet.contract(contract)
    sheet.figures(
        (
            ("Importe a pagar", fmt.money(coupon.amount)),
            ("Válido hasta", fmt.day(coupon.until)),
        )
    )
    sheet.pairs((("Comprobantes incluidos", ", ".join(coupon.labels)),), columns=1)
    sheet.space(6)
    sheet.barcode(Symbology(coupon.symbology), coupon.digits)
    if coupon.symbology == Symbology.QR:
        sheet.paragraph(coupon.digits)
    if coupon.networks:
        sheet.paragraph(f"Pague en efectivo en: {', '.join(coupon.networks)}.")
    sheet.remark(
        "No es un comprobante de pago. El importe es el de la fecha de los datos que figura al"
        " pie; si ya inició un pago por banco, no use este cupón."
    )
    return sheet.finish()
