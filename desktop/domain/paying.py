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
class Owed:
    """A debt that can be paid by itself, until `due` where there is such a day."""

    item: PayItem
    due: date | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Basket:
    """What somebody is about to pay, the oldest first. `left_out` is the number of an older debt
    that has to go first, empty where the order is right."""

    items: tuple[PayItem, ...]
    amount: Money
    left_out: str = ""


def payable(
    invoices: Iterable[Invoice], payments: Sequence[Payment], today: date
) -> tuple[Owed, ...]:
    """Invoices that can be paid by themselves and that nobody is paying, the oldest due first."""
    found = [
        invoice
        for invoice in invoices
        if invoice.state(today) in _PAYABLE
        and invoice.open.minor > 0
        and holder_of(payments, INVOICE, invoice.id) is None
    ]
    return tuple(
        Owed(
            PayItem(INVOICE, invoice.id, invoice.number, invoice.open),
            _due(invoice),
            invoice.state(today) is State.OVERDUE,
        )
        for invoice in sorted(found, key=_age)
    )


def usual_choice(owed: Sequence[Owed]) -> frozenset[str]:
    """Ids of all that is overdue; else of the one that is due next."""
    overdue = frozenset(one.item.id for one in owed if one.is_overdue)
    return overdue or frozenset(one.item.id for one in owed[:1])


def basket(owed: Sequence[Owed], chosen: Collection[str], *, oldest_first: bool) -> Basket | None:
    """What is paid of `owed` (oldest first) when these ids are chosen; None for nothing."""
    picked = [place for place, one in enumerate(owed) if one.item.id in chosen]
    if not picked:
        return None
    skipped = next((p for p in range(picked[-1]) if p not in picked), None)
    items = tuple(owed[place].item for place in picked)
    return Basket(
        items,
        total((item.amount for item in items), items[0].amount.currency),
        owed[skipped].item.label if oldest_first and skipped is not None else "",
    )


def _due(invoice: Invoice) -> date | None:
    return invoice.due_terms[-1].date if invoice.due_terms else None


def _age(invoice: Invoice) -> tuple[bool, date, str]:
    due = _due(invoice)
    return (due is None, due or invoice.issue_date, invoice.id)
