"""The papers of agreements, as the page opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.agreements import Agreement
from desktop.viewmodels.papers import Paper, letterhead, stamp

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.services.results import AgreementBook
    from desktop.viewmodels.agreement_simulator import SimulatorViewModel
    from desktop.viewmodels.context import Context


def agreement_paper(context: Context, book: AgreementBook, found: Agreement) -> Paper | None:
    """The agreement with its schedule; None where its contract has not arrived."""
    contract, rules, fmt = book.contract, book.rules, context.format
    if contract is None:
        return None
    translate = QCoreApplication.translate
    title = translate("AgreementPapers", "Acuerdo de pago {0}").format(found.number)
    head = letterhead(context, "Acuerdo de pago", f"N° {found.number}", "Acuerdo de pago")
    mark = stamp(context, book.freshness)

    def make(_office: Office) -> bytes:
        from desktop.services.printing import agreements

        return agreements.agreement(head, mark, fmt, contract, found, rules)

    return Paper(title, f"Acuerdo {found.number}.pdf", make)


def fulfilment_paper(context: Context, book: AgreementBook, found: Agreement) -> Paper | None:
    """That an agreement was kept."""
    contract, fmt = book.contract, context.format
    if contract is None:
        return None
    translate = QCoreApplication.translate
    title = translate("AgreementPapers", "Constancia de cumplimiento {0}").format(found.number)
    head = letterhead(
        context, "Constancia de cumplimiento", f"Acuerdo N° {found.number}", "Acuerdo de pago"
    )
    mark = stamp(context, book.freshness)

    def make(_office: Office) -> bytes:
        from desktop.services.printing import agreements

        return agreements.fulfilment(head, mark, fmt, contract, found)

    return Paper(title, f"Constancia de cumplimiento {found.number}.pdf", make)


def simulation_paper(
    context: Context, book: AgreementBook, simulator: SimulatorViewModel
) -> Paper | None:
    """The sheet of the chosen scenario; None where there is none."""
    contract, rules, fmt = book.contract, book.rules, context.format
    plan, until, invoices = simulator.state.plan, simulator.state.valid_until, simulator.invoices
    if contract is None or rules is None or plan is None or until is None:
        return None
    title = QCoreApplication.translate("AgreementPapers", "Simulación de acuerdo de pago")
    head = letterhead(context, "Simulación de acuerdo de pago", "", "Acuerdo de pago")
    mark = stamp(context, book.freshness)

    def make(_office: Office) -> bytes:
        from desktop.services.printing import agreements

        return agreements.simulation(head, mark, fmt, contract, invoices, plan, rules, until)

    return Paper(title, f"Simulación de acuerdo {contract.number}.pdf", make)
