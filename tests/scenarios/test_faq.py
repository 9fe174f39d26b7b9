"""Preguntas Frecuentes: finding an answer by one's own words, offline too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from backend.demo.chapters import Stage, faq
from tests.support.backend import START, RunningBackend, running_backend
from tests.support.person import Person
from tests.support.utility_people import clerk, offers_everything

SEARCH = "Buscar en las preguntas"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A utility with the demonstration's frequent questions."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder) as backend:
        backend.books.utility()
        offers_everything(backend)
        faq.write(Stage(backend.database, date(2026, 3, 2), START))
        ana = backend.books.user("ana", "secreta")
        home = backend.books.contract([ana], number="4410")
        backend.books.readings(home, 3)
        yield backend


@pytest.fixture
def ana(person: Person) -> Person:
    """She signed in and opened the page."""
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    person.goes_to("Preguntas Frecuentes")
    return person


def first_question(person: Person) -> str:
    model = getattr(person.part("faq"), "model")  # noqa: B009 - the page's own
    rows = model.state.rows
    return str(rows[0].question) if rows else ""


def test_offline_a_synonym_without_accents_finds_the_answer_and_leads_to_its_page(
    ana: Person, server: RunningBackend
) -> None:
    server.stop()
    ana.types(SEARCH, "reenganche")
    ana.waits()
    assert first_question(ana) == "¿Cómo pido la reconexión?"
    ana.types(SEARCH, "lei el contador")
    ana.waits()
    assert first_question(ana) == "¿Cómo leo mi medidor?"
    ana.hits(Qt.Key.Key_Return)
    ana.sees("Anote los números de izquierda a derecha", "Ir a Aportar Lectura")
    ana.presses("Ir a Aportar Lectura")
    assert ana.desktop.window.pages.key == "self_reading"


def test_categories_and_nothing_found(ana: Person) -> None:
    ana.sees("28 de 28")
    ana.types(SEARCH, "jirafa")
    ana.sees("No encontramos respuestas para «jirafa».", "0 de 28")
    ana.button("Hacer una pregunta")
    words, field, window = ana.part("faq_none"), ana.focus, ana.desktop.window

    def is_where_the_person_looks() -> bool:
        below = words.mapTo(window, QPoint()) - field.mapTo(window, QPoint())
        return 0 < below.y() < 3 * field.height()

    ana.waits_until(is_where_the_person_looks)
    ana.types(SEARCH, "")
    ana.hits(Qt.Key.Key_Escape)
    box = ana.part("faq_category")
    box.setFocus()
    ana.hits(Qt.Key.Key_Down)
    ana.sees("9 de 28")


def test_whether_it_helped_is_remembered(ana: Person) -> None:
    ana.types(SEARCH, "olvide la clave")
    ana.waits()
    ana.hits(Qt.Key.Key_Return)
    ana.sees("¿Le sirvió esta respuesta?")
    ana.presses("No")
    ana.sees("Gracias por decirlo.", "Hacer una pregunta")
    assert ana.focus is ana.button("Hacer una pregunta")
    ana.closes_the_app()
    ana.opens_the_app()
    ana.goes_to("Preguntas Frecuentes")
    ana.types(SEARCH, "olvide la clave")
    ana.waits()
    ana.hits(Qt.Key.Key_Return)
    ana.sees("Gracias por decirlo.")
    ana.does_not_see("¿Le sirvió esta respuesta?")


def test_an_article_is_published_changed_and_withdrawn(ana: Person, server: RunningBackend) -> None:
    form = {"code": "visita", "category": "Visitas", "question": "¿Cuándo viene el técnico?"}
    clerk(server, "publish-article", answer="Los martes.\n\n- Con carné.", **form)
    ana.desktop.shell.sync_now()
    ana.sees("29 de 29")
    ana.types(SEARCH, "tecnico viene")
    ana.waits()
    ana.hits(Qt.Key.Key_Return)
    ana.sees("Los martes.", "Con carné.")
    clerk(server, "publish-article", answer="Los jueves.", **form)
    ana.desktop.shell.sync_now()
    ana.sees("Los jueves.")
    clerk(server, "withdraw-article", code="visita")
    ana.desktop.shell.sync_now()
    ana.sees("de 28")
    ana.does_not_see("Los jueves.")
