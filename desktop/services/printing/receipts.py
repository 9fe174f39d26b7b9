"""Receipts of what was sent from this computer, and of what still waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.services.printing.letterhead import Figures, Letterhead, Stamp, moment
from desktop.services.printing.sheet import Ink, Sheet

_TALL = 118.0  # of one receipt, which is not torn apart


@dataclass(frozen=True, slots=True)
class Receipt:
    """One submission in the words of the screen. Times are UTC, `received_at` is the server's;
    `reference` is the utility's number, "" where it has none. `op_id` and `sha256` (of the bytes
    that were sent) find it at the utility."""

    what: str
    contract: str
    content: str
    sentence: str
    entered_at: datetime
    received_at: datetime | None
    reference: str
    op_id: str
    sha256: str


def render(head: Letterhead, stamp: Stamp, fmt: Figures, receipts: Sequence[Receipt]) -> bytes:
    """One after another, in the order given."""
    sheet = Sheet(head, stamp, fmt)
    sheet.paragraph(
        "Lo enviado desde esta aplicación y lo que todavía espera. Solo cuenta como recibido lo "
        "que tiene número. Con la identificación y la huella, la empresa ubica cada envío.",
        ink=Ink.SOFT,
    )
    if not receipts:
        sheet.remark("No hay envíos.")
    for receipt in receipts:
        sheet.keep(_TALL)
        sheet.heading(f"{receipt.what} · {receipt.contract}")
        came = receipt.received_at
        sheet.pairs(
            (
                ("Estado", receipt.sentence),
                ("Número", receipt.reference or "–"),
                ("Contenido", receipt.content),
                ("Recibido", moment(fmt, came) if came is not None else "–"),
                ("Ingresado", moment(fmt, receipt.entered_at)),
                ("Identificación", receipt.op_id),
            )
        )
        sheet.pairs((("Huella (SHA-256)", receipt.sha256),), 1)
    return sheet.finish()
