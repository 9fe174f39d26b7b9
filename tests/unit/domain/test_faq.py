"""Finding the right answer by somebody's own words."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.faq import BlockKind, FaqArticle, FaqIndex, blocks, in_order

DEMO = Path(__file__).parents[3] / "backend" / "demo"


def article(code: str, question: str, answer: str = "", *keywords: str) -> FaqArticle:
    place = date(2026, 3, 2)
    return FaqArticle(code, code, "Varias", 0, question, answer, keywords, "", place)


def the_demos() -> FaqIndex:
    articles = tomllib.loads((DEMO / "faq.toml").read_text("utf-8"))["article"]
    rules = tomllib.loads((DEMO / "uy_gas.toml").read_text("utf-8"))["utility"]["policies"]["faq"]
    return FaqIndex(
        [article(a["code"], a["question"], a["answer"], *a["keywords"]) for a in articles],
        rules["synonyms"],
    )


INDEX = the_demos()
A_WHOLE_QUESTION = (
    "Buenas tardes: ayer aboné en el banco y la factura todavía me aparece pendiente,"
    " ¿tengo que pagarla otra vez?"
)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("factura digital", "factura-digital"),
        ("donde pago", "donde-pagar"),
        ("DÉBITO AUTOMÁTICO", "debito-automatico"),
        ("pague dos veces", "pague-dos-veces"),
        ("no impactó mi pago", "pago-no-figura"),
        ("lectura estimada", "lectura-estimada"),
        ("leo el contador", "leer-el-medidor"),
        ("cambiar el dueño", "cambio-de-titular"),
        ("rehabilitacion", "reconexion"),
        ("olvide la clave", "olvide-contrasena"),
        ("fraccionamiento cuotas", "convenio"),
        ("queja", "reclamar"),
        ("olor a gas", "olor-a-gas"),
        (A_WHOLE_QUESTION, "pago-no-figura"),
    ],
)
def test_the_first_answer_is_the_right_one(asked: str, code: str) -> None:
    assert INDEX.find(asked)[0].code == code


def test_nothing_is_found_for_what_nobody_wrote_about() -> None:
    assert INDEX.find("jirafa") == ()
    assert INDEX.find("¿?") == ()
    assert INDEX.find("") == ()


def test_question_counts_more_than_keywords_and_those_more_than_answers() -> None:
    index = FaqIndex(
        [
            article("answer", "Otra cosa", "Se habla del contrato."),
            article("keyword", "Otra más", "Nada.", "contrato"),
            article("question", "¿Qué es el contrato?", "Nada."),
        ]
    )
    assert [a.code for a in index.find("contratos")] == ["question", "keyword", "answer"]


def test_all_words_are_needed_while_something_has_them_all() -> None:
    index = FaqIndex([article("both", "corte por deuda"), article("one", "corte por seguridad")])
    assert [a.code for a in index.find("corte deuda")] == ["both"]
    assert {a.code for a in index.find("corte temporal")} == {"both", "one"}


@given(st.sampled_from(INDEX.articles))
def test_its_own_question_finds_an_article_first(wanted: FaqArticle) -> None:
    assert INDEX.find(wanted.question)[0] == wanted
    assert INDEX.find(wanted.question.upper())[0] == wanted


@given(st.text(max_size=80), st.integers(1, 30))
def test_any_text_finds_each_article_once_and_no_more_than_asked(text: str, limit: int) -> None:
    found = INDEX.find(text, limit)
    assert len(found) <= limit
    assert len({a.id for a in found}) == len(found)


def test_an_answer_is_paragraphs_lists_and_steps() -> None:
    parts = blocks("Uno\nsigue.\n\nDos:\n\n- a\n- b\n  más\n\n1. Primero.\n2. <b>Segundo</b>.")
    assert [(p.kind, p.text, p.number) for p in parts] == [
        (BlockKind.PARAGRAPH, "Uno sigue.", 0),
        (BlockKind.PARAGRAPH, "Dos:", 0),
        (BlockKind.ITEM, "a", 0),
        (BlockKind.ITEM, "b más", 0),
        (BlockKind.STEP, "Primero.", 1),
        (BlockKind.STEP, "<b>Segundo</b>.", 2),
    ]


@given(st.text(max_size=300))
def test_no_word_of_an_answer_is_lost(text: str) -> None:
    kept = " ".join(part.text for part in blocks(text)).split()
    marks = {"-", *(f"{n}." for n in range(100)), *(f"{n:02}." for n in range(10))}
    assert [w for w in text.split() if w not in marks] == [w for w in kept if w not in marks]


def test_articles_stand_in_the_utilitys_order() -> None:
    first, second = article("b", "Zeta"), article("a", "Alfa")
    assert in_order([first, second]) == (second, first)
