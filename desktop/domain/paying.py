"""What can be paid of a contract, and what is chosen to begin with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.invoices import Invoice, State
from desktop.domain.money import Money, total
from desktop.domain.payments import PayItem, Payment, holder_of

_PAYABLE = (State.OVERDUE, State.PENDING, State.PARTIALLY_PAID)
INVOICE = "invoice"


@dataclass(frozen=True, slots=True)
class Basket:
    """What somebody is about to pay, the oldest first. `left_out` is the number of an older
    invoice that has to go first, empty where the order is right."""

    items: tuple[PayItem, ...]
    amount: Money
    left_out: str = ""


def payable(
    invoices: Iterable[Invoice], payments: Sequence[Payment], today: date
) -> tuple[Invoice, ...]:
    """Invoices that can be paid by themselves and that nobody is paying, the oldest due first."""
    found = [
        invoice
        for invoice in invoices
        if invoice.state(today) in _PAYABLE
        and invoice.open.minor > 0
        and holder_of(payments, INVOICE, invoice.id) is None
    ]
    return tuple(sorted(found, key=_age))


def usual_choice(candidates: Sequence[Invoice], today: date) -> tuple[Invoice, ...]:
    """All that is overdue; else the one that is due next."""
    overdue = tuple(i for i in candidates if i.state(today) is State.OVERDUE)
    return overdue or tuple(candidates[:1])


def basket(
    candidates: Sequence[Invoice], chosen: Collection[str], *, oldest_first: bool
) -> Basket | None:
    """What is paid of `candidates` (oldest first) when these ids are chosen; None for nothing."""
    picked = [invoice for invoice in candidates if invoice.id in chosen]
    if not picked:
        return None
    skipped = next((i for i in candidates if i.id not in chosen), None)
    last = candidates.index(picked[-1])
    is_skipped = oldest_first and skipped is not None and candidates.index(skipped) < last
    return Basket(
        tuple(PayItem(INVOICE, i.id, i.number, i.open) for i in picked),
        total((i.open for i in picked), picked[0].open.currency),
        skipped.number if is_skipped and skipped is not None else "",
    )


def _age(invoice: Invoice) -> tuple[bool, date, str]:
    due = invoice.due_terms[-1].date if invoice.due_terms else None
    return (due is None, due or invoice.issue_date, invoice.id)
