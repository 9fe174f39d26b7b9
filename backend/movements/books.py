"""The lines that follow from the books: what invoices ask for and what payments bring.

Loaded invoices and payments may change in the utility's own system; their lines change with them.
Everything else is posted once and stays (`post`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from backend.base import table_of
from backend.contracts.models import Contract
from backend.invoices.models import DueTerm, Invoice, InvoiceKind, Payment, PaymentAllocation
from backend.movements.models import Movement, MovementKind

_CHUNK = 500
_KINDS = {
    InvoiceKind.INVOICE: MovementKind.INVOICE,
    InvoiceKind.CREDIT_NOTE: MovementKind.CREDIT_NOTE,
    InvoiceKind.DEBIT_NOTE: MovementKind.DEBIT_NOTE,
}
_NAMES = {
    MovementKind.INVOICE: "Factura",
    MovementKind.CREDIT_NOTE: "Nota de crédito",
    MovementKind.DEBIT_NOTE: "Nota de débito",
}
_CHANNELS = {
    "web_bank": "Pago por banco en línea",
    "collection_network": "Pago en red de cobranza",
    "direct_debit": "Pago por débito automático",
    "card": "Pago con tarjeta",
    "counter": "Pago en oficina comercial",
    "transfer": "Pago por transferencia",
}
# Named: the migration that fills the ledger runs before later columns are there.
_INVOICE = (
    *("id", "contract_id", "number", "kind", "currency", "issue_date", "period_start"),
    *("period_end", "total", "paid", "open", "payment_status", "agreement_number", "replaced_by"),
)
_ORDER = {MovementKind.PAYMENT: 2}  # of one day: what is asked for, then what is paid


@dataclass(frozen=True, slots=True)
class Line:
    """A line that the books call for. `amount` is a debit, below zero a credit."""

    source: str
    contract_id: int
    kind: MovementKind
    posted_on: date
    due_on: date | None
    reference: str
    description: str
    currency: str
    amount: int
    settles: str = ""

    def row(self) -> dict[str, Any]:
        """As the table has it."""
        return {
            "contract_id": self.contract_id,
            "kind": self.kind.value,
            "posted_on": self.posted_on,
            "due_on": self.due_on,
            "reference": self.reference,
            "description": self.description[:200],
            "currency": self.currency,
            "debit": max(self.amount, 0),
            "credit": max(-self.amount, 0),
            "settles": self.settles,
            "source": self.source,
        }


def follow(
    connection: Connection,
    touch: Callable[[str, Iterable[int]], None],
    *,
    invoices: Iterable[int] = (),
    payments: Iterable[int] = (),
) -> None:
    """Bring the ledger in step with these invoices and payments, and the invoices that those
    settle. `touch` publishes what changed (`PublishingSession.touch`)."""
    shared = table_of(PaymentAllocation).c
    for chunk in _chunks(sorted(set(payments))):
        settled = connection.scalars(
            select(shared.invoice_id).where(shared.payment_id.in_(chunk)).distinct()
        )
        _bring(connection, touch, sorted(settled), chunk)
    for chunk in _chunks(sorted(set(invoices))):
        _bring(connection, touch, chunk, ())


def lines_of(connection: Connection, *, contracts: Sequence[int]) -> list[Line]:
    """Every line of these contracts, in the order of an account."""
    found = [
        *_invoice_lines(connection, table_of(Invoice).c.contract_id.in_(contracts)),
        *_payment_lines(connection, table_of(Payment).c.contract_id.in_(contracts)),
    ]
    return sorted(found, key=_in_order)


def _bring(
    connection: Connection,
    touch: Callable[[str, Iterable[int]], None],
    invoices: Sequence[int],
    payments: Sequence[int],
) -> None:
    movement = table_of(Movement)
    lines = [
        *_invoice_lines(connection, table_of(Invoice).c.id.in_(invoices)),
        *_payment_lines(connection, table_of(Payment).c.id.in_(payments)),
    ]
    wanted = {line.source: line.row() for line in sorted(lines, key=_in_order)}
    possible = [name for at in invoices for name in _sources(at)]
    possible += [f"payment:{at}" for at in payments]
    known = {
        row["source"]: row
        for chunk in _chunks(possible)
        for row in connection.execute(
            select(movement).where(movement.c.source.in_(chunk))
        ).mappings()
    }
    new = [values for source, values in wanted.items() if source not in known]
    changed = [
        (known[source]["id"], values)
        for source, values in wanted.items()
        if source in known and any(known[source][n] != value for n, value in values.items())
    ]
    gone = [row["id"] for source, row in known.items() if source not in wanted]
    if gone:
        connection.execute(delete(movement).where(movement.c.id.in_(gone)))
    if changed:
        names = [name for name in changed[0][1] if name != "source"]
        statement = (
            update(movement)
            .where(movement.c.id == bindparam("at_id"))
            .values({name: bindparam(f"to_{name}") for name in names})
        )
        connection.execute(
            statement,
            [{"at_id": at} | {f"to_{n}": values[n] for n in names} for at, values in changed],
        )
    touch("movement", [*gone, *(at for at, _ in changed), *_insert(connection, new)])
    # A payment that was shared out anew names other invoices, though its line is the same.
    touch("movement", [known[s]["id"] for s in wanted if s in known and s.startswith("payment")])


def _insert(connection: Connection, rows: Sequence[dict[str, Any]]) -> list[int]:
    movement = table_of(Movement)
    if not rows:
        return []
    connection.execute(insert(movement), list(rows))
    ids: list[int] = []
    for chunk in _chunks([row["source"] for row in rows]):
        ids += connection.scalars(select(movement.c.id).where(movement.c.source.in_(chunk)))
    return ids


def _sources(invoice_id: int) -> tuple[str, str, str]:
    """What an invoice asks for, what was paid without a receipt, what was waived."""
    return f"invoice:{invoice_id}", f"invoice:{invoice_id}:paid", f"invoice:{invoice_id}:closed"


def _in_order(line: Line) -> tuple[int, date, int, str]:
    return line.contract_id, line.posted_on, _ORDER.get(line.kind, 1), line.reference


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]


def _invoice_lines(connection: Connection, which: ColumnElement[bool]) -> Iterator[Line]:
    """Lines of invoices in the contract's currency: an account has only one."""
    invoice, contract = table_of(Invoice).c, table_of(Contract).c
    shared, term = table_of(PaymentAllocation).c, table_of(DueTerm).c
    by_receipts = (
        select(func.sum(shared.amount)).where(shared.invoice_id == invoice.id).scalar_subquery()
    )
    due = select(func.min(term.date)).where(term.invoice_id == invoice.id).scalar_subquery()
    query = select(
        *(invoice[name] for name in _INVOICE),
        by_receipts.label("receipts"),
        due.label("due"),
    ).join(table_of(Contract), contract.id == invoice.contract_id)
    for row in connection.execute(query.where(which, contract.currency == invoice.currency)):
        yield from _of_invoice(row)


def _of_invoice(row: Any) -> Iterator[Line]:
    asked, paid, closed = _sources(row.id)
    kind = _KINDS[InvoiceKind(row.kind)]
    about = _NAMES[kind]
    if row.period_start is not None and row.period_end is not None:
        about += f" del {row.period_start:%d/%m/%Y} al {row.period_end:%d/%m/%Y}"

    def line(
        source: str, kind: MovementKind, words: str, amount: int, on: date, due: date | None = None
    ) -> Line:
        return Line(
            source=source,
            contract_id=row.contract_id,
            kind=kind,
            posted_on=on,
            due_on=due,
            reference=row.number,
            description=words,
            currency=row.currency,
            amount=amount,
            settles=row.number if due is None and source != asked else "",
        )

    if row.total:
        due = row.due if row.total > 0 else None
        yield line(asked, kind, about, row.total, row.issue_date, due)
    if row.agreement_number is not None:
        return  # what becomes of it is posted by the agreement
    unexplained = row.paid - int(row.receipts or 0)
    if unexplained:
        words = f"Pago de {about[0].lower()}{about[1:]}"
        yield line(paid, MovementKind.PAYMENT, words, -unexplained, row.due or row.issue_date)
    waived = row.total - row.paid - row.open
    if waived:
        words, why = f"Anulación de {row.number}", MovementKind.ADJUSTMENT
        if row.payment_status == "compensated":
            words, why = f"Compensación de {row.number}", MovementKind.COMPENSATION
        elif row.replaced_by:
            words = f"Anulación de {row.number}, reemplazada por {row.replaced_by}"
        yield line(closed, why, words, -waived, row.issue_date)


def _payment_lines(connection: Connection, which: ColumnElement[bool]) -> Iterator[Line]:
    payment, contract = table_of(Payment).c, table_of(Contract).c
    names = ("id", "contract_id", "reference", "paid_on", "currency", "amount", "channel")
    query = (
        select(*(payment[name] for name in names))
        .join(table_of(Contract), contract.id == payment.contract_id)
        .where(which, contract.currency == payment.currency, payment.amount != 0)
    )
    for row in connection.execute(query):
        yield Line(
            source=f"payment:{row.id}",
            contract_id=row.contract_id,
            kind=MovementKind.PAYMENT,
            posted_on=row.paid_on,
            due_on=None,
            reference=row.reference,
            description=_CHANNELS.get(row.channel, "Pago"),
            currency=row.currency,
            amount=-row.amount,
        )
