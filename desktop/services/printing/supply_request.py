"""The certificate of a supply request: what was asked for, and how far it has got."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.contracts import Contract
from desktop.services.printing.letterhead import Figures, Letterhead, Stamp
from desktop.services.printing.sheet import Sheet


def render(
    letterhead: Letterhead,
    stamp: Stamp,
    fmt: Figures,
    contract: Contract,
    told: tuple[str, str, str],
    facts: Sequence[tuple[str, str]],
    parts: Sequence[tuple[str, str]],
    steps: Sequence[tuple[str, str, str]],
) -> bytes:
    """The paper. `told` are its title, its state and what comes next; `parts` are documents with
    their state, `steps` what happened, when, and the words that went with it."""
    sheet = Sheet(letterhead, stamp, fmt)
    sheet.contract(contract)
    title, state, next_step = told
    sheet.heading(title)
    sheet.pairs([("Estado", state), *facts])
    if next_step:
        sheet.paragraph(next_step)
    if parts:
        sheet.heading("Documentación")
        sheet.pairs(list(parts))
    if steps:
        sheet.heading("Historia")
        found = [(when, f"{name}. {note}" if note else name) for when, name, note in steps]
        sheet.pairs(found, columns=1)
    sheet.remark(
        "Esta constancia acredita el ingreso de la solicitud; no implica su aprobación ni que el "
        "trámite esté terminado."
    )
    return sheet.finish()
