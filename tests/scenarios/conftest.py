"""The real app against the real backend on loopback."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.support.backend import RunningBackend, running_backend
from tests.support.person import Person


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A utility with one customer, `ana` / `secreta`, one contract, a year of books."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder) as backend:
        backend.books.utility()
        ana = backend.books.user("ana", "secreta")
        home = backend.books.contract([ana], number="4410")
        backend.books.readings(home, 13)
        backend.books.invoices(home, 12, document=a_pdf("Factura de prueba"))
        yield backend


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, server: RunningBackend) -> Iterator[Person]:
    """Somebody with the app installed, who never opened it."""
    someone = Person(qtbot, tmp_path / "computer", server.url)
    yield someone
    someone.closes_the_app()


def a_pdf(words: str) -> bytes:
    """One page that says `words`."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 720, words)
    canvas.save()
    return file.getvalue()
