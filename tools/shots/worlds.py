"""Services to take pictures of besides the demo: one with nothing in it, one with hostile text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from backend import models as m
from tests.support.backend import running_backend
from tests.support.backend_books import Books

HOSTILE = "<img src='x' onerror=alert(1)><b>Ana</b> &amp; \u202eReversed\u202c %n {0} "
LONG = "Establecimientos Agropecuarios e Industriales Sucesores de " * 3
EMPTY, NOBODY, STRANGE, PASSWORD = "vacia", "nadie", "rara", "secreta"


@contextmanager
def odd_service(folder: Path) -> Iterator[str]:
    """A service whose users have a new contract, no contract, and hostile and endless texts."""
    folder.mkdir()
    with running_backend(folder) as server:
        books = server.books
        books.utility(name=HOSTILE[:60])
        books.user(NOBODY, PASSWORD)
        books.contract([books.user(EMPTY, PASSWORD)])
        _strange(books)
        yield server.url


def _strange(books: Books) -> None:
    user = books.user(STRANGE, PASSWORD, full_name=HOSTILE + LONG)
    contract = books.contract([])
    books.link(user, contract, alias=(HOSTILE + LONG)[:120])
    books.readings(contract, 30)
    invoices = books.invoices(contract, 30, document=None)
    with books.database.writing() as session:
        row = session.get_one(m.Contract, contract.id)
        row.customer.full_name = (HOSTILE + LONG)[:200]
        row.supply_point.address = (HOSTILE + LONG)[:200]
        row.supply_point.city = HOSTILE
    with books.database.writing() as session:
        for number in invoices[-6:]:
            invoice = session.get_one(m.Invoice, number)
            invoice.number = f"<b>{number}</b> &amp; A-000000000000{number}"
            for line in invoice.lines:
                line.description = (HOSTILE + LONG)[:200]
