"""Estado de cuenta as tables: a summary, then a sheet for each contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.movements import Line, MovementKind, Statement
from desktop.services.exports.tables import Cell, Column, Kind, Table
from desktop.services.movements import MovementBook

_COLUMNS = (
    Column("Fecha", Kind.DATE, 12),
    Column("Vencimiento", Kind.DATE, 12),
    Column("Tipo", width=20),
    Column("Comprobante", width=22),
    Column("Concepto", width=46),
    Column("Debe", Kind.MONEY, 15),
    Column("Haber", Kind.MONEY, 15),
    Column("Saldo", Kind.MONEY, 15),
    Column("Moneda", width=9),
    Column("Estado", width=32),
)


@dataclass(frozen=True, slots=True)
class Words:
    """How kinds and states of lines are called on the screen, so that a file calls them so too."""

    kind: Callable[[MovementKind], str]
    state: Callable[[MovementBook, Line], str]


def ageing_names(steps: Sequence[int]) -> tuple[str, ...]:
    """'A vencer', '0 a 30 días', … and the credit at the end."""
    names = ["A vencer"]
    before = 0
    for step in steps:
        names.append(f"Vencido {before} a {step} días")
        before = step + 1
    names.append(f"Vencido más de {steps[-1]} días" if steps else "Vencido")
    return (*names, "Saldo a favor")


def sheets(
    books: Sequence[MovementBook], first: date, last: date, words: Words, made: str
) -> list[Table]:
    """For Excel. `made` says when the file was made and of when the data are."""
    parts = [(book, book.statement(first, last)) for book in books]
    return [
        _summary(parts, first, last, made),
        *(
            Table(
                f"Contrato {book.contract.number}",
                _COLUMNS,
                _rows(book, part, words),
                len(part.lines) + 1,
                _total(book, part),
            )
            for book, part in parts
        ),
    ]


def one_list(
    books: Sequence[MovementBook], first: date, last: date, words: Words, made: str
) -> list[Table]:
    """For CSV: the same rows in one table, the contract before each where there are several."""
    parts = [(book, book.statement(first, last)) for book in books]
    facts: tuple[tuple[str, Cell], ...] = (("Estado de cuenta", made),)
    if len(parts) == 1:
        ((book, part),) = parts
        facts = (*facts, ("Contrato", book.contract.number), ("Titular", book.contract.holder_name))
        count, total = len(part.lines) + 1, _total(book, part)
        return [Table("", _COLUMNS, _rows(book, part, words), count, total, facts)]
    columns = (Column("Contrato", width=16), *_COLUMNS)

    def rows() -> Iterator[Sequence[Cell]]:
        for book, part in parts:
            for row in (*_rows(book, part, words), _total(book, part)):
                yield (book.contract.number, *row)

    return [Table("", columns, rows(), sum(len(p.lines) + 2 for _b, p in parts), (), facts)]


def _rows(book: MovementBook, part: Statement, words: Words) -> Iterator[Sequence[Cell]]:
    currency = book.contract.currency
    yield (part.first, None, None, None, "Saldo anterior", None, None, part.opening, currency, None)
    for line in part.lines:
        row = line.movement
        yield (
            row.posted_on,
            row.due_on,
            words.kind(row.kind),
            row.reference,
            row.description,
            row.debit or None,
            row.credit or None,
            line.balance,
            currency,
            words.state(book, line),
        )


def _total(book: MovementBook, part: Statement) -> Sequence[Cell]:
    amounts = (part.debits, part.credits, part.closing)
    return (part.last, None, None, None, "Total del período", *amounts, book.contract.currency)


def _summary(
    parts: Sequence[tuple[MovementBook, Statement]], first: date, last: date, made: str
) -> Table:
    steps = next((b.rules.ageing_days for b, _part in parts if b.rules), ())
    columns = (
        Column("Contrato", width=16),
        Column("Nombre", width=20),
        Column("Titular", width=28),
        Column("Dirección", width=34),
        Column("N° de cuenta", width=16),
        Column("Moneda", width=9),
        Column("Saldo anterior", Kind.MONEY, 16),
        Column("Cargos", Kind.MONEY, 16),
        Column("Pagos y créditos", Kind.MONEY, 16),
        Column("Saldo final", Kind.MONEY, 16),
        *(Column(name, Kind.MONEY, 22) for name in ageing_names(steps)),
        Column("Saldo hoy", Kind.MONEY, 16),
    )

    def rows() -> Iterator[Sequence[Cell]]:
        for book, part in parts:
            contract, ages = book.contract, book.ageing
            yield (
                contract.number,
                book.alias,
                contract.holder_name,
                f"{contract.address}, {contract.city}".strip(", "),
                contract.account_number,
                contract.currency,
                part.opening,
                part.debits,
                part.credits,
                part.closing,
                ages.to_be_due,
                *ages.overdue,
                -ages.credit,
                ages.balance,
            )

    facts: tuple[tuple[str, Cell], ...] = (
        ("Estado de cuenta", made),
        ("Desde", first),
        ("Hasta", last),
    )
    return Table("Resumen", columns, rows(), len(parts), (), facts)
