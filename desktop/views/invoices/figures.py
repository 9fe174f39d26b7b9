"""The figures of Mis Facturas."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.viewmodels.format import Formatter
from desktop.viewmodels.invoices import InvoicesState
from desktop.views.tokens import Tone
from desktop.views.widgets.figures import Figure


def figures(state: InvoicesState, fmt: Formatter) -> tuple[Figure, ...]:
    """Overdue, to be due, credit, and what is chosen; dashes until the book is read."""
    translate = QCoreApplication.translate
    debt = state.debt
    overdue_label = translate("InvoiceFigures", "Deuda vencida")
    due_label = translate("InvoiceFigures", "A vencer")
    credit_label = translate("InvoiceFigures", "Saldo a favor")
    if debt is None:
        return (
            Figure("overdue", overdue_label, "–", " "),
            Figure("to_be_due", due_label, "–", " "),
            Figure("credit", credit_label, "–", " "),
            _selection(state, fmt),
        )
    is_overdue = bool(debt.overdue)
    late = translate("InvoiceFigures", "Puede generar recargos")
    calm = translate("InvoiceFigures", "No tiene deuda vencida")
    next_due = translate("InvoiceFigures", "Nada por vencer")
    if debt.next_due is not None:
        text = translate("InvoiceFigures", "Próximo: {0}")
        next_due = text.format(fmt.day(debt.next_due))
    kept = translate("InvoiceFigures", "Se resta de su deuda")
    none = translate("InvoiceFigures", "Sin saldo a favor")
    return (
        Figure(
            "overdue",
            overdue_label,
            fmt.money(debt.overdue),
            late if is_overdue else calm,
            Tone.DANGER if is_overdue else Tone.TEXT,
            "circle-alert" if is_overdue else "",
        ),
        Figure("to_be_due", due_label, fmt.money(debt.to_be_due), next_due),
        Figure(
            "credit",
            credit_label,
            fmt.money(debt.credit),
            kept if debt.credit else none,
            Tone.SUCCESS if debt.credit else Tone.TEXT,
            "wallet" if debt.credit else "",
        ),
        _selection(state, fmt),
    )


def apart_text(state: InvoicesState, fmt: Formatter) -> str:
    """What is open but not asked for, in a sentence; empty where there is none."""
    if state.debt is None or not state.debt.apart:
        return ""
    text = QCoreApplication.translate(
        "InvoiceFigures",
        "Aparte hay {0} en reclamo, en acuerdo o en proceso de pago, que no se suman a la deuda.",
    )
    return text.format(fmt.money(state.debt.apart))


def _selection(state: InvoicesState, fmt: Formatter) -> Figure:
    translate = QCoreApplication.translate
    label = translate("InvoiceFigures", "Total elegido")
    chosen = state.selection
    if not chosen.count or chosen.total is None:
        hint = translate("InvoiceFigures", "Marque para sumarlas") if state.total else " "
        return Figure("selection", label, "–", hint)
    hint = translate("InvoiceFigures", "%n facturas", "", chosen.count)
    if chosen.apart:
        apart = translate("InvoiceFigures", "%n no se suman", "", chosen.apart)
        hint = f"{hint} · {apart}"
    return Figure("selection", label, fmt.money(chosen.total), hint, Tone.ACCENT)
