"""The papers of a case: proof of entry, dossier for the regulator, and the files of its thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.cases import Attachment, Author, Case
from desktop.domain.contracts import Contract
from desktop.services.results import CaseBook
from desktop.viewmodels.case_words import (
    field_label,
    kind_text,
    outcome_text,
    status_badge,
)
from desktop.viewmodels.papers import Paper, letterhead, stamp

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.services.printing.cases import CaseWords
    from desktop.services.printing.letterhead import Letterhead
    from desktop.viewmodels.context import Context


def receipt_paper(context: Context, book: CaseBook, contract: Contract, case: Case) -> Paper:
    """Constancia de ingreso."""
    translate = QCoreApplication.translate
    title = translate("CasePapers", "Constancia de ingreso")
    head = _head(context, title, translate("CasePapers", "N° {0}").format(case.number))
    mark, fmt = stamp(context, book.freshness), context.format
    words = _words(context, book, contract, case)

    def make(_office: Office) -> bytes:
        from desktop.services.printing.cases import receipt

        return receipt(head, mark, fmt, contract, case, words)

    name = translate("CasePapers", "Constancia {0}.pdf").format(case.number)
    return Paper(f"{title} {case.number}", name, make)


def dossier_paper(context: Context, book: CaseBook, contract: Contract, case: Case) -> Paper:
    """Expediente: everything, for the regulator."""
    translate = QCoreApplication.translate
    title = translate("CasePapers", "Expediente")
    head = _head(context, title, translate("CasePapers", "N° {0}").format(case.number))
    mark, fmt = stamp(context, book.freshness), context.format
    words = _words(context, book, contract, case)

    def make(_office: Office) -> bytes:
        from desktop.services.printing.cases import dossier

        return dossier(head, mark, fmt, contract, case, words)

    name = translate("CasePapers", "Expediente {0}.pdf").format(case.number)
    return Paper(f"{title} {case.number}", name, make)


def attachment_paper(
    context: Context, book: CaseBook, contract_id: str, attachment: Attachment
) -> Paper:
    """A file of the thread; a picture is shown on a sheet of its own."""
    reference = attachment.document
    head, fmt = _head(context, attachment.name), context.format
    mark = stamp(context, book.freshness)

    def make(office: Office) -> bytes:
        content = office.documents.read(contract_id, reference)
        if reference.media_type == "application/pdf":
            return content
        from desktop.services.printing.cases import picture

        return picture(head, mark, fmt, content)

    name = attachment.name
    if not name.lower().endswith(".pdf"):
        name = f"{name}.pdf"
    return Paper(attachment.name, name, make)


def _head(context: Context, title: str, number: str = "") -> Letterhead:
    return replace(letterhead(context, title, number), remark="")  # nobody takes it for a bill


def _words(context: Context, book: CaseBook, contract: Contract, case: Case) -> CaseWords:
    from desktop.services.printing.cases import CaseWords

    utility = context.shell.utility
    name = utility.name if utility is not None else ""
    customer, rules = case.contact_name or contract.holder_name, book.rules  # others read it
    return CaseWords(
        kind=kind_text(case.kind),
        status=status_badge(case).text,
        outcome=outcome_text(case.outcome) if case.outcome is not None else "",
        labels={one.field: field_label(one.field) for one in case.details},
        authors=dict.fromkeys(Author, name) | {Author.CUSTOMER: customer},
        regulator=rules.regulator_text.strip() if rules is not None else "",
    )
