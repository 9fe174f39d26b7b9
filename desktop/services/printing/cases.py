"""Papers of a question or a claim: proof of entry, dossier, and a picture on a sheet."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.cases import Author, Case, CaseKind, Message
from desktop.domain.contracts import Contract
from desktop.services.printing.letterhead import Figures, Letterhead, Stamp, moment
from desktop.services.printing.sheet import Ink, Sheet


@dataclass(frozen=True, slots=True)
class CaseWords:
    """The words of the screen, so that paper and screen say the same. `labels` are of the fields
    of `details`, `authors` of the messages; `regulator` is the utility's text."""

    kind: str
    status: str
    outcome: str
    labels: Mapping[str, str]
    authors: Mapping[Author, str]
    regulator: str


def receipt(
    head: Letterhead, stamp: Stamp, fmt: Figures, contract: Contract, case: Case, words: CaseWords
) -> bytes:
    """Constancia de ingreso: what was asked, when, and until when the answer is owed."""
    sheet = Sheet(head, stamp, fmt)
    sheet.contract(contract)
    sheet.figures(
        (
            ("Número", case.number),
            ("Ingresada", moment(fmt, case.opened_at)),
            ("Responderemos antes del", fmt.day(case.due_on)),
        )
    )
    _facts(sheet, fmt, case, words)
    if case.messages:
        sheet.heading("Lo que se presentó")
        _message(sheet, fmt, case.messages[0], words)
    if case.amount_held:
        sheet.remark(
            "Mientras se resuelve, el saldo de las facturas reclamadas"
            f" ({fmt.money(case.amount_held)}) no será exigible."
        )
    _regulator(sheet, case, words)
    return sheet.finish()


def dossier(
    head: Letterhead, stamp: Stamp, fmt: Figures, contract: Contract, case: Case, words: CaseWords
) -> bytes:
    """Expediente: the whole thread with its dates, for whoever judges the case."""
    sheet = Sheet(head, stamp, fmt)
    sheet.contract(contract)
    sheet.figures(
        (
            ("Número", case.number),
            ("Estado", words.status),
            ("Plazo", f"{case.days} días hábiles"),
        )
    )
    _facts(sheet, fmt, case, words)
    answered = case.answered_at
    sheet.pairs(
        (
            ("Ingresada", moment(fmt, case.opened_at)),
            ("Plazo legal", fmt.day(case.due_on)),
            ("Respondida", moment(fmt, answered) if answered is not None else "Sin respuesta"),
            ("Resultado", words.outcome or "–"),
            ("Revisada otra vez", "Sí" if case.reopened else "No"),
            ("Importe no exigible", fmt.money(case.amount_held)),
        ),
        columns=3,
    )
    sheet.heading("Actuaciones")
    for message in case.messages:
        _message(sheet, fmt, message, words)
    files = [one for message in case.messages for one in message.attachments]
    if files:
        sheet.heading("Documentos adjuntos")
        for one in files:
            sheet.paragraph(f"{one.name} · sha256 {one.document.sha256}", 7.5)
    _regulator(sheet, case, words)
    return sheet.finish()


def picture(head: Letterhead, stamp: Stamp, fmt: Figures, content: bytes) -> bytes:
    """A photo as large as a sheet holds it."""
    from reportlab.lib.utils import ImageReader

    sheet = Sheet(head, stamp, fmt)
    image = ImageReader(io.BytesIO(content))
    wide, tall = image.getSize()
    room_wide, room_tall = sheet.right - sheet.left, sheet.bottom - sheet.y - 8
    scale = min(room_wide / wide, room_tall / tall)
    sheet.canvas.drawImage(
        image,
        sheet.left,
        sheet.height - sheet.y - tall * scale,
        wide * scale,
        tall * scale,
        mask="auto",
    )
    return sheet.finish()


def _facts(sheet: Sheet, fmt: Figures, case: Case, words: CaseWords) -> None:
    sheet.heading(words.kind)
    facts = [("Tema", case.about), ("Asunto", case.subject)]
    if case.kind is CaseKind.CLAIM:
        facts = [("Tipo", case.type), ("Motivo", case.about), ("Reclama", case.claimant)]
        facts.append(("Contacto", f"{case.contact_name} {case.contact_phone}".strip()))
    if case.invoices:
        facts.append(("Facturas", ", ".join(one.number for one in case.invoices)))
    if case.amount_claimed is not None:
        facts.append(("Importe reclamado", fmt.money(case.amount_claimed)))
    for one in case.details:
        facts.append((words.labels.get(one.field, one.field), _value(fmt, one.value)))
    sheet.pairs((name, value) for name, value in facts if value)


def _value(fmt: Figures, value: str) -> str:
    try:
        return fmt.day(date.fromisoformat(value))
    except ValueError:
        return value


def _message(sheet: Sheet, fmt: Figures, message: Message, words: CaseWords) -> None:
    who = words.authors.get(message.author, "")
    sheet.paragraph(f"{moment(fmt, message.at)} · {who}", 8, ink=Ink.SOFT, strong=True)
    sheet.paragraph(message.body or "(sin texto)", 9)
    for one in message.attachments:
        sheet.paragraph(f"Adjunto: {one.name}", 8, ink=Ink.SOFT)


def _regulator(sheet: Sheet, case: Case, words: CaseWords) -> None:
    if case.may_go_to_regulator and words.regulator:
        sheet.heading("Si no está conforme")
        sheet.paragraph(f"Puede recurrir a {words.regulator}")
