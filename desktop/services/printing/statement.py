"""Estado de cuenta: the account of one contract, or of several one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.domain.movements import Ageing, Statement
from desktop.services.exports.statement import Words, ageing_names
from desktop.services.exports.tables import Watch
from desktop.services.movements import MovementBook
from desktop.services.printing.letterhead import Figures, Letterhead, Stamp, moment
from desktop.services.printing.sheet import Ink, Sheet
from desktop.services.printing.table import Column

_COLUMNS = (
    Column("Fecha", 9),
    Column("Vencimiento", 10),
    Column("Tipo", 13, wraps=True),
    Column("Comprobante", 18, wraps=True),
    Column("Concepto", 25, wraps=True),
    Column("Debe", 11, is_figure=True),
    Column("Haber", 11, is_figure=True),
    Column("Saldo", 12, is_figure=True),
    Column("Estado", 16, wraps=True),
)


def render(
    letterhead: Letterhead,
    stamp: Stamp,
    fmt: Figures,
    books: Sequence[MovementBook],
    first: date,
    last: date,
    words: Words,
    watch: Watch | None = None,
) -> bytes:
    """The statements of `books` from `first` to `last`, each beginning on a page of its own.
    Raises what `watch` raises."""
    watch = watch or Watch()
    parts = [(book, book.statement(first, last)) for book in books]
    watch.begin(sum(len(part.lines) for _book, part in parts))
    sheet = Sheet(letterhead, stamp, fmt, landscape=True)
    done = 0
    for place, (book, part) in enumerate(parts):
        if place:
            sheet.turn()
        _write(sheet, book, part, words, watch, done)
        done += len(part.lines)
    return sheet.finish()


def _write(
    sheet: Sheet, book: MovementBook, part: Statement, words: Words, watch: Watch, done: int
) -> None:
    fmt, contract = sheet.format, book.contract
    sheet.pairs(
        (
            ("Titular", contract.holder_name),
            ("Dirección del suministro", f"{contract.address}, {contract.city}".strip(", ")),
            ("N° de contrato", contract.number),
            ("N° de cuenta", contract.account_number),
            ("Período", f"{fmt.day(part.first)} al {fmt.day(part.last)}"),
            ("Moneda", contract.currency),
        ),
        columns=3,
    )
    sheet.figures(
        (
            ("Saldo anterior", fmt.money(part.opening)),
            ("Cargos del período", fmt.money(part.debits)),
            ("Pagos y créditos del período", fmt.money(part.credits)),
            (f"Saldo al {fmt.day(part.last)}", fmt.money(part.closing)),
        )
    )
    if book.unexplained:
        sheet.remark(
            "En conciliación: hay un movimiento que todavía se está imputando a sus facturas.",
            ink=Ink.DANGER,
        )
    sheet.heading("Movimientos")
    if part.lines:
        sheet.table(
            _COLUMNS,
            _rows(book, part, fmt, words),
            ("", "", "", "", "Total del período", *_totals(part, fmt), ""),
            lambda count: watch.tell(done + count),
        )
    else:
        sheet.paragraph(
            f"No hay movimientos entre {fmt.day(part.first)} y {fmt.day(part.last)}.",
            ink=Ink.SOFT,
        )
    _write_ages(sheet, book, book.ageing)


def _totals(part: Statement, fmt: Figures) -> tuple[str, str, str]:
    return fmt.money(part.debits), fmt.money(part.credits), fmt.money(part.closing)


def _rows(
    book: MovementBook, part: Statement, fmt: Figures, words: Words
) -> Iterator[tuple[str, ...]]:
    yield (fmt.day(part.first), "", "", "", "Saldo anterior", "", "", fmt.money(part.opening), "")
    for line in part.lines:
        row = line.movement
        yield (
            fmt.day(row.posted_on),
            fmt.day(row.due_on) if row.due_on else "",
            words.kind(row.kind),
            row.reference,
            row.description,
            fmt.money(row.debit) if row.debit else "",
            fmt.money(row.credit) if row.credit else "",
            fmt.money(line.balance),
            words.state(book, line),
        )


def _write_ages(sheet: Sheet, book: MovementBook, found: Ageing) -> None:
    """What is owed today, whatever period was asked for."""
    fmt = sheet.format
    when = book.freshness.verified_at or book.now
    sheet.keep(110)
    sheet.heading(f"Deuda por antigüedad al {moment(fmt, when)}")
    steps = book.rules.ageing_days if book.rules else ()
    amounts = (found.to_be_due, *found.overdue, -found.credit)
    names = ageing_names(steps)
    sheet.figures(
        [
            (name, fmt.money(amount))
            for name, amount in (
                *zip(names, amounts, strict=True),
                ("Saldo de la cuenta", found.balance),
            )
        ]
    )
