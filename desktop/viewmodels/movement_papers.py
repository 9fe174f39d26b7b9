"""Estado de Cuenta: the paper to look at, and the files to take away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.freshness import Freshness
from desktop.services.documents.files import safe
from desktop.services.exports.exporter import Format as Format
from desktop.services.exports.exporter import write_tables, write_whole
from desktop.services.exports.tables import Properties, Watch
from desktop.services.movements import MovementBook
from desktop.viewmodels.context import Context
from desktop.viewmodels.exports import Job, decimal_mark
from desktop.viewmodels.movement_words import kind_text, state_text
from desktop.viewmodels.papers import Paper, letterhead, stamp

if TYPE_CHECKING:
    from desktop.services.exports.statement import Words
    from desktop.services.office import Office

Books = Callable[["Office"], Sequence[MovementBook]]


def paper(context: Context, contract_id: str, number: str, first: date, last: date) -> Paper:
    """The statement of one contract, to be shown in the app."""
    title = QCoreApplication.translate("MovementPapers", "Estado de cuenta · Contrato {0}")

    def make(office: Office) -> bytes:
        return _pdf(context, _one(office, contract_id), first, last, Watch())

    return Paper(title.format(number), file_name(number, first, last, Format.PDF), make)


def file_name(number: str, first: date, last: date, form: Format) -> str:
    """'Estado de cuenta 100234 2025-11-23 a 2026-11-22.xlsx'; without `number` of all."""
    whose = safe(number) or "todos los contratos"
    return f"Estado de cuenta {whose} {first:%Y-%m-%d} a {last:%Y-%m-%d}.{form}"


def job(context: Context, contract_id: str | None, first: date, last: date) -> Job:
    """Writes a statement, as the file's suffix says; of every contract where none is named."""

    def write(office: Office, path: Path, watch: Watch) -> bool:
        books = office.movements.books() if contract_id is None else _one(office, contract_id)
        if path.suffix.lower() == f".{Format.PDF}":
            return write_whole(
                path, lambda part: _fill(part, _pdf(context, books, first, last, watch))
            )
        return _tables(context, path, books, first, last, watch)

    return write


def _fill(part: Path, content: bytes) -> None:
    part.write_bytes(content)


def _one(office: Office, contract_id: str) -> Sequence[MovementBook]:
    book = office.movements.book(contract_id)
    return () if book is None else (book,)


def _words() -> Words:
    from desktop.services.exports.statement import Words

    return Words(kind_text, state_text)


def _oldest(books: Sequence[MovementBook]) -> Freshness:
    """Of several accounts, how old the oldest data are."""
    return min(
        (book.freshness for book in books if book.freshness.verified_at is not None),
        key=lambda fresh: str(fresh.verified_at),
        default=Freshness(None),
    )


def _about(books: Sequence[MovementBook]) -> str:
    return f"Contrato {books[0].contract.number}" if len(books) == 1 else "Todos los contratos"


def _pdf(
    context: Context, books: Sequence[MovementBook], first: date, last: date, watch: Watch
) -> bytes:
    from desktop.services.printing.statement import render

    head = letterhead(context, "Estado de cuenta", subject=_about(books))
    mark = stamp(context, _oldest(books))
    return render(head, mark, context.format, books, first, last, _words(), watch)


def _tables(
    context: Context,
    path: Path,
    books: Sequence[MovementBook],
    first: date,
    last: date,
    watch: Watch,
) -> bool:
    from desktop.services.exports.statement import one_list, sheets

    head = letterhead(context, "Estado de cuenta")
    mark = stamp(context, _oldest(books))
    made = mark.sentence(context.format)
    form = one_list if path.suffix.lower() == f".{Format.CSV}" else sheets
    about = Properties(head.title, head.utility.legal_name, _about(books), head.utility.locale)
    tables = form(books, first, last, _words(), made)
    return write_tables(path, tables, about, mark.made_at, decimal_mark(context.format), watch)
