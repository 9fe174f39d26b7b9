"""The certificate of a supply request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.supply_requests import SupplyRequest
from desktop.viewmodels.papers import Paper, letterhead, stamp
from desktop.viewmodels.supply_request_rows import detail_of

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.services.results import ContractSummary, SupplyBook
    from desktop.viewmodels.context import Context


def certificate(
    context: Context, request: SupplyRequest, book: SupplyBook, summary: ContractSummary
) -> Paper:
    """What was asked for and how far it has got, as its detail tells it."""
    translate = QCoreApplication.translate
    fmt, contract = context.format, summary.contract
    shown = detail_of(request, book, summary.link.role, fmt)
    number = translate("SupplyPaper", "N° {0}").format(request.number)
    title = translate("SupplyPaper", "Constancia de solicitud")
    head, mark = letterhead(context, title, number), stamp(context, book.freshness)
    parts = tuple((part.label, part.badge.text) for part in shown.parts)
    steps = tuple((step.when, step.badge.text, step.note) for step in reversed(shown.history))
    told = (shown.title, shown.badge.text, shown.next_step)

    def make(_office: Office) -> bytes:
        from desktop.services.printing.supply_request import render

        return render(head, mark, fmt, contract, told, shown.facts, parts, steps)

    name = translate("SupplyPaper", "Constancia {0}.pdf").format(request.number)
    return Paper(f"{title} {request.number}", name, make)
